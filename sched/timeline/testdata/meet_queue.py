import asyncio


async def producer(q):
    for i in range(3):
        await q.put(i)
    await q.put(None)


async def consumer(q):
    while await q.get() is not None:
        await asyncio.sleep(1)
        q.task_done()
    q.task_done()


async def main():
    q = asyncio.Queue(1)
    async with asyncio.TaskGroup() as group:
        group.create_task(producer(q), name="producer")
        group.create_task(consumer(q), name="consumer")
        await asyncio.sleep(0.5)
        await q.join()
    late = asyncio.create_task(q.get(), name="late")
    await asyncio.sleep(1)
    late.cancel()


asyncio.run(main())
