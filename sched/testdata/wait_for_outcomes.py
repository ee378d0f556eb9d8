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


async def swallow():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        return 'swallowed'


async def main():
    print(await asyncio.wait_for(job(1, 'a'), 2))
    print(await asyncio.wait_for(swallow(), 1))
    print(await asyncio.wait_for(job(1, 'b'), None))
    for c in (guarded(5), job(1, 'tie'), asyncio.create_task(guarded(5)), asyncio.shield(job(3, 'c'))):
        try:
            await asyncio.wait_for(c, 1)
        except TimeoutError:
            print('timeout')
    print(asyncio.current_task().cancelling())


asyncio.run(main())
