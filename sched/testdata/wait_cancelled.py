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


async def waits(t):
    await asyncio.wait([t], timeout=9)


async def main():
    t = asyncio.create_task(job(2, 'a'))
    w = asyncio.create_task(waits(t))
    await asyncio.sleep(1)
    w.cancel()
    await asyncio.wait([w])
    print(t.done())
    await t


asyncio.run(main())
