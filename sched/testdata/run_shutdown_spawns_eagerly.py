import asyncio


async def job(name):
    print(name)
    await asyncio.sleep(0)
    print(name, 'again')
    await asyncio.sleep(1)


async def ends():
    return 5


def spawn(n):
    loop = asyncio.get_running_loop()
    if n:
        loop.call_soon(spawn, n - 1)
        return
    loop.create_task(job('a'))
    loop.create_task(ends())


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    loop.call_soon(spawn, 1)


asyncio.run(main())
