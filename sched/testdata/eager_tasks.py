import asyncio


async def at_once(x):
    print('at once', x)
    return x


async def suspends():
    print('starts')
    asyncio.create_task(at_once(2))
    await asyncio.sleep(0)
    print('goes on')


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(at_once(1))
    print(t.done())
    await t
    await asyncio.gather(suspends(), at_once(3))


asyncio.run(main())
