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
    a = asyncio.create_task(guarded(5))
    b = asyncio.create_task(fail(1))
    f = asyncio.get_running_loop().create_future()
    g = asyncio.gather(a, b, f, return_exceptions=True)
    await asyncio.sleep(2)
    a.cancel('one')
    f.cancel('two')
    print(await g)
    asyncio.gather(fail(1))
    h = asyncio.gather(guarded(5), guarded(6), return_exceptions=True)
    await asyncio.sleep(0)
    h.cancel('three')
    await asyncio.sleep(2)


asyncio.run(main())
