"""Crowds: 20,000 tasks gathered at once, ten times."""
import asyncio


async def job(i):
    await asyncio.sleep(0)
    return i


async def main():
    for _ in range(10):
        results = await asyncio.gather(*(job(i) for i in range(20_000)))
        print(sum(results))


asyncio.run(main())
