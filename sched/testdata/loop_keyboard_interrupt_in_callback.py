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


def interrupt():
    raise KeyboardInterrupt


def a():
    print('a')


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(interrupt)
    loop.call_soon(a)
    await guarded(5)


asyncio.run(main())
