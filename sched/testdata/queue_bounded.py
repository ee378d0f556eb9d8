import asyncio


async def producer(q, items):
    for i in items:
        await q.put(i)
        print('put', i)


async def consumer(q, name):
    try:
        while True:
            item = await q.get()
            print(name, item)
            await asyncio.sleep(1)
            q.task_done()
    except asyncio.CancelledError as e:
        print('got', *e.args)
        raise


async def main():
    q = asyncio.Queue(2)
    await q.join()
    try:
        q.task_done()
    except ValueError as e:
        print(*e.args)
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(type(e).__name__)
    a = asyncio.create_task(consumer(q, 'a'))
    b = asyncio.create_task(consumer(q, 'b'))
    await asyncio.create_task(producer(q, range(6)))
    try:
        q.put_nowait(6)
        q.put_nowait(7)
    except asyncio.QueueFull as e:
        print(type(e).__name__)
    print(q.qsize(), q.maxsize, q.empty(), q.full())
    await q.join()
    a.cancel('idle')
    b.cancel('idle too')


asyncio.run(main())
