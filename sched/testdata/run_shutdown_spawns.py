import asyncio


async def job(name):
    print(name, asyncio.current_task().get_name())
    await asyncio.sleep(0)
    print(name, 'again')
    asyncio.create_task(inner())
    await asyncio.sleep(1)


async def inner():
    print('inner')


async def ends():
    return 5


def done(t):
    print('done', t.get_name())


def spawn(n):
    print('spawn', n)
    loop = asyncio.get_running_loop()
    if n:
        loop.call_soon(spawn, n - 1)
        return
    t = loop.create_task(job('a'))
    t.add_done_callback(done)
    e = loop.create_task(ends())
    e.add_done_callback(done)


async def main():
    asyncio.get_running_loop().call_soon(spawn, 1)


async def second():
    print('second', asyncio.current_task().get_name())
    await asyncio.sleep(0)
    t = asyncio.create_task(ends())
    print(await t, t.get_name())


asyncio.run(main())
asyncio.run(second())
