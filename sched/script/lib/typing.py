# Type hints at run time. The specification is Lib/typing.py of CPython 3.13;
# what can be subscripted is in _typing_forms.
import collections
import collections.abc
import contextlib
import types
from abc import abstractmethod
from types import GenericAlias
from _sre import Match as _Match, Pattern as _Pattern
from _typing_forms import (Annotated, ClassVar, Concatenate, Final, ForwardRef, Generic, Literal, LiteralString, Never,
                       NoReturn, NotRequired, Optional, ReadOnly, Required, Self, TypeAlias, TypeGuard, TypeIs, Union,
                       Unpack, _AnnotatedAlias, _BaseGenericAlias, _CallableType, _GenericAlias, _SpecialGenericAlias,
                       _TupleType, is_flat, resolved, with_args)
from _typing_protocols import Protocol, get_protocol_members, is_protocol, runtime_checkable
from _typing_records import NamedTuple, TypedDict, is_typeddict
from _typing import (NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple,
                     _idfunc, make_meta)

TYPE_CHECKING = False
Text = str

T, KT, VT = TypeVar("T"), TypeVar("KT"), TypeVar("VT")
T_co, V_co, VT_co = [TypeVar(name, covariant=True) for name in ("T_co", "V_co", "VT_co")]
T_contra = TypeVar("T_contra", contravariant=True)
CT_co = TypeVar("CT_co", covariant=True, bound=type)
AnyStr = TypeVar("AnyStr", bytes, str)


def _check_any(cls, instance, t):
    if cls is Any and instance is not None:
        raise TypeError("typing.Any cannot be used with isinstance()")
    return cls in t.__mro__


def _show_any(cls):
    return "typing.Any" if cls is Any else None


class Any(metaclass=make_meta("_AnyMeta", type, check=_check_any, repr=_show_any)):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


# The aliases of other modules' classes.

def _of_abc(count, names, defaults=()):
    return [_SpecialGenericAlias(getattr(collections.abc, name), count, defaults=defaults) for name in names.split()]


def _builtin(count, cls):
    return _SpecialGenericAlias(cls, count, "FrozenSet" if cls is frozenset else cls.__name__.capitalize(), inst=False)


_none = type(None)
Hashable, Sized = _of_abc(0, "Hashable Sized")
Awaitable, AsyncIterable, AsyncIterator, Iterable, Iterator, Reversible, Container, Collection = _of_abc(
    1, "Awaitable AsyncIterable AsyncIterator Iterable Iterator Reversible Container Collection")
MutableSet, Sequence, MutableSequence, MappingView, KeysView, ValuesView = _of_abc(
    1, "MutableSet Sequence MutableSequence MappingView KeysView ValuesView")
Mapping, MutableMapping, ItemsView = _of_abc(2, "Mapping MutableMapping ItemsView")
Coroutine, = _of_abc(3, "Coroutine")
Generator, = _of_abc(3, "Generator", (_none, _none))
AsyncGenerator, = _of_abc(2, "AsyncGenerator", (_none,))
AbstractSet = _SpecialGenericAlias(collections.abc.Set, 1, "AbstractSet")
Callable = _CallableType(collections.abc.Callable, 2)
Tuple = _TupleType(tuple, -1, "Tuple", inst=False)
List, Set, FrozenSet, Type = [_builtin(1, cls) for cls in (list, set, frozenset, type)]
Dict = _builtin(2, dict)
Deque = _SpecialGenericAlias(collections.deque, 1, "Deque")
DefaultDict = _SpecialGenericAlias(collections.defaultdict, 2, "DefaultDict")
OrderedDict, ChainMap = [_SpecialGenericAlias(cls, 2) for cls in (collections.OrderedDict, collections.ChainMap)]
Counter = _SpecialGenericAlias(collections.Counter, 1)
Pattern, Match = _SpecialGenericAlias(_Pattern, 1), _SpecialGenericAlias(_Match, 1)
ContextManager, AsyncContextManager = [
    _SpecialGenericAlias(getattr(contextlib, "Abstract" + name), 2, name, defaults=(bool | None,))
    for name in ("ContextManager", "AsyncContextManager")]


# What a class supports by one method.

@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    @abstractmethod
    def __int__(self):
        """int(self)"""


@runtime_checkable
class SupportsFloat(Protocol):
    __slots__ = ()

    @abstractmethod
    def __float__(self):
        """float(self)"""


@runtime_checkable
class SupportsComplex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __complex__(self):
        """complex(self)"""


@runtime_checkable
class SupportsBytes(Protocol):
    __slots__ = ()

    @abstractmethod
    def __bytes__(self):
        """bytes(self)"""


@runtime_checkable
class SupportsIndex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __index__(self):
        """operator.index(self)"""


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __abs__(self):
        """abs(self)"""


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits=0):
        """round(self, ndigits)"""


# Files: their methods are left out.

class IO(Generic[AnyStr]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


# Reading hints.

def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for cls in reversed(obj.__mro__):
            spaces = _spaces_of_class(cls, globalns, localns)
            for name, value in cls.__dict__.get("__annotations__", {}).items():
                hints[name] = _hint(value, spaces, is_argument=False, is_class=True)
    else:
        found = getattr(obj, "__annotations__", None)
        if found is None and not isinstance(obj, _SILENT):
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        spaces = _spaces_of(obj, globalns, localns)
        for name, value in (found or {}).items():
            hints[name] = _hint(value, spaces, is_argument=not isinstance(obj, types.ModuleType))
    if include_extras:
        return hints
    return {name: _bare(hint) for name, hint in hints.items()}


# What may lack annotations.
_SILENT = types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType


def _hint(value, spaces, **kind):
    if isinstance(value, str):
        value = ForwardRef(value, **kind)
    return _none if value is None else resolved(value, spaces)


def _parameters_by_name(obj):
    return {param.__name__: param for param in getattr(obj, "__type_params__", ())}


def _spaces_of_class(cls, globalns, localns):
    """The namespaces of the annotations of a class, in the order in which they
    are searched; None is the script's."""
    own = dict(vars(cls))
    if globalns is None and localns is None:
        return _parameters_by_name(cls), None, own
    return _parameters_by_name(cls), own if localns is None else localns, globalns


def _spaces_of(obj, globalns, localns):
    while hasattr(obj, "__wrapped__"):
        obj = obj.__wrapped__
    if globalns is None and not isinstance(obj, _SILENT):
        globalns = {} if localns is None else localns
    return _parameters_by_name(obj), {} if localns is None else localns, globalns


def _bare(t):
    """Give a type without Annotated and what qualifies the keys of a TypedDict."""
    if isinstance(t, _AnnotatedAlias):
        return _bare(t.__origin__)
    if not isinstance(t, (_GenericAlias, GenericAlias, types.UnionType)):
        return t
    if getattr(t, "__origin__", None) in (Required, NotRequired, ReadOnly):
        return _bare(t.__args__[0])
    return with_args(t, tuple([_bare(arg) for arg in t.__args__]))


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, types.UnionType):
        return types.UnionType
    has = isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs))
    return tp.__origin__ if has else Generic if tp is Generic else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return tp.__args__ + tp.__metadata__
    if not isinstance(tp, (_GenericAlias, GenericAlias, types.UnionType)):
        return ()
    args = tp.__args__
    if isinstance(tp, types.UnionType) or not is_flat(tp, args):
        return args
    return list(args[:-1]), args[-1]


# Functions for the eyes of a type checker.

def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    import sys
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    shown = repr(arg)
    raise AssertionError(f"Expected code to be unreachable, but got: {shown[:100]}{'...' if len(shown) > 100 else ''}")


def _marked(thing, attr):
    try:
        setattr(thing, attr, True)
    except (AttributeError, TypeError):
        pass  # it takes no attributes
    return thing


def final(f):
    return _marked(f, "__final__")


def override(method, /):
    return _marked(method, "__override__")


def no_type_check(arg):
    if isinstance(arg, type):
        for name, value in vars(arg).items():
            value = getattr(value, "__func__", value)
            if (isinstance(value, (type, types.FunctionType)) and value.__module__ == arg.__module__
                    and value.__qualname__ == f"{arg.__qualname__}.{value.__name__}"):
                no_type_check(value)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass  # a class in C
    return arg


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    said = dict(eq_default=eq_default, order_default=order_default, kw_only_default=kw_only_default,
                frozen_default=frozen_default, field_specifiers=field_specifiers, kwargs=kwargs)

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = said
        return cls_or_fn

    return decorator


_overloads = {}  # by module and qualified name, then by line


def _overloads_of(func):
    func = getattr(func, "__func__", func)
    return _overloads.setdefault((func.__module__, func.__qualname__), {}), func


def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions"
                              " outside a stub module should always be followed by an implementation that is not"
                              " @overload-ed.")


def overload(func):
    try:
        known, plain = _overloads_of(func)
        known[plain.__code__.co_firstlineno] = func
    except AttributeError:
        pass  # no function
    return _overload_dummy


def get_overloads(func):
    return list(_overloads_of(func)[0].values())


def clear_overloads():
    _overloads.clear()


class NewType:
    def __init__(self, name, tp):
        self.__qualname__, self.__name__ = name, name.split(".")[-1]
        self.__supertype__, self.__module__ = tp, "__main__"

    __call__ = staticmethod(_idfunc)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        class Refused:
            def __init_subclass__(cls):
                raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{cls.__name__} = NewType({cls.__name__!r}, {name})`")

        name = self.__name__
        return (Refused,)
