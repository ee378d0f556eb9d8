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
    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(job(1, 1))
    await asyncio.gather(t, f)


asyncio.run(main())
