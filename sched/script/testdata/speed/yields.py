"""Switching: 100 tasks give control back 12,000 times each."""
import asyncio


async def worker(rounds):
    for _ in range(rounds):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*(worker(12_000) for _ in range(100)))


asyncio.run(main())
