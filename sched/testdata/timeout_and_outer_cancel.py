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


async def timed():
    async with asyncio.timeout(1):
        await asyncio.sleep(5)


async def main():
    t = asyncio.create_task(timed())
    asyncio.get_running_loop().call_later(1, t.cancel)
    await asyncio.wait([t])
    print(t.cancelled(), t.cancelling())


asyncio.run(main())
