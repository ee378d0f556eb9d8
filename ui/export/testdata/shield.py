import asyncio


async def inner():
    await asyncio.sleep(1)
    return "kept"


async def outer(task):
    try:
        await asyncio.shield(task)
    finally:
        print("outer leaves")


async def main():
    task = asyncio.create_task(inner(), name="inner")
    waiter = asyncio.create_task(outer(task), name="outer")
    await asyncio.sleep(0.5)
    waiter.cancel()
    print(await task)


asyncio.run(main())
