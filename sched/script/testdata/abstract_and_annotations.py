import asyncio
from abc import ABC, abstractmethod, ABCMeta
x: list[int] = [1]
def f(a: int | None, b: dict[str, list[int]] = {}, *c: "Foo", d: tuple[int, ...] = ()) -> list[int] | None: ...
print(f.__annotations__)
print(list[int], dict[str, int], tuple[()], type[int], int | str | None, None | int, list[int] | None, (int | str) == (str | int))
print(isinstance(3, int | str), isinstance(3.0, int | str), issubclass(bool, int | str), list[int]([1,2]))
try: isinstance([], list[int])
except TypeError as e: print(e)
try: int[3]
except TypeError as e: print(e)
try: int | "x"
except TypeError as e: print(e)
print((list[int]).__origin__, list[int].__args__, list[int] == list[int], hash(list[int])==hash(list[int]))
q: asyncio.Queue[int]
print(asyncio.Queue[int], asyncio.Future[str], asyncio.Task[None])
class A(ABC):
    @abstractmethod
    def run(self): ...
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
    @staticmethod
    @abstractmethod
    def st(): ...
    @abstractmethod
    async def go(self): "doc"
try: A()
except TypeError as e: print(e)
class B(A):
    def run(self): return 1
    name = 'n'
    @classmethod
    def make(cls): return cls
    @staticmethod
    def st(): return 3
try: B()
except TypeError as e: print(e)
class C(B):
    async def go(self): return 3
print(C().run(), C.make(), isinstance(C(), A), issubclass(C, ABC), type(A), type(C), A.__abstractmethods__ == frozenset({'run','name','make','st','go'}), C.__abstractmethods__)
class M(metaclass=ABCMeta):
    @abstractmethod
    def z(self): ...
try: M()
except TypeError as e: print(e)
@M.register
class R: pass
print(isinstance(R(), M), issubclass(R, M), R.__mro__)
class H(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is H:
            return any('quack' in B.__dict__ for B in C.__mro__)
        return NotImplemented
class D:
    def quack(self): pass
print(isinstance(D(), H), isinstance(3, H))
print(asyncio.run(C().go()))
class G:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
print(G[3])
class L(list[int]): pass
print(L([1]), L.__bases__, L.__orig_bases__)
class X:
    a: int
    b: "str" = 'x'
    c: list[int] | None = None
print(X.__annotations__, X().b)
type('Y', (X,), {'q': 3})
Y = type('Y', (X,), {'q': 3, 'm': lambda self: self.q})
print(Y, Y().m(), Y.__mro__, Y.__name__)
