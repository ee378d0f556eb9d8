import asyncio
from collections import deque


async def count(n, delay=0.1, start=0):
    for i in range(start, start + n):
        await asyncio.sleep(delay)
        yield i


async def azip(*sources):
    its = [aiter(s) for s in sources]
    while True:
        try:
            items = [await anext(it) for it in its]
        except StopAsyncIteration:
            return
        yield tuple(items)


async def amap(fn, source):
    async for x in source:
        r = fn(x)
        yield (await r) if asyncio.iscoroutine(r) else r


async def window(source, n):
    buf = deque(maxlen=n)
    async for x in source:
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf)


async def chunks(source, n):
    batch = []
    async for x in source:
        batch.append(x)
        if len(batch) == n:
            yield batch
            batch = []
    if batch:
        yield batch


class Range:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        async def it():
            for i in range(self.n):
                yield i
        return it()


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n <= 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


async def slow_double(x):
    await asyncio.sleep(0.05)
    return 2 * x


async def main():
    print([p async for p in azip(count(3), count(3, start=10), Range(5))])
    print([x async for x in amap(slow_double, Countdown(3))], [x async for x in amap(str, Range(2))])
    print([w async for w in window(count(5), 3)])
    print([c async for c in chunks(Range(7), 3)])
    print({x % 3: x async for x in count(6)}, sorted({x % 2 async for x in Range(4)}))
    r = Range(2)
    print([(a, b) async for a in r async for b in r if a != b], [[y async for y in Range(x)] async for x in Range(4)])
    print([await slow_double(x) for x in range(3) if await slow_double(x) != 2])
    total = 0
    async for a, b in azip(Range(3), count(9)):
        if b == 1:
            continue
        total += a * 10 + b
    else:
        print("total", total)
    gen = (x async for x in Range(3))
    print(await anext(gen), [x async for x in gen], await anext(gen, None))
    print(await asyncio.gather(*[anext(aiter(Range(n)), "empty") for n in range(3)]))


asyncio.run(main())
