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


async def waiter(f):
    try:
        await f
    except asyncio.CancelledError as e:
        print('got', *e.args)
        raise


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    g = loop.create_future()
    a = asyncio.create_task(waiter(f))
    b = asyncio.create_task(waiter(g))
    await asyncio.sleep(0)
    f.set_result(1)
    g.set_exception(ValueError('bad'))
    a.cancel('late')
    b.cancel()
    await asyncio.wait([a, b])


asyncio.run(main())
