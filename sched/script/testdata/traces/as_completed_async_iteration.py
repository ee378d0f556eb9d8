import asyncio


async def download(name, seconds):
    await asyncio.sleep(seconds)
    if name.startswith("bad"):
        raise ConnectionError(name)
    return f"{name}:{seconds}"


async def main():
    tasks = [asyncio.create_task(download(n, s), name=n) for n, s in [("a", 0.3), ("bad", 0.1), ("c", 0.2)]]
    async for task in asyncio.as_completed(tasks):
        try:
            print(task.get_name(), task in tasks, await task)
        except ConnectionError as e:
            print(task.get_name(), "failed", e)

    print("with plain iteration")
    for next_one in asyncio.as_completed([download(n, s) for n, s in [("x", 0.2), ("y", 0.1)]]):
        print(type(next_one).__name__, await next_one)

    print("with timeout")
    try:
        async for t in asyncio.as_completed([download("slow", 5), download("quick", 0.5)], timeout=1):
            print(t.result())
    except TimeoutError as e:
        print("TimeoutError", repr(e))
    print(len(asyncio.all_tasks()), "tasks")
    print("empty:", [await c for c in asyncio.as_completed([])])
    iterator = asyncio.as_completed([download("one", 0.1), download("two", 0.2)])
    first = await next(iter(iterator))
    print(first)
    async for t in iterator:
        print("rest", await t)


asyncio.run(main())
