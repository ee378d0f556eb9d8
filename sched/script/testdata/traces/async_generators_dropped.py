import asyncio


async def numbers(name):
    try:
        for n in range(5):
            yield n
            await asyncio.sleep(0.1)
    finally:
        print(name, "closing")


async def local():
    g = numbers("local")
    print(await anext(g))
    print("leaving")


async def brk():
    async for x in numbers("broken"):
        break
    print("after break")


async def main():
    await brk()
    await asyncio.sleep(0.1)
    await local()
    print("after local")
    await asyncio.sleep(1)


asyncio.run(main())
