"""Async generators: closing, throwing, cleanup order, breaking out."""
import asyncio


async def ticker(name, n, delay=0.1):
    try:
        for i in range(n):
            await asyncio.sleep(delay)
            yield f"{name}{i}"
    except GeneratorExit:
        print(name, "GeneratorExit")
        raise
    except ValueError as e:
        print(name, "got", e)
        yield "recovered"
    finally:
        print(name, "finally")


async def squares():
    x = None
    while True:
        x = yield (x or 0) ** 2
        if x is None:
            return


async def chain(*gens):
    for g in gens:
        async for x in g:
            yield x


async def collect(gen, limit=None):
    out = []
    async for x in gen:
        out.append(x)
        if limit and len(out) == limit:
            break
    return out


async def main():
    print(await collect(ticker("a", 3)))
    g = ticker("b", 5)
    print(await anext(g), await g.__anext__())
    await g.aclose()
    try:
        await anext(g)
    except StopAsyncIteration:
        print("exhausted")
    print(await anext(g, "default"))
    g = ticker("c", 5)
    print(await anext(g))
    print(await g.athrow(ValueError("boo")))
    try:
        await g.athrow(KeyError("k"))
    except (KeyError, StopAsyncIteration) as e:
        print(type(e).__name__)
    s = squares()
    print(await s.asend(None), await s.asend(3), await s.asend(4))
    try:
        await s.asend(None)
    except StopAsyncIteration:
        print("squares done")
    print(await collect(chain(ticker("d", 2), ticker("e", 1))))
    print([x async for x in ticker("f", 2)], {x: 1 async for x in ticker("g", 1)})
    t = asyncio.create_task(collect(ticker("h", 100)))
    await asyncio.sleep(0.25)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled h")
    async with asyncio.timeout(1):
        async for x in ticker("i", 3):
            print(x)
    gen = ticker("j", 3)
    try:
        async for x in gen:
            raise RuntimeError("in the body")
    except RuntimeError as e:
        print(e)
    await gen.aclose()
    try:
        async for x in 5:
            pass
    except TypeError as e:
        print(e)
    try:
        for x in ticker("k", 1):
            pass
    except TypeError as e:
        print(e)
    g = ticker("l", 2)
    a = asyncio.create_task(anext(g)) if False else g.__anext__()
    print(type(a).__name__, await a)
    await g.aclose()


asyncio.run(main())
