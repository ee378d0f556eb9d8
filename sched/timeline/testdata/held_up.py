import asyncio
import time


async def blocks():
    time.sleep(1)
    await asyncio.sleep(1)


async def main():
    await asyncio.gather(blocks(), asyncio.sleep(0.5))
    time.sleep(0.25)
    print("done")


asyncio.run(main())
