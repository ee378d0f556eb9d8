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
    t = asyncio.create_task(guarded(5))
    await asyncio.sleep(0)
    t.cancel('one')
    t.cancel('two')
    await asyncio.wait([t])
    print(t.cancelling())
    print(t.cancel('three'))


asyncio.run(main())
