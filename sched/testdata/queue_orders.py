import asyncio


async def main():
    for make in asyncio.LifoQueue, asyncio.PriorityQueue:
        q = make()
        t = asyncio.create_task(q.get())
        await asyncio.sleep(0)
        for i in 3, 1, 4, 1, 5, 9, 2, 6, 5:
            await q.put(i)
        print(await t)
        while not q.empty():
            print(await q.get())
    q.put_nowait(1)
    try:
        q.put_nowait('x')
    except TypeError as e:
        print(type(e).__name__)
    print(q.qsize())
    t = asyncio.create_task(q.join())
    await asyncio.sleep(0)
    for _ in range(9):
        q.task_done()
    q.task_done()
    await t


asyncio.run(main())
