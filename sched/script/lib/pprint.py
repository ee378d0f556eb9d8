# Pretty printing, after Lib/pprint.py of CPython 3.13. What is laid out is
# written at once, when it is whole.

import sys
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque
from types import MappingProxyType, SimpleNamespace

from _pprint import is_generated


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _Key:
    """Orders also what cannot be compared."""

    __slots__ = ('value',)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


def _recursion(object):
    return f'<Recursion on {type(object).__name__} with id={id(object)}>'


def _runs(line):
    """The words of a line, each with the space behind it."""
    runs, at = [], 0
    while at < len(line):
        end = at
        while end < len(line) and not line[end].isspace():
            end += 1
        while end < len(line) and line[end].isspace():
            end += 1
        runs.append(line[at:end])
        at = end
    return runs


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        self._indent_per_level, self._width, self._depth = int(indent), int(width), depth
        for wrong, told in ((self._indent_per_level < 0, 'indent must be >= 0'),
                            (depth is not None and depth <= 0, 'depth must be > 0'),
                            (not self._width, 'width must be != 0')):
            if wrong:
                raise ValueError(told)
        self._stream = sys.stdout if stream is None else stream
        self._compact, self._sort_dicts, self._underscore_numbers = bool(compact), sort_dicts, underscore_numbers

    def pprint(self, object):
        self._stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        out = []
        self._format(object, out.append, 0, 0, {}, 0)
        return ''.join(out)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        text, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _format(self, object, write, indent, allowance, context, level):
        key = id(object)
        if key in context:
            write(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            layout = _layouts.get(type(object).__repr__)
            if layout is None and hasattr(type(object), '__dataclass_fields__') and is_generated(type(object).__repr__):
                layout = PrettyPrinter._dataclass
            if layout is not None:
                context[key] = 1
                layout(self, object, write, indent, allowance, context, level + 1)
                del context[key]
                return
        write(text)

    def _dict(self, object, write, indent, allowance, context, level):
        write('{')
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * ' ')
        if len(object):
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items()
            self._pairs(items, write, indent, allowance + 1, context, level)
        write('}')

    def _ordered(self, object, write, indent, allowance, context, level):
        name = object.__class__.__name__
        write(name + '(')
        self._format(list(object.items()), write, indent + len(name) + 1, allowance + 1, context, level)
        write(')')

    def _list(self, object, write, indent, allowance, context, level):
        write('[')
        self._items(object, write, indent, allowance + 1, context, level)
        write(']')

    def _tuple(self, object, write, indent, allowance, context, level):
        end = ',)' if len(object) == 1 else ')'
        write('(')
        self._items(object, write, indent, allowance + len(end), context, level)
        write(end)

    def _set(self, object, write, indent, allowance, context, level):
        kind = object.__class__
        if kind is set:
            write('{')
            end = '}'
        else:
            write(kind.__name__ + '({')
            end = '})'
            indent += len(kind.__name__) + 1
        self._items(sorted(object, key=_Key), write, indent, allowance + len(end), context, level)
        write(end)

    def _str(self, object, write, indent, allowance, context, level):
        chunks, lines = [], object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        room = first_room = self._width - indent
        for i, line in enumerate(lines):
            text = repr(line)
            if i == len(lines) - 1:
                first_room -= allowance
            if len(text) <= first_room:
                chunks.append(text)
                continue
            runs, current, limit = _runs(line), '', room
            for j, run in enumerate(runs):
                longer = current + run
                if j == len(runs) - 1 and i == len(lines) - 1:
                    limit -= allowance
                if len(repr(longer)) > limit:
                    if current:
                        chunks.append(repr(current))
                    current = run
                else:
                    current = longer
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            write(text)
            return
        if level == 1:
            write('(')
        write(('\n' + ' ' * indent).join(chunks))
        if level == 1:
            write(')')

    def _bytes(self, object, write, indent, allowance, context, level):
        if len(object) <= 4:
            write(repr(object))
            return
        if level == 1:
            indent += 1
            allowance += 1
        room, current, chunks = self._width - indent, b'', []
        for at in range(0, len(object), 4):
            if at == len(object) // 4 * 4:
                room -= allowance
            longer = current + object[at:at + 4]
            if len(repr(longer)) <= room:
                current = longer
                continue
            if current:
                chunks.append(repr(current))
            current = object[at:at + 4]
        if current:
            chunks.append(repr(current))
        text = ('\n' + ' ' * indent).join(chunks)
        write(f'({text})' if level == 1 else text)

    def _bytearray(self, object, write, indent, allowance, context, level):
        write('bytearray(')
        self._bytes(bytes(object), write, indent + 10, allowance + 1, context, level + 1)
        write(')')

    def _proxy(self, object, write, indent, allowance, context, level):
        write('mappingproxy(')
        self._format(object.copy(), write, indent + 13, allowance + 1, context, level)
        write(')')

    def _namespace(self, object, write, indent, allowance, context, level):
        name = 'namespace' if type(object) is SimpleNamespace else object.__class__.__name__
        write(name + '(')
        self._fields(list(object.__dict__.items()), write, indent + len(name) + 1, allowance, context, level)
        write(')')

    def _dataclass(self, object, write, indent, allowance, context, level):
        name = object.__class__.__name__
        items = [(f.name, getattr(object, f.name)) for f in object.__dataclass_fields__.values() if f.repr]
        write(name + '(')
        self._fields(items, write, indent + len(name) + 1, allowance, context, level)
        write(')')

    def _fields(self, items, write, indent, allowance, context, level):
        for i, (name, value) in enumerate(items):
            last = i == len(items) - 1
            write(name + '=')
            if id(value) in context:
                write('...')
            else:
                self._format(value, write, indent + len(name) + 1, allowance if last else 1, context, level)
            if not last:
                write(',\n' + ' ' * indent)

    def _pairs(self, items, write, indent, allowance, context, level):
        indent += self._indent_per_level
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            text = self._repr(key, context, level)
            write(text + ': ')
            self._format(value, write, indent + len(text) + 2, allowance if last else 1, context, level)
            if not last:
                write(',\n' + ' ' * indent)

    def _items(self, items, write, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * ' ')
        newline, delimiter = ',\n' + ' ' * indent, ''
        room = most = self._width - indent + 1
        items = list(items)
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                most -= allowance
                room -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                size = len(text) + 2
                if room < size:
                    room = most
                    if delimiter:
                        delimiter = newline
                if room >= size:
                    room -= size
                    write(delimiter + text)
                    delimiter = ', '
                    continue
            write(delimiter)
            delimiter = newline
            self._format(item, write, indent, allowance if last else 1, context, level)

    def _default(self, object, write, indent, allowance, context, level):
        name = object.__class__.__name__
        factory = self._repr(object.default_factory, context, level)
        indent += len(name) + 1
        write(f'{name}({factory},\n{" " * indent}')
        self._dict(object, write, indent, allowance + 1, context, level)
        write(')')

    def _counter(self, object, write, indent, allowance, context, level):
        name = object.__class__.__name__
        write(name + '({')
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * ' ')
        self._pairs(object.most_common(), write, indent + len(name) + 1, allowance + 2, context, level)
        write('})')

    def _chain(self, object, write, indent, allowance, context, level):
        name = object.__class__.__name__
        indent += len(name) + 1
        write(name + '(')
        for i, one in enumerate(object.maps):
            last = i == len(object.maps) - 1
            self._format(one, write, indent, allowance + 1 if last else 1, context, level)
            write(')' if last else ',\n' + ' ' * indent)

    def _deque(self, object, write, indent, allowance, context, level):
        name = object.__class__.__name__
        indent += len(name) + 1
        write(name + '([')
        if object.maxlen is None:
            self._items(object, write, indent, allowance + 2, context, level)
            write('])')
        else:
            self._items(object, write, indent, 2, context, level)
            write(f'],\n{" " * indent}maxlen={self._repr(object.maxlen, context, level)})')

    def _user(self, object, write, indent, allowance, context, level):
        self._format(object.data, write, indent, allowance, context, level - 1)

    def _safe_repr(self, object, context, maxlevels, level):
        kind = type(object)
        if kind in _scalars:
            return repr(object), True, False
        shown = getattr(kind, '__repr__', None)
        if issubclass(kind, int) and shown is int.__repr__:
            return f'{object:_d}' if self._underscore_numbers else repr(object), True, False
        if issubclass(kind, dict) and shown is dict.__repr__:
            begin, end, empty = '{', '}', '{}'
        elif issubclass(kind, list) and shown is list.__repr__:
            begin, end, empty = '[', ']', '[]'
        elif issubclass(kind, tuple) and shown is tuple.__repr__:
            begin, end, empty = '(', ',)' if len(object) == 1 else ')', '()'
        else:
            text = repr(object)
            return text, bool(text) and not text.startswith('<'), False
        if not object:
            return empty, True, False
        key = id(object)
        if maxlevels and level >= maxlevels:
            return begin + '...' + end, False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        readable, recursive, parts = True, False, []
        if begin == '{':
            for pair in sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items():
                made = [self.format(one, context, maxlevels, level + 1) for one in pair]
                parts.append(made[0][0] + ': ' + made[1][0])
                readable = readable and made[0][1] and made[1][1]
                recursive = recursive or made[0][2] or made[1][2]
        else:
            for one in object:
                made = self.format(one, context, maxlevels, level + 1)
                parts.append(made[0])
                readable = readable and made[1]
                recursive = recursive or made[2]
        del context[key]
        return begin + ', '.join(parts) + end, readable, recursive


_scalars = (str, float, bool, type(None))

_layouts = {
    dict.__repr__: PrettyPrinter._dict,
    OrderedDict.__repr__: PrettyPrinter._ordered,
    list.__repr__: PrettyPrinter._list,
    tuple.__repr__: PrettyPrinter._tuple,
    set.__repr__: PrettyPrinter._set,
    frozenset.__repr__: PrettyPrinter._set,
    str.__repr__: PrettyPrinter._str,
    bytes.__repr__: PrettyPrinter._bytes,
    bytearray.__repr__: PrettyPrinter._bytearray,
    MappingProxyType.__repr__: PrettyPrinter._proxy,
    defaultdict.__repr__: PrettyPrinter._default,
    Counter.__repr__: PrettyPrinter._counter,
    ChainMap.__repr__: PrettyPrinter._chain,
    deque.__repr__: PrettyPrinter._deque,
    SimpleNamespace.__repr__: PrettyPrinter._namespace,
    UserDict.__repr__: PrettyPrinter._user,
    UserList.__repr__: PrettyPrinter._user,
    UserString.__repr__: PrettyPrinter._user,
}
