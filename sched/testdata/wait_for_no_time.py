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
    t = asyncio.create_task(job(0, 'a'))
    await t
    print(await asyncio.wait_for(t, 0))
    for c in (guarded(5), asyncio.shield(job(3, 'c'))):
        try:
            await asyncio.wait_for(c, 0)
        except TimeoutError:
            print('timeout')


asyncio.run(main())
