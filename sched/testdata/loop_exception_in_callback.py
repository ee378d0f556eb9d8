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


def broken():
    raise ValueError('bad')


def on_done(f):
    raise ValueError('bad')


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(broken)
    t = asyncio.create_task(job(0, 1))
    t.add_done_callback(on_done)
    await asyncio.sleep(1)


asyncio.run(main())
