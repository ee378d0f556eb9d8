from typing import Generic, TypeVar, Protocol, runtime_checkable
T = TypeVar('T')
class S(Generic[T]):
    items: list[T]
    def __init__(self): self.items = []
    def push(self, x: T) -> None: self.items.append(x)
    def __class_getitem__(cls, k): return super().__class_getitem__(k)
s = S[int](); s.push(1); print(s.items, S[int], S.__parameters__)
try:
    class Bad(Generic): pass
except TypeError as e: print(e)
try: Generic[int]
except TypeError as e: print(e)
try: S[int][str]
except TypeError as e: print(e)
from typing import Protocol, runtime_checkable, Iterable
class HasLen(Protocol):
    def __len__(self) -> int: ...
@runtime_checkable
class Sup(Protocol):
    x: int
    def go(self, n: int) -> str: ...
class Ok:
    def __init__(self): self.x = 1
    def go(self, n): return 's'
class No:
    def go(self, n): return 's'
print(isinstance(Ok(), Sup), isinstance(No(), Sup), Sup.__name__, Sup)
class Explicit(Sup):
    x = 5
    def go(self, n): return str(n)
print(Explicit().go(3), isinstance(Explicit(), Sup), Explicit.__mro__)
class Default(Protocol):
    def hello(self): return 'default'
class Use(Default): pass
print(Use().hello())
try: Default()
except TypeError as e: print(e)
try:
    class X(Protocol, Ok): pass
except TypeError as e: print(e)
try:
    @runtime_checkable
    class Y: pass
except TypeError as e: print(e)
try: isinstance([], HasLen)
except TypeError as e: print(e)
from abc import ABC, abstractmethod
class A(ABC):
    @property
    @abstractmethod
    def p(self): ...
    @p.setter
    @abstractmethod
    def p(self, v): ...
    @abstractmethod
    def m(self): return 'base'
class B(A):
    def m(self): return super().m() + '!'
try: B()
except TypeError as e: print(e)
class C(B):
    _v = 0
    @property
    def p(self): return self._v
    @p.setter
    def p(self, v): self._v = v
c = C(); c.p = 3; print(c.p, c.m(), isinstance(c, A), A.__abstractmethods__ == {'p', 'm'}, C.__abstractmethods__, B.__abstractmethods__, A.m.__isabstractmethod__)
try: A.__init__(3)
except TypeError as e: print('te')
class D(A, dict):
    def m(self): pass
class Mixin:
    def m(self): return 'mix'
    p = 1
class E(Mixin, A): pass
print(E().m(), E.__mro__)
from abc import ABC, abstractmethod, ABCMeta
import abc
class A(ABC):
    @staticmethod
    @abstractmethod
    def s(): ...
    @classmethod
    @abstractmethod
    def c(cls): return cls.__name__
class B(A):
    @staticmethod
    def s(): return 's'
    @classmethod
    def c(cls): return super().c() + '?'
print(B.s(), B().c(), A.c(), type(A), isinstance(A, ABCMeta), ABC, ABC.__module__)
class V(ABC): pass
print(V())
V.register(int); print(isinstance(3, V), issubclass(bool, V), issubclass(str, V))
try: V.register(5)
except TypeError as e: print(e)
class Meta2(A, metaclass=ABCMeta):
    def extra(self): pass
try: Meta2()
except TypeError as e: print(e)
from typing import NamedTuple, Optional
class P(NamedTuple):
    """A point."""
    x: float
    y: float = 0.0
    label: Optional[str] = None
    def __str__(self): return f'({self.x}, {self.y})'
    @property
    def r(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    @staticmethod
    def origin(): return P(0, 0)
    @classmethod
    def of(cls, *a): return cls(*a)
    def __add__(self, o): return P(self.x + o.x, self.y + o.y)
p = P(3, 4); print(p, repr(p), p.r, P.origin(), P.of(1), p + P(1, 1), p._asdict(), P.__doc__, P._field_defaults, p[0:2], p.count(3), *p, P.__annotations__, P.__name__, P.__bases__, P.__orig_bases__)
try:
    class B(NamedTuple):
        a: int = 1
        b: str
except TypeError as e: print(e)
try:
    class B(NamedTuple):
        _a: int
except ValueError as e: print(e)
try:
    class B(NamedTuple):
        a: int
        def __new__(cls): pass
except AttributeError as e: print(e)
class Sub(P):
    def __repr__(self): return 'Sub' + super().__repr__()
print(repr(Sub(1)), isinstance(Sub(1), P), Sub(1) == P(1), {P(1): 2}[(1, 0.0, None)])
match p:
    case P(x=3, y=y): print('y', y)
a, b, *_ = p; print(a, b)
print(sorted([P(2), P(1, 5), P(1)], key=lambda q: (q.x, -q.y)), max(P(1), P(2)).x)
from typing import TypedDict, NotRequired, Required
class M(TypedDict):
    name: str
    year: NotRequired[int]
m: M = {'name': 'x'}; print(m, M(name='a', year=1), M.__required_keys__, M.__optional_keys__, M.__annotations__, M.__name__, M, type(M), m.get('year'))
M2 = TypedDict('M2', {'a': int, 'b-c': str}); print(M2.__annotations__, M2(a=1))
class N(M, total=False):
    z: int
print(N.__total__, sorted(N.__annotations__), N.__mro__)
try: isinstance({}, M)
except TypeError as e: print(e)
import typing as t
def f(x: t.Optional[int] = None, *args: t.Any, cb: t.Callable[[int], t.Awaitable[None]], **kw: t.Union[str, int]) -> t.Dict[str, t.List[int]]: ...
print(f.__annotations__)
print(t.get_type_hints(f))
class A:
    x: 'int'
    y: t.ClassVar[int] = 3
    z: t.Final = 5
    def m(self: 'A', o: 't.Optional[A]' = None) -> 't.List[A]': ...
print(t.get_type_hints(A), t.get_type_hints(A.m), A.__annotations__)
print(t.get_type_hints(A, include_extras=True))
V = t.Annotated[int, 'x']
def g(v: V) -> V: ...
print(t.get_type_hints(g), t.get_type_hints(g, include_extras=True), V.__metadata__, V)
from typing import NewType, Literal, Union, Optional, List, Dict, Tuple, Any, Callable, Type, Iterable, get_args, get_origin
Id = NewType('Id', int); print(Id(3) + 1, Id, Id.__name__, type(Id(3)), callable(Id))
print(Literal['a', 'b'], get_args(Literal['a', 'b']), 'a' in get_args(Literal['a', 'b']), Literal[1] == Literal[1], Literal[True] == Literal[1], Literal['x', 'x'])
print(get_origin(Union[int, str]), get_args(Union[int, str]), get_origin(Dict[str, int]), get_args(Callable[[int, str], bool]), get_args(Tuple[int, ...]), get_origin(Callable))
print(Dict[str, Any], Tuple[int, str], Type['X'], Union[int, List[str]], Optional[Dict[str, Optional[int]]], Callable[[List[int], str], Optional[int]], Iterable[Tuple[str, int]])
print(Union[int, str, int], Union[Union[int, str], float], Optional[Optional[int]], Optional[None], Union[None, int])
for bad in (lambda: Union[1, 2] if False else Optional[1, 2], lambda: List[int, str], lambda: Callable[int], lambda: Union[()], lambda: Any[int], lambda: Dict[str]):
    try: print(bad())
    except TypeError as e: print(e)
from collections.abc import Callable, Iterable, Mapping, Sequence, Generator, AsyncIterator, Coroutine, Awaitable
x: Callable[[int], str] | None = None
def f(a: Iterable[int] | None = None, b: Mapping[str, Sequence[int]] = {}, c: 'Callable[..., int]' = None) -> Generator[int, None, str]: yield 1
print(f.__annotations__, Callable[..., None], Callable[[], None], Callable[[int, str], list[int]], Callable[[int], int] == Callable[[int], int], AsyncIterator[int], Coroutine[None, None, int])
print(isinstance(f, Callable), isinstance([], Iterable), isinstance('s', Sequence), isinstance({}, Mapping), issubclass(list, Iterable), isinstance(f(), Generator))
def f[T](x: T) -> T: return x
print(f(3), f.__type_params__)
class Stack[T]:
    def __init__(self) -> None: self.items: list[T] = []
    def push(self, item: T) -> None: self.items.append(item)
s = Stack[int](); s.push(3); print(s.items, Stack.__type_params__)
from typing import overload, final, override, assert_never, cast, Self, ParamSpec, Concatenate, TypeVar, Callable
P = ParamSpec('P'); R = TypeVar('R')
def with_log(fn: Callable[Concatenate[str, P], R]) -> Callable[P, R]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        return fn('log', *args, **kwargs)
    return inner
@with_log
def hi(tag: str, name: str, n: int = 1) -> str: return f'{tag} {name} {n}'
print(hi('a', n=2), with_log.__annotations__)
class B:
    def run(self) -> 'Self': return self
class C(B):
    @override
    def run(self): return super().run()
    @final
    def stop(self): pass
print(C.run.__override__, C.stop.__final__, cast('int', 'x'))
try: assert_never('z')
except AssertionError as e: print(e)
@overload
def over(x: int) -> int: ...
@overload
def over(x: str) -> str: ...
try: over(3)
except NotImplementedError as e: print(e)
