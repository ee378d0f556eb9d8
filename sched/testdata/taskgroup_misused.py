import asyncio


async def job(d, result):
    await asyncio.sleep(d)
    return result


async def fail(d):
    await asyncio.sleep(d)
    raise ValueError('bad')


async def leaves():
    await asyncio.sleep(1)
    raise SystemExit(3)


def tries(g):
    try:
        g.create_task(job(1, 'x'))
    except RuntimeError as e:
        print(*e.args)


async def late(g):
    try:
        await asyncio.sleep(5)
    finally:
        tries(g)


async def main():
    g = asyncio.TaskGroup()
    tries(g)
    try:
        async with g:
            g.create_task(fail(1))
            g.create_task(late(g))
            try:
                await g.__aenter__()
            except RuntimeError as e:
                print(*e.args)
    except ExceptionGroup as e:
        print(type(e).__name__)
    g = asyncio.TaskGroup()
    async with g:
        g.create_task(job(1, 'y'))
    tries(g)
    async with asyncio.TaskGroup() as g:
        g.create_task(leaves())
        g.create_task(job(2, 'z'))


asyncio.run(main())
