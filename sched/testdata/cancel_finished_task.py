import asyncio


async def fail(d):
    await asyncio.sleep(d)
    raise ValueError('bad')


async def main():
    a = asyncio.create_task(fail(0))
    asyncio.create_task(fail(0))
    await asyncio.sleep(1)
    print(a.cancel())


asyncio.run(main())
