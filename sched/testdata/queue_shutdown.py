import asyncio


async def tries(aw):
    try:
        print(await aw)
    except asyncio.QueueShutDown as e:
        print(type(e).__name__)


async def main():
    q = asyncio.Queue(1)
    waiting = asyncio.create_task(tries(q.get()))
    await asyncio.sleep(1)
    q.shutdown()
    await waiting
    q = asyncio.Queue(1)
    q.put_nowait('x')
    waiting = [asyncio.create_task(tries(q.put(i))) for i in range(2)]
    await asyncio.sleep(1)
    q.shutdown()
    await asyncio.wait(waiting)
    await tries(q.put('y'))
    await tries(q.get())
    await tries(q.get())
    for nowait in q.get_nowait, lambda: q.put_nowait(1):
        try:
            nowait()
        except asyncio.QueueShutDown as e:
            print(type(e).__name__)
    q = asyncio.Queue()
    q.put_nowait('z')
    join = asyncio.create_task(q.join())
    await asyncio.sleep(1)
    q.shutdown(immediate=True)
    await join
    await tries(q.get())


asyncio.run(main())
