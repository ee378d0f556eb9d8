import asyncio


async def hold(sem, name, d):
    try:
        async with sem:
            print(name, sem.locked())
            await asyncio.sleep(d)
    except asyncio.CancelledError as e:
        print('got', *e.args)
        raise


async def main():
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(*e.args)
    sem = asyncio.BoundedSemaphore(2)
    try:
        sem.release()
    except ValueError as e:
        print(*e.args)
    tasks = [asyncio.create_task(hold(sem, name, 1)) for name in 'abcdef']
    await asyncio.sleep(0.5)
    tasks[3].cancel('waiting')
    await asyncio.sleep(0.5)
    await asyncio.sleep(0)
    tasks[2].cancel('woken')
    tasks[4].cancel('woken too')
    await asyncio.sleep(5)
    sem = asyncio.Semaphore(0)
    t = asyncio.create_task(sem.acquire())
    u = asyncio.create_task(sem.acquire())
    await asyncio.sleep(0)
    sem.release()
    print(sem.locked())
    sem.release()
    t.cancel()
    print(await u)
    await sem.acquire()
    print(sem.locked())


asyncio.run(main())
