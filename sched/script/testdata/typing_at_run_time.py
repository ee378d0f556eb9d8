from typing import Any, Optional, Union, List, Dict, Tuple, Set, FrozenSet, Callable, Awaitable, Coroutine, AsyncIterator, Iterable, Iterator, TypeVar, ParamSpec, Generic, Protocol, runtime_checkable, NamedTuple, TypedDict, Literal, Final, ClassVar, Self, NoReturn, Never, NewType, cast, overload, TYPE_CHECKING, Annotated, TypeAlias, get_type_hints, assert_never, final, override, Deque, DefaultDict, Type, Sequence, Mapping, get_origin, get_args, Concatenate, Generator, AsyncGenerator, Required, NotRequired, Hashable, ContextManager, AsyncContextManager
import typing
print(Any, Optional[int], Union[int, str], Union[int, None], Union[int, str, None], List[int], Dict[str, List[int]], Tuple[int, ...], Tuple[()], Callable[[int], str], Callable[..., Any], Callable[[], Awaitable[None]], Set[int], Type[int], Deque[int], List, Dict, Callable, Optional, Union, Awaitable[None], Coroutine[Any, Any, int], AsyncIterator[int])
T = TypeVar('T'); K = TypeVar('K', bound=int); U = TypeVar('U', int, str); C = TypeVar('C', covariant=True)
P = ParamSpec('P')
print(T, K, U, C, P, P.args, P.kwargs, List[T], Dict[K, T], Callable[P, T], T.__name__, K.__bound__, U.__constraints__, Callable[Concatenate[int, P], T])
print(Optional["Node"], List["Node"], Literal['a', 1, None], Final[int], ClassVar[int], ClassVar, Annotated[int, "meta", 3], Self, NoReturn, Never, Final)
print(List[T][int], Dict[K, T][int, str], Union[T, int][str], Optional[T][int], Callable[[T], K][str, int], T | None, int | T, List[int] | None)
print(Union[int, str] == Union[str, int], Optional[int] == (int | None), List[int] == List[int], hash(List[int]) == hash(List[int]), Union[int], Union[int, int])
class Box(Generic[T]):
    def __init__(self, item: T) -> None: self.item = item
    def get(self) -> T: return self.item
b = Box[int](5)
print(b.get(), Box[int], Box.__parameters__, Box[int].__origin__, Box[int].__args__, b.__orig_class__, Box(3).item, Box.__mro__, Box.__orig_bases__)
class Pair(Generic[T, K]): pass
print(Pair[str, int], Pair.__parameters__)
try: Pair[int]
except TypeError as e: print(e)
try: Box[int, str]
except TypeError as e: print(e)
class IntBox(Box[int]): pass
print(IntBox(3).get(), IntBox.__mro__, IntBox.__orig_bases__)
class Stack(Generic[T]):
    def __init__(self): self._i: list[T] = []
    def push(self, x: T) -> None: self._i.append(x)
    def pop(self) -> T: return self._i.pop()
s: Stack[int] = Stack(); s.push(1); print(s.pop())
class Shape(Protocol):
    def area(self) -> float: ...
@runtime_checkable
class Drawable(Protocol):
    name: str
    def draw(self) -> str: ...
class Sq:
    name = 'sq'
    def area(self): return 4.0
    def draw(self): return '[]'
print(isinstance(Sq(), Drawable), isinstance(3, Drawable))
try: isinstance(Sq(), Shape)
except TypeError as e: print(e)
try: Shape()
except TypeError as e: print(e)
try: issubclass(Sq, Drawable)
except TypeError as e: print(e)
@runtime_checkable
class Closer(Protocol):
    def close(self): ...
class F:
    def close(self): pass
print(isinstance(F(), Closer), issubclass(F, Closer), issubclass(int, Closer), Closer, type(Closer))
class Impl(Shape):
    def area(self): return 1.5
print(Impl().area(), isinstance(Impl(), Impl), Shape.__mro__)
class Repo(Protocol[T]):
    def get(self, id: int) -> T: ...
print(Repo[int], Repo.__parameters__)
class Pt(NamedTuple):
    x: int
    y: int = 0
    def norm(self): return self.x + self.y
p = Pt(3); print(p, p.x, p.norm(), p._asdict(), p._replace(y=4), Pt._fields, Pt._field_defaults, p == (3, 0), Pt.__annotations__, Pt.__mro__, Pt.__doc__, isinstance(p, tuple), hash(p) == hash((3, 0)))
x, y = p; print(x, y, p[0], len(p), list(p), p + (1,), max(p), sorted([Pt(2), Pt(1, 5)]), p < Pt(4))
try: Pt()
except TypeError as e: print(e)
try: p.x = 3
except AttributeError as e: print(e)
try: Pt(1, 2, 3)
except TypeError as e: print(e)
try: Pt(1, z=3)
except TypeError as e: print(e)
E2 = NamedTuple('E2', [('a', int), ('b', str)]); print(E2(1, 'q'), E2.__annotations__)
class TD(TypedDict):
    name: str
    age: int
class TD2(TD, total=False):
    extra: NotRequired[str]
d: TD = {'name': 'a', 'age': 3}; print(TD(name='x', age=1), type(TD(name='x', age=1)), TD.__annotations__, TD2.__annotations__, sorted(TD2.__required_keys__), TD2.__optional_keys__, TD.__total__, TD2.__total__, TD)
try: isinstance({}, TD)
except TypeError as e: print(e)
UserId = NewType('UserId', int); print(UserId(5), UserId, UserId.__name__, UserId.__supertype__)
print(cast(int, "x"), TYPE_CHECKING)
@overload
def f(a: int) -> int: ...
@overload
def f(a: str) -> str: ...
def f(a): return a
print(f(3))
@final
class Fi: pass
print(Fi.__final__)
class A1:
    a: int = 1
    b: "list[int]" = None
    c: Optional["A1"] = None
    def m(self, x: "int", y: str = "s") -> "A1": ...
print(get_type_hints(A1), get_type_hints(A1.m))
try: assert_never(3)
except AssertionError as e: print(e)
print(isinstance([], List), isinstance({}, Mapping), isinstance([], typing.Sequence), isinstance(3, Optional[int]), isinstance(lambda: 1, Callable))
try: isinstance([], List[int])
except TypeError as e: print(e)
try: List()
except TypeError as e: print(e)
try: Any()
except TypeError as e: print(e)
try: isinstance(3, Any)
except TypeError as e: print(e)
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Optional[int]), get_args(Callable[[int], str]), get_origin(list[int]), get_args(int | None), get_origin(int))
Vec: TypeAlias = List[float]; print(Vec)
class MyList(List[int]): pass
print(MyList([1]), MyList.__mro__)
class Node(Generic[T]):
    nxt: Optional["Node[T]"] = None
print(Node.__annotations__, Generator[int, None, str], AsyncGenerator[int, None], ContextManager[int])
