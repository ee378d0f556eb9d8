import asyncio
import time


async def job(n, fail=False):
    await asyncio.sleep(n)
    if fail:
        raise ValueError(n)
    return n


def work(a, b=0):
    time.sleep(0.2)
    return a + b


async def main():
    for c in asyncio.as_completed([job(0.03), job(0.01), job(0.02, True)]):
        try:
            print(await c)
        except ValueError as e:
            print(repr(e))
    tasks = [asyncio.create_task(job(0.02)), asyncio.create_task(job(0.01))]
    async for t in asyncio.as_completed(tasks):
        print(t is tasks[1], t.result())
    try:
        async for t in asyncio.as_completed([job(1)], timeout=0.01):
            print("no")
    except TimeoutError as e:
        print(repr(e))
    print(list(asyncio.as_completed([])))
    for bad in (asyncio.create_task(job(0)), [1], 3):
        try:
            asyncio.as_completed(bad)
        except TypeError as e:
            print(e)
    print(await asyncio.to_thread(work, 1, b=2))
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(loop.run_in_executor(None, work, 1), asyncio.to_thread(work, 5)))
    try:
        await asyncio.to_thread(work)
    except TypeError as e:
        print(e)
    print(loop.get_task_factory())
    loop.set_task_factory(asyncio.eager_task_factory)

    async def quick():
        print("quick")
        return 7
    t = asyncio.create_task(quick())
    print(t.done(), loop.get_task_factory() is asyncio.eager_task_factory)
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(quick())
        b = tg.create_task(job(0.01))
    print(a.result(), b.result())
    loop.set_task_factory(None)
    try:
        loop.set_task_factory(3)
    except TypeError as e:
        print(e)

asyncio.run(main())


async def plain():
    print(asyncio.get_running_loop().get_task_factory())

asyncio.run(plain())
