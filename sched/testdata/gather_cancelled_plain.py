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


async def stubborn():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(1)
        print('clean')


async def main():
    loop = asyncio.get_running_loop()
    g = asyncio.gather(guarded(5), stubborn())
    loop.call_later(1, g.cancel)
    try:
        await g
    except asyncio.CancelledError as e:
        print('main', *e.args)
    print(g.cancelled(), g.cancel())
    await asyncio.sleep(3)


asyncio.run(main())
