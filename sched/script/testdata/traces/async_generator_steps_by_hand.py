import asyncio


async def ticker(name):
    n = 0
    try:
        while True:
            try:
                received = yield n
                if received is not None:
                    print(f"  {name} got {received!r}")
                    n = received
            except ZeroDivisionError:
                print(f"  {name} resets")
                n = -1
            await asyncio.sleep(0.1)
            n += 1
    finally:
        print(f"  {name} ends at {n}")


async def limited(source, limit):
    count = 0
    async for x in source:
        if count == limit:
            return
        yield x
        count += 1


async def flatten(nested):
    for item in nested:
        if isinstance(item, list):
            async for sub in flatten(item):
                yield sub
        else:
            await asyncio.sleep(0)
            yield item


async def main():
    t = ticker("t")
    print(await anext(t), await t.asend(10), await t.athrow(ZeroDivisionError))
    print(await t.__anext__())
    try:
        await t.athrow(KeyError, "gone")
    except KeyError as e:
        print("KeyError", e)
    print(await anext(t, "exhausted"))
    inner = ticker("inner")
    print([x async for x in limited(inner, 3)])
    await inner.aclose()
    print([x async for x in flatten([1, [2, [3, [4]], 5], [], 6])])
    try:
        await ticker("fresh").asend(5)
    except TypeError as e:
        print(e)
    g = ticker("g")
    print(type(g).__name__, g.__name__, g.ag_running, g.ag_frame is not None)
    it = aiter(g)
    print(it is g, await anext(it))
    task = asyncio.create_task(anext_of(g))
    await asyncio.sleep(0.05)
    try:
        await anext(g)
    except RuntimeError as e:
        print("RuntimeError:", e)
    print(await task)
    await g.aclose()
    total = 0
    async for i, (a, b) in aenumerate([("x", 1), ("y", 2)]):
        total += b * i
        print(i, a, b)
    else:
        print("total", total)


async def anext_of(g):
    return await anext(g)


async def aenumerate(items, start=1):
    i = start
    for x in items:
        yield i, x
        i += 1


asyncio.run(main())
