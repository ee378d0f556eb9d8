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


def a():
    print('a')


def b():
    print('b')


def c():
    print('c')


async def main():
    loop = asyncio.get_running_loop()
    for f in (c, a, b, a):
        loop.call_later(1, f)
    loop.call_later(0.5, b)
    first = loop.call_later(0.25, c)
    first.cancel()
    await asyncio.gather(*[job(1, i) for i in range(5)])
    print(loop.time())


asyncio.run(main())
