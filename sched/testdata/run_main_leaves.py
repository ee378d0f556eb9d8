import asyncio


async def tidy():
    try:
        await asyncio.sleep(9)
    finally:
        await asyncio.sleep(1)
        print('tidy')


async def main():
    asyncio.create_task(tidy())
    await asyncio.sleep(1)
    raise SystemExit('bye')


asyncio.run(main())
