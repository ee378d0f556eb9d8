import asyncio


async def worker(lock, sem):
    async with sem:
        await asyncio.sleep(0.1)
        async with lock:
            await asyncio.sleep(1)


async def one(a, b):
    async with a:
        await asyncio.sleep(0.1)
        async with b:
            pass


async def main():
    lock, sem = asyncio.Lock(), asyncio.BoundedSemaphore(2)
    jobs = [asyncio.create_task(worker(lock, sem), name=f"w{i}") for i in (1, 2, 3)]
    await asyncio.sleep(0.5)
    jobs[1].cancel()
    await asyncio.gather(*jobs, return_exceptions=True)
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(one(a, b), one(b, a))


asyncio.run(main())
