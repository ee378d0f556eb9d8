# The containers that Lib/collections/__init__.py of CPython 3.13 specifies, in
# code of our own. What CPython has in C is in _collections.

import operator
from itertools import chain, count, repeat, starmap
from sys import maxsize

from _namedtuple import namedtuple
from _collections import OrderedDict, _count_elements, defaultdict, deque


def _is_mapping(value):
    return isinstance(value, (dict, ChainMap, UserDict)) or hasattr(type(value), 'keys') and hasattr(type(value), 'items')


def every_count(mine, other, holds):
    if not isinstance(other, Counter):
        return NotImplemented
    for key in chain(mine, other):
        if not holds(mine[key], other[key]):
            return False
    return True


class Counter(dict):
    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def __delitem__(self, elem):
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        name = self.__class__.__name__
        if not self:
            return name + '()'
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return f'{name}({shown!r})'

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def copy(self):
        return self.__class__(self)

    def elements(self):
        return chain.from_iterable(starmap(repeat, self.items()))

    def most_common(self, n=None):
        falling = sorted(self.items(), key=operator.itemgetter(1), reverse=True)
        return falling if n is None else falling[:max(n, 0)]

    def total(self):
        return sum(self.values())

    def update(self, iterable=None, /, **kwds):
        if iterable is None:
            pass
        elif not _is_mapping(iterable):
            _count_elements(self, iterable)
        elif not self:
            super().update(iterable)
        else:
            known = self.get
            for key, n in iterable.items():
                self[key] = n + known(key, 0)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            known = self.get
            for key, n in iterable.items() if _is_mapping(iterable) else zip(iterable, repeat(1)):
                self[key] = known(key, 0) - n
        if kwds:
            self.subtract(kwds)

    def __eq__(self, other):
        return every_count(self, other, operator.eq)

    def __le__(self, other):
        return every_count(self, other, operator.le)

    def __ge__(self, other):
        return every_count(self, other, operator.ge)

    def __ne__(self, other):
        return not self == other if isinstance(other, Counter) else NotImplemented

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for key, n in self.items():
            both = n + other[key]
            if both > 0:
                result[key] = both
        for key, n in other.items():
            if key not in self and n > 0:
                result[key] = n
        return result

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for key, n in self.items():
            left = n - other[key]
            if left > 0:
                result[key] = left
        for key, n in other.items():
            if key not in self and n < 0:
                result[key] = 0 - n
        return result

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for key, n in self.items():
            m = other[key]
            most = m if n < m else n
            if most > 0:
                result[key] = most
        for key, n in other.items():
            if key not in self and n > 0:
                result[key] = n
        return result

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for key, n in self.items():
            m = other[key]
            least = n if n < m else m
            if least > 0:
                result[key] = least
        return result

    def __pos__(self):
        result = Counter()
        for key, n in self.items():
            if n > 0:
                result[key] = n
        return result

    def __neg__(self):
        result = Counter()
        for key, n in self.items():
            if n < 0:
                result[key] = 0 - n
        return result

    def _keep_positive(self):
        for key in [key for key, n in self.items() if not n > 0]:
            del self[key]
        return self

    def __iadd__(self, other):
        for key, n in other.items():
            self[key] += n
        return self._keep_positive()

    def __isub__(self, other):
        for key, n in other.items():
            self[key] -= n
        return self._keep_positive()

    def __ior__(self, other):
        for key, m in other.items():
            n = self[key]
            if m > n:
                self[key] = m
        return self._keep_positive()

    def __iand__(self, other):
        for key, n in self.items():
            m = other[key]
            if m < n:
                self[key] = m
        return self._keep_positive()


class _Mapping:
    # What collections.abc.Mapping and MutableMapping give.

    _missing = object()

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def __eq__(self, other):
        if _is_mapping(other):
            return dict(self.items()) == dict(other.items())
        return NotImplemented

    def get(self, key, default=None):
        try:
            found = self[key]
        except KeyError:
            found = default
        return found

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default

    def keys(self):
        return KeysView(self)

    def values(self):
        return ValuesView(self)

    def items(self):
        return ItemsView(self)

    def pop(self, key, default=_missing):
        try:
            taken = self[key]
        except KeyError:
            if default is not self._missing:
                return default
            raise
        del self[key]
        return taken

    def popitem(self):
        try:
            first = next(iter(self))
        except StopIteration:
            raise KeyError from None
        item = first, self[first]
        del self[first]
        return item

    def clear(self):
        try:
            while True:
                self.popitem()
        except KeyError:
            return

    def update(self, other=(), /, **kwds):
        keys = other if isinstance(other, dict) or _is_mapping(other) else None
        if keys is None and hasattr(other, 'keys'):
            keys = other.keys()
        if keys is None:
            for key, given in other:
                self[key] = given
        else:
            for key in keys:
                self[key] = other[key]
        for key in kwds:
            self[key] = kwds[key]


class _View:
    __slots__ = ('_mapping',)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f'{self.__class__.__name__}({self._mapping!r})'


class KeysView(_View):
    __slots__ = ()

    def __iter__(self):
        yield from self._mapping

    def __contains__(self, key):
        return key in self._mapping

    def __eq__(self, other):
        return set(self) == set(other)

    def __and__(self, other):
        return {key for key in other if key in self}

    def __or__(self, other):
        return set(self) | set(other)

    def __sub__(self, other):
        return set(self) - set(other)

    def __xor__(self, other):
        return set(self) ^ set(other)


class ItemsView(_View):
    __slots__ = ()

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


class ValuesView(_View):
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


class ChainMap(_Mapping):
    def __init__(self, *maps):
        self.maps = [*maps] if maps else [{}]

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        return cls({key: value for key in iterable})

    def __repr__(self):
        inside = ', '.join(map(repr, self.maps))
        return f'{self.__class__.__name__}({inside})'

    def __getitem__(self, key):
        for each in self.maps:
            try:
                return each[key]
            except KeyError:
                continue
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def __contains__(self, key):
        for each in self.maps:
            if key in each:
                return True
        return False

    def get(self, key, default=None):
        if key in self:
            return self[key]
        return default

    def __iter__(self):
        seen = {}
        for each in self.maps[::-1]:
            seen.update(zip(each, repeat(None)))
        return iter(seen)

    def __len__(self):
        return len(set(chain.from_iterable(self.maps)))

    def __bool__(self):
        return any(self.maps)

    def __setitem__(self, key, value):
        first = self.maps[0]
        first[key] = value

    def __delitem__(self, key):
        first = self.maps[0]
        try:
            del first[key]
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')

    def pop(self, key, *args):
        first = self.maps[0]
        try:
            return first.pop(key, *args)
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')

    def popitem(self):
        first = self.maps[0]
        try:
            return first.popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.')

    def clear(self):
        self.maps[0].clear()

    def copy(self):
        first, *others = self.maps
        return self.__class__(first.copy(), *others)

    __copy__ = copy

    @property
    def parents(self):
        _, *others = self.maps
        return self.__class__(*others)

    def new_child(self, m=None, **kwargs):
        if m is None:
            return self.__class__(kwargs, *self.maps)
        if kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    def __or__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        joined = self.copy()
        joined.maps[0].update(other)
        return joined

    def __ror__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        joined = dict(other)
        for each in self.maps[::-1]:
            joined.update(each)
        return self.__class__(joined)

    def __ior__(self, other):
        self.maps[0].update(other)
        return self


def twin(self, data):
    # Another of the kind with the same attributes, but other data.
    made = self.__class__.__new__(self.__class__)
    made.__dict__.update(self.__dict__)
    made.data = data
    return made


def dict_of(other):
    # The dict that an operand of | is or holds, None if it is something else.
    if isinstance(other, UserDict):
        return other.data
    return other if isinstance(other, dict) else None


class UserDict(_Mapping):
    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for given in (dict, kwargs or None):
            if given is not None:
                self.update(given)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __repr__(self):
        return repr(self.data)

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __getitem__(self, key):
        data, kind = self.data, self.__class__
        if key in data:
            return data[key]
        if hasattr(kind, '__missing__'):
            return kind.__missing__(self, key)
        raise KeyError(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __or__(self, other):
        added = dict_of(other)
        return NotImplemented if added is None else self.__class__(self.data | added)

    def __ror__(self, other):
        base = dict_of(other)
        return NotImplemented if base is None else self.__class__(base | self.data)

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def copy(self):
        if self.__class__ is UserDict:
            return UserDict(self.data.copy())
        made = twin(self, {})
        made.update(self)
        return made

    def __copy__(self):
        return twin(self, self.data.copy())


def raw(other):
    # What a UserList or another object is to a list.
    return other.data if isinstance(other, UserList) else other


def list_of(other):
    other = raw(other)
    return other if isinstance(other, list) else list(other)


def items_by_index(self):
    try:
        for at in count():
            yield self[at]
    except IndexError:
        return


class UserList:
    def __init__(self, initlist=None):
        if initlist is None:
            self.data = []
        elif isinstance(initlist, UserList):
            self.data = initlist.data[:]
        else:
            self.data = list(initlist)

    def __repr__(self):
        return repr(self.data)

    def __eq__(self, other):
        return self.data == raw(other)

    def __lt__(self, other):
        return self.data < raw(other)

    def __gt__(self, other):
        return self.data > raw(other)

    def __le__(self, other):
        return self.data <= raw(other)

    def __ge__(self, other):
        return self.data >= raw(other)

    __iter__ = items_by_index

    def __reversed__(self):
        for at in range(len(self) - 1, -1, -1):
            yield self[at]

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        return item in self.data

    def __getitem__(self, i):
        found = self.data[i]
        return self.__class__(found) if isinstance(i, slice) else found

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return self.__class__(self.data + list_of(other))

    def __radd__(self, other):
        return self.__class__(list_of(other) + self.data)

    def __iadd__(self, other):
        self.data += list_of(other)
        return self

    def extend(self, other):
        self.data.extend(raw(other))

    def __imul__(self, times):
        self.data *= times
        return self

    def __mul__(self, times):
        return self.__class__(self.data * times)

    __rmul__ = __mul__

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def remove(self, item):
        self.data.remove(item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def clear(self):
        self.data.clear()

    def index(self, item, *args):
        return self.data.index(item, *args)

    def count(self, item):
        return self.data.count(item)

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def reverse(self):
        self.data.reverse()

    def copy(self):
        return self.__class__(self)

    def __copy__(self):
        return twin(self, self.data[:])


def text(other):
    # What a UserString or another object is to a str.
    return other.data if isinstance(other, UserString) else other


def named(method, name):
    method.__name__ = name
    method.__qualname__ = 'UserString.' + name
    return method


def telling(name):
    return named(lambda self: getattr(self.data, name)(), name)


def changing(name):
    return named(lambda self: self.__class__(getattr(self.data, name)()), name)


def stripping(name):
    return named(lambda self, chars=None: self.__class__(getattr(self.data, name)(chars)), name)


def padding(name):
    return named(lambda self, width, *args: self.__class__(getattr(self.data, name)(width, *args)), name)


def seeking(name):
    return named(lambda self, sub, start=0, end=maxsize: getattr(self.data, name)(text(sub), start, end), name)


def seeking_str(name):
    return named(lambda self, sub, start=0, end=maxsize: getattr(self.data, name)(sub, start, end), name)


def parting(name):
    return named(lambda self, sep: getattr(self.data, name)(sep), name)


def splitting(name):
    return named(lambda self, sep=None, maxsplit=-1: getattr(self.data, name)(sep, maxsplit), name)


class UserString:
    def __init__(self, seq):
        held = text(seq)
        self.data = held if isinstance(held, str) else str(held)

    def __repr__(self):
        return repr(self.data)

    def __str__(self):
        return str(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __eq__(self, string):
        return self.data == text(string)

    def __lt__(self, string):
        return self.data < text(string)

    def __gt__(self, string):
        return self.data > text(string)

    def __le__(self, string):
        return self.data <= text(string)

    def __ge__(self, string):
        return self.data >= text(string)

    def __hash__(self):
        return hash(self.data)

    __iter__ = items_by_index

    def __len__(self):
        return len(self.data)

    def __contains__(self, char):
        return text(char) in self.data

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        added = text(other)
        return self.__class__(self.data + (added if isinstance(added, str) else str(added)))

    def __radd__(self, other):
        return self.__class__((other if isinstance(other, str) else str(other)) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def format(self, /, *args, **kwds):
        return self.data.format(*args, **kwds)

    def join(self, seq):
        return self.data.join(seq)

    def splitlines(self, keepends=False):
        return self.data.splitlines(keepends)

    def startswith(self, prefix, start=0, end=maxsize):
        return self.data.startswith(prefix, start, end)

    def endswith(self, suffix, start=0, end=maxsize):
        return self.data.endswith(suffix, start, end)

    def removeprefix(self, prefix, /):
        return self.__class__(self.data.removeprefix(text(prefix)))

    def removesuffix(self, suffix, /):
        return self.__class__(self.data.removesuffix(text(suffix)))

    def replace(self, old, new, maxsplit=-1):
        return self.__class__(self.data.replace(text(old), text(new), maxsplit))

    def translate(self, *args):
        return self.__class__(self.data.translate(*args))

    def expandtabs(self, tabsize=8):
        return self.__class__(self.data.expandtabs(tabsize))

    def zfill(self, width):
        return self.__class__(self.data.zfill(width))

    lower = changing('lower')
    upper = changing('upper')
    title = changing('title')
    casefold = changing('casefold')
    swapcase = changing('swapcase')
    capitalize = changing('capitalize')
    strip = stripping('strip')
    lstrip = stripping('lstrip')
    rstrip = stripping('rstrip')
    ljust = padding('ljust')
    rjust = padding('rjust')
    center = padding('center')
    find = seeking('find')
    rfind = seeking('rfind')
    count = seeking('count')
    index = seeking_str('index')
    rindex = seeking_str('rindex')
    split = splitting('split')
    rsplit = splitting('rsplit')
    partition = parting('partition')
    rpartition = parting('rpartition')
    isalnum = telling('isalnum')
    isalpha = telling('isalpha')
    isascii = telling('isascii')
    isdecimal = telling('isdecimal')
    isdigit = telling('isdigit')
    isidentifier = telling('isidentifier')
    islower = telling('islower')
    isnumeric = telling('isnumeric')
    isprintable = telling('isprintable')
    isspace = telling('isspace')
    istitle = telling('istitle')
    isupper = telling('isupper')
