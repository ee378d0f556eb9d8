# Logging. The specification is Lib/logging/__init__.py of CPython 3.13. There
# are no files, and no threads to lock out.
import io
import sys
import time
import traceback
import warnings
from _lib import current_task_name, exception_text, refuse, script_name, stack_now

NOTSET, DEBUG, INFO, WARNING, ERROR, CRITICAL = range(0, 60, 10)
FATAL, WARN = CRITICAL, WARNING

raiseExceptions = True
logThreads = logMultiprocessing = logProcesses = logAsyncioTasks = True

_levelToName = {CRITICAL: "CRITICAL", ERROR: "ERROR", WARNING: "WARNING", INFO: "INFO", DEBUG: "DEBUG", NOTSET: "NOTSET"}
_nameToLevel = {"CRITICAL": CRITICAL, "FATAL": FATAL, "ERROR": ERROR, "WARN": WARN, "WARNING": WARNING, "INFO": INFO, "DEBUG": DEBUG, "NOTSET": NOTSET}


def getLevelNamesMapping():
    return _nameToLevel.copy()


def getLevelName(level):
    for known in (_levelToName, _nameToLevel):
        found = known.get(level)
        if found is not None:
            return found
    return f"Level {level}"


def addLevelName(level, levelName):
    _levelToName[level] = levelName
    _nameToLevel[levelName] = level


def _checkLevel(level):
    if isinstance(level, int):
        return level
    if str(level) != level:
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    found = _nameToLevel.get(level)
    if found is None:
        raise ValueError(f"Unknown level: {level!r}")
    return found


class LogRecord:
    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        now = time.time_ns()
        self.name = name
        self.msg = msg
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        self.filename = pathname.rpartition("/")[2]
        self.module = self.filename.rpartition(".")[0] or self.filename
        self.exc_info, self.exc_text, self.stack_info = exc_info, None, sinfo
        self.lineno, self.funcName = lineno, func
        self.created = now / 1e9
        self.msecs = now % 1_000_000_000 // 1_000_000 + 0.0
        if self.msecs == 999.0 and int(self.created) != now // 1_000_000_000:
            self.msecs = 0.0
        self.relativeCreated = now / 1e6
        self.thread = 1 if logThreads else None
        self.threadName = "MainThread" if logThreads else None
        self.processName = "MainProcess" if logMultiprocessing else None
        self.process = 1 if logProcesses else None
        self.taskName = current_task_name() if logAsyncioTasks else None

    def __repr__(self):
        return '<LogRecord: %s, %s, %s, %s, "%s">' % (self.name, self.levelno, self.pathname, self.lineno, self.msg)

    def getMessage(self):
        told = str(self.msg)
        return told % self.args if self.args else told


_logRecordFactory = LogRecord


def setLogRecordFactory(factory):
    global _logRecordFactory
    _logRecordFactory = factory


def getLogRecordFactory():
    return _logRecordFactory


def makeLogRecord(dict):
    made = _logRecordFactory(None, None, "", 0, "", (), None, None)
    made.__dict__.update(dict)
    return made


def _percent_field(fmt):
    # Whether there is one %(name)s, with flags, width and precision.
    start = fmt.find("%(")
    while start >= 0:
        end = fmt.find(")", start)
        if end > start + 2 and fmt[start + 2:end].replace("_", "a").isalnum():
            rest = fmt[end + 1:].lstrip("#0+ -")
            if rest[:1] == "*":
                rest = rest[1:]
            else:
                rest = rest.lstrip("0123456789")
            if rest[:1] == ".":
                rest = rest[1:]
                rest = rest[1:] if rest[:1] == "*" else rest.lstrip("0123456789")
            if rest[:1] and rest[:1] in "diouxefgcrsaDIOUXEFGCRSA%":
                return True
        start = fmt.find("%(", start + 1)
    return False


class PercentStyle:
    default_format = "%(message)s"
    asctime_format = "%(asctime)s"
    asctime_search = "%(asctime)"

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return self._fmt.find(self.asctime_search) >= 0

    def validate(self):
        if not _percent_field(self._fmt):
            raise ValueError("Invalid format '%s' for '%s' style" % (self._fmt, self.default_format[0]))

    def _values(self, record):
        if self._defaults:
            return self._defaults | record.__dict__
        return record.__dict__

    def _format(self, record):
        return self._fmt % self._values(record)

    def format(self, record):
        try:
            return self._format(record)
        except KeyError as missing:
            raise ValueError(f"Formatting field not found in record: {missing}")


class StrFormatStyle(PercentStyle):
    default_format = "{message}"
    asctime_format = "{asctime}"
    asctime_search = "{asctime"

    def _format(self, record):
        return self._fmt.format(**self._values(record))

    def validate(self):
        fields = 0
        at = 0
        fmt = self._fmt
        while at < len(fmt):
            char = fmt[at]
            at += 1
            if char == "{" or char == "}":
                if fmt[at:at + 1] == char:
                    at += 1
                elif char == "}":
                    raise ValueError("invalid format: Single '}' encountered in format string")
                else:
                    end = fmt.find("}", at)
                    if end < 0:
                        raise ValueError("invalid format: expected '}' before end of string")
                    fields += 1
                    at = end + 1
        if not fields:
            raise ValueError("invalid format: no fields")


def _name_end(text, start):
    end = start
    while end < len(text) and (text[end] == "_" or text[end].isascii() and text[end].isalnum()):
        end += 1
    return end


class StringTemplateStyle(PercentStyle):
    default_format = "${message}"
    asctime_format = "${asctime}"
    asctime_search = "${asctime}"

    def usesTime(self):
        return self._fmt.find("$asctime") >= 0 or self._fmt.find(self.asctime_search) >= 0

    def _pieces(self):
        # (text, name of the field after it or None)
        fmt = self._fmt
        text = ""
        at = 0
        while at < len(fmt):
            char = fmt[at]
            at += 1
            if char != "$":
                text += char
                continue
            if fmt[at:at + 1] == "$":
                text += "$"
                at += 1
                continue
            braced = fmt[at:at + 1] == "{"
            start = at + braced
            end = _name_end(fmt, start)
            if end == start or fmt[start].isdigit() or braced and fmt[end:end + 1] != "}":
                raise ValueError("invalid format: bare '$' not allowed")
            yield text, fmt[start:end]
            text = ""
            at = end + braced
        yield text, None

    def validate(self):
        if not [name for text, name in self._pieces() if name]:
            raise ValueError("invalid format: no fields")

    def _format(self, record):
        values = self._values(record)
        return "".join([text if name is None else text + str(values[name]) for text, name in self._pieces()])


BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"

_STYLES = {
    "%": (PercentStyle, BASIC_FORMAT),
    "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
    "$": (StringTemplateStyle, "${levelname}:${name}:${message}"),
}


def _check_style(style):
    if style not in _STYLES:
        raise ValueError("Style must be one of: %s" % ",".join(_STYLES.keys()))


def _on_new_line(text, below):
    return text + below if text.endswith("\n") else f"{text}\n{below}"


class Formatter:
    converter = time.localtime
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        _check_style(style)
        self._style = _STYLES[style][0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        moment = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, moment)
        text = time.strftime(self.default_time_format, moment)
        if self.default_msec_format:
            text = self.default_msec_format % (text, record.msecs)
        return text

    def formatException(self, ei):
        text = "".join(exception_text(ei[1], True, None, _to_stderr)) if ei[1] else "NoneType: None\n"
        return text[:-1] if text[-1:] == "\n" else text

    def formatStack(self, stack_info):
        return stack_info

    def formatMessage(self, record):
        return self._style.format(record)

    def usesTime(self):
        return self._style.usesTime()

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            text = _on_new_line(text, record.exc_text)
        if record.stack_info:
            text = _on_new_line(text, self.formatStack(record.stack_info))
        return text


_defaultFormatter = Formatter()
_to_stderr = False  # what is formatted goes there: tracebacks have source lines


class BufferingFormatter:
    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _defaultFormatter

    def formatFooter(self, records):
        return ""

    def formatHeader(self, records):
        return ""

    def format(self, records):
        if not len(records):
            return ""
        return self.formatHeader(records) + "".join([self.linefmt.format(r) for r in records]) + self.formatFooter(records)


class Filter:
    def __init__(self, name=""):
        self.name, self.nlen = name, len(name)

    def filter(self, record):
        asked, size = self.name, self.nlen
        if not size or asked == record.name:
            return True
        return record.name.find(asked, 0, size) == 0 and record.name[size] == "."


class Filterer:
    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter in self.filters:
            return
        self.filters.append(filter)

    def removeFilter(self, filter):
        known = self.filters
        if filter in known:
            known.remove(filter)

    def filter(self, record):
        for each in self.filters:
            asked = each.filter if hasattr(each, "filter") else each
            said = asked(record)
            if not said:
                return False
            record = said if isinstance(said, LogRecord) else record
        return record


_handlers = {}


def getHandlerByName(name):
    return _handlers.get(name)


def getHandlerNames():
    return frozenset(_handlers)


class Handler(Filterer):
    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self.level = _checkLevel(level)
        self._name = self.formatter = None
        self._closed = False
        self.createLock()

    def createLock(self):
        self.lock = None

    def acquire(self):
        pass

    def release(self):
        pass

    def set_name(self, name):
        _handlers.pop(self._name, None)
        self._name = name
        if name:
            _handlers[name] = self

    def get_name(self):
        return self._name

    name = property(get_name, set_name)

    def setLevel(self, level):
        self.level = _checkLevel(level)

    def format(self, record):
        formatter = self.formatter or _defaultFormatter
        return formatter.format(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        kept = self.filter(record)
        if kept:
            self.emit(kept if isinstance(kept, LogRecord) else record)
        return kept

    def setFormatter(self, fmt):
        self.formatter = fmt

    def flush(self):
        pass

    def close(self):
        self._closed = True
        if self._name:
            _handlers.pop(self._name, None)

    def handleError(self, record):
        if not raiseExceptions or not sys.stderr:
            return
        sys.stderr.write("--- Logging error ---\n")
        traceback.print_exception(sys.exception(), limit=None, file=sys.stderr)
        sys.stderr.write("Call stack:\n")
        traceback.print_stack(file=sys.stderr)
        try:
            sys.stderr.write("Message: %r\nArguments: %s\n" % (record.msg, record.args))
        except RecursionError:
            raise
        except Exception:
            sys.stderr.write("Unable to print the message and arguments - possible formatting error.\nUse the traceback above to help find the error.\n")

    def __repr__(self):
        return "<%s (%s)>" % (self.__class__.__name__, getLevelName(self.level))


class StreamHandler(Handler):
    terminator = "\n"

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        flush = getattr(self.stream, "flush", None) if self.stream else None
        if flush is not None:
            flush()

    def emit(self, record):
        global _to_stderr
        _to_stderr = self.stream is sys.__stderr__
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        before = self.stream
        if before is stream:
            return None
        self.flush()
        self.stream = stream
        return before

    def __repr__(self):
        where = str(getattr(self.stream, "name", ""))
        space = " " if where else ""
        return f"<{self.__class__.__name__} {where}{space}({getLevelName(self.level)})>"


class NullHandler(Handler):
    def handle(self, record):
        pass

    def emit(self, record):
        pass

    def createLock(self):
        self.lock = None


class _StderrHandler(StreamHandler):
    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return sys.stderr


_defaultLastResort = _StderrHandler(WARNING)
lastResort = _defaultLastResort


class PlaceHolder:
    def __init__(self, alogger):
        self.loggerMap = {alogger: None}

    def append(self, alogger):
        self.loggerMap.setdefault(alogger)


def _check_class(klass):
    if klass != Logger and not issubclass(klass, Logger):
        raise TypeError("logger not derived from logging.Logger: " + klass.__name__)


def setLoggerClass(klass):
    global _loggerClass
    _check_class(klass)
    _loggerClass = klass


def getLoggerClass():
    return _loggerClass


class Manager:
    def __init__(self, rootnode):
        self.root, self.disable = rootnode, 0
        self.loggerDict, self.loggerClass, self.logRecordFactory = {}, None, None
        self.emittedNoHandlerWarning = False

    def _set_disable(self, value):
        self._disable = _checkLevel(value)

    disable = property(lambda self: self._disable, _set_disable)

    def getLogger(self, name):
        if not isinstance(name, str):
            raise TypeError("A logger name must be a string")
        known = self.loggerDict.get(name)
        if isinstance(known, Logger):
            return known
        made = (self.loggerClass or _loggerClass)(name)
        made.manager = self
        self.loggerDict[name] = made
        if known is not None:
            self._fixupChildren(known, made)
        self._fixupParents(made)
        return made

    def setLoggerClass(self, klass):
        _check_class(klass)
        self.loggerClass = klass

    def setLogRecordFactory(self, factory):
        self.logRecordFactory = factory

    def _fixupParents(self, alogger):
        name = alogger.name
        i = name.rfind(".")
        parent = None
        while i > 0 and not parent:
            above = name[:i]
            known = self.loggerDict.get(above)
            if known is None:
                self.loggerDict[above] = PlaceHolder(alogger)
            elif isinstance(known, Logger):
                parent = known
            else:
                known.append(alogger)
            i = name.rfind(".", 0, i - 1)
        alogger.parent = parent or self.root

    def _fixupChildren(self, ph, alogger):
        prefix = alogger.name
        for below in ph.loggerMap:
            if not below.parent.name.startswith(prefix):
                alogger.parent, below.parent = below.parent, alogger

    def _clear_cache(self):
        for each in (self.root, *self.loggerDict.values()):
            if isinstance(each, Logger):
                each._cache.clear()


def _called(method, owner, name):
    method.__name__ = name
    method.__qualname__ = f"{owner}.{name}"
    return method


def _logs_at(level, name):
    def method(self, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    return _called(method, "Logger", name)


def _adapts_at(level, name):
    def method(self, msg, *args, **kwargs):
        self.log(level, msg, *args, **kwargs)

    return _called(method, "LoggerAdapter", name)


def _warns_of_warn(owner):
    def warn(self, msg, *args, **kwargs):
        warnings.warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2)
        self.warning(msg, *args, **kwargs)

    return _called(warn, owner, "warn")


class Logger(Filterer):
    def __init__(self, name, level=NOTSET):
        Filterer.__init__(self)
        self.name, self.level = name, _checkLevel(level)
        self.parent, self.handlers, self._cache = None, [], {}
        self.propagate, self.disabled = True, False

    def setLevel(self, level):
        self.level = _checkLevel(level)
        self.manager._clear_cache()

    debug = _logs_at(DEBUG, "debug")
    info = _logs_at(INFO, "info")
    warning = _logs_at(WARNING, "warning")
    error = _logs_at(ERROR, "error")
    critical = _logs_at(CRITICAL, "critical")
    warn = _warns_of_warn("Logger")

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def fatal(self, msg, *args, **kwargs):
        self.critical(msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        if isinstance(level, int):
            if self.isEnabledFor(level):
                self._log(level, msg, args, **kwargs)
        elif raiseExceptions:
            raise TypeError("level must be an integer")

    def findCaller(self, stack_info=False, stacklevel=1):
        frames = stack_now()
        if not frames:
            return "(unknown file)", 0, "(unknown function)", None
        at = max(len(frames) - max(stacklevel, 1), 0)
        line, name = frames[at]
        sinfo = None
        if stack_info:
            sinfo = "Stack (most recent call last):\n" + "".join(traceback.format_list([(script_name(), line, name, None) for line, name in frames[:at + 1]]))
            sinfo = sinfo[:-1]
        return script_name(), line, name, sinfo

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        made = _logRecordFactory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        known = made.__dict__
        for key in () if extra is None else extra:
            if key in known or key in ("message", "asctime"):
                raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
            known[key] = extra[key]
        return made

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        fn, lno, func, sinfo = self.findCaller(stack_info, stacklevel)
        if isinstance(exc_info, BaseException):
            exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
        elif exc_info and not isinstance(exc_info, tuple):
            exc_info = sys.exc_info()
        self.handle(self.makeRecord(self.name, level, fn, lno, msg, args, exc_info, func, extra, sinfo))

    def handle(self, record):
        kept = False if self.disabled else self.filter(record)
        if kept:
            self.callHandlers(kept if isinstance(kept, LogRecord) else record)

    def addHandler(self, hdlr):
        if hdlr in self.handlers:
            return
        self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        known = self.handlers
        if hdlr in known:
            known.remove(hdlr)

    def hasHandlers(self):
        at = self
        while at and not at.handlers:
            at = at.parent if at.propagate else None
        return bool(at)

    def callHandlers(self, record):
        at, heard = self, False
        while at:
            heard = heard or bool(at.handlers)
            for each in at.handlers:
                if each.level <= record.levelno:
                    each.handle(record)
            at = at.parent if at.propagate else None
        if heard:
            return
        if lastResort:
            if lastResort.level <= record.levelno:
                lastResort.handle(record)
        elif raiseExceptions and not self.manager.emittedNoHandlerWarning:
            sys.stderr.write(f'No handlers could be found for logger "{self.name}"\n')
            self.manager.emittedNoHandlerWarning = True

    def getEffectiveLevel(self):
        at = self
        while at and not at.level:
            at = at.parent
        return at.level if at else NOTSET

    def isEnabledFor(self, level):
        if self.disabled:
            return False
        known = self._cache
        if level not in known:
            known[level] = self.manager.disable < level and self.getEffectiveLevel() <= level
        return known[level]

    def getChild(self, suffix):
        if self.root is not self:
            suffix = ".".join((self.name, suffix))
        return self.manager.getLogger(suffix)

    def getChildren(self):
        def depth(logger):
            return 0 if logger is logger.manager.root else 1 + logger.name.count(".")
        return set([item for item in self.manager.loggerDict.values()
                    if isinstance(item, Logger) and item.parent is self and depth(item) == 1 + depth(item.parent)])

    def __repr__(self):
        return "<%s %s (%s)>" % (self.__class__.__name__, self.name, getLevelName(self.getEffectiveLevel()))


class RootLogger(Logger):
    def __init__(self, level):
        Logger.__init__(self, "root", level)


_loggerClass = Logger


class LoggerAdapter:
    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger, self.extra, self.merge_extra = logger, extra, merge_extra

    def process(self, msg, kwargs):
        given = kwargs.get("extra") if self.merge_extra else None
        merged = self.merge_extra and "extra" in kwargs
        kwargs["extra"] = {**self.extra, **given} if merged else self.extra
        return msg, kwargs

    debug = _adapts_at(DEBUG, "debug")
    info = _adapts_at(INFO, "info")
    warning = _adapts_at(WARNING, "warning")
    error = _adapts_at(ERROR, "error")
    critical = _adapts_at(CRITICAL, "critical")
    warn = _warns_of_warn("LoggerAdapter")

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def _log(self, level, msg, args, **kwargs):
        return self.logger._log(level, msg, args, **kwargs)

    def hasHandlers(self):
        return self.logger.hasHandlers()

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def setLevel(self, level):
        self.logger.setLevel(level)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    name = property(lambda self: self.logger.name)

    @property
    def manager(self):
        return self.logger.manager

    @manager.setter
    def manager(self, value):
        self.logger.manager = value

    def __repr__(self):
        logger = self.logger
        return "<%s %s (%s)>" % (self.__class__.__name__, logger.name, getLevelName(logger.getEffectiveLevel()))


root = RootLogger(WARNING)
Logger.root = root
Logger.manager = Manager(Logger.root)


def basicConfig(**kwargs):
    force = kwargs.pop("force", False)
    kwargs.pop("encoding", None)
    kwargs.pop("errors", None)
    for old in root.handlers[:] if force else ():
        root.removeHandler(old)
        old.close()
    if root.handlers:
        return
    handlers = kwargs.pop("handlers", None)
    if handlers is None:
        if "stream" in kwargs and "filename" in kwargs:
            raise ValueError("'stream' and 'filename' should not be specified together")
        filename = kwargs.pop("filename", None)
        kwargs.pop("filemode", None)
        if filename:
            refuse("logging to a file is")
        handlers = [StreamHandler(kwargs.pop("stream", None))]
    elif "stream" in kwargs or "filename" in kwargs:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    datefmt = kwargs.pop("datefmt", None)
    style = kwargs.pop("style", "%")
    _check_style(style)
    formatter = Formatter(kwargs.pop("format", _STYLES[style][1]), datefmt, style)
    for each in handlers:
        if each.formatter is None:
            each.setFormatter(formatter)
        root.addHandler(each)
    level = kwargs.pop("level", None)
    if level is not None:
        root.setLevel(level)
    if kwargs:
        raise ValueError(f"Unrecognised argument(s): {', '.join(kwargs)}")


def getLogger(name=None):
    if not name or isinstance(name, str) and name == root.name:
        return root
    return Logger.manager.getLogger(name)


def _ready_root():
    if not root.handlers:
        basicConfig()
    return root


def _by_root(name):
    def function(msg, *args, **kwargs):
        getattr(_ready_root(), name)(msg, *args, **kwargs)

    function.__name__ = function.__qualname__ = name
    return function


debug = _by_root("debug")
info = _by_root("info")
warning = _by_root("warning")
error = _by_root("error")
critical = _by_root("critical")


def log(level, msg, *args, **kwargs):
    _ready_root().log(level, msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    error(msg, *args, exc_info=exc_info, **kwargs)


def warn(msg, *args, **kwargs):
    warnings.warn("The 'warn' function is deprecated, use 'warning' instead", DeprecationWarning, 2)
    warning(msg, *args, **kwargs)


def fatal(msg, *args, **kwargs):
    critical(msg, *args, **kwargs)


def disable(level=CRITICAL):
    root.manager.disable = level
    root.manager._clear_cache()


def shutdown(handlerList=()):
    pass
