import asyncio


async def main():
    lock = asyncio.Lock()
    cond = asyncio.Condition(lock)
    await cond.acquire()
    print(lock.locked())
    t = asyncio.create_task(cond.wait(), name='t')
    await asyncio.sleep(0)
    print(lock.locked())
    await lock.acquire()
    cond.notify()
    lock.release()
    print(await t)
    print(cond.locked())


asyncio.run(main())
