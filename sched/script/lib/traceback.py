# Tracebacks as text, after Lib/traceback.py of CPython 3.13. Frames are those
# of the script alone. What is made into strings has no source lines, as in
# CPython when it does not find the file.
import sys
from _lib import exception_text, last_lines, script_name, stack_now, stack_of, stack_text, suggestion


class _Sentinel:
    def __repr__(self):
        return "<implicit>"


_sentinel = _Sentinel()


def _value_of(exc, value, tb):
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _sentinel:
        return value
    if exc is None or isinstance(exc, BaseException):
        return exc
    raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def _pieces(exc, chain, limit, source):
    if exc is None:
        return ["NoneType: None\n"]
    return exception_text(exc, bool(chain), limit, source)


def _write(pieces, file):
    if file is None:
        file = sys.stderr
    for text in pieces:
        print(text, file=file, end="")


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True):
    value = _value_of(exc, value, tb)
    _write(_pieces(value, chain, limit, file is None or file is sys.__stderr__), file)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True):
    return _pieces(_value_of(exc, value, tb), chain, limit, False)


def format_exception_only(exc, /, value=_sentinel, *, show_group=False):
    if value is _sentinel:
        value = exc
    if value is None:
        return ["NoneType: None\n"]
    return _only(value, None, show_group, 0)


def _only(exc, tb, show_group, depth):
    indent = "   " * depth
    lines = last_lines(exc, tb)
    if depth:
        lines = [indent + line + "\n" for line in "".join(lines).split("\n")[:-1]]
    if show_group and isinstance(exc, BaseExceptionGroup):
        for inner in exc.exceptions:
            lines.extend(_only(inner, inner.__traceback__, show_group, depth + 1))
    return lines


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


class FrameSummary:
    def __init__(self, filename, lineno, name, *, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = "" if line is None else line

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return list(self) == list(other)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    def format(self):
        return stack_text([(frame.lineno, frame.name) for frame in self], False)


def _summary(frames):
    return StackSummary([FrameSummary(script_name(), line, name) for line, name in frames])


def extract_tb(tb, limit=None):
    frames = [] if tb is None else stack_of(tb)
    if limit is not None:
        frames = frames[:limit] if limit >= 0 else frames[limit:]
    return _summary(frames)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def print_tb(tb, limit=None, file=None):
    _write(extract_tb(tb, limit=limit).format(), file)


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_stack(f=None, limit=None):
    frames = stack_now()
    if limit is not None:
        frames = frames[-limit:] if limit > 0 else frames[:-limit] if limit < 0 else []
    return _summary(frames)


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    stack = extract_stack(f, limit)
    source = file is None or file is sys.__stderr__
    _write(stack_text([(frame.lineno, frame.name) for frame in stack], source), file)


def format_list(extracted_list):
    frames = []
    for frame in extracted_list:
        filename, line, name, text = frame
        frames.append((line, name))
    return stack_text(frames, False)


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, compact=False):
        self._exc = exc_value
        self._limit = limit
        self._tb = exc_traceback
        self._str = str(exc_value) + suggestion(exc_value, exc_traceback)
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__
        self.__cause__ = self._made_of(exc_value and exc_value.__cause__)
        wanted = not compact or self.__cause__ is None and not self.__suppress_context__
        self.__context__ = self._made_of(exc_value.__context__) if wanted and exc_value is not None else None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [self._made_of(e) for e in exc_value.exceptions]
        else:
            self.exceptions = None

    def _made_of(self, exc):
        return None if exc is None else TracebackException(type(exc), exc, exc.__traceback__, limit=self._limit)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type_str(self):
        module = self.exc_type.__module__
        name = self.exc_type.__qualname__
        return name if module in ("__main__", "builtins") else module + "." + name

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False):
        yield from _only(self._exc, self._tb, show_group, 0)

    def format(self, *, chain=True):
        yield from _pieces(self._exc, chain, self._limit, False)

    def print(self, *, file=None, chain=True):
        _write(self.format(chain=chain), file)
