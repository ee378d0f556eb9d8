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
    ts = [asyncio.create_task(c) for c in (job(1, 'a'), job(1, 'b'), fail(2), guarded(4))]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(ts, timeout=0.5)
    print(len(done), len(pending))
    ts[3].cancel()
    done, pending = await asyncio.wait(ts[2:], return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(ts + ts)
    print(len(done), len(pending))
    try:
        await asyncio.wait([])
    except ValueError as e:
        print(e)


asyncio.run(main())
