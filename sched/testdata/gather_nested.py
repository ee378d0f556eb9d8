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


async def main():
    inner = asyncio.gather(guarded(5), job(2, 'x'))
    outer = asyncio.gather(inner, guarded(4))
    await asyncio.sleep(1)
    asyncio.get_running_loop().call_soon(outer.cancel)
    await outer


asyncio.run(main())
