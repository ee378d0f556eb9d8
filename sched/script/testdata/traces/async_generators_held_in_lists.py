import asyncio


async def count(name, n, delay=0.1):
    try:
        for i in range(n):
            await asyncio.sleep(delay)
            yield i
    finally:
        print(f"  {name} closed")


async def azip(*sources):
    its = [aiter(s) for s in sources]
    while True:
        try:
            items = [await anext(it) for it in its]
        except StopAsyncIteration:
            return
        yield tuple(items)


async def chain(*sources):
    for s in sources:
        async for x in s:
            yield x


async def first_of(source):
    async for x in source:
        return x


class Merged:
    def __init__(self, **sources):
        self.sources = {k: aiter(s) for k, s in sources.items()}

    async def head(self):
        return {k: await anext(it) for k, it in self.sources.items()}


async def main():
    print([p async for p in azip(count("a", 3), count("b", 2), count("c", 5))])
    await asyncio.sleep(0.1)
    print([x async for x in chain(count("d", 2), count("e", 1))])
    async for x in chain(count("f", 2), count("g", 2)):
        if x == 1:
            break
    await asyncio.sleep(0.1)
    print("first", await first_of(count("h", 3)))
    await asyncio.sleep(0.1)
    print("merged", await Merged(x=count("i", 2), y=count("j", 2)).head())
    await asyncio.sleep(0.1)
    m = Merged(z=count("k", 2))
    await m.head()
    m = None
    await asyncio.sleep(0.1)
    print("pop", await anext((lambda g: g)(count("o", 2))))
    await asyncio.sleep(0.1)
    print("end of main")


asyncio.run(main())
