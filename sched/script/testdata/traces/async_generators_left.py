import asyncio


class Feed:
    def __init__(self, name):
        self.name = name
        self.gen = self._gen()

    async def _gen(self):
        try:
            for n in range(10):
                yield f"{self.name}{n}"
                await asyncio.sleep(0.1)
        finally:
            print(self.name, "closing")
            await asyncio.sleep(0.05)
            print(self.name, "closed")

    async def take(self, n):
        out = []
        async for x in self.gen:
            out.append(x)
            if len(out) == n:
                break
        return out


async def src(name):
    try:
        for i in range(100):
            yield i
            await asyncio.sleep(0.1)
    finally:
        print("src", name, "done")


async def first_over(gen, limit):
    async for x in gen:
        if x > limit:
            return x


async def peek(gen):
    x = await anext(gen)
    return x, gen


async def fails():
    async for x in src("fails"):
        if x == 1:
            raise ValueError("stop")


async def drain():
    async for x in src("cancelled"):
        pass


async def main():
    feed = Feed("feed")
    print(await feed.take(2))
    print(await feed.take(2))
    print(await first_over(src("over"), 2))
    g = src("mine")
    print(await first_over(g, 1), await anext(g))
    x, g2 = await peek(src("peek"))
    print(x, await anext(g2))
    await g2.aclose()
    try:
        await fails()
    except ValueError as e:
        print(e)
    t = asyncio.create_task(drain())
    await asyncio.sleep(0.25)
    t.cancel()
    await asyncio.wait([t])
    print("end of main", t.cancelled())


asyncio.run(main())
asyncio.run(first_over(src("second"), 1))
