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
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as a:
            async with asyncio.timeout(1) as b:
                await asyncio.sleep(5)
    except TimeoutError:
        print(a.expired(), b.expired())
    try:
        async with asyncio.timeout(0):
            print('body')
            await asyncio.sleep(0)
    except TimeoutError:
        print('timeout')
    async with asyncio.timeout_at(loop.time() - 1) as c:
        print('no suspension')
    print(c.expired())
    async with asyncio.timeout(1) as d:
        d.reschedule(loop.time() + 3)
        await asyncio.sleep(2)
        d.reschedule(None)
        print(d.when())
    async with asyncio.timeout(1) as e:
        try:
            await asyncio.sleep(2)
        except asyncio.CancelledError:
            print('swallowed')
    print(e.expired(), asyncio.current_task().cancelling())


asyncio.run(main())
