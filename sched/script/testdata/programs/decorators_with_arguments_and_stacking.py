import asyncio
import functools
import time


def retry(times=3, *, delay=0.1, exceptions=(Exception,)):
    def decorate(fn):
        @functools.wraps(fn)
        async def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return await fn(*args, **kwargs)
                except exceptions as e:
                    print(f"{fn.__name__} attempt {attempt}: {type(e).__name__}({e})")
                    if attempt == times:
                        raise
                    await asyncio.sleep(delay * 2 ** (attempt - 1))
        return wrapper
    return decorate


def timed(fn):
    @functools.wraps(fn)
    async def wrapper(*args, **kwargs):
        start = time.monotonic()
        try:
            return await fn(*args, **kwargs)
        finally:
            print(f"{fn.__name__}{args!r} took {time.monotonic() - start:.2f}")
    return wrapper


def log(fn=None, *, prefix="LOG"):
    if fn is None:
        return functools.partial(log, prefix=prefix)

    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        params = ", ".join([*map(repr, args), *(f"{k}={v!r}" for k, v in kwargs.items())])
        result = fn(*args, **kwargs)
        print(f"{prefix} {fn.__name__}({params}) = {result!r}")
        return result
    return wrapper


def singleton(cls):
    instance = None

    @functools.wraps(cls, updated=())
    def get(*args, **kwargs):
        nonlocal instance
        if instance is None:
            instance = cls(*args, **kwargs)
        return instance
    return get


def validate(**types):
    def decorate(fn):
        def wrapper(**kwargs):
            for k, t in types.items():
                if not isinstance(kwargs.get(k), t):
                    raise TypeError(f"{k} must be {t.__name__}")
            return fn(**kwargs)
        return wrapper
    return decorate


def add_repr(cls):
    def __repr__(self):
        return f"{cls.__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
    cls.__repr__ = __repr__
    return cls


@singleton
@add_repr
class Settings:
    """Only one."""

    def __init__(self, mode="prod"):
        self.mode = mode
        self.calls = 0


@log
def add(a, b=2):
    """Add two numbers."""
    return a + b


@log(prefix=">>>")
def greet(name, *, loud=False):
    return f"hi {name}".upper() if loud else f"hi {name}"


failures = iter([ValueError("bad"), OSError("net"), None, None, KeyError("k")])


@timed
@retry(times=3, delay=0.5, exceptions=(ValueError, OSError))
async def fetch(url):
    """Fetch a url."""
    if error := next(failures):
        raise error
    await asyncio.sleep(0.25)
    return f"body of {url}"


@validate(n=int, s=str)
def repeat(n, s):
    return s * n


def counter():
    count = 0

    def inc(by=1):
        nonlocal count
        count += by
        return count
    return inc


class Memo:
    def __init__(self, fn):
        self.fn, self.memo = fn, {}

    def __get__(self, obj, cls=None):
        return functools.partial(self, obj)

    def __call__(self, *args):
        if args[1:] not in self.memo:
            self.memo[args[1:]] = self.fn(*args)
        return self.memo[args[1:]]


class Maths:
    @Memo
    def slow(self, n):
        print("slow", n)
        return n ** 2


async def main():
    print(await fetch("/a"))
    print(await fetch("/b"))
    try:
        await fetch("/c")
    except KeyError as e:
        print("gave up:", repr(e))
    print(fetch.__name__, fetch.__doc__, fetch.__wrapped__.__wrapped__.__name__)
    add(1)
    add(1, b=5)
    greet("bo", loud=True)
    s = Settings("dev")
    s.calls += 1
    print(s, Settings() is s, Settings.__name__, Settings.__doc__)
    print(repeat(n=2, s="ab"))
    try:
        repeat(n="2", s="ab")
    except TypeError as e:
        print(e)
    c1, c2 = counter(), counter()
    print(c1(), c1(5), c2(), c1.__closure__[0].cell_contents, c1.__code__.co_freevars)
    m = Maths()
    print(m.slow(3), m.slow(3), Maths.__dict__["slow"].memo)
    fns = [lambda x, i=i: x * i for i in range(3)]
    late = [lambda: i for i in range(3)]
    print([f(10) for f in fns], [f() for f in late], add.__defaults__, greet.__wrapped__.__kwdefaults__)


asyncio.run(main())
