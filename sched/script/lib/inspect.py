# Looking at live objects, after Lib/inspect.py of CPython 3.13: what needs no
# source text and no frames.

import collections.abc
import enum
import functools
import types
from _inspect import currentframe, describe, is_async_builtin, is_builtin_method, state, try_get
from _dataclasses import global_of
from _typing import get_static

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 16, 32, 128, 256, 512


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__get__") and not hasattr(type(object), "__set__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return isinstance(object, property) or hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or is_builtin_method(object)


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", ()))


def iscode(object):
    return isinstance(object, types.CodeType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def _unwrapped(f):
    while ismethod(f):
        f = f.__func__
    while isinstance(f, functools.partial) or ismethod(f):
        f = f.__func__ if ismethod(f) else f.func
    return f


def _has_code_flag(f, flag):
    f = _unwrapped(f)
    if not isfunction(f):
        return False
    return bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_code_flag(obj, CO_GENERATOR)


def markcoroutinefunction(func):
    if hasattr(func, "__func__"):
        func = func.__func__
    func._is_coroutine_mark = True
    return func


def iscoroutinefunction(obj):
    obj = _unwrapped(obj)
    if _has_code_flag(obj, CO_COROUTINE) or is_async_builtin(obj):
        return True
    return getattr(obj, "_is_coroutine_mark", False) is True


def isasyncgenfunction(obj):
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isawaitable(object):
    return isinstance(object, types.CoroutineType) or isinstance(object, collections.abc.Awaitable) or (
        isinstance(object, types.GeneratorType) and state(object, "awaitable"))


CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = (
    "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED")


def getcoroutinestate(coroutine):
    return "CORO_" + state(coroutine, "state")


def getgeneratorstate(generator):
    return "GEN_" + state(generator, "state")


def getasyncgenstate(agen):
    return AGEN_RUNNING if agen.ag_running else "AGEN_" + state(agen, "state")


def getcoroutinelocals(coroutine):
    frame = coroutine.cr_frame
    return frame.f_locals if frame is not None else {}


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    frame = generator.gi_frame
    return frame.f_locals if frame is not None else {}


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    seen = []
    while not isinstance(func, type) and hasattr(func, "__wrapped__") and not (stop and stop(func)):
        if any(f is func for f in seen):
            raise ValueError("wrapper loop when unwrapping {!r}".format(func))
        seen.append(func)
        func = func.__wrapped__
    return func


def getattr_static(obj, attr, default=None):
    return get_static(obj, attr)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isinstance(obj, type):
        ann = obj.__dict__.get("__annotations__", None)
    else:
        if not callable(obj) and not ismodule(obj):
            raise TypeError(f"{obj!r} is not a module, class, or callable.")
        ann = getattr(obj, "__annotations__", None)
    if not ann:
        return {}
    if not eval_str:
        return dict(ann)
    from _typing import evaluate
    return {key: evaluate(value, locals or {}, globals) if isinstance(value, str) else value for key, value in ann.items()}


def getmembers(object, predicate=None):
    results = []
    names = dir(object)
    for key in names:
        found = try_get(object, key)
        if not found:
            continue
        value = found[0]
        if not predicate or predicate(value):
            results.append((key, value))
    results.sort(key=lambda pair: pair[0])
    return results


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = None
    for line in lines[1:]:
        content = len(line.lstrip(" "))
        if content:
            indent = len(line) - content
            margin = indent if margin is None else min(margin, indent)
    if lines:
        lines[0] = lines[0].lstrip(" ")
    if margin is not None:
        for i in range(1, len(lines)):
            lines[i] = lines[i][margin:]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def _findclass(func):
    names = func.__qualname__.split(".")[:-1]
    cls = global_of(names[0]) if names else None
    for name in names[1:]:
        cls = getattr(cls, name, None)
    return cls if isclass(cls) else None


def _finddoc(obj):
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object:
                doc = base.__doc__
                if doc is not None:
                    return doc
        return None
    if ismethod(obj):
        name, owner = obj.__func__.__name__, obj.__self__
        cls = owner if isclass(owner) else owner.__class__
    elif isfunction(obj) or isinstance(obj, property):
        defined = obj if isfunction(obj) else obj.fget
        name, cls = defined.__name__, _findclass(defined)
        if cls is None or getattr(cls, name, None) is not obj:
            return None
    else:
        return None
    for base in cls.__mro__ if cls else ():
        doc = getattr(getattr(base, name, None), "__doc__", None)
        if doc is not None:
            return doc
    return None


def getdoc(object):
    try:
        own = object.__doc__
        found = _finddoc(object) if own is None else own
    except (AttributeError, TypeError):
        return None
    return cleandoc(found) if isinstance(found, str) else None


class _empty:
    pass


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, description):
        number = len(cls.__members__)
        made = int.__new__(cls, number)
        made._value_, made.description = number, description
        return made

    def __str__(self):
        return self.name


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self._kind = _ParameterKind(kind)
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name
        self._default = default
        self._annotation = annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=None, kind=None, annotation=None, default=None):
        return type(self)(self._name if name is None else name, self._kind if kind is None else kind,
                          default=self._default if default is None else default,
                          annotation=self._annotation if annotation is None else annotation)

    def __str__(self):
        text, equals = {_VAR_POSITIONAL: "*", _VAR_KEYWORD: "**"}.get(self._kind, "") + self._name, "="
        if self._annotation is not _empty:
            text, equals = f"{text}: {formatannotation(self._annotation)}", " = "
        return text if self._default is _empty else f"{text}{equals}{self._default!r}"

    def __repr__(self):
        return f'<Parameter "{self}">'

    def _parts(self):
        return self._name, self._kind, self._annotation, self._default

    def __hash__(self):
        return hash(self._parts())

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, Parameter) else NotImplemented


class BoundArguments:
    __slots__ = ("arguments", "_signature")

    def __init__(self, signature, arguments):
        self._signature, self.arguments = signature, arguments

    signature = property(lambda self: self._signature)
    args = property(lambda self: tuple(self._split()[0]))
    kwargs = property(lambda self: self._split()[1])

    def _split(self):
        """Give what is passed by place, which ends where an argument is left
        out, and what is passed by name."""
        by_place, by_name = [], {}
        named = False
        for name, param in self._signature.parameters.items():
            given, kind = name in self.arguments, param.kind
            named = named or not given or kind in (_KEYWORD_ONLY, _VAR_KEYWORD)
            if not given:
                continue
            value = self.arguments[name]
            if kind == _VAR_KEYWORD:
                by_name.update(value)
            elif named:
                by_name[name] = value
            elif kind == _VAR_POSITIONAL:
                by_place.extend(value)
            else:
                by_place.append(value)
        return by_place, by_name

    def apply_defaults(self):
        new_arguments = []
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                new_arguments.append((name, self.arguments[name]))
            elif param.default is not _empty:
                new_arguments.append((name, param.default))
            elif param.kind is _VAR_POSITIONAL:
                new_arguments.append((name, ()))
            elif param.kind is _VAR_KEYWORD:
                new_arguments.append((name, {}))
        self.arguments = dict(new_arguments)

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        return f"<BoundArguments ({', '.join(f'{arg}={value!r}' for arg, value in self.arguments.items())})>"


class Signature:
    __slots__ = ("_return_annotation", "_parameters")

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        found = {}
        top_kind = _POSITIONAL_ONLY
        seen_default = False
        for param in parameters or ():
            if param.kind < top_kind:
                raise ValueError("wrong parameter order: {} parameter before {} parameter".format(
                    top_kind.description, param.kind.description))
            if param.kind > top_kind:
                top_kind = param.kind
            if param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if param.default is not _empty:
                    seen_default = True
                elif seen_default:
                    raise ValueError("non-default argument follows default argument")
            if param.name in found:
                raise ValueError("duplicate parameter name: {!r}".format(param.name))
            found[param.name] = param
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature_of(obj, follow_wrapped)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=None, return_annotation=None):
        return type(self)(self.parameters.values() if parameters is None else parameters,
                          return_annotation=self._return_annotation if return_annotation is None else return_annotation)

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return dict(self.parameters) == dict(other.parameters) and self.return_annotation == other.return_annotation

    def _bind(self, args, kwargs, *, partial=False):
        arguments = {}
        params = list(self.parameters.values())
        at = self._bind_positional(params, args, kwargs, arguments)
        positional_only = []
        while not isinstance(at, tuple):
            # No argument is left: the rest of the parameters begins at one
            # that a keyword or a default gives.
            if at >= len(params):
                break
            param = params[at]
            if param.kind == _VAR_POSITIONAL:
                at += 1
                break
            if param.name in kwargs:
                if param.kind == _POSITIONAL_ONLY:
                    positional_only.append(param)
                    at += 1
                    continue
                break
            if param.kind == _VAR_KEYWORD or param.default is not _empty or partial:
                break
            argtype = " keyword-only" if param.kind == _KEYWORD_ONLY else ""
            raise TypeError(f"missing a required{argtype} argument: {param.name!r}")
        if isinstance(at, tuple):
            at = at[0]
        self._bind_keywords(params[at:], kwargs, arguments, positional_only, partial)
        return BoundArguments(self, arguments)

    def _bind_positional(self, params, args, kwargs, arguments):
        # The number of parameters that have a value, in a tuple if *args was
        # among them.
        for i, value in enumerate(args):
            if i >= len(params) or params[i].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                raise TypeError("too many positional arguments")
            param = params[i]
            if param.kind == _VAR_POSITIONAL:
                arguments[param.name] = tuple(args[i:])
                return (i + 1,)
            if param.name in kwargs and param.kind != _POSITIONAL_ONLY:
                raise TypeError(f"multiple values for argument {param.name!r}")
            arguments[param.name] = value
        return len(args)

    def _bind_keywords(self, params, kwargs, arguments, positional_only, partial):
        kwargs_param = None
        for param in params:
            if param.kind == _VAR_KEYWORD:
                kwargs_param = param
            elif param.kind == _VAR_POSITIONAL:
                pass
            elif param.name in kwargs:
                arguments[param.name] = kwargs.pop(param.name)
            elif not partial and param.default is _empty:
                raise TypeError(f"missing a required argument: {param.name!r}")
        if not kwargs:
            return
        if kwargs_param is not None:
            arguments[kwargs_param.name] = kwargs
        elif positional_only:
            names = ", ".join(param.name for param in positional_only)
            raise TypeError(f"got some positional-only arguments passed as keyword arguments: {names!r}")
        else:
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, partial=True)

    def format(self, *, max_width=None):
        result = []
        render_pos_only_separator = False
        render_kw_only_separator = True
        for param in self.parameters.values():
            if param.kind == _POSITIONAL_ONLY:
                render_pos_only_separator = True
            elif render_pos_only_separator:
                result.append("/")
                render_pos_only_separator = False
            if param.kind == _VAR_POSITIONAL:
                render_kw_only_separator = False
            elif param.kind == _KEYWORD_ONLY and render_kw_only_separator:
                result.append("*")
                render_kw_only_separator = False
            result.append(str(param))
        if render_pos_only_separator:
            result.append("/")
        rendered = "({})".format(", ".join(result))
        if max_width is not None and len(rendered) > max_width:
            rendered = "(\n    {}\n)".format(",\n    ".join(result))
        if self.return_annotation is not _empty:
            rendered += " -> {}".format(formatannotation(self.return_annotation))
        return rendered

    def __str__(self):
        return self.format()

    def __repr__(self):
        return f"<Signature {self}>"


def _of_function(f):
    params, returns = describe(f)
    made = []
    for name, kind, default, annotation in params:
        made.append(Parameter(name, kind, default=default[0] if default else _empty,
                              annotation=annotation[0] if annotation else _empty))
    return Signature(made, return_annotation=returns[0] if returns else _empty)


def _without_first(sig):
    params = tuple(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if params[0].kind in (_POSITIONAL_OR_KEYWORD, _POSITIONAL_ONLY):
        params = params[1:]
    return sig.replace(parameters=params)


def _of_partial(p):
    sig = _signature_of(p.func, True)
    try:
        bound = sig.bind_partial(*p.args, **p.keywords).arguments
    except TypeError as ex:
        raise ValueError("partial object {!r} has incorrect arguments".format(p)) from ex
    made = []
    keyword_only = False
    for name, param in sig.parameters.items():
        kind = param.kind
        if name in bound:
            if kind is _POSITIONAL_ONLY:
                continue
            if kind is _POSITIONAL_OR_KEYWORD:
                if name in p.keywords:
                    keyword_only = True
                    param = Parameter(name, _KEYWORD_ONLY, default=bound[name], annotation=param.annotation)
                else:
                    continue
            elif kind is _KEYWORD_ONLY:
                param = Parameter(name, kind, default=bound[name], annotation=param.annotation)
        if keyword_only:
            if param.kind is _POSITIONAL_OR_KEYWORD:
                param = Parameter(name, _KEYWORD_ONLY, default=param.default, annotation=param.annotation)
            elif param.kind is _VAR_POSITIONAL:
                continue
        made.append(param)
    return sig.replace(parameters=made)


def _of_class(cls):
    if isinstance(cls, enum.EnumType):
        empty = not cls._member_names_
        if not empty:
            return Signature([Parameter("values", _VAR_POSITIONAL)])
    for base in cls.__mro__:
        if "__new__" in base.__dict__ and isfunction(getattr(base.__dict__["__new__"], "__func__",
                                                             base.__dict__["__new__"])):
            new = base.__dict__["__new__"]
            return _without_first(_signature_of(getattr(new, "__func__", new), True))
        if "__init__" in base.__dict__ and isfunction(base.__dict__["__init__"]):
            return _without_first(_signature_of(base.__dict__["__init__"], True))
    if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
        return Signature()
    raise ValueError(f"no signature found for builtin type {cls!r}")


def _signature_of(obj, follow_wrapped):
    if not callable(obj):
        raise TypeError("{!r} is not a callable object".format(obj))
    if isinstance(obj, types.MethodType):
        return _without_first(_signature_of(obj.__func__, follow_wrapped))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return _signature_of(obj, follow_wrapped)
    sig = getattr(obj, "__signature__", None) if not isinstance(obj, type) else None
    if isinstance(sig, Signature):
        return sig
    if isinstance(obj, functools.partial):
        return _of_partial(obj)
    if isfunction(obj):
        return _of_function(obj)
    if isinstance(obj, type):
        return _of_class(obj)
    if is_builtin_method(obj):
        return _of_function(obj)
    call = getattr(type(obj), "__call__", None)
    if isfunction(call):
        return _without_first(_signature_of(call, follow_wrapped))
    raise ValueError("callable {!r} is not supported by signature".format(obj))


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return _signature_of(obj, follow_wrapped)


_FullArgSpec = collections.namedtuple(
    "FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def getfullargspec(func):
    sig = _signature_of(func, False)
    args, kwonlyargs, annotations, kwdefaults = [], [], {}, {}
    varargs = varkw = None
    defaults = ()
    if ismethod(func):
        args.append(func.__func__.__code__.co_varnames[0])
    if sig.return_annotation is not _empty:
        annotations["return"] = sig.return_annotation
    for param in sig.parameters.values():
        if param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(param.name)
            if param.default is not _empty:
                defaults += (param.default,)
        elif param.kind is _VAR_POSITIONAL:
            varargs = param.name
        elif param.kind is _KEYWORD_ONLY:
            kwonlyargs.append(param.name)
            if param.default is not _empty:
                kwdefaults[param.name] = param.default
        else:
            varkw = param.name
        if param.annotation is not _empty:
            annotations[param.name] = param.annotation
    return _FullArgSpec(args, varargs, varkw, defaults or None, kwonlyargs, kwdefaults or None, annotations)
