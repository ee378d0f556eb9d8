import asyncio


async def stream(name, period, n):
    for i in range(n):
        await asyncio.sleep(period)
        yield f"{name}{i}"
    print(f"  {name} is exhausted")


async def merge(*sources):
    its = [aiter(s) for s in sources]
    waiting = {asyncio.ensure_future(anext(it)): it for it in its}
    try:
        while waiting:
            done, _ = await asyncio.wait(list(waiting), return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                it = waiting.pop(task)
                try:
                    item = task.result()
                except StopAsyncIteration:
                    continue
                waiting[asyncio.ensure_future(anext(it))] = it
                yield item
    finally:
        for t in waiting:
            t.cancel()
        print(f"  merge ends with {len(waiting)} waiting")


async def with_timeout(source, seconds, default):
    it = aiter(source)
    task = None
    while True:
        task = task or asyncio.create_task(it.__anext__(), name="next")
        done, _ = await asyncio.wait([task], timeout=seconds)
        if not done:
            yield default
            continue
        try:
            yield task.result()
        except StopAsyncIteration:
            return
        task = None


class Ticks:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0.2)
        return self.n


async def main():
    async for item in merge(stream("a", 0.3, 3), stream("b", 0.2, 4)):
        print(item)
    print([x async for x in with_timeout(stream("c", 0.5, 2), 0.2, ".")])
    print([x async for x in with_timeout(Ticks(3), 0.15, "-")])
    g = stream("d", 0.1, 2)
    t = asyncio.create_task(anext(g))
    print(t.get_name() != "", await t, await asyncio.create_task(anext(g, "default")), await asyncio.create_task(anext(g, "default")))
    g = stream("e", 0.1, 5)
    print(await asyncio.gather(anext(g)), await asyncio.wait_for(anext(g), 1))
    try:
        await asyncio.wait_for(anext(g), 0.05)
    except TimeoutError:
        print("timeout, the generator is", await anext(g, "finished"))
    g = stream("f", 0.1, 2)
    print(await asyncio.shield(g.asend(None)))
    print(await asyncio.create_task(g.aclose()))
    async for first in (c async for c in stream("g", 0.1, 2)):
        print("first", first)


asyncio.run(main())
