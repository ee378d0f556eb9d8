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
    s = asyncio.shield(a)
    await asyncio.sleep(0)
    a.cancel('x')
    try:
        await s
    except asyncio.CancelledError as e:
        print('main', *e.args)
    try:
        await asyncio.shield(fail(1))
    except ValueError as e:
        print(e)
    b = asyncio.create_task(fail(0))
    s = asyncio.shield(b)
    await asyncio.sleep(0)
    s.cancel()
    await asyncio.sleep(1)
    print(asyncio.shield(b) is b)


asyncio.run(main())
