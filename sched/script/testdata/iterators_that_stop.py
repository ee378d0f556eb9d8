import asyncio, math, operator, copy, pprint, random, traceback, types, itertools

def sentinel_gen(items):
    it = iter(items)
    def f():
        return next(it)
    return f

async def main():
    def rr(*iterables):
        its = map(iter, iterables)
        for active in range(len(iterables), 0, -1):
            its = itertools.cycle(itertools.islice(its, active))
            yield from map(next, its)
    print(list(rr("ABC", "D", "EF")))
    m = map(next, [iter("a"), iter(""), iter("b")])
    print(list(m), list(m), list(m))
    def stop(x):
        if x > 1: raise StopIteration(x * 10)
        return x
    m = map(stop, range(5))
    print(next(m), next(m))
    try:
        next(m)
    except StopIteration as e:
        print("stop", e.value)
    print(list(filter(stop, range(5))), list(itertools.takewhile(stop, [1, 2, 3])), list(iter(sentinel_gen("abc"), None)))
    print(list(itertools.starmap(stop, [(0,), (2,), (1,)])), list(itertools.accumulate([0, 1, 1, 5], lambda a, b: stop(b))))
    rng = random.Random(5)
    bad = 0
    h = 0
    for _ in range(3000):
        x = rng.uniform(-1, 1) * 1e30
        h = hash((h, math.cbrt(x)))
    print(h, math.cbrt(27), math.cbrt(-8), math.cbrt(0.0), math.cbrt(-math.inf), math.cbrt(5e-324), math.cbrt(2))
    l = iter([1, 2, 3]); next(l)
    print(operator.length_hint(l), operator.length_hint(iter((1, 2))), operator.length_hint(iter(range(9))), operator.length_hint("abc"), operator.length_hint(x for x in "a"), operator.length_hint(map(str, [1]), 7), operator.length_hint(iter("héy")))
    b = bytearray(b"xy"); c = copy.copy(b); c += b"z"; print(b, c, copy.deepcopy([b]))
    loop = asyncio.get_running_loop()
    late = loop.time() + 500
    h1, h2 = loop.call_at(late, print, 1), loop.call_at(late + 1, print, 1)
    print(h1 < h2, h1 > h2, h1 <= h2, h1 >= h2, h1 == h2, h1 != h2, h1 == loop.call_at(late, print, 1), min(h2, h1) is h1, hash(h1) == hash(late), h1 == 5)
    try:
        h1 < 3
    except TypeError as e:
        print(e)
    pprint.pprint({"bytes": b"\x00\x01abc" * 12, "b": bytearray(b"hello world, how are you" * 3), "p": types.MappingProxyType({"key": "v" * 50, "z": ["w" * 30] * 2}), "s": b"abc"}, width=40)
    pprint.pprint(b"a long bytes text that has to be cut somewhere" * 2, width=30)
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise ExceptionGroup("g", [ValueError("v"), KeyError("k")])
    except ExceptionGroup as e:
        te = traceback.TracebackException.from_exception(e)
        print(te.__cause__, str(te.__context__), te.__suppress_context__, [str(x) for x in te.exceptions], te.__notes__)
        print([(f.f_code.co_name, n) for f, n in traceback.walk_tb(e.__traceback__)])

asyncio.run(main())
