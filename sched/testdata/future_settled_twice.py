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
    try:
        f.result()
    except asyncio.InvalidStateError as e:
        print(e)
    f.set_exception(ValueError('bad'))
    try:
        f.set_result(1)
    except asyncio.InvalidStateError as e:
        print(e)
    print(f.cancel(), f.done(), f.cancelled())
    g = asyncio.get_running_loop().create_future()
    g.set_exception(ValueError('bad'))
    h = asyncio.get_running_loop().create_future()
    h.set_exception(ValueError('bad'))
    print(h.exception())
    await asyncio.create_task(job(0, 1))
    asyncio.create_task(fail(0))
    await asyncio.sleep(1)


asyncio.run(main())
