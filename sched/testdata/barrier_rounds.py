import asyncio


async def party(barrier, name, d):
    await asyncio.sleep(d)
    for _ in range(2):
        print(name, await barrier.wait())


async def main():
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(*e.args)
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(party(barrier, name, d)) for name, d in zip('abc', (1, 2, 3))]
    await asyncio.sleep(2.5)
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    await asyncio.gather(*tasks)
    print(await asyncio.Barrier(1).wait())


asyncio.run(main())
