import asyncio


async def timed():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('swallowed')
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(5)
    except TimeoutError:
        print('timeout')
    print(asyncio.current_task().cancelling())


async def main():
    t = asyncio.create_task(timed())
    await asyncio.sleep(1)
    t.cancel()
    await t


asyncio.run(main())
