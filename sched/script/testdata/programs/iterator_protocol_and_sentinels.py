import asyncio
import random
from itertools import chain, count, cycle, dropwhile, islice, pairwise, repeat, takewhile, tee, zip_longest


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return CountdownIterator(self.start)

    def __reversed__(self):
        yield from range(1, self.start + 1)

    def __len__(self):
        return self.start

    def __contains__(self, x):
        return isinstance(x, int) and 0 < x <= self.start


class CountdownIterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1

    def __length_hint__(self):
        return self.n


class Peekable:
    END = object()

    def __init__(self, iterable):
        self.it = iter(iterable)
        self.buffer = []

    def peek(self, default=END):
        if not self.buffer:
            try:
                self.buffer.append(next(self.it))
            except StopIteration:
                if default is self.END:
                    raise
                return default
        return self.buffer[0]

    def __next__(self):
        if self.buffer:
            return self.buffer.pop()
        return next(self.it)

    def __iter__(self):
        return self


class OldStyle:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i


def chunks(iterable, n):
    it = iter(iterable)
    while batch := tuple(islice(it, n)):
        yield batch


async def ticker(iterator, pause):
    for x in iterator:
        yield x
        await asyncio.sleep(pause)


async def main():
    c = Countdown(4)
    print(list(c), list(reversed(c)), len(c), 3 in c, 9 in c, "x" in c, sum(c), max(c), sorted(c))
    it = iter(c)
    print(next(it), next(it), list(it), next(it, "empty"))
    async for x in ticker(c, 0.5):
        print("tick", x)
    print([x async for x in ticker("ab", 0.1)], {x: y async for x, y in ticker(pairwise("abc"), 0.1)})
    p = Peekable([1, 1, 2, 3, 3])
    runs = []
    while (x := p.peek(None)) is not None:
        n = 0
        while p.peek(None) == x:
            next(p)
            n += 1
        runs.append((x, n))
    print(runs)
    try:
        p.peek()
    except StopIteration as e:
        print(repr(e), e.value)
    print(list(OldStyle()), 9 in OldStyle(), [*zip(OldStyle(), "abc")])
    print(list(chunks(range(7), 3)), list(zip_longest("ab", range(3), fillvalue="-")))
    rng = random.Random(4)
    rolls = list(iter(lambda: rng.randint(1, 6), 6))
    print(rolls, list(takewhile(lambda x: x < 5, rolls)), list(dropwhile(lambda x: x < 4, rolls))[:3])
    a, b = tee(x * x for x in range(5))
    next(b)
    print([y - x for x, y in zip(a, b)], list(islice(cycle("xyz"), 2, 9, 3)), list(zip(count(10, 5), repeat("r", 2))))
    print(next(iter([])), "never") if False else print(*chain("ab", [1], {"k": 2}))
    for bad in (lambda: iter(5), lambda: next([]), lambda: list(zip([1], [1, 2], strict=True)), lambda: reversed({1})):
        try:
            bad()
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    def g():
        yield 1
        raise StopIteration
    try:
        list(g())
    except RuntimeError as e:
        print(e, repr(e.__cause__))
    print(enumerate("ab").__next__(), list(enumerate("ab", start=5)), dict(enumerate("xy")), list(map(pow, [2, 3], [3, 2])), list(filter(None, [0, 1, "", "a"])))


asyncio.run(main())
