import asyncio
import contextlib
from contextlib import nullcontext as nc, suppress

with suppress(ValueError, KeyError):
    print("a")
    raise KeyError(3)
with contextlib.suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1), ValueError(2)])
try:
    with suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except* TypeError as e:
    print(e, e.exceptions)
print(suppress, suppress.__module__, suppress.__qualname__)

class R:
    def __init__(self, n): self.n = n
    def close(self): print("close", self.n)
    async def aclose(self):
        await asyncio.sleep(1)
        print("aclose", self.n)

class C(contextlib.closing):
    def __exit__(self, *a):
        print(a[0])
        super().__exit__(*a)


async def main():
    with C(R(1)) as r:
        print(r.n)
    async with contextlib.aclosing(R(2)) as r:
        await asyncio.sleep(0.5)
        print(r.n)
    t = asyncio.create_task(contextlib.aclosing(R(3)).__aexit__(None, None, None), name="x")
    await asyncio.sleep(0.1)
    async with nc(5) as x:
        print(x)
    with nc(): pass
    await t
    try:
        contextlib.closing(R(1)).foo
    except AttributeError as e:
        print(e)
    try:
        contextlib.foo
    except AttributeError as e:
        print(e)
    try:
        contextlib.closing()
    except TypeError as e:
        print(e)
asyncio.run(main())
try:
    contextlib.closing(3).__exit__()
except AttributeError as e:
    print(e)
def f():
    print(contextlib.nullcontext(f).enter_result is f)
    async def g():
        async with contextlib.aclosing(R(2)):
            pass
    return g
g = f()
g()
