# Constants, templates and the formatter. The specification is Lib/string.py of
# CPython 3.13.

from collections import ChainMap

digits = '0123456789'
octdigits = digits[:8]
hexdigits = digits + 'abcdefABCDEF'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = ascii_lowercase.upper()
ascii_letters = ascii_lowercase + ascii_uppercase
punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
whitespace = ' \t\n\r\x0b\x0c'
printable = digits + ascii_letters + punctuation + whitespace

_nothing = {}
_first = ascii_letters + '_'
_later = _first + digits


def capwords(s, sep=None):
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


class Template:
    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _name(self, at):
        """The end of the identifier at a place; the place itself if there is none."""
        text, end = self.template, at
        if at < len(text) and text[at] in _first:
            end += 1
            while end < len(text) and text[end] in _later:
                end += 1
        return end

    def _parts(self):
        """Pieces of the text in order: (kind, text as it stands, name, place)."""
        text, mark, at = self.template, self.delimiter, 0
        while True:
            found = text.find(mark, at)
            if found < 0:
                yield 'plain', text[at:], None, at
                return
            yield 'plain', text[at:found], None, at
            at = found + len(mark)
            end = self._name(at)
            if text.startswith(mark, at):
                at += len(mark)
                yield 'escaped', mark + mark, None, found
            elif end > at:
                yield 'named', text[found:end], text[at:end], found
                at = end
            elif text.startswith('{', at) and (end := self._name(at + 1)) > at + 1 and text.startswith('}', end):
                yield 'named', text[found:end + 1], text[at + 1:end], found
                at = end + 1
            else:
                yield 'invalid', mark, None, at

    def _invalid(self, i):
        before = self.template[:i].splitlines(keepends=True)
        if not before:
            col, line = 1, 1
        else:
            col, line = i - len(''.join(before[:-1])), len(before)
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (line, col))

    def substitute(self, mapping=_nothing, /, **kws):
        if mapping is _nothing:
            mapping = kws
        elif kws:
            mapping = ChainMap(kws, mapping)
        out = []
        for kind, text, name, place in self._parts():
            if kind == 'named':
                text = str(mapping[name])
            elif kind == 'escaped':
                text = self.delimiter
            elif kind == 'invalid':
                self._invalid(place)
            out.append(text)
        return ''.join(out)

    def safe_substitute(self, mapping=_nothing, /, **kws):
        if mapping is _nothing:
            mapping = kws
        elif kws:
            mapping = ChainMap(kws, mapping)
        out = []
        for kind, text, name, place in self._parts():
            if kind == 'named':
                try:
                    text = str(mapping[name])
                except KeyError:
                    pass
            elif kind == 'escaped':
                text = self.delimiter
            out.append(text)
        return ''.join(out)

    def is_valid(self):
        for kind, text, name, place in self._parts():
            if kind == 'invalid':
                return False
        return True

    def get_identifiers(self):
        names = []
        for kind, text, name, place in self._parts():
            if kind == 'named' and name not in names:
                names.append(name)
        return names


def _parse(text):
    """What _string.formatter_parser gives: (literal, field, spec, conversion)."""
    literal, at = '', 0
    while at < len(text):
        char = text[at]
        if char not in '{}':
            literal += char
            at += 1
            continue
        if text[at:at + 2] == char * 2:
            yield literal + char, None, None, None
            literal = ''
            at += 2
            continue
        if char == '}':
            raise ValueError("Single '}' encountered in format string")
        if at + 1 == len(text):
            raise ValueError("Single '{' encountered in format string")
        depth, end = 1, at + 1
        while end < len(text):
            if text[end] == '{':
                depth += 1
            elif text[end] == '}':
                depth -= 1
                if depth == 0:
                    break
            end += 1
        if depth:
            raise ValueError("expected '}' before end of string")
        field, bracket = text[at + 1:end], 0
        cut = len(field)
        for i, char in enumerate(field):
            if char == '[':
                bracket = 1
            elif char == ']':
                bracket = 0
            elif char in ':!' and not bracket:
                cut = i
                break
        name, rest, conversion = field[:cut], field[cut:], None
        if rest.startswith('!'):
            conversion, rest = rest[1:2], rest[2:]
            if not conversion:
                raise ValueError("end of string while looking for conversion specifier")
            if rest and not rest.startswith(':'):
                raise ValueError("expected ':' after conversion specifier")
        yield literal, name, rest[1:], conversion
        literal, at = '', end + 1
    if literal:
        yield literal, None, None, None


def _split_field(name):
    """What _string.formatter_field_name_split gives: the first part and the rest."""
    end = 0
    while end < len(name) and name[end] not in '.[':
        end += 1
    first, rest, steps = name[:end], name[end:], []
    while rest:
        if rest[0] == '.':
            end = 1
            while end < len(rest) and rest[end] not in '.[':
                end += 1
            steps.append((True, rest[1:end]))
        else:
            end = rest.find(']')
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = rest[1:end]
            steps.append((False, int(key) if key.isdigit() else key))
            end += 1
        if not steps[-1][1] and steps[-1][1] != 0:
            raise ValueError('Empty attribute in format string')
        rest = rest[end:]
    return int(first) if first.isdigit() else first, steps


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto=0):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        out = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if name is None:
                continue
            first, _ = _split_field(name)
            if first == '':
                if auto is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                name = str(auto) + name
                auto += 1
            elif isinstance(first, int):
                if auto:
                    raise ValueError('cannot switch from automatic field numbering to manual field specification')
                auto = False
            value, first = self.get_field(name, args, kwargs)
            used.add(first)
            value = self.convert_field(value, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            out.append(self.format_field(value, spec))
        return ''.join(out), auto

    def get_value(self, key, args, kwargs):
        return (args if isinstance(key, int) else kwargs)[key]

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')

    def parse(self, format_string):
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_field(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attr, step in rest:
            value = getattr(value, step) if is_attr else value[step]
        return value, first
