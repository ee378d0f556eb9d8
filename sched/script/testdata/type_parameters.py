def f[T](x: T) -> T: return x
print(f(3), f.__type_params__, f.__annotations__, f.__name__, f.__qualname__)
class Stack[T]:
    """A stack."""
    count: int = 0
    def __init__(self) -> None: self.items: list[T] = []
    def push(self, item: T) -> None: self.items.append(item)
    def pop(self) -> T: return self.items.pop()
    def map[U](self, fn) -> "Stack[U]":
        out = Stack[U]()
        for i in self.items: out.push(fn(i))
        return out
s = Stack[int](); s.push(3); s.push(4); print(s.items, Stack.__type_params__, Stack[int], Stack.__mro__, Stack.__parameters__, Stack.__orig_bases__, s.map(str).items, s.pop(), Stack.push.__annotations__, Stack.__doc__)
type Vec = list[float]
type Pair[K, V] = tuple[K, V]
def norm(v: Vec) -> float: return sum(v)
print(norm([1, 2]), Vec, Vec.__value__, Vec.__name__, norm.__annotations__, Pair, Pair[int, str], Pair.__type_params__, Vec | None, Pair.__value__)
type Tree = dict[str, Tree | int]
print(Tree, Tree.__value__)
from dataclasses import dataclass
from typing import Callable, Awaitable
import asyncio
@dataclass
class Box[T]:
    value: T
    def map[U](self, f: Callable[[T], U]) -> "Box[U]": return Box(f(self.value))
@dataclass(frozen=True)
class Ok[T]:
    value: T
@dataclass(frozen=True)
class Err[E: Exception]:
    error: E
type Result[T, E: Exception] = Ok[T] | Err[E]
def div(a: int, b: int) -> Result[float, ZeroDivisionError]:
    try: return Ok(a / b)
    except ZeroDivisionError as e: return Err(e)
for r in (div(1, 2), div(1, 0)):
    match r:
        case Ok(v): print('ok', v)
        case Err(e): print('err', e)
print(Box(3).map(str), Box[int](3), Box.__type_params__, Result[int, ValueError], Err.__type_params__[0].__bound__)
async def retry[**P, R](fn: Callable[P, Awaitable[R]], *args: P.args, **kwargs: P.kwargs) -> R:
    for i in range(2):
        try: return await fn(*args, **kwargs)
        except ValueError as e: print('retry', e)
    raise RuntimeError('no')
n = 0
async def flaky(x):
    global n; n += 1
    await asyncio.sleep(0.1)
    if n < 2: raise ValueError(n)
    return x
print(asyncio.run(retry(flaky, 5)), retry.__type_params__)
class Base[T]:
    def get(self) -> T: ...
class Child(Base[int]):
    def get(self): return 1
class Multi[A, B: (int, str), C = int](Base[A]): pass
print(Child().get(), Child.__orig_bases__, Multi[int, str], Multi.__type_params__, Multi.__type_params__[1].__constraints__, Multi.__bases__, Multi.__mro__)
def first[T: (int, float)](xs: list[T], default: T | None = None) -> T | None:
    """first doc"""
    return xs[0] if xs else default
print(first([1]), first([]), first.__doc__, first.__annotations__)
def outer():
    def inner[T](x: T) -> list[T]:
        y: T = x
        return [y]
    class L[K](dict[str, K]): pass
    return inner(2), L(a=1), inner.__qualname__, L
print(outer())
from typing import Protocol, Generic
class Source[T](Protocol):
    def get(self) -> T: ...
class S:
    def get(self): return 1
print(Source[int], Source.__parameters__, Source.__mro__)
