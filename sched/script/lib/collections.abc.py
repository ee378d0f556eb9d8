# Abstract classes of containers. The specification is Lib/_collections_abc.py
# of CPython 3.13: the same classes, methods and results, in code of our own.

from abc import ABCMeta, abstractmethod
from itertools import count as integers
from types import GenericAlias, MappingProxyType
from collections import ChainMap, UserDict, UserList, UserString, deque
from _abstract import callable_alias, has_methods


def recognised(*names):
    # Decorates an abstract class to which every class with these methods
    # belongs. The classes that derive from it recognise nobody by this.
    def decorate(abstract):
        def hook(cls, C):
            if cls is abstract and has_methods(C, names):
                return True
            return NotImplemented

        hook.__name__ = "__subclasshook__"
        hook.__qualname__ = f"{abstract.__name__}.__subclasshook__"
        abstract.__subclasshook__ = classmethod(hook)
        return abstract

    return decorate


def thrown(typ, value, tb):
    # What throw(typ, value, tb) has to raise.
    if tb is None:
        return typ if value is None else value
    return (typ() if value is None else value).with_traceback(tb)


def shut(it, what):
    try:
        it.throw(GeneratorExit)
    except (StopIteration, GeneratorExit):
        return
    raise RuntimeError(f"{what} ignored GeneratorExit")


def drain(take, empty):
    try:
        while True:
            take()
    except empty:
        return


def first_of(container):
    try:
        return next(iter(container))
    except StopIteration:
        raise KeyError from None


def all_within(some, others):
    for each in some:
        if each not in others:
            return False
    return True


@recognised("__iter__")
class Iterable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __iter__(self):
        yield from ()


@recognised("__iter__", "__next__")
class Iterator(Iterable):
    __slots__ = ()

    def __iter__(self):
        return self

    @abstractmethod
    def __next__(self):
        raise StopIteration


@recognised("__reversed__", "__iter__")
class Reversible(Iterable):
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        yield from ()


@recognised("__iter__", "__next__", "send", "throw", "close")
class Generator(Iterator):
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise thrown(typ, val, tb)

    def __next__(self):
        return self.send(None)

    def close(self):
        shut(self, "generator")


@recognised("__len__")
class Sized(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0


@recognised("__contains__")
class Container(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __contains__(self, x):
        return False


@recognised("__len__", "__iter__", "__contains__")
class Collection(Sized, Iterable, Container):
    __slots__ = ()


@recognised("__call__")
class Callable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(callable_alias)

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False


@recognised("__hash__")
class Hashable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0


@recognised("__await__")
class Awaitable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __await__(self):
        yield


@recognised("__await__", "send", "throw", "close")
class Coroutine(Awaitable):
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise thrown(typ, val, tb)

    def close(self):
        shut(self, "coroutine")


@recognised("__aiter__")
class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()


@recognised("__anext__", "__aiter__")
class AsyncIterator(AsyncIterable):
    __slots__ = ()

    def __aiter__(self):
        return self

    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration


@recognised("__aiter__", "__anext__", "asend", "athrow", "aclose")
class AsyncGenerator(AsyncIterator):
    __slots__ = ()

    @abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        raise thrown(typ, val, tb)

    async def __anext__(self):
        return await self.asend(None)

    async def aclose(self):
        try:
            await self.athrow(GeneratorExit)
        except (StopAsyncIteration, GeneratorExit):
            return
        raise RuntimeError("asynchronous generator ignored GeneratorExit")


def as_set(of, other):
    # The other side of an operator, made a set as of makes them; None if it
    # cannot be one.
    if isinstance(other, Set):
        return other
    return of._from_iterable(other) if isinstance(other, Iterable) else None


class Set(Collection):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def __eq__(self, other):
        if isinstance(other, Set):
            return self.__le__(other) if len(self) == len(other) else False
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, Set):
            return self.__le__(other) if len(self) < len(other) else False
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, Set):
            return self.__ge__(other) if len(self) > len(other) else False
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, Set):
            return not len(self) > len(other) and all_within(self, other)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, Set):
            return not len(self) < len(other) and all_within(other, self)
        return NotImplemented

    def isdisjoint(self, other):
        for each in other:
            if each in self:
                return False
        return True

    def __and__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(each for each in other if each in self)
        return NotImplemented

    def __or__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(each for side in (self, other) for each in side)
        return NotImplemented

    def __sub__(self, other):
        taken = as_set(self, other)
        if taken is None:
            return NotImplemented
        return self._from_iterable(each for each in self if each not in taken)

    def __rsub__(self, other):
        whole = as_set(self, other)
        if whole is None:
            return NotImplemented
        return self._from_iterable(each for each in whole if each not in self)

    def __xor__(self, other):
        second = as_set(self, other)
        if second is None:
            return NotImplemented
        return (self - second) | (second - self)

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__

    def _hash(self):
        # The hash of an equal frozenset, in 64 bits without a sign until the end.
        full = (1 << 64) - 1
        mixed = 1927868237 * (len(self) + 1) & full
        for each in self:
            own = hash(each)
            mixed = (mixed ^ (own ^ own << 16 ^ 89869747) * 3644798167) & full
        mixed ^= mixed >> 11 ^ mixed >> 25
        mixed = (mixed * 69069 + 907133923) & full
        if mixed == full:
            return 590923713
        return mixed - full - 1 if mixed >> 63 else mixed


class MutableSet(Set):
    __slots__ = ()

    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        taken = first_of(self)
        self.discard(taken)
        return taken

    def clear(self):
        drain(self.pop, KeyError)

    def __ior__(self, it):
        for each in it:
            self.add(each)
        return self

    def __iand__(self, it):
        for each in self - it:
            self.discard(each)
        return self

    def __isub__(self, it):
        if self is it:
            self.clear()
            return self
        for each in it:
            self.discard(each)
        return self

    def __ixor__(self, it):
        if self is it:
            self.clear()
            return self
        for each in it if isinstance(it, Set) else self._from_iterable(it):
            change = self.discard if each in self else self.add
            change(each)
        return self


class Mapping(Collection):
    __slots__ = ()
    __reversed__ = None

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def get(self, key, default=None):
        try:
            found = self[key]
        except KeyError:
            found = default
        return found

    def keys(self):
        return KeysView(self)

    def values(self):
        return ValuesView(self)

    def items(self):
        return ItemsView(self)

    def __eq__(self, other):
        if isinstance(other, Mapping):
            return dict(self.items()) == dict(other.items())
        return NotImplemented


class MappingView(Sized):
    __slots__ = ("_mapping",)
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{self.__class__.__name__}({self._mapping!r})"


def plain_set(cls, it):
    return set(it)


class KeysView(MappingView, Set):
    __slots__ = ()
    _from_iterable = classmethod(plain_set)

    def __iter__(self):
        yield from self._mapping

    def __contains__(self, key):
        return key in self._mapping


class ItemsView(MappingView, Set):
    __slots__ = ()
    _from_iterable = classmethod(plain_set)

    def __iter__(self):
        shown = self._mapping
        for key in shown:
            yield key, shown[key]

    def __contains__(self, item):
        key, wanted = item
        try:
            found = self._mapping[key]
        except KeyError:
            return False
        return found is wanted or found == wanted


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __iter__(self):
        shown = self._mapping
        for key in shown:
            yield shown[key]

    def __contains__(self, value):
        shown = self._mapping
        for key in shown:
            if value in (shown[key],):  # is it, or equals it
                return True
        return False


absent = object()


class MutableMapping(Mapping):
    __slots__ = ()

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default

    def pop(self, key, default=absent):
        try:
            taken = self[key]
        except KeyError:
            if default is not absent:
                return default
            raise
        del self[key]
        return taken

    def popitem(self):
        key = first_of(self)
        item = key, self[key]
        del self[key]
        return item

    def clear(self):
        drain(self.popitem, KeyError)

    def update(self, other=(), /, **kwds):
        keys = other if isinstance(other, Mapping) else None
        if keys is None and hasattr(other, "keys"):
            keys = other.keys()
        if keys is None:
            for key, given in other:
                self[key] = given
        else:
            for key in keys:
                self[key] = other[key]
        for key in kwds:
            self[key] = kwds[key]


class Sequence(Reversible, Collection):
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        try:
            for at in integers():
                yield self[at]
        except IndexError:
            return

    def __reversed__(self):
        for at in range(len(self) - 1, -1, -1):
            yield self[at]

    def __contains__(self, value):
        for each in self:
            if value in (each,):  # is it, or equals it
                return True
        return False

    def count(self, value):
        return sum(1 for each in self if value in (each,))

    def index(self, value, start=0, stop=None):
        at, end = start, stop
        if at is not None and at < 0:
            at = max(at + len(self), 0)
        if end is not None and end < 0:
            end += len(self)
        while end is None or at < end:
            try:
                each = self[at]
            except IndexError:
                break
            if value in (each,):
                return at
            at += 1
        raise ValueError


class MutableSequence(Sequence):
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        for each in list(values) if values is self else values:
            self.append(each)

    def __iadd__(self, values):
        self.extend(values)
        return self

    def pop(self, index=-1):
        taken = self[index]
        del self[index]
        return taken

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    def remove(self, value):
        del self[self.index(value)]

    def clear(self):
        drain(self.pop, IndexError)

    def reverse(self):
        low, high = 0, len(self) - 1
        while low < high:
            self[low], self[high] = self[high], self[low]
            low, high = low + 1, high - 1


for abstract, kinds in {
    Set: [frozenset],
    MutableSet: [set],
    KeysView: [type({}.keys())],
    ItemsView: [type({}.items())],
    ValuesView: [type({}.values())],
    Mapping: [MappingProxyType],
    MutableMapping: [dict, ChainMap, UserDict],
    Sequence: [tuple, str, range, bytes, UserString],
    MutableSequence: [list, bytearray, deque, UserList],
}.items():
    for kind in kinds:
        abstract.register(kind)
