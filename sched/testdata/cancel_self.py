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


async def then_sleep():
    asyncio.current_task().cancel('me')
    await asyncio.sleep(1)


async def then_yield():
    asyncio.current_task().cancel('me')
    await asyncio.sleep(0)


async def then_return(f):
    asyncio.current_task().cancel('me')
    await f
    return 3


async def then_raise():
    asyncio.current_task().cancel('me')
    raise ValueError('bad')


async def twice():
    asyncio.current_task().cancel('me')
    print(asyncio.current_task().uncancel())
    await asyncio.sleep(0)
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        pass
    await asyncio.sleep(0)
    return 4


async def main():
    f = asyncio.get_running_loop().create_future()
    f.set_result(1)
    ts = [asyncio.create_task(c) for c in (then_sleep(), then_yield(), then_return(f), then_raise(), twice())]
    await asyncio.gather(*ts, return_exceptions=True)
    print([t.cancelling() for t in ts])


asyncio.run(main())
