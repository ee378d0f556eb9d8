import asyncio


async def hold(lock, name, d):
    try:
        async with lock:
            print(name)
            await asyncio.sleep(d)
    except asyncio.CancelledError as e:
        print('got', *e.args)
        raise


async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as e:
        print(*e.args)
    tasks = [asyncio.create_task(hold(lock, name, 1)) for name in 'abcd']
    await asyncio.sleep(0.5)
    print(lock.locked())
    tasks[2].cancel('late')
    await asyncio.sleep(0.5)
    await asyncio.sleep(0)
    # The lock is free and b is on its way: neither jumps the queue.
    tasks[1].cancel('woken')
    await lock.acquire()
    print('main')
    lock.release()
    await lock.acquire()
    lock.release()
    await asyncio.wait([asyncio.create_task(lock.acquire(), name='taken')])
    late = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    lock.release()
    late.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(lock.locked())


asyncio.run(main())
