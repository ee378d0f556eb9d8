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


def a(f):
    print('a')


def b(f):
    print('b')


async def main():
    f = asyncio.get_running_loop().create_future()
    g = asyncio.get_running_loop().create_future()
    for cb in (a, b, a):
        f.add_done_callback(cb)
    for cb in (a, b, a):
        g.add_done_callback(cb)
    print(f.remove_done_callback(a), f.remove_done_callback(a))
    t = asyncio.create_task(guarded(1))
    f.set_result(3)
    print(f.remove_done_callback(b))
    f.add_done_callback(a)
    print(await f)
    g.cancel('why')
    try:
        await g
    except asyncio.CancelledError as e:
        print('got', *e.args)
    await t


asyncio.run(main())
