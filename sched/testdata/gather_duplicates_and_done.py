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
    c = job(1, 'b')
    print(await asyncio.gather(t, c, c, t))
    print(await asyncio.gather(t, t))
    print(await asyncio.gather())


asyncio.run(main())
