import asyncio


async def take(lock, name):
    await lock.acquire()
    print(name)


async def pass_on(lock):
    await lock.acquire()
    print('passed on')
    lock.release()


async def main():
    for lock in asyncio.Lock(), asyncio.Semaphore(1):
        await lock.acquire()
        first = asyncio.create_task(take(lock, 'first'))
        await asyncio.sleep(0)
        lock.release()
        second = asyncio.create_task(take(lock, 'second'))
        third = asyncio.create_task(take(lock, 'third'))
        print(lock.locked())
        await asyncio.sleep(0)
        print(lock.locked())
        lock.release()
        second.cancel()
        main = asyncio.create_task(take(lock, 'main'))
        await third
        lock.release()
        await main
        asyncio.create_task(pass_on(lock))
        await asyncio.sleep(0)
        lock.release()
        await lock.acquire()            # pass_on was woken first
        print('main again')


asyncio.run(main())
