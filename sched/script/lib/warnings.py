# Warnings, after Lib/warnings.py of CPython 3.13. Nothing but what the script
# itself warns of comes here.
import sys
from _lib import script_name, source_line, stack_now

filters = []
_default = "default"
_seen = set()


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.source = message, category, source
        self.filename, self.lineno, self.file, self.line = filename, lineno, file, line

    def __str__(self):
        name = self.category.__name__ if self.category else None
        return f"{{message : {self.message!r}, category : {name!r}, filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}"


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    if line:
        text += f"  {line.strip()}\n"
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    if file is None:
        file = sys.stderr
    if line is None and file is sys.__stderr__ and filename == script_name():
        line = source_line(lineno)
    file.write(formatwarning(message, category, filename, lineno, line))


def simplefilter(action, category=Warning, lineno=0, append=False):
    _insert((action, None, category, None, lineno), append)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _insert((action, message or None, category, module or None, lineno), append)


def _insert(item, append):
    if item[0] not in ("error", "ignore", "always", "default", "module", "once"):
        raise ValueError(f"invalid action: {item[0]!r}")
    if item in filters:
        filters.remove(item)
    if append:
        filters.append(item)
    else:
        filters.insert(0, item)
    _seen.clear()


def resetwarnings():
    filters.clear()
    _seen.clear()


# What CPython starts with, for a script that is no test.
_built_in = [
    ("default", DeprecationWarning, "__main__"),
    ("ignore", DeprecationWarning, None),
]


def _action(text, category, lineno):
    for action, message, cat, module, line in filters:
        if not issubclass(category, cat) or line not in (0, lineno):
            continue
        if message is not None and not text.lower().startswith(message.lower()):
            continue
        if module is None or module == "__main__":
            return action
    for action, cat, module in _built_in:
        if issubclass(category, cat):
            return action
    return _default


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    frames = stack_now()
    filename = script_name()
    if stacklevel > len(frames):
        filename, lineno = "<sys>", 0
    else:
        lineno = frames[-max(stacklevel, 1)][0]
    warn_explicit(message, category, filename, lineno)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    action = _action(text, category, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    key = {"default": (text, category, lineno), "module": (text, category, 0), "once": (text, category)}.get(action)
    if key is not None:
        if key in _seen:
            return
        _seen.add(key)
    showwarning(message, category, filename, lineno)


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return "catch_warnings(record=True)" if self._record else "catch_warnings()"

    def __enter__(self):
        global showwarning
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._filters = filters[:]
        self._showwarning = showwarning
        _seen.clear()
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []

        def keep(*args, **kwargs):
            log.append(WarningMessage(*args, **kwargs))
        showwarning = keep
        return log

    def __exit__(self, *exc_info):
        global showwarning
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters[:] = self._filters
        showwarning = self._showwarning
        _seen.clear()
