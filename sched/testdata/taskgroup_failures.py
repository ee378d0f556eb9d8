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


async def stubborn():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(1)
        raise ValueError('bad')


async def tries(body):
    try:
        async with asyncio.TaskGroup() as g:
            await body(g)
    except BaseException as e:
        print(type(e).__name__, str(e))
        raise


async def one_fails(g):
    g.create_task(guarded(5))
    g.create_task(fail(1))
    g.create_task(stubborn(), name='stubborn')
    g.create_task(job(1, 'x'))
    await asyncio.sleep(5)


async def body_fails(g):
    g.create_task(guarded(5))
    await asyncio.sleep(1)
    raise ValueError('bad')


async def both_at_once(g):
    g.create_task(fail(1))
    g.create_task(fail(1))


async def all_well(g):
    a = g.create_task(job(1, 'a'))
    b = g.create_task(guarded(5))
    await a
    b.cancel('alone')


async def empty(g):
    pass


async def main():
    for body in one_fails, body_fails, both_at_once, all_well, empty:
        t = asyncio.create_task(tries(body))
        await asyncio.wait([t])
        print(t.cancelling())


asyncio.run(main())
