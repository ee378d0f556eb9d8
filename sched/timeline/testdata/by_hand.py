import asyncio


async def nap(n):
    await asyncio.sleep(n)
    return n


async def guarded():
    try:
        await asyncio.sleep(9)
    except ValueError as e:
        return f"got {e}"


async def step():
    for _ in range(3):
        await asyncio.sleep(0)


async def main():
    fut = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(c, name=n) for n, c in [
        ("a", nap(1)), ("b", nap(2)), ("c", nap(3)), ("d", guarded()), ("e", step()), ("f", step()),
    ]]
    print(await fut)
    print(await asyncio.gather(*tasks, return_exceptions=True))


asyncio.run(main())
