import asyncio
import contextlib
from contextlib import contextmanager, asynccontextmanager, ExitStack, AsyncExitStack, suppress, closing
import sys

@contextmanager
def tag(name, *, loud=False):
    """Makes a tag."""
    print(f"<{name}>")
    try:
        yield name.upper() if loud else name
    except ValueError as e:
        print("swallow", e)
    finally:
        print(f"</{name}>")

print(tag.__name__, tag.__doc__, tag.__qualname__, tag.__wrapped__.__name__)
with tag("a") as x:
    print(x)
with tag("b", loud=True) as x:
    raise ValueError("bb")
try:
    with tag("c"):
        raise KeyError("cc")
except KeyError as e:
    print("out", e, repr(e.__context__))

@tag("deco")
def work(n):
    "works"
    print("work", n)
    return n * 2
print(work(2), work(3), work.__name__, work.__doc__)

@contextmanager
def never():
    if False:
        yield
@contextmanager
def twice():
    yield 1
    yield 2
@contextmanager
def after_throw():
    try:
        yield 1
    except BaseException:
        pass
    yield 2
@contextmanager
def replaces():
    try:
        yield
    except Exception as e:
        raise RuntimeError("replaced") from e
@contextmanager
def replaces2():
    try:
        yield
    except Exception as e:
        raise RuntimeError("replaced2")

for f in never, twice, after_throw, replaces, replaces2:
    try:
        with f():
            if f in (after_throw, replaces, replaces2):
                raise OSError("x")
    except Exception as e:
        print(f.__name__, type(e).__name__, e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)

@contextmanager
def stop():
    yield
try:
    with stop():
        raise StopIteration(3)
except StopIteration as e:
    print("StopIteration", e.value)
try:
    with replaces2():
        raise StopIteration(3)
except RuntimeError as e:
    print("RuntimeError", e)

class M(contextlib.ContextDecorator):
    def __init__(self, n): self.n = n
    def __enter__(self):
        print("enter", self.n); return self
    def __exit__(self, *exc):
        print("exit", self.n, exc[0]); return self.n == "swallow"
@M("1")
def g(): print("g"); return 5
print(g(), g())

with ExitStack() as stack:
    for i in range(3):
        m = stack.enter_context(M(i))
    stack.callback(print, "cb", 1, sep="-")
    @stack.callback
    def _():
        print("deco cb")
    stack.push(M("pushed"))
    def ex(t, v, tb):
        print("ex", t, v)
    stack.push(ex)
    print("body")
with ExitStack() as stack:
    stack.enter_context(M("swallow"))
    stack.callback(print, "cb")
    raise ValueError(1)
stack = ExitStack()
with stack:
    stack.enter_context(M(1))
    moved = stack.pop_all()
print("moved")
moved.close()
try:
    with ExitStack() as s:
        s.enter_context(5)
except TypeError as e:
    print(e, repr(e.__cause__), e.__suppress_context__)
try:
    with ExitStack() as s:
        s.enter_context(M)
except TypeError as e:
    print(e)
class Fail:
    def __init__(self, n): self.n = n
    def __enter__(self): return self
    def __exit__(self, *a):
        raise KeyError(self.n)
try:
    with ExitStack() as s:
        s.enter_context(Fail(1))
        s.enter_context(Fail(2))
        s.callback(lambda: 1/0)
        raise ValueError("body")
except Exception as e:
    while e:
        print(repr(e), e.__suppress_context__)
        e = e.__context__
try:
    with Fail(1), Fail(2):
        raise ValueError("body")
except Exception as e:
    while e:
        print(repr(e), e.__suppress_context__)
        e = e.__context__
with suppress(ZeroDivisionError), ExitStack() as s:
    s.callback(lambda: 1/0)
print(sys.exc_info(), sys.exception())
try:
    1/0
except ZeroDivisionError:
    print(sys.exc_info()[:2], repr(sys.exception()))
    with suppress(KeyError):
        {}[1]
    print(repr(sys.exception()))
with contextlib.nullcontext(3) as n: print(n)
cm = tag("once")
with cm: pass
try:
    with cm: pass
except Exception as e:
    print(type(e).__name__, e)
