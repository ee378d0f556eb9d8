import typing, types, collections, collections.abc, contextlib, abc
from typing import AbstractSet, Annotated, Any, AsyncContextManager, AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, ChainMap, ClassVar, Collection, Concatenate, Container, ContextManager, Coroutine, Counter, DefaultDict, Deque, Dict, Final, ForwardRef, FrozenSet, Generator, Generic, Hashable, ItemsView, Iterable, Iterator, KeysView, List, Literal, LiteralString, Mapping, MappingView, MutableMapping, MutableSequence, MutableSet, NamedTuple, Never, NewType, NoReturn, NotRequired, Optional, OrderedDict, ParamSpec, Protocol, ReadOnly, Required, Reversible, Self, Sequence, Set, Sized, Text, Tuple, Type, TypeAlias, TypeGuard, TypeIs, TypeVar, TypeVarTuple, TypedDict, Union, Unpack, ValuesView, get_args, get_origin, get_type_hints, runtime_checkable
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
show(lambda: Any)
show(lambda: type(Any))
show(lambda: NoReturn, lambda: Never, lambda: Self, lambda: LiteralString, lambda: TypeAlias, lambda: ClassVar, lambda: Final, lambda: Union, lambda: Optional, lambda: Literal, lambda: Concatenate, lambda: TypeGuard, lambda: TypeIs, lambda: Unpack, lambda: Required, lambda: NotRequired, lambda: ReadOnly, lambda: Annotated)
show(lambda: type(Union), lambda: type(Optional), lambda: type(Literal), lambda: type(Annotated), lambda: type(NoReturn))
show(lambda: NoReturn[int])
show(lambda: Never[int])
show(lambda: Self[int])
show(lambda: LiteralString[int])
show(lambda: TypeAlias[int])
show(lambda: Any[int])
show(lambda: Union())
show(lambda: Optional())
show(lambda: Any())
show(lambda: Literal())
show(lambda: Final(3))
show(lambda: isinstance(3, Union))
show(lambda: isinstance(3, Any))
show(lambda: issubclass(int, Any))
show(lambda: issubclass(int, Optional))
show(lambda: issubclass(int, NoReturn))
show(lambda: isinstance(3, NoReturn))
try:
    class X(Union): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(NoReturn): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Optional[int]): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(ClassVar[int]): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Literal[1]): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Annotated[int, 1]): pass
    print(X.__mro__, X.__orig_bases__)
except Exception as e: print(type(e).__name__, e)
show(lambda: Union.__name__, lambda: Union.__qualname__, lambda: Union.__module__, lambda: Union._name)
show(lambda: Any.__name__, lambda: Any.__module__)
show(lambda: ClassVar[int], lambda: Final[int], lambda: ClassVar['A'], lambda: Final['A'], lambda: ClassVar[None], lambda: ClassVar[List[int]])
show(lambda: ClassVar[int, str])
show(lambda: ClassVar[ClassVar[int]])
show(lambda: ClassVar[Final[int]])
show(lambda: Final[ClassVar[int]])
show(lambda: Final[Final])
show(lambda: ClassVar[Final])
show(lambda: List[ClassVar[int]])
show(lambda: List[Final[int]])
show(lambda: List[Final])
show(lambda: List[ClassVar])
show(lambda: Union[ClassVar[int], str])
show(lambda: Optional[Final[int]])
show(lambda: Union[int])
show(lambda: Union[int, str])
show(lambda: Union[int, None])
show(lambda: Union[None, int])
show(lambda: Union[None])
show(lambda: Union[None, None])
show(lambda: Union[int, int, str])
show(lambda: Union[int, Union[str, Union[bytes, int]]])
show(lambda: Union[int, str | None])
show(lambda: Union[int | str, float])
show(lambda: Union['A', int])
show(lambda: Union['A', 'A'])
show(lambda: Union[()])
show(lambda: Union[3])
show(lambda: Union[3, 4])
show(lambda: Union[(1, 2), int])
show(lambda: Union[int, [1]])
show(lambda: Union[List[int], List[str]])
show(lambda: Union[T, K])
show(lambda: Union[T, int][str])
show(lambda: Union[T, int][int])
show(lambda: Union[T, K][int])
show(lambda: Union[T, K][int, int])
show(lambda: Union[T, K][int, str, 3])
show(lambda: Union[int, str][int])
show(lambda: Union[Generic, int])
show(lambda: Union[Protocol, int])
show(lambda: Union[Union, int])
show(lambda: Union[Optional, int])
show(lambda: Optional[Literal])
show(lambda: Union[Any, int], lambda: Union[NoReturn, int], lambda: Union[Self, None])
show(lambda: Union[int, str] == Union[str, int], lambda: Union[int, str] == int | str, lambda: int | str == Union[str, int], lambda: Union[int, str] == Union[int, float], lambda: Union[int, str] == 3)
show(lambda: hash(Union[int, str]) == hash(Union[str, int]), lambda: hash(Union[int, str]) == hash(int | str))
show(lambda: {Union[int, str]: 1}[Union[str, int]])
show(lambda: isinstance(3, Union[int, str]), lambda: isinstance(3.0, Union[int, str]), lambda: issubclass(int, Union[int, str]), lambda: issubclass(float, Union[int, str]))
show(lambda: isinstance(3, Optional[int]), lambda: isinstance(None, Optional[int]), lambda: isinstance('s', Optional[int]))
show(lambda: isinstance(3, Union[int, List[int]]))
show(lambda: isinstance([3], Union[int, List[int]]))
show(lambda: Union[int, str] | float, lambda: float | Union[int, str], lambda: Union[int, str] | None, lambda: None | Union[int, str])
show(lambda: type(Union[int, str] | float), lambda: type(int | str), lambda: type(Optional[int]), lambda: type(List[int]))
show(lambda: Optional[int], lambda: Optional[None], lambda: Optional['A'], lambda: Optional[Optional[int]], lambda: Optional[Union[int, str]], lambda: Optional[Union[int, None, str]])
show(lambda: Optional[int, str])
show(lambda: Optional[3])
show(lambda: Optional[()])
show(lambda: Optional[T], lambda: Optional[T][int], lambda: Optional[T][None], lambda: Optional[List[T]][int])
show(lambda: Union[int, str].__args__, lambda: Union[int, str].__origin__, lambda: Union[int, str].__parameters__, lambda: Union[T, K].__parameters__)
show(lambda: Optional[int].__name__, lambda: Union[int, str].__name__, lambda: Optional[int]._name, lambda: Union[int, str].__module__)
show(lambda: Union[int, str].__qualname__)
show(lambda: Union[int, str]())
show(lambda: Optional[int]())
show(lambda: Optional[int].foo)
show(lambda: Literal[1], lambda: Literal['a', 1, None, True, b'x'], lambda: Literal[Literal[1, 2], 3], lambda: Literal[1, 1, True, 1.0])
show(lambda: Literal[()], lambda: Literal[1, 2], lambda: Literal[[1]], lambda: Literal[int], lambda: Literal[...])
show(lambda: Literal[1, 2] == Literal[2, 1], lambda: Literal[1] == Literal[True], lambda: Literal[0] == Literal[False], lambda: Literal[1] != Literal[2], lambda: Literal[1] == 1, lambda: hash(Literal[1, 2]) == hash(Literal[2, 1]))
show(lambda: Literal[1].__args__, lambda: Literal[1].__origin__, lambda: Literal[Literal[1], 2].__args__, lambda: Literal[1].__parameters__)
show(lambda: Literal[1][2])
show(lambda: isinstance(1, Literal[1]))
show(lambda: issubclass(int, Literal[1]))
show(lambda: Literal[1] | None, lambda: Literal[1] | Literal[2], lambda: Union[Literal[1], Literal[2]])
show(lambda: {Literal[1]: 1, Literal[True]: 2})
show(lambda: Literal[1]())
show(lambda: Literal[[1], [1]])
show(lambda: Concatenate[int, P], lambda: Concatenate[int, ...], lambda: Concatenate[int, str, P])
show(lambda: Concatenate[()])
show(lambda: Concatenate[int])
show(lambda: Concatenate[int, str])
show(lambda: Concatenate[3, P])
show(lambda: Concatenate[T, P].__parameters__, lambda: Concatenate[T, P].__args__, lambda: Concatenate[T, P][int, [str]], lambda: Concatenate[T, P][int, ...], lambda: Concatenate[T, P][int, Concatenate[str, P]])
show(lambda: TypeGuard[int], lambda: TypeIs[int], lambda: TypeGuard['A'], lambda: TypeIs[T][int])
show(lambda: TypeGuard[int, str])
show(lambda: TypeGuard[3])
show(lambda: Unpack[Ts], lambda: Unpack[tuple[int, str]], lambda: Unpack[TD])
show(lambda: Unpack[int, str])
show(lambda: Required[int], lambda: NotRequired['A'], lambda: ReadOnly[int], lambda: Required[Annotated[int, 1]], lambda: NotRequired[ReadOnly[int]])
show(lambda: Required[int, str])
show(lambda: NotRequired[3])
show(lambda: ReadOnly[()])
show(lambda: Annotated[int, 1], lambda: Annotated[int, 'a', 2], lambda: Annotated[Annotated[int, 1], 2], lambda: Annotated[List[T], 'x'], lambda: Annotated['A', 1], lambda: Annotated[None, 1])
show(lambda: Annotated[int])
show(lambda: Annotated[()])
show(lambda: Annotated[3, 4])
show(lambda: Annotated[ClassVar[int], 1], lambda: Annotated[Final, 1])
show(lambda: Annotated[int, 1] == Annotated[int, 1], lambda: Annotated[int, 1] == Annotated[int, 2], lambda: Annotated[int, 1] == int, lambda: hash(Annotated[int, 1]) == hash(Annotated[int, 1]))
show(lambda: hash(Annotated[int, []]))
show(lambda: Annotated[int, 1].__metadata__, lambda: Annotated[int, 1].__origin__, lambda: Annotated[int, 1].__args__, lambda: Annotated[T, 1].__parameters__)
show(lambda: Annotated[T, 1][int], lambda: Annotated[List[T], 1][str], lambda: Annotated[Dict[T, K], 1][str, int])
show(lambda: Annotated[int, 1][str])
show(lambda: Annotated[int, 1]('3'), lambda: Annotated[Box, 1](4).item)
show(lambda: isinstance(3, Annotated[int, 1]))
show(lambda: Annotated[int, 1] | None, lambda: Optional[Annotated[int, 1]])
show(lambda: get_origin(Annotated[int, 1]), lambda: get_args(Annotated[int, 1, 2]))
show(lambda: List, lambda: Dict, lambda: Tuple, lambda: Set, lambda: FrozenSet, lambda: Type, lambda: Deque, lambda: DefaultDict, lambda: OrderedDict, lambda: Counter, lambda: ChainMap)
show(lambda: Hashable, lambda: Sized, lambda: Awaitable, lambda: Coroutine, lambda: AsyncIterable, lambda: AsyncIterator, lambda: Iterable, lambda: Iterator, lambda: Reversible, lambda: Container, lambda: Collection, lambda: Callable, lambda: AbstractSet, lambda: MutableSet, lambda: Mapping, lambda: MutableMapping, lambda: Sequence, lambda: MutableSequence, lambda: MappingView, lambda: KeysView, lambda: ItemsView, lambda: ValuesView, lambda: ContextManager, lambda: AsyncContextManager, lambda: Generator, lambda: AsyncGenerator, lambda: Text)
show(lambda: type(List), lambda: type(Callable), lambda: type(Tuple), lambda: type(List[int]), lambda: type(Callable[[int], str]), lambda: type(Tuple[int]), lambda: type(Literal[1]), lambda: type(Annotated[int, 1]), lambda: type(Concatenate[int, P]), lambda: type(Unpack[Ts]), lambda: type(ClassVar[int]))
show(lambda: List[int], lambda: List['A'], lambda: List[None], lambda: List[T], lambda: List[List[int]], lambda: List[list[int]], lambda: List[int | None], lambda: List[Any], lambda: List[...])
show(lambda: List[int, str])
show(lambda: List[3])
show(lambda: List[()])
show(lambda: List[[int]])
show(lambda: List[int][str])
show(lambda: List[T][int], lambda: List[T]['A'], lambda: List[T][None], lambda: Dict[T, K][int, str], lambda: Dict[T, T][int], lambda: Dict[T, List[K]][int, str])
show(lambda: List[T][int, str])
show(lambda: Dict[T, K][int])
show(lambda: List[T][3])
show(lambda: List[T][ClassVar])
show(lambda: Dict[str, int], lambda: Dict[str, List[int]])
show(lambda: Dict[str])
show(lambda: Dict[int, str, 3])
show(lambda: Dict)
show(lambda: Hashable[int])
show(lambda: Sized[int])
show(lambda: Iterable[int, str])
show(lambda: Counter[int], lambda: OrderedDict[int, str], lambda: ChainMap[int, str], lambda: Deque[int], lambda: DefaultDict[str, int])
show(lambda: Awaitable[int], lambda: Coroutine[int, str, float], lambda: AsyncIterator[int], lambda: AsyncIterable[int])
show(lambda: Generator[int], lambda: Generator[int, str], lambda: Generator[int, str, float], lambda: AsyncGenerator[int], lambda: AsyncGenerator[int, str])
show(lambda: Generator[()])
show(lambda: Generator[int, str, float, bytes])
show(lambda: ContextManager[int], lambda: ContextManager[int, bool], lambda: AsyncContextManager[int])
show(lambda: ContextManager[int, bool, str])
show(lambda: Tuple[int], lambda: Tuple[int, ...], lambda: Tuple[()], lambda: Tuple[int, str], lambda: Tuple['A', ...], lambda: Tuple[T, ...][int], lambda: Tuple[T, K][int, str], lambda: Tuple)
show(lambda: Tuple[3, ...])
show(lambda: Tuple[..., int])
show(lambda: Tuple[int, 3])
show(lambda: Tuple[...])
show(lambda: Tuple[int, str, ...])
show(lambda: Tuple[*Ts,], lambda: Tuple[Unpack[Ts]], lambda: Tuple[int, *Ts])
show(lambda: Callable[[int], str], lambda: Callable[..., int], lambda: Callable[[], None], lambda: Callable[[int, str], None], lambda: Callable[P, int], lambda: Callable[Concatenate[int, P], str], lambda: Callable[['A'], 'B'], lambda: Callable[[T], T], lambda: Callable[[Any], List[int]])
show(lambda: Callable[int])
show(lambda: Callable[int, str])
show(lambda: Callable[[int], str, 3])
show(lambda: Callable[[3], int])
show(lambda: Callable[[int], 3])
show(lambda: Callable[()])
show(lambda: Callable[[int], [str]])
show(lambda: Callable[[T], K][str, int], lambda: Callable[P, T][[int, str], float], lambda: Callable[P, int][...], lambda: Callable[P, int][int, str], lambda: Callable[P, int][[]], lambda: Callable[Concatenate[int, P], T][[str], float])
show(lambda: Callable[P, int][int])
show(lambda: Callable[P, T][int])
show(lambda: Callable[P, T][int, str])
show(lambda: Callable[[T], K][int])
show(lambda: Callable[[int], str].__args__, lambda: Callable[..., int].__args__, lambda: Callable[P, int].__parameters__, lambda: Callable[[T], List[K]].__parameters__, lambda: Callable[[int], str].__origin__, lambda: Callable[[], int].__args__)
show(lambda: Callable[[int], str] == Callable[[int], str], lambda: Callable[[int], str] == Callable[[str], str], lambda: Callable[[int], str] == collections.abc.Callable[[int], str])
show(lambda: isinstance(len, Callable), lambda: isinstance(3, Callable), lambda: issubclass(int, Callable))
show(lambda: isinstance(len, Callable[[int], str]))
show(lambda: issubclass(int, Callable[[int], str]))
show(lambda: isinstance([], List), lambda: isinstance({}, Dict), lambda: isinstance((), Tuple), lambda: isinstance(3, Hashable), lambda: isinstance([], Hashable), lambda: isinstance([], Iterable), lambda: issubclass(list, Sequence), lambda: issubclass(dict, Mapping), lambda: isinstance(int, Type))
show(lambda: issubclass(list, List), lambda: issubclass(List, Sequence), lambda: issubclass(List, list), lambda: issubclass(Dict, Mapping))
show(lambda: issubclass(List[int], Sequence))
show(lambda: issubclass(list, List[int]))
show(lambda: isinstance([], List[int]))
show(lambda: isinstance([], Union[List[int], str]))
show(lambda: List())
show(lambda: Dict())
show(lambda: List[int]())
show(lambda: List[int]([1]))
show(lambda: Deque[int]([1]), lambda: Deque([1]), lambda: DefaultDict(int), lambda: Counter('aab'), lambda: OrderedDict(), lambda: Counter[str]('aab'))
show(lambda: Iterable())
show(lambda: Iterable[int]())
show(lambda: Callable())
show(lambda: Tuple[int]())
show(lambda: Type[int]())
show(lambda: Type[int], lambda: Type['A'], lambda: Type[Any], lambda: Type[T][int], lambda: Type[Union[int, str]])
show(lambda: List == List, lambda: List[int] == List[int], lambda: List[int] == List[str], lambda: List[int] == list[int], lambda: List[int] == Sequence[int], lambda: hash(List[int]) == hash(List[int]), lambda: List[int] != List[str], lambda: List[int] == 3)
show(lambda: {List[int]: 1}[List[int]])
show(lambda: List | None, lambda: None | List, lambda: List | int, lambda: int | List, lambda: List[int] | None, lambda: 'A' | List[int], lambda: List[int] | 'A', lambda: List['A'] | None)
show(lambda: 3 | List[int])
show(lambda: List[int] | 3)
show(lambda: List.__origin__, lambda: List[int].__origin__, lambda: List[int].__args__, lambda: List[T].__parameters__, lambda: Dict[T, List[K]].__parameters__, lambda: Dict[T, T].__parameters__, lambda: List[int].__parameters__)
show(lambda: List.__args__)
show(lambda: List.__parameters__)
show(lambda: List.__name__, lambda: List.__qualname__, lambda: List[int].__name__, lambda: List[int].__qualname__, lambda: AbstractSet.__name__, lambda: Dict[str, int].__name__, lambda: Callable.__name__, lambda: ContextManager.__name__)
show(lambda: List.__module__, lambda: List[int].__module__, lambda: Box[int].__module__, lambda: Callable[[int], str].__module__)
show(lambda: List.foo)
show(lambda: List[int].foo)
show(lambda: List[int].__foo__)
try:
    class X(List[int]): pass
    print(X.__mro__, X.__orig_bases__, X([1]), X.__bases__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(List): pass
    print(X.__mro__, X.__orig_bases__, X.__parameters__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(List[T]): pass
    print(X.__mro__, X.__orig_bases__, X[int], X.__parameters__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Dict[T, int]): pass
    print(X.__mro__, X[str], X.__parameters__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Mapping[str, int]):
      def __getitem__(self, k): return 1
      def __iter__(self): return iter('a')
      def __len__(self): return 1
    print(X.__mro__, dict(X()), X.__orig_bases__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Iterable[T]): pass
    print(X.__mro__, X[int])
except Exception as e: print(type(e).__name__, e)
try:
    class X(Iterable[T]): pass
    X()
except Exception as e: print(type(e).__name__, e)
try:
    class X(Iterable[T], Generic[T]): pass
    print(X.__mro__, X[int])
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T], Iterable[T]): pass
    print(X.__mro__, X[int])
except Exception as e: print(type(e).__name__, e)
try:
    class X(Sized, Iterable[T]): pass
    print(X.__mro__, X[int])
except Exception as e: print(type(e).__name__, e)
try:
    class X(Iterable[T], Box[K]): pass
    print(X.__mro__, X[int, str], X.__parameters__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Callable[[int], str]): pass
    print(X.__mro__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Tuple[int, str]): pass
    print(X.__mro__, X((1, 'a')))
except Exception as e: print(type(e).__name__, e)
try:
    class X(ContextManager[int]):
      def __exit__(self, *a): pass
    with X() as x: print(type(x).__name__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(AsyncIterator[int]):
      async def __anext__(self): raise StopAsyncIteration
    print(X.__mro__, X().__aiter__().__class__.__name__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Type[T]): pass
    print(X.__mro__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(list, List[int]): pass
    print(X.__mro__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(NoReturn, int): pass
except Exception as e: print(type(e).__name__, e)
show(lambda: get_origin(List), lambda: get_origin(List[int]), lambda: get_origin(Union[int, str]), lambda: get_origin(Optional[int]), lambda: get_origin(int | str), lambda: get_origin(list[int]), lambda: get_origin(list), lambda: get_origin(Callable), lambda: get_origin(Callable[[int], str]), lambda: get_origin(Generic), lambda: get_origin(Generic[T]), lambda: get_origin(Box), lambda: get_origin(Box[int]), lambda: get_origin(Literal[1]), lambda: get_origin(P.args), lambda: get_origin(P.kwargs), lambda: get_origin(ClassVar[int]), lambda: get_origin(3), lambda: get_origin(Protocol), lambda: get_origin(collections.abc.Callable[[int], str]), lambda: get_origin(Unpack[Ts]), lambda: get_origin(T), lambda: get_origin(Any), lambda: get_origin(Tuple[int]), lambda: get_origin(Type[int]))
show(lambda: get_args(List), lambda: get_args(List[int]), lambda: get_args(Union[int, None]), lambda: get_args(int | str), lambda: get_args(Callable[[int, str], bool]), lambda: get_args(Callable[..., int]), lambda: get_args(Callable[[], int]), lambda: get_args(Callable[P, int]), lambda: get_args(collections.abc.Callable[[int], str]), lambda: get_args(Literal[1, 'a']), lambda: get_args(Box[int]), lambda: get_args(Tuple[()]), lambda: get_args(Tuple[int, ...]), lambda: get_args(int), lambda: get_args(3), lambda: get_args(Final[int]), lambda: get_args(Dict[str, List[int]]), lambda: get_args(Callable[Concatenate[int, P], str]))
show(lambda: [x for x in List[int]])
show(lambda: [x for x in Box[int]])
show(lambda: [x for x in Callable[[int], str]])
show(lambda: [x for x in Union[int, str]])
show(lambda: [x for x in List])
show(lambda: [x for x in Tuple[int, str]])
show(lambda: len(List[int]))
show(lambda: List[int] in [List[int]], lambda: 3 in [List[int]])
show(lambda: str(List[int]), lambda: f'{List[int]}', lambda: f'{Optional[int]!r}')
show(lambda: bool(List[int]), lambda: callable(List[int]), lambda: callable(List), lambda: callable(Union), lambda: callable(Any))
show(lambda: List[int].copy_with((str,)))
show(lambda: hasattr(List[int], 'append'), lambda: hasattr(List[int], 'foo'), lambda: hasattr(List, '__args__'))
show(lambda: List[UserId], lambda: Dict[UserId, NT], lambda: List[TD], lambda: Optional[UserId], lambda: UserId | None, lambda: None | UserId, lambda: List[fn], lambda: List[T | None], lambda: List[type(None)])
show(lambda: List[Box[int]], lambda: Box[List[int]], lambda: Dict[str, Callable[[int], Awaitable[None]]], lambda: Callable[[Callable[[int], str]], None])
show(lambda: List[collections.OrderedDict], lambda: List[abc.ABC], lambda: List[Plain], lambda: List[type], lambda: List[object])
show(lambda: Union[int, str] is Union[int, str], lambda: Optional[int] is Optional[int], lambda: ClassVar[int] is ClassVar[int], lambda: Literal[1] is Literal[1], lambda: Annotated[int, 1] is Annotated[int, 1], lambda: List[int] is List[int], lambda: Box[int] is Box[int], lambda: Callable[[int], str] is Callable[[int], str], lambda: Callable[..., int] is Callable[..., int], lambda: Tuple[int] is Tuple[int], lambda: List[T][int] is List[int], lambda: List[T][int] is List[T][int], lambda: Concatenate[int, P] is Concatenate[int, P], lambda: TypeGuard[int] is TypeGuard[int], lambda: Required[int] is Required[int], lambda: Unpack[Ts] is Unpack[Ts], lambda: Final[int] is Final[int], lambda: Generic[T] is Generic[T], lambda: Protocol[T] is Protocol[T], lambda: Literal[1] is Literal[True], lambda: Optional[int] is Union[int, None])
try:
    print(List[Union[int, str]], List[Union[str, int]], Optional[Union[int, str]], Optional[Union[str, int]])
except Exception as e: print(type(e).__name__, e)
try:
    print(Union[Union[int, str], float], Union[Union[str, int], float])
except Exception as e: print(type(e).__name__, e)
try:
    print(Box[Union[int, str]], Box[Union[str, int]], Box[T][Union[int, str]], Box[T][Union[str, int]])
except Exception as e: print(type(e).__name__, e)
try:
    print(Literal[0, False], Literal[False, 0], List[Literal[0]], List[Literal[False]])
except Exception as e: print(type(e).__name__, e)
try:
    print(Annotated[int, 1], Annotated[int, True], Annotated[int, 1.0])
except Exception as e: print(type(e).__name__, e)
try:
    print(List[1 == 1 and int], Callable[[Union[int, str]], None], Callable[[Union[str, int]], None])
except Exception as e: print(type(e).__name__, e)
show(lambda: Generator[T, K, U][int])
show(lambda: Generator[T, K, U][int, str])
show(lambda: Generator[T, K, U][int, str, float, bytes])
show(lambda: Generator[T, K, U][()])
show(lambda: Dict[T, D][int], lambda: Dict[T, D][int, float])
show(lambda: Dict[T, D][()])
show(lambda: Dict[T, D][int, float, str])
try:
    class X(Generic[T, K, U]): pass
    X[int]
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T, K, U]): pass
    X[int, str]
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T, K, U]): pass
    X[int, str, float, bytes]
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T, K, D]): pass
    X[int]
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T, D, P]): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T, P, K]): pass
    print(X[int, [str], float])
    X[int]
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T, P, K]): pass
    X[int, str, float]
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[P]): pass
    print(X[P][int], X[P][[int, str]], X[Concatenate[int, P]][str], X[Concatenate[int, P]][[str, int]], X[P][...])
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[P]): pass
    X[()]
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[P]): pass
    X[[int], str]
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[P]): pass
    print(X[[]], X[[int]].__args__, X[int].__args__, X[[3]])
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T, P]): pass
    print(X[T, P][int, [str]], X[T, [int, str]].__parameters__, X[T, [int, K]][str, float], X[List[T], Concatenate[T, P]][int, [str]])
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T, *Ts]): pass
    print(X[int], X[int, str, float], X[int, *Ts], X[int, *Ts][str], X[int, *Ts][()], X[T, *Ts][int, str], X[int, *tuple[int, ...]], X.__parameters__, X[int, Unpack[Ts]].__parameters__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T, *Ts]): pass
    X[()]
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[*Ts, T]): pass
    print(X[int], X[int, str, float], X[int].__args__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[*Ts]): pass
    print(X[()], X[int], X[int, str], X[Ts])
except Exception as e: print(type(e).__name__, e)
try:
    Ts2 = TypeVarTuple('Ts2')
    class X(Generic[*Ts, *Ts2]): pass
    print(X)
    X[int]
except Exception as e: print(type(e).__name__, e)
show(lambda: Tuple[*Ts,][int, str], lambda: Tuple[int, *Ts][str], lambda: Tuple[int, *Ts][()], lambda: Tuple[*Ts, T][int], lambda: Callable[[*Ts], T], lambda: Callable[[*Ts], T][int, str, float], lambda: Callable[[int, *Ts], None][str], lambda: List[Tuple[*Ts,]][int, str])
show(lambda: Tuple[*Ts,][*Ts,], lambda: Tuple[*tuple[int, str],], lambda: Tuple[*Ts,][*tuple[int, ...],], lambda: Unpack[Ts].__parameters__, lambda: Unpack[Ts].__args__, lambda: Unpack[tuple[int]].__origin__, lambda: Tuple[*Ts,].__args__, lambda: Tuple[*Ts,].__parameters__)
try:
    def f(*args: *Ts) -> Tuple[*Ts]: ...
    print(f.__annotations__, get_type_hints(f))
except Exception as e: print(type(e).__name__, e)
show(lambda: Ts.__name__, lambda: Ts.__module__, lambda: Ts.has_default(), lambda: type(Ts), lambda: list(Ts))
show(lambda: Ts | None)
show(lambda: Unpack[int])
show(lambda: List[Unpack[Ts]])
show(lambda: Union[*Ts,])
show(lambda: Callable[[int], T][3])
show(lambda: List[T][[int]])
show(lambda: List[T][()])
show(lambda: List[T][Final[int]])
show(lambda: Callable[P, T][[int], str], lambda: Callable[P, int][[3]], lambda: Callable[P, T][P, T], lambda: Callable[P, T][Concatenate[int, P], str], lambda: Callable[P, int][Concatenate[int, P]])
show(lambda: Callable[P, T][[int], 3])
show(lambda: Callable[Concatenate[int, P], T][[str, float], bytes], lambda: Callable[Concatenate[int, P], T][..., bytes], lambda: Callable[Concatenate[int, P], int][P], lambda: Callable[Concatenate[int, P], int][Concatenate[str, P]], lambda: Callable[Concatenate[int, P], int].__args__, lambda: Callable[Concatenate[T, P], int].__parameters__)
show(lambda: Callable[[T, K], U][int, str, float], lambda: Callable[[List[T]], Dict[T, K]][int, str])
show(lambda: Callable[[], T][int], lambda: Callable[..., T][int], lambda: Callable[[T], Callable[[T], K]][int, str])
show(lambda: get_args(Callable[[], T][int]), lambda: get_args(Callable[..., T]), lambda: get_args(Callable[[*Ts], int]))
show(lambda: Callable[int, ...])
show(lambda: Callable[[...], int])
show(lambda: Callable[[int, ...], int])
show(lambda: Callable[(int, str), float], lambda: Callable[[int], None], lambda: Callable[[None], None])
show(lambda: Callable[ClassVar[int], int])
show(lambda: Callable[[ClassVar[int]], int])
show(lambda: Callable[[Union[int]], Literal[1]])
show(lambda: Union[T, List[K]][int, str], lambda: Union[T, None][int], lambda: Union[List[T], None][int], lambda: Optional[T][Optional[int]], lambda: Union[T, int, K][str, str])
show(lambda: ((List[T] | None)[int], (int | List[T])[str], (T | None)[int], (list[T] | None)[int], list[T][int], dict[T, K][int, str], list[List[T]][int], List[list[T]][int], (list[T] | dict[T, K])[int, str]))
show(lambda: Annotated[T, T][int], lambda: Annotated[Union[T, K], 1][int, str], lambda: Annotated[T, 1][Annotated[int, 2]], lambda: Annotated[Optional[T], 'a'][int])
show(lambda: ClassVar[T][int], lambda: Final[List[T]][int], lambda: Type[T][int], lambda: TypeGuard[List[T]][int], lambda: Required[T][int])
show(lambda: ClassVar[int].__origin__, lambda: ClassVar[int].__args__, lambda: ClassVar[int].__name__, lambda: ClassVar[int].__module__, lambda: Final[int].__qualname__, lambda: Literal[1].__name__, lambda: Concatenate[int, P].__name__, lambda: Callable[[int], int].__name__, lambda: Union[int, str].__class__, lambda: Tuple[int].__name__)
show(lambda: ClassVar[int]())
show(lambda: ClassVar[int] == ClassVar[int], lambda: ClassVar[int] == Final[int], lambda: ClassVar[int] | None, lambda: Final[int] | None)
show(lambda: Union.foo)
show(lambda: Union | int, lambda: int | Optional, lambda: Any | int, lambda: int | Any, lambda: None | Any, lambda: Any | None, lambda: Self | None, lambda: NoReturn | int)
show(lambda: Any == Any, lambda: Union == Union, lambda: Union == Optional, lambda: hash(Union) == hash(Union))
show(lambda: Union in (Optional, Union), lambda: Optional[int] in (Optional[int], 3))
show(lambda: isinstance(3, (Union[int, str], float)), lambda: isinstance(3, (int, List)), lambda: isinstance(3, int | None))
show(lambda: isinstance(Plain(), (RProto, int)), lambda: isinstance([], (List, str)))
show(lambda: isinstance(3, ForwardRef('A')))
show(lambda: isinstance(3, UserId))
show(lambda: issubclass(UserId, int))
show(lambda: issubclass(int, (List[int], str)))
show(lambda: isinstance(3, List[int] | None))
show(lambda: isinstance(3, typing.Tuple[int] | int))
show(lambda: List[int] | List[str], lambda: List[int] | None == Optional[List[int]], lambda: type(List[int] | None))
show(lambda: [*Box[int]], lambda: (*Box[int],), lambda: [*List[int]], lambda: [*ClassVar[int]], lambda: [*Literal[1]], lambda: [*Tuple[int, ...]], lambda: [*Concatenate[int, P]])
show(lambda: [*Optional[int]])
show(lambda: [*Annotated[int, 1]])
show(lambda: [*Union])
show(lambda: iter(List))
show(lambda: 'x' in List)
try:
    T2 = T
    print(T2 is T, List[T2][int])
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T]):
      a: T
      @classmethod
      def make(cls): return cls()
    print(X[int].make().__class__, X[int].make)
except Exception as e: print(type(e).__name__, e)
try:
    class M(type): pass
    class X(Generic[T], metaclass=M): pass
    print(X[int], type(X))
except Exception as e: print(type(e).__name__, e)
try:
    class X(int, Generic[T]): pass
    print(X[str](3) + 1, X[str], X.__mro__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Dict[str, T]): pass
    x = X[int](a=1)
    print(x, X[int], X.__parameters__, x.__orig_class__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(collections.UserDict, Generic[T]): pass
    print(X[int]({1: 2}), X[int])
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T]): pass
    class Y(X[int], X[str]): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Box[int], Box[int]): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Generic[T], int, str): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Box[T], Generic[T], Sub[K]): pass
except Exception as e: print(type(e).__name__, e)
try:
    class X(Box["X"]): pass
    print(X.__orig_bases__)
except Exception as e: print(type(e).__name__, e)
try:
    class X(Pair[T, K], Box[K]): pass
    print(X.__parameters__, X[int, str], X.__mro__)
except Exception as e: print(type(e).__name__, e)
try:
    x = Box[Box[int]](Box[int](3))
    print(x.item.item, x.__orig_class__.__args__[0])
except Exception as e: print(type(e).__name__, e)
show(lambda: Box[int].item)
try:
    b = Box[int]
    b.__foo__ = 1
    print(b.__foo__)
except Exception as e: print(type(e).__name__, e)
try:
    List[int].append([], 1)
    print(List[int].append)
except Exception as e: print(type(e).__name__, e)
show(lambda: List[int].__mro__)
show(lambda: List[int].__bases__)
try:
    print(sorted([Box[int], List[int]], key=repr))
except Exception as e: print(type(e).__name__, e)
show(lambda: Box[int] < Box[str])
show(lambda: len({Box[int], Box[int], List[int], Box[str], Optional[int], Union[None, int], Literal[1], Annotated[int, 1]}))
show(lambda: Optional[Callable[..., Awaitable[T]]], lambda: Callable[P, Awaitable[T]], lambda: Callable[P, Coroutine[Any, Any, T]], lambda: Awaitable[Optional[List[int]]])
show(lambda: Dict[str, 'Plain'], lambda: Dict['a', 'b'].__args__, lambda: Dict['a', 'b'] == Dict['a', 'b'], lambda: Union['a', 'b'], lambda: List['List[int]'], lambda: Type['Plain'], lambda: Callable[['a'], 'b'].__args__)
show(lambda: typing.Optional, lambda: typing.List[int], lambda: typing.Self, lambda: typing.Coroutine[None, None, int])
try:
    import typing as t
    print(t.List, t.Optional[t.Any])
except Exception as e: print(type(e).__name__, e)
