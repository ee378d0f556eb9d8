# namedtuple, after Lib/collections/__init__.py of CPython 3.13.

from _records import field_getter, is_name, make_new


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    names = field_names.replace(",", " ").split() if isinstance(field_names, str) else field_names
    names, typename = [str(name) for name in names], str(typename)
    if rename:
        names = [f"_{at}" if is_name(name) or name[:1] == "_" or name in names[:at] else name
                 for at, name in enumerate(names)]
    _check_names(typename, names, rename)
    by_default = () if defaults is None else tuple(defaults)
    if len(by_default) > len(names):
        raise TypeError("Got more default values than field names")
    field_defaults = dict(zip(names[len(names) - len(by_default):], by_default))
    made = type(typename, (tuple,), _namespace(typename, tuple(names), by_default, field_defaults))
    made.__module__ = module or "__main__"
    return made


def _check_names(typename, names, rename):
    for name in (typename, *names):
        wrong = is_name(name)
        if wrong == "identifier":
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if wrong == "keyword":
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    for at, name in enumerate(names):
        if name[:1] == "_" and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in names[:at]:
            raise ValueError(f"Encountered duplicate field name: {name!r}")


def _namespace(typename, fields, defaults, field_defaults):
    shown = ", ".join(fields) + ("," if len(fields) == 1 else "")
    repr_fmt = "(" + ", ".join([f"{name}=%r" for name in fields]) + ")"
    new = make_new(typename, fields, defaults)
    new.__doc__ = f"Create new instance of {typename}({shown})"

    @classmethod
    def _make(cls, iterable):
        made = tuple.__new__(cls, iterable)
        if len(made) == len(fields):
            return made
        raise TypeError(f"Expected {len(fields)} arguments, got {len(made)}")

    _make.__func__.__doc__ = f"Make a new {typename} object from a sequence or iterable"

    def _replace(self, /, **kwds):
        made = self._make(map(kwds.pop, fields, self))
        if not kwds:
            return made
        raise TypeError(f"Got unexpected field names: {list(kwds)!r}")

    _replace.__doc__ = f"Return a new {typename} object replacing specified fields with new values"

    def __repr__(self):
        return self.__class__.__name__ + repr_fmt % self

    __repr__.__doc__ = "Return a nicely formatted representation string"

    def _asdict(self):
        return dict(zip(self._fields, self))

    _asdict.__doc__ = "Return a new dict which maps field names to their values."

    def __getnewargs__(self):
        return tuple(self)

    for method in (new, _make.__func__, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f"{typename}.{method.__name__}"
    namespace = {
        "__doc__": f"{typename}({shown})", "__slots__": (), "_fields": fields,
        "_field_defaults": field_defaults, "__new__": new, "_make": _make, "__replace__": _replace,
        "_replace": _replace, "__repr__": __repr__, "_asdict": _asdict, "__getnewargs__": __getnewargs__,
        "__match_args__": fields,
    }
    for index, name in enumerate(fields):
        namespace[name] = field_getter(index, f"Alias for field number {index}")
    return namespace
