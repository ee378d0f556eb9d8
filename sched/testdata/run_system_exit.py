import asyncio


async def job(d, result):
    await asyncio.sleep(d)
    return result


async def fail(d):
    await asyncio.sleep(d)
    raise ValueError('bad')


async def guarded(d):
    try:
        await asyncio.sleep(d)
    except asyncio.CancelledError as e:
        print('got', *e.args)
        raise


async def leave():
    await asyncio.sleep(1)
    raise SystemExit(3)


async def main():
    asyncio.create_task(leave())
    await guarded(5)


asyncio.run(main())
