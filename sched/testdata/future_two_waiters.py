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


async def wait_for_it(f):
    try:
        return await f
    except asyncio.CancelledError as e:
        print('got', *e.args)
        raise


async def main():
    t = asyncio.create_task(job(1, 1))
    a = asyncio.create_task(wait_for_it(t))
    b = asyncio.create_task(wait_for_it(t))
    await asyncio.sleep(0)
    a.cancel('stop')
    await asyncio.wait([a, b])
    print(a.cancelling(), b.cancelling(), t.cancelling())


asyncio.run(main())
