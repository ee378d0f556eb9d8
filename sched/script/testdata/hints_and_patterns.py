class C:
    def __iter__(self): 
        print("iter")
        return iter([1,2])
    def __len__(self):
        print("len")
        return 2
c = C()
print(list(c), tuple(c), sorted(c), [*c], (*c,), {*c}, set(c), max(c), sum(c), ",".join(map(str, c)), print(*c))
a = []
a.extend(c)
a += c
a[1:2] = c
x, y = c
print(dict.fromkeys(c), list(enumerate(c)), list(zip(c, c)), list(map(str, c)), frozenset(c), bytes(c), bytearray(c))
from collections import deque, Counter
print(deque(c), Counter(c))
ba = bytearray(range(10))
ba[::2] = b"abcde"
print(ba)
del ba[::3]
print(ba)
ba[::-2] = b""
print(ba)
try:
    ba[::2] = b"toolongtoolong"
except ValueError as e:
    print(e)
class S(str): pass
class D(dict):
    __match_args__ = ("a",)
    a = 5
for v in (b"x", bytearray(b"y"), S("s"), D(k=1)):
    match v:
        case bytes(q): print("bytes", q)
        case bytearray(q): print("ba", q)
        case S(q): print("S", q)
        case D(q): print("D", q)
def p(a, b, /): pass
for f in (lambda: p(a=1, b=2), lambda: p(1, b=2), lambda: int("1", bas=1), lambda: int("1", 2, base=2), lambda: int(1,2,3), lambda: int(x=1)):
    try: f()
    except TypeError as e: print(e)
import asyncio, inspect
from functools import partial
class A:
    async def m(self): pass
    async def ag(self): yield 1
    @staticmethod
    async def s(): pass
    @classmethod
    async def c(cls): pass
    async def __call__(self): pass
for f in (A().m, A.m, A.ag, A().ag, A.s, A.c, A().c, A(), inspect.markcoroutinefunction(lambda: 1), asyncio.sleep):
    print(getattr(f, "__qualname__", "inst"), asyncio.iscoroutinefunction(f), inspect.iscoroutinefunction(f))
class H:
    def __init__(self, h): self.h = h
    def __iter__(self): return self
    def __next__(self):
        if not self.h: raise StopIteration
        print("next", end=" ")
        self.h -= 1
        return self.h
    def __length_hint__(self):
        print("hint", end=" ")
        return self.h
print(list(H(3)), tuple(H(2)), [*H(1)], bytes(H(2)), *H(2))
import operator
print(operator.length_hint(H(4)))
def bad():
    yield 1
    yield 2
    raise ValueError("stop")
l = [0]
try: l.extend(bad())
except ValueError: print(l)
try: l += bad()
except ValueError: print(l)
try: l[:] = bad()
except ValueError: print(l)
def noisy(n):
    for i in range(n):
        print("give", i, end=" ")
        yield i
print(max(noisy(3), key=lambda x: print("key", x, end=" ") or -x), min(noisy(2)), max(1, 2), max([], default=9), min((), default=None))
for f in (lambda: max([]), lambda: max(1, 2, default=3), lambda: max(), lambda: min(5), lambda: max([1], foo=2)):
    try: print(f())
    except (TypeError, ValueError) as e: print(e)
f = partial(A().m)
print(asyncio.iscoroutinefunction(f), inspect.iscoroutinefunction(f))
print(int.__add__, str.__len__, list.__getitem__, dict.__contains__, set.__contains__, object.__init__, object.__repr__, str.upper, tuple.__getitem__, list.__reversed__, Exception.__str__)
for f in ([].__len__, (1).__add__, [].__getitem__, "a".__contains__, {}.__contains__, object().__repr__, [].append):
    print(repr(f).split(" at ")[0])
