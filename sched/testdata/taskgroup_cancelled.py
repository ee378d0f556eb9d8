import asyncio


async def guarded(d):
    try:
        await asyncio.sleep(d)
    except asyncio.CancelledError as e:
        print('got', *e.args)
        raise


async def slow():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as e:
        print('got', *e.args)
        await asyncio.sleep(2)
        raise


async def bad_end():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError('bad')


async def waits(*jobs):
    try:
        async with asyncio.TaskGroup() as g:
            for j in jobs:
                g.create_task(j)
    except BaseException as e:
        print(type(e).__name__, *e.args[:1])
    await asyncio.sleep(1)
    print('on')


async def in_the_body():
    async with asyncio.TaskGroup() as g:
        g.create_task(guarded(5))
        await asyncio.sleep(5)


async def main():
    t = asyncio.create_task(waits(guarded(5), slow()))
    await asyncio.sleep(1)
    t.cancel('one')
    await asyncio.sleep(1)
    t.cancel('two')
    await asyncio.wait([t])
    t = asyncio.create_task(waits(bad_end()))
    await asyncio.sleep(1)
    t.cancel('three')
    await asyncio.wait([t])
    t = asyncio.create_task(in_the_body())
    await asyncio.sleep(1)
    t.cancel('four')
    await asyncio.wait([t])


asyncio.run(main())
