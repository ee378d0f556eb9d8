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


async def outer(inner):
    try:
        await asyncio.shield(inner)
    except asyncio.CancelledError as e:
        print('outer', *e.args)
        raise


async def main():
    inner = asyncio.create_task(job(2, 'a'))
    t = asyncio.create_task(outer(inner))
    await asyncio.sleep(1)
    t.cancel('x')
    await asyncio.wait([t])
    print(await inner)


asyncio.run(main())
