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
    a = asyncio.create_task(job(1, 1), name='first')
    b = asyncio.create_task(job(1, 2))
    b.set_name('second')
    c = asyncio.create_task(job(1, 3))
    print(a.get_name(), b.get_name(), c.get_name())
    await asyncio.gather(a, b, c)


asyncio.run(main())
