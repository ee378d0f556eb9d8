"""A gather whose eager child gathers the same futures meanwhile."""
import asyncio


async def child(f):
    print(await asyncio.gather(f, asyncio.sleep(0, "slept")))


async def quick():
    return 1


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    f = loop.create_future()
    loop.call_later(1, f.set_result, "f")
    print(await asyncio.gather(f, child(f), f))
    t = asyncio.create_task(quick())
    print(t, t.get_coro())


asyncio.run(main())
