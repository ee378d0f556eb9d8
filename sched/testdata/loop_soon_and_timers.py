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


def b():
    print('b')
    loop = asyncio.get_running_loop()
    loop.call_soon(c)
    loop.call_later(0, a)


def a():
    print('a')


def c():
    print('c')


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, a)
    loop.call_soon(b)
    loop.call_soon(a).cancel()
    await asyncio.sleep(0)
    print('main')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    h = loop.call_at(5, c)
    print(h.when(), h.cancelled())
    h.cancel()
    h.cancel()
    print(h.cancelled())


asyncio.run(main())
