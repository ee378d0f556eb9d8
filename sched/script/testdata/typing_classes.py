import typing, types, collections, collections.abc, contextlib, abc
from typing import Annotated, Any, AnyStr, AsyncContextManager, Callable, ClassVar, Concatenate, ContextManager, Dict, Final, ForwardRef, Generic, Iterable, List, Literal, Match, NamedTuple, NewType, NoDefault, NotRequired, Optional, ParamSpec, Pattern, Protocol, ReadOnly, Required, Sequence, Sized, SupportsAbs, TypeVar, TypeVarTuple, TypedDict, Union, Unpack, assert_never, dataclass_transform, get_args, get_origin, get_overloads, get_protocol_members, get_type_hints, is_protocol, is_typeddict, no_type_check, overload, runtime_checkable
from typing import TypeVar, Generic, Protocol, NamedTuple, TypedDict, ForwardRef
T = TypeVar('T'); K = TypeVar('K', bound=int); U = TypeVar('U', int, str); C = TypeVar('C', covariant=True)
D = TypeVar('D', default=int)
P = ParamSpec('P'); Ts = TypeVarTuple('Ts')
class Box(Generic[T]):
    def __init__(self, item=None): self.item = item
    n = 5
class Pair(Generic[T, K]): pass
class Defd(Generic[T, D]): pass
class PS(Generic[P]): pass
class PST(Generic[T, P]): pass
class Sub(Box[T]): pass
class IntBox(Box[int]): pass
class Plain:
    x: int
    def run(self): return 1
class Proto(Protocol):
    def run(self): ...
@runtime_checkable
class RProto(Protocol):
    def run(self): ...
@runtime_checkable
class DProto(Protocol):
    x: int
    def run(self): ...
class TD(TypedDict):
    a: int
    b: NotRequired[str]
class TDp(TD, total=False):
    c: Required[float]
    d: ReadOnly[int]
class NT(NamedTuple):
    x: int
    y: str = 'q'
UserId = NewType('UserId', int)
def fn(a: int, b: 'Optional[Box]' = None, *c: 'int', d: Annotated[str, 1] = '') -> 'List[int]': ...
class Hints:
    a: int
    b: 'Box[int]'
    c: ClassVar['int'] = 3
    d: Annotated[int, 'm']
    e: 'Final[int]' = 1
    f: Optional['Hints'] = None
    g: None = None
    h: list['Box']
    i: 'int | None'
    def m(self, q: 'Hints') -> None: ...
class SubHints(Hints):
    z: Dict[str, 'Hints']
class ABad: 
    a: 'Nowhere'

def show(*makers):
    for make in makers:
        try:
            print(repr(make()))
        except Exception as e:
            print(type(e).__name__, e)
show(lambda: Box, lambda: Box[int], lambda: Box[T], lambda: Box[K], lambda: Box['A'], lambda: Box[None], lambda: Box[Box[int]], lambda: Box[Any], lambda: Box[...])
show(lambda: Box[int, str])
show(lambda: Pair[int])
show(lambda: Pair[int, str, 3])
show(lambda: Box[()])
show(lambda: Box[[int]])
show(lambda: Box[3])
show(lambda: Box[int][str])
show(lambda: Box[T][str], lambda: Pair[T, int][str], lambda: Pair[K, T][int, str], lambda: Pair[T, T][int])
show(lambda: Pair[T, int][str, 3])
show(lambda: Defd[int], lambda: Defd[int, str], lambda: Defd[T], lambda: Defd.__parameters__)
show(lambda: Defd[()])
show(lambda: Defd[int, str, 3])
show(lambda: PS[int], lambda: PS[[int, str]], lambda: PS[int, str], lambda: PS[...], lambda: PS[P], lambda: PS[[]], lambda: PS.__parameters__, lambda: PS[Concatenate[int, P]])
show(lambda: PST[int, [str]], lambda: PST[int, ...], lambda: PST[int, P], lambda: PST[T, P][int, [str, float]])
show(lambda: PST[int])
show(lambda: PST[int, str])
show(lambda: Sub[int], lambda: Sub.__parameters__, lambda: Sub.__mro__, lambda: Sub.__orig_bases__, lambda: IntBox.__parameters__, lambda: IntBox.__orig_bases__)
show(lambda: IntBox[int])
show(lambda: Box[int](3).item, lambda: Box[int](3).__orig_class__, lambda: Box(3).item)
show(lambda: Box(3).__orig_class__)
show(lambda: Box[int].n, lambda: Box[int].__origin__, lambda: Box[int].__args__, lambda: Box[T].__parameters__, lambda: Box[int].__name__, lambda: Box[int].__qualname__)
try:
    b = Box[int]
    b.n = 9
    print(Box.n, Box[int].n)
except Exception as e: print(type(e).__name__, e)
show(lambda: Box[int] == Box[int], lambda: Box[int] == Box[str], lambda: hash(Box[int]) == hash(Box[int]), lambda: Box[int] is Box[int])
show(lambda: isinstance(Box(3), Box), lambda: isinstance(Sub(1), Box), lambda: issubclass(Sub, Box), lambda: issubclass(Box, Generic))
show(lambda: isinstance(Box(3), Box[int]))
show(lambda: issubclass(Box, Box[int]))
show(lambda: isinstance(3, Generic))
show(lambda: Generic, lambda: Generic[T], lambda: Generic[T, K], lambda: Generic[P], lambda: Generic[*Ts,], lambda: Generic[Unpack[Ts]])
show(lambda: Generic[int])
show(lambda: Generic[()])
show(lambda: Generic[T, T])
show(lambda: Generic[T, int])
show(lambda: Generic[T][int])
show(lambda: Generic['T'])
show(lambda: Protocol[T], lambda: Protocol[T, K])
show(lambda: Protocol[int])
show(lambda: Protocol[()])
show(lambda: Protocol[T][int])
show(lambda: Protocol, lambda: type(Protocol), lambda: Protocol.__mro__)
try:
    class X(Generic): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T], Generic[K]): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Box[T], Generic[K]): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Box[T], Pair[K, U], Generic[T]): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Box[T], Generic[T, K]): pass
    print(X[int, str], X.__mro__, X.__parameters__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T, K], Box[T]): pass
    print(X[int, str], X.__mro__, X.__parameters__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T], Box[T]): pass
    print(X.__mro__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[D, T]): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Box[D], Pair[T, int]): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Box): pass
    print(X.__parameters__, X.__mro__, X.__orig_bases__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Box): pass
    X[int]
except Exception as e: print(type(e).__name__, e)
try:
    class X(Box[List[T]]): pass
    print(X[int], X.__parameters__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Box[int], Pair[str, T]): pass
    print(X[float], X.__parameters__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Box[T], list): pass
    print(X[float], X.__mro__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(list, Box[T]): pass
    print(X[float], X.__mro__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Box[T], abc.ABC): pass
    print(X[float], X.__mro__, type(X))
except Exception as e: print(type(e).__name__, e)
try:
    class X(Box[T], List[T]): pass
    print(X.__mro__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T], a=1): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T]):
      __slots__ = ('a',)
    x = X[int]()
    x.a = 1
    print(x.a, hasattr(x, '__orig_class__'), hasattr(x, '__dict__'))
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T]):
      def __new__(cls, *a): print('new', cls); return super().__new__(cls)
      def __init__(self, *a): print('init', a)
    X[int](1, 2)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T]):
      def __eq__(self, o): return True
    print(X[int]() == 3)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T], Exception): pass
    try: raise X[int]('a')
    except X as e: print(repr(e), X.__mro__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[*Ts]): pass
    print(X[int], X[int, str], X[()], X.__parameters__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T, *Ts]): pass
    print(X[int], X[int, str], X[int, str, float])
except Exception as e: print(type(e).__name__, e)
try:
    class X[A, B = int]: pass
    print(X[str], X[str, float], X.__parameters__, X.__orig_bases__, X.__type_params__)
except Exception as e: print(type(e).__name__, e)
try:
    class X[**Q]: pass
    print(X[int, str], X[[int]], X.__parameters__)
except Exception as e: print(type(e).__name__, e)
try:
    class X[A](Generic[T]): pass
except Exception as e: print(type(e).__name__, e)
try:
    import dataclasses
    @dataclasses.dataclass
    class X(Generic[T]):
      a: T
      b: ClassVar[int] = 3
      c: 'ClassVar[int]' = 4
    print(X[int](3), X[int], X(3) == X[int](3), [f.name for f in dataclasses.fields(X)])
except Exception as e: print(type(e).__name__, e)
show(lambda: T, lambda: K, lambda: U, lambda: C, lambda: D, lambda: P, lambda: Ts, lambda: P.args, lambda: P.kwargs, lambda: T.__name__, lambda: T.__bound__, lambda: K.__bound__, lambda: U.__constraints__, lambda: T.__covariant__, lambda: C.__covariant__, lambda: T.__module__)
show(lambda: D.__default__, lambda: T.has_default(), lambda: D.has_default())
show(lambda: T.__default__)
show(lambda: T | None, lambda: None | T, lambda: T | int, lambda: int | T, lambda: T | 'A', lambda: 'A' | T, lambda: T | K, lambda: P | None)
show(lambda: P.args == P.args, lambda: P.args.__origin__)
show(lambda: T[int])
show(lambda: T())
show(lambda: isinstance(3, T))
try:
    class X(T): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(UserId): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(P): pass
except Exception as e: print(type(e).__name__, e)
show(lambda: TypeVar('X', int))
show(lambda: TypeVar('X', int, bound=str))
show(lambda: TypeVar('X', covariant=True, contravariant=True))
show(lambda: TypeVar(3))
show(lambda: TypeVar('X', bound='A').__bound__, lambda: TypeVar('X', bound=None).__bound__, lambda: TypeVar('X', 'A', int).__constraints__)
show(lambda: UserId, lambda: UserId.__name__, lambda: UserId.__qualname__, lambda: UserId.__module__, lambda: UserId.__supertype__, lambda: UserId(3), lambda: type(UserId), lambda: NewType('A.B', str).__name__, lambda: NewType('A.B', str))
show(lambda: UserId | int, lambda: int | UserId, lambda: UserId | None, lambda: List[UserId] | UserId)
show(lambda: isinstance(3, UserId))
show(lambda: UserId())
show(lambda: UserId(3, 4))
try:
    Z = NewType('Z', UserId)
    print(Z(3), Z.__supertype__)
except Exception as e: print(type(e).__name__, e)
show(lambda: UserId == UserId, lambda: hash(UserId) == hash(UserId), lambda: UserId == NewType('UserId', int))
show(lambda: ForwardRef('A'), lambda: ForwardRef('A') == ForwardRef('A'), lambda: ForwardRef('A') == ForwardRef('B'), lambda: hash(ForwardRef('A')) == hash(ForwardRef('A')), lambda: ForwardRef('A').__forward_arg__, lambda: ForwardRef('A', module='m'), lambda: ForwardRef('A') | None, lambda: int | ForwardRef('A'), lambda: ForwardRef('A') == 'A')
show(lambda: ForwardRef(3))
show(lambda: ForwardRef('3 +'))
show(lambda: ForwardRef('A').__forward_evaluated__, lambda: ForwardRef('A').__forward_value__, lambda: ForwardRef('A').__forward_is_class__, lambda: ForwardRef('A').__forward_is_argument__, lambda: ForwardRef('A').__forward_module__)
show(lambda: List['3 +'])
try:
    class X(ForwardRef): pass
except Exception as e: print(type(e).__name__, e)
show(lambda: T_co if False else typing.T_co, lambda: typing.T, lambda: typing.KT, lambda: typing.VT_co, lambda: typing.AnyStr, lambda: typing.AnyStr.__constraints__, lambda: typing.CT_co.__bound__, lambda: typing.T_contra)
show(lambda: Proto, lambda: type(Proto), lambda: Proto.__mro__, lambda: Proto._is_protocol, lambda: Plain.__mro__)
show(lambda: Proto())
show(lambda: RProto())
show(lambda: DProto())
show(lambda: isinstance(Plain(), Proto))
show(lambda: issubclass(Plain, Proto))
show(lambda: isinstance(Plain(), RProto), lambda: isinstance(3, RProto), lambda: issubclass(Plain, RProto), lambda: issubclass(int, RProto))
show(lambda: isinstance(Plain(), DProto), lambda: isinstance(3, DProto))
show(lambda: issubclass(Plain, DProto))
show(lambda: issubclass(3, RProto))
try:
    p = Plain()
    p.x = 3
    print(isinstance(p, DProto))
except Exception as e: print(type(e).__name__, e)
try:
    class X(Proto): pass
    print(X(), X().run(), X._is_protocol, isinstance(X(), Proto), issubclass(X, Proto), isinstance(X(), X), isinstance(3, X))
except Exception as e: print(type(e).__name__, e)
try:
    class X(RProto): pass
    print(isinstance(X(), RProto), isinstance(X(), X), isinstance(Plain(), X))
except Exception as e: print(type(e).__name__, e)
try:
    class X(Proto, Protocol):
      def go(self): ...
    print(X._is_protocol, sorted(get_protocol_members(X)))
except Exception as e: print(type(e).__name__, e)
try:
    class X(Proto, Protocol):
      def go(self): ...
    X()
except Exception as e: print(type(e).__name__, e)
try:
    class X(Protocol, Plain): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Protocol, list): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Protocol, int, Proto): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Protocol, Generic[T]): pass
    print(X.__mro__, X.__parameters__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Protocol[T], Generic[T]): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Protocol[T], Generic[K]): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Protocol[T]): pass
    print(X.__mro__, X.__parameters__, X[int], X.__orig_bases__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Protocol[T]):
      def get(self) -> T: ...
    class Y(X[int]):
      def get(self): return 1
    print(Y().get(), Y.__mro__, Y.__parameters__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Protocol[T]):
      def get(self) -> T: ...
    class Y(X[T]):
      def get(self): return 1
    print(Y[int]().get(), Y[int], isinstance(Y(), X))
except Exception as e: print(type(e).__name__, e)
try:
    class X(Iterable[T], Protocol[T]): pass
    print(X.__mro__, X[int])
except Exception as e: print(type(e).__name__, e)
try:
    class X(Iterable, Protocol): pass
    print(X.__mro__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Sized, Protocol):
      def a(self): ...
    print(sorted(get_protocol_members(X)))
except Exception as e: print(type(e).__name__, e)
try:
    class X(collections.abc.Sized, Protocol):
      def a(self): ...
    print(sorted(get_protocol_members(X)))
except Exception as e: print(type(e).__name__, e)
try:
    class X(collections.abc.Sequence, Protocol): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(contextlib.AbstractContextManager, Protocol): pass
    print(X.__mro__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Protocol):
      def __init__(self, a): self.a = a
    class Y(X): pass
    print(Y(3).a)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Protocol):
      a: int
    class Y(X):
      def __init__(self, a): self.a = a
    print(Y(3).a)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Protocol):
      a: int
    class Y(X): pass
    Y(3)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Protocol):
      @property
      def a(self): ...
      @abc.abstractmethod
      def b(self): ...
    class Y(X): pass
    Y()
except Exception as e: print(type(e).__name__, e)
try:
    class X(Protocol):
      @abc.abstractmethod
      def b(self): ...
    class Y(X):
      def b(self): return 1
    print(Y().b())
except Exception as e: print(type(e).__name__, e)
try:
    @runtime_checkable
    class X(Protocol):
      @property
      def a(self): ...
    class Q:
      a = 1
    print(isinstance(Q(), X), isinstance(3, X))
    issubclass(Q, X)
except Exception as e: print(type(e).__name__, e)
try:
    @runtime_checkable
    class X(Protocol):
      @property
      def a(self): ...
      b: int
    issubclass(Plain, X)
except Exception as e: print(type(e).__name__, e)
try:
    @runtime_checkable
    class X(Protocol):
      def run(self): ...
    class Q:
      run = None
    print(isinstance(Q(), X), issubclass(Q, X))
except Exception as e: print(type(e).__name__, e)
try:
    @runtime_checkable
    class X(Protocol):
      def run(self): ...
    class Q:
      def __init__(self): self.run = 3
    print(isinstance(Q(), X), issubclass(Q, X))
except Exception as e: print(type(e).__name__, e)
try:
    @runtime_checkable
    class X(Protocol):
      def run(self): ...
    class Q:
      def __getattr__(self, n): return 3
    print(isinstance(Q(), X), issubclass(Q, X))
except Exception as e: print(type(e).__name__, e)
try:
    @runtime_checkable
    class X(Protocol):
      def run(self): ...
    class Q:
      @property
      def run(self): print('asked'); return 3
    print(isinstance(Q(), X), issubclass(Q, X))
except Exception as e: print(type(e).__name__, e)
try:
    @runtime_checkable
    class X(Protocol):
      def run(self): ...
    @X.register
    class Q: pass
    print(isinstance(Q(), X), issubclass(Q, X))
except Exception as e: print(type(e).__name__, e)
try:
    @runtime_checkable
    class X(Protocol): pass
    print(isinstance(3, X), issubclass(int, X))
except Exception as e: print(type(e).__name__, e)
try:
    @runtime_checkable
    class X(Protocol):
      def __call__(self, a: int) -> str: ...
    print(isinstance(len, X), isinstance(3, X), isinstance(lambda: 1, X))
except Exception as e: print(type(e).__name__, e)
try:
    @runtime_checkable
    class X(Protocol):
      def __len__(self): ...
    print(isinstance([], X), isinstance(3, X), issubclass(dict, X))
except Exception as e: print(type(e).__name__, e)
try:
    @runtime_checkable
    class X(Protocol):
      def close(self): ...
    @runtime_checkable
    class Y(X, Protocol):
      def open(self): ...
    class Q:
      def close(self): ...
      def open(self): ...
    print(isinstance(Q(), Y), isinstance(Q(), X), issubclass(Y, X), issubclass(X, Y), sorted(get_protocol_members(Y)))
except Exception as e: print(type(e).__name__, e)
try:
    @runtime_checkable
    class X(Protocol[T]):
      def get(self) -> T: ...
    class Q:
      def get(self): ...
    print(isinstance(Q(), X))
    isinstance(Q(), X[int])
except Exception as e: print(type(e).__name__, e)
try:
    @runtime_checkable
    class X(Protocol):
      x = 1
      def m(self): ...
    print(sorted(get_protocol_members(X)), X.x)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Protocol):
      @classmethod
      def __subclasshook__(cls, o): return True
    print(issubclass(int, X))
except Exception as e: print(type(e).__name__, e)
try:
    @runtime_checkable
    class X(Protocol):
      @classmethod
      def __subclasshook__(cls, o): return True
    print(issubclass(int, X), isinstance(3, X))
except Exception as e: print(type(e).__name__, e)
try:
    class X[A](Protocol):
      def get(self) -> A: ...
    print(X[int], X.__parameters__, X.__mro__, X.__orig_bases__)
except Exception as e: print(type(e).__name__, e)
show(lambda: runtime_checkable(Plain))
show(lambda: runtime_checkable(Box))
show(lambda: runtime_checkable(Protocol))
show(lambda: runtime_checkable(3))
show(lambda: isinstance(3, Protocol), lambda: issubclass(int, Protocol), lambda: issubclass(Proto, Protocol))
show(lambda: is_protocol(Proto), lambda: is_protocol(Plain), lambda: is_protocol(Protocol), lambda: is_protocol(3))
show(lambda: typing.is_protocol(Proto), lambda: typing.get_protocol_members(DProto) == {'x', 'run'})
show(lambda: typing.get_protocol_members(Plain))
try:
    class X(SupportsAbs[int]):
      def __abs__(self): return 3
    print(abs(X()), isinstance(X(), SupportsAbs))
except Exception as e: print(type(e).__name__, e)
show(lambda: NT())
show(lambda: NT(1, 2, 3))
show(lambda: NT(z=1))
show(lambda: NamedTuple('X', a=int, b=str)(1, 2))
show(lambda: NamedTuple('X', [('a', int)], b=str))
show(lambda: NamedTuple('X'))
show(lambda: NamedTuple('X', None))
show(lambda: NamedTuple('X', [('a', 3)]))
show(lambda: NamedTuple('X', [('_a', int)]))
show(lambda: NamedTuple('X', [('a', None)]).__annotations__)
show(lambda: NamedTuple('X', [('a', ClassVar[int])]))
try:
    class X(NamedTuple):
      a: int = 1
      b: str
except Exception as e: print(type(e).__name__, e)
try:
    class X(NamedTuple):
      a: int = 1
      c: int = 2
      b: str
except Exception as e: print(type(e).__name__, e)
try:
    class X(NamedTuple):
      a: int
      def __new__(cls): ...
except Exception as e: print(type(e).__name__, e)
try:
    class X(NamedTuple):
      a: int
      _fields = 1
except Exception as e: print(type(e).__name__, e)
try:
    class X(NamedTuple):
      _a: int
except Exception as e: print(type(e).__name__, e)
try:
    class X(NamedTuple):
      a: int
      __slots__ = ()
except Exception as e: print(type(e).__name__, e)
try:
    class X(NamedTuple, Plain):
      a: int
except Exception as e: print(type(e).__name__, e)
try:
    class X(NT, Plain):
      pass
    print(X(1), X.__mro__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(NamedTuple): pass
    print(X(), X._fields, X.__annotations__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(NamedTuple):
      a: int
      b: 'List[X]' = []
    print(X(1), X.__annotations__)
except Exception as e: print(type(e).__name__, e)
try:
    class S:
      def __set_name__(self, o, n): print('set', o, n)
    class X(NamedTuple):
      a: int
      s = S()
except Exception as e: print(type(e).__name__, e)
try:
    class S:
      def __set_name__(self, o, n): raise ValueError('q')
    class X(NamedTuple):
      a: int
      s = S()
except Exception as e: print(type(e).__name__, e)
try:
    class X(NamedTuple):
      a: int
      x = lambda self: super().__repr__()
except Exception as e: print(type(e).__name__, e)
try:
    class X(NamedTuple):
      a: 3
except Exception as e: print(type(e).__name__, e)
try:
    class X(NamedTuple):
      a: 'int'
      b: None = None
    print(X.__annotations__, get_type_hints(X))
except Exception as e: print(type(e).__name__, e)
try:
    class X(NamedTuple):
      a: int
    class Y(X):
      b: int = 2
      def __new__(cls, a): return super().__new__(cls, a * 2)
    print(Y(3), Y._fields, Y.__annotations__)
except Exception as e: print(type(e).__name__, e)
show(lambda: sorted(TDp.__required_keys__), lambda: sorted(TDp.__optional_keys__), lambda: TDp.__total__, lambda: TDp.__annotations__, lambda: sorted(TDp.__readonly_keys__), lambda: sorted(TDp.__mutable_keys__), lambda: TDp.__mro__, lambda: TDp.__bases__, lambda: TDp.__orig_bases__)
show(lambda: isinstance({}, TD))
show(lambda: issubclass(dict, TD))
show(lambda: TD[int])
show(lambda: TypedDict('X', {'a': int}), lambda: TypedDict('X', {'a': int}).__annotations__, lambda: TypedDict('X', {'a': 'int'}).__annotations__, lambda: TypedDict('X', {'a': int}, total=False).__total__, lambda: TypedDict('X', {}).__annotations__, lambda: TypedDict('X', {'a': None}).__annotations__)
show(lambda: TypedDict('X', {'a': 3}))
show(lambda: TypedDict('X'))
show(lambda: TypedDict('X', None))
show(lambda: TypedDict('X', a=int))
show(lambda: TypedDict('X', {'a': int}, foo=3))
show(lambda: TypedDict('X', {'a': Required[int], 'b': NotRequired[int]}, total=False).__required_keys__)
try:
    class X(TD, dict):
      a: int
except Exception as e: print(type(e).__name__, e)
try:
    class X(TypedDict, Plain):
      a: int
except Exception as e: print(type(e).__name__, e)
try:
    class X(TD):
      a: str
    print(X.__annotations__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(TD):
      b: str
    print(sorted(X.__required_keys__), sorted(X.__optional_keys__))
except Exception as e: print(type(e).__name__, e)
try:
    class A(TypedDict):
      p: int
    class B(TypedDict):
      q: int
    class X(A, B):
      r: int
    print(X.__annotations__, X.__mro__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(TypedDict, foo=1):
      a: int
except Exception as e: print(type(e).__name__, e)
try:
    class X(TypedDict):
      a: ClassVar[int]
except Exception as e: print(type(e).__name__, e)
try:
    class X(TypedDict):
      a: ReadOnly[Required[int]]
      b: Annotated[NotRequired[int], 1]
    print(X.__required_keys__, X.__readonly_keys__, X.__mutable_keys__, X.__annotations__)
except Exception as e: print(type(e).__name__, e)
try:
    class A(TypedDict):
      p: ReadOnly[int]
    class X(A):
      p: int
    print(X.__readonly_keys__, X.__mutable_keys__)
except Exception as e: print(type(e).__name__, e)
try:
    class A(TypedDict):
      p: int
    class X(A):
      p: ReadOnly[int]
except Exception as e: print(type(e).__name__, e)
try:
    class A(TypedDict):
      p: int
    class X(A):
      p: NotRequired[int]
except Exception as e: print(type(e).__name__, e)
try:
    class A(TypedDict):
      p: Required[NotRequired[int]]
except Exception as e: print(type(e).__name__, e)
try:
    class A(TypedDict):
      a: 'TD'
    print(A.__annotations__, get_type_hints(A))
except Exception as e: print(type(e).__name__, e)
show(lambda: is_typeddict(TD), lambda: is_typeddict(dict), lambda: is_typeddict(TypedDict), lambda: is_typeddict(3))
try:
    d: TD = {'a': 1}
    print(d, type(d), TD(d) == d, {**TD(a=2)})
except Exception as e: print(type(e).__name__, e)
show(lambda: get_type_hints(TD), lambda: get_type_hints(TD, include_extras=True), lambda: get_type_hints(TDp), lambda: get_type_hints(TDp, include_extras=True))
show(lambda: get_type_hints(fn), lambda: get_type_hints(fn, include_extras=True))
show(lambda: get_type_hints(Hints))
show(lambda: get_type_hints(Hints, include_extras=True))
show(lambda: get_type_hints(SubHints))
show(lambda: get_type_hints(Hints.m), lambda: get_type_hints(Hints().m))
show(lambda: get_type_hints(ABad))
show(lambda: get_type_hints(3))
show(lambda: get_type_hints(Hints()))
show(lambda: get_type_hints(len), lambda: get_type_hints(Plain), lambda: get_type_hints(int), lambda: get_type_hints(typing), lambda: get_type_hints(lambda: 1))
show(lambda: get_type_hints(print))
show(lambda: get_type_hints(ABad, localns={'Nowhere': int}), lambda: get_type_hints(ABad, {'Nowhere': str}))
try:
    def f(a: 'Nowhere'): ...
    print(get_type_hints(f, localns={'Nowhere': int}), get_type_hints(f, {'Nowhere': str}))
except Exception as e: print(type(e).__name__, e)
try:
    def f(a: 'Nowhere'): ...
    get_type_hints(f)
except Exception as e: print(type(e).__name__, e)
try:
    def f(a: 'List["int"]', b: List['List["int"]']): ...
    print(get_type_hints(f))
except Exception as e: print(type(e).__name__, e)
try:
    def f(a: 'ClassVar[int]'): ...
    get_type_hints(f)
except Exception as e: print(type(e).__name__, e)
try:
    def f(a: 'Final[int]'): ...
    get_type_hints(f)
except Exception as e: print(type(e).__name__, e)
try:
    def f(a: '3'): ...
    get_type_hints(f)
except Exception as e: print(type(e).__name__, e)
try:
    def f(a: 3): ...
    print(get_type_hints(f))
except Exception as e: print(type(e).__name__, e)
try:
    def f(a: '(int, str)'): ...
    get_type_hints(f)
except Exception as e: print(type(e).__name__, e)
try:
    def f(a: int = None, b: 'str' = None): ...
    print(get_type_hints(f))
except Exception as e: print(type(e).__name__, e)
try:
    def f(a: Callable[['Plain'], 'Box'], b: tuple['Plain', ...], c: 'dict[str, Plain]', d: list['int'] | None, e: Union['int', 'str'], g: Literal['int']): ...
    print(get_type_hints(f))
except Exception as e: print(type(e).__name__, e)
try:
    def f(a: Annotated['int', 'x'], b: List[Annotated[int, 1]], c: Annotated[Optional[int], 2]): ...
    print(get_type_hints(f), get_type_hints(f, include_extras=True))
except Exception as e: print(type(e).__name__, e)
try:
    def f(*args: P.args, **kw: P.kwargs) -> T: ...
    print(get_type_hints(f))
except Exception as e: print(type(e).__name__, e)
try:
    def f(a: collections.abc.Callable[['Plain'], 'Box']): ...
    print(get_type_hints(f))
except Exception as e: print(type(e).__name__, e)
try:
    class X[A]:
      a: 'A'
      b: A
    print(get_type_hints(X))
except Exception as e: print(type(e).__name__, e)
try:
    class X:
      a: 'X'
      b: 'Optional[X]'
    print(get_type_hints(X))
except Exception as e: print(type(e).__name__, e)
try:
    class X:
      int: 'str'
      b: 'int'
    print(get_type_hints(X))
except Exception as e: print(type(e).__name__, e)
try:
    class X:
      int = str
      b: 'int'
    print(get_type_hints(X))
except Exception as e: print(type(e).__name__, e)
try:
    @no_type_check
    def f(a: 'Nowhere'): ...
    print(get_type_hints(f), f.__no_type_check__)
except Exception as e: print(type(e).__name__, e)
try:
    @no_type_check
    class X:
      def m(self, a: 'Nowhere'): ...
    print(get_type_hints(X.m), X.__no_type_check__, X.m.__no_type_check__)
except Exception as e: print(type(e).__name__, e)
try:
    import functools
    def f(a: 'int'): ...
    @functools.wraps(f)
    def g(*a): ...
    print(get_type_hints(g))
except Exception as e: print(type(e).__name__, e)
try:
    @overload
    def f(a: int): ...
    @overload
    def f(a: str): ...
    def f(a): ...
    print(len(get_overloads(f)), get_overloads(fn), [o.__annotations__ for o in get_overloads(f)])
    clear_overloads()
    print(get_overloads(f))
except Exception as e: print(type(e).__name__, e)
try:
    class X:
      @overload
      def m(self): ...
      @overload
      @classmethod
      def m(cls): ...
      def m(self): ...
    print(len(get_overloads(X.m)))
except Exception as e: print(type(e).__name__, e)
show(lambda: assert_never(3))
show(lambda: assert_never('x' * 200))
show(lambda: dataclass_transform(frozen_default=True, foo=1)(Plain).__dataclass_transform__)
show(lambda: Pattern, lambda: Match, lambda: Pattern[str], lambda: Match[bytes])
show(lambda: Pattern[str].__origin__)
show(lambda: typing.NoDefault)
try:
    from typing import ContextManager, AsyncContextManager
    print(ContextManager.__origin__)
except Exception as e: print(type(e).__name__, e)
try:
    type X = int
    print(X, X | None, Optional[X], List[X], get_origin(X), X.__value__, Union[X, int])
except Exception as e: print(type(e).__name__, e)
try:
    type X[A] = list[A]
    print(X[int], get_origin(X[int]), get_args(X[int]), Optional[X[int]])
except Exception as e: print(type(e).__name__, e)
try:
    import functools
    @functools.singledispatch
    def f(a): return 'o'
    @f.register
    def _(a: int): return 'i'
    @f.register
    def _(a: Union[str, bytes]): return 's'
    print(f(1), f('a'), f(b''), f(1.0))
except Exception as e: print(type(e).__name__, e)
try:
    import inspect
    print(inspect.signature(fn), inspect.signature(Box), inspect.signature(NT))
except Exception as e: print(type(e).__name__, e)
try:
    import inspect
    def f(a: Optional[int], b: List[Box[int]] = None, *, c: Callable[[int], str]) -> Union[int, str]: ...
    print(inspect.signature(f))
except Exception as e: print(type(e).__name__, e)
try:
    match Optional[int]:
      case x: print(x)
except Exception as e: print(type(e).__name__, e)
try:
    def f(x: 'Any') -> 'typing.List[int]': ...
    print(get_type_hints(f))
except Exception as e: print(type(e).__name__, e)
from typing import IO, AnyStr, BinaryIO, TextIO
show(lambda: IO[str], lambda: TextIO, lambda: BinaryIO.__mro__, lambda: TextIO.__orig_bases__, lambda: isinstance(3, IO))
show(lambda: TextIO[str], lambda: get_args(IO[str]), lambda: IO[AnyStr][bytes], lambda: Optional[TextIO])
