import asyncio
from functools import cache, cached_property, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod, wraps


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@lru_cache(maxsize=2)
def area(w, h=1):
    print("computing", w, h)
    return w * h


@singledispatch
def describe(x):
    return f"something: {x!r}"


@describe.register
def _(x: int):
    return f"int {x:+d}"


@describe.register(list)
@describe.register(tuple)
def _(x):
    return f"{type(x).__name__} of {len(x)}: " + "; ".join(map(describe, x))


@describe.register
def _(x: str | bytes):
    return f"text {x!r}"


class Cell:
    def __init__(self, value):
        self.value = value
        self.alive = False

    @cached_property
    def square(self):
        print("squaring", self.value)
        return self.value ** 2

    def set_state(self, alive):
        self.alive = alive

    revive = partialmethod(set_state, True)

    @singledispatchmethod
    def add(self, other):
        raise NotImplementedError(f"cannot add {type(other).__name__}")

    @add.register
    def _(self, other: int):
        return Cell(self.value + other)

    @add.register
    def _(self, other: str):
        return self.add(int(other))


def async_cache(func):
    memo = {}

    @wraps(func)
    async def wrapper(*args):
        if args not in memo:
            memo[args] = asyncio.ensure_future(func(*args))
        return await memo[args]

    wrapper.memo = memo
    return wrapper


@async_cache
async def fetch(key):
    """Fetch a key slowly."""
    print("fetching", key)
    await asyncio.sleep(0.5)
    return key * 2


async def main():
    print(fib(80), fib.cache_info())
    for args in ((2, 3), (2, 3), (4,), (5, 6), (2, 3)):
        print(area(*args), end=" ")
    print(area.cache_info(), area.__name__, area.__wrapped__(1, 1))
    area.cache_clear()
    print(area.cache_info().hits, area.cache_parameters())
    for x in (5, "hi", [1, (2, "x")], 2.5, True, b"z", None):
        print(describe(x))
    print(describe.dispatch(bool).__name__, sorted(t.__name__ for t in describe.registry))
    c = Cell(7)
    print(c.square, c.square, "square" in vars(c))
    c.revive()
    print(c.alive, c.add(3).value, c.add("5").value)
    try:
        c.add([])
    except NotImplementedError as e:
        print(e)
    print(await asyncio.gather(*map(fetch, "aba")), list(fetch.memo), fetch.__doc__, fetch.__name__)
    print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda acc, w: acc | {w: len(w)}, ["x", "yy"], {}))
    hexa = partial(int, base=16)
    print(hexa("ff"), hexa.func, hexa.args, hexa.keywords, hexa)
    shout = partial(print, "hey", sep="-", end="!\n")
    shout("you", "there")
    try:
        area([1])
    except TypeError as e:
        print(e)


asyncio.run(main())
