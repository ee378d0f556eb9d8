import asyncio


async def numbers(n):
    try:
        for i in range(n):
            await asyncio.sleep(0.1)
            got = yield i
            if got:
                print("got", got)
    except ValueError as e:
        print("caught", e)
        yield "after"
    finally:
        print("cleanup", n)


class Room:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("enter", self.name)
        return self

    async def __aexit__(self, kind, exc, tb):
        await asyncio.sleep(0)
        print("exit", self.name, kind, repr(exc))
        return self.swallow


class Ticker:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


class Plain:
    def __await__(self):
        yield
        x = yield from asyncio.sleep(0.1, "slept").__await__()
        return x + "!"


async def main():
    async for i in numbers(3):
        print(i)
    else:
        print("else")
    print([i async for i in numbers(2)], {i: i async for i in Ticker(3)}, [i async for i in Ticker(5) if i % 2])
    async with Room("a") as a, Room("b", True) as b:
        print(a.name, b.name)
        raise KeyError("x")
    try:
        async with Room("c"):
            raise KeyError("y")
    except KeyError as e:
        print("outside", e)
    g = numbers(5)
    print(await anext(g), await g.asend("hello"), await g.athrow(ValueError("thrown")))
    try:
        await g.__anext__()
    except StopAsyncIteration as e:
        print("ended", repr(e))
    print(await anext(g, "default"))
    h = numbers(4)
    print(await h.asend(None))
    print(await h.aclose(), await h.aclose())
    try:
        await anext(h)
    except StopAsyncIteration:
        print("closed")
    print(await Plain())
    print(await asyncio.gather(Plain(), Plain()))
    squares = (i * i async for i in numbers(3))
    print([s async for s in squares])
    print(sum([await asyncio.sleep(0.1, i) for i in range(3)]))
    lazy = (await asyncio.sleep(0, i) for i in range(3))
    print([i async for i in lazy])
    for bad in [5, [1]]:
        try:
            async for i in bad:
                pass
        except TypeError as e:
            print(e)
        try:
            async with bad:
                pass
        except TypeError as e:
            print(e)
        try:
            await bad
        except TypeError as e:
            print(e)
    async for i in numbers(9):
        break
    await asyncio.sleep(1)
    print("after break")
    t = asyncio.create_task(asyncio.sleep(5))
    t2 = asyncio.create_task(consume())
    await asyncio.sleep(0.25)
    t2.cancel()
    try:
        await t2
    except asyncio.CancelledError:
        print("cancelled")
    t.cancel()
    x = numbers(2)
    try:
        await asyncio.gather(anext(x), anext(x))
    except RuntimeError as e:
        print(e)
    await asyncio.sleep(1)
    await x.aclose()


async def consume():
    async for i in numbers(7):
        print("consumed", i)


asyncio.run(main())
