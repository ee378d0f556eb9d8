# NamedTuple and TypedDict. The specification is Lib/typing.py of CPython 3.13.
import collections
from _typing_forms import Generic, NotRequired, ReadOnly, Required, checked
from _typing import make_meta, new_class, with_base

# What is the named tuple's own, and what its class already has.
_TAKEN = frozenset("""
    __getnewargs__ __init__ __new__ __slots__ _asdict _field_defaults _fields _make _replace _source
""".split())
_GIVEN = ("__annotations__", "__module__", "__name__", "__qualname__")

_NamedTuple = _TypedDict = None


def _tuple_class(name, fields, defaults=()):
    types = {field: checked(t, f"field {field} annotation must be a type") for field, t in fields}
    made = collections.namedtuple(name, list(types), defaults=defaults, module="__main__")
    made.__annotations__ = made.__new__.__annotations__ = types
    return made


def _defaulted(types, ns):
    """The names of the fields that have defaults, which must be the last."""
    names = []
    for field in types:
        if field in ns:
            names.append(field)
        elif names:
            plural = "s" if len(names) > 1 else ""
            raise TypeError(f"Non-default namedtuple field {field} cannot follow default field{plural}"
                            f" {', '.join(names)}")
    return names


def _named_tuple_of_body(name, bases, ns, keywords):
    if not bases:
        return None  # NamedTuple's own
    if any([base not in (_NamedTuple, Generic) for base in bases]):
        raise TypeError("can only inherit from a NamedTuple type and Generic")
    types = ns.get("__annotations__", {})
    made = _tuple_class(name, types.items(), [ns[field] for field in _defaulted(types, ns)])
    if Generic in bases:
        with_base(made, Generic)
    made.__qualname__ = ns.get("__qualname__", name)
    for key, value in ns.items():
        if key in _TAKEN:
            raise AttributeError(f"Cannot overwrite NamedTuple attribute {key}")
        if key in _GIVEN or key in types:
            continue
        if key != "__doc__" or value is not None:
            setattr(made, key, value)
        hook = getattr(type(value), "__set_name__", None)
        if hook:
            hook(value, made, key)
    if Generic in bases:
        made.__init_subclass__()
    return made


def NamedTuple(typename, fields=None, /, **kwargs):
    if fields is not None and kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    made = _tuple_class(typename, kwargs.items() if fields is None else fields)
    made.__orig_bases__ = (NamedTuple,)
    return made


class _Keys:
    """The keys of a TypedDict: which are required and which read-only."""
    def __init__(self, bases):
        self.types, self.required, self.readonly = {}, {}, {}
        for base in bases:
            has = base.__dict__
            self.types.update(has.get("__annotations__", {}))
            for key in has.get("__annotations__", ()):
                self.required[key] = key in has["__required_keys__"]
                self.readonly[key] = key in has["__readonly_keys__"]

    def add(self, key, tp, total):
        said = _qualifiers(tp)
        readonly = ReadOnly in said
        if readonly and self.readonly.get(key) is False:
            raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
        self.types[key], self.readonly[key] = tp, readonly
        self.required[key] = Required in said or total and NotRequired not in said

    def note(self, made):
        made.__annotations__ = self.types
        made.__required_keys__, made.__optional_keys__ = _parted(self.required)
        made.__readonly_keys__, made.__mutable_keys__ = _parted(self.readonly)


def _parted(answers):
    return frozenset([k for k in answers if answers[k]]), frozenset([k for k in answers if not answers[k]])


def _qualifiers(tp):
    """Which of Required, NotRequired and ReadOnly stand around a type."""
    found = []
    while True:
        origin = getattr(tp, "__origin__", None)
        if hasattr(tp, "__metadata__"):
            tp = origin
        elif origin in (Required, NotRequired, ReadOnly):
            found.append(origin)
            tp = tp.__args__[0]
        else:
            return found


def _typed_dict_of_body(name, bases, ns, keywords):
    if name == "TypedDict" and not bases:
        return None  # TypedDict's own
    total = keywords.pop("total", True)
    for keyword in keywords:
        raise TypeError(f"_TypedDictMeta.__new__() got an unexpected keyword argument {keyword!r}")
    return _typed_dict(name, bases, ns, total)


def _typed_dict(name, bases, ns, total):
    if any([type(base) is not _TypedDictMeta and base is not Generic for base in bases]):
        raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
    generic = (Generic,) if any([issubclass(base, Generic) for base in bases]) else ()
    made = new_class(_TypedDictMeta, name, (*generic, dict), ns)
    if "__orig_bases__" not in ns:
        made.__orig_bases__ = bases
    complaint = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
    keys = _Keys(bases)
    for key, tp in ns.get("__annotations__", {}).items():
        keys.add(key, checked(tp, complaint, module=made.__module__), total)
    keys.note(made)
    made.__total__ = total
    return made


def _no_checks(cls, instance, t):
    raise TypeError("TypedDict does not support instance and class checks")


def TypedDict(typename, fields=None, /, *, total=True):
    made = _typed_dict(typename, (), {"__annotations__": dict(fields or ())}, total)
    made.__orig_bases__ = (TypedDict,)
    return made


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


_NamedTupleMeta = make_meta("NamedTupleMeta", type, replace=_named_tuple_of_body, without_cell=True)
_NamedTuple = new_class(_NamedTupleMeta, "NamedTuple")
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)

_TypedDictMeta = make_meta("_TypedDictMeta", type, replace=_typed_dict_of_body, check=_no_checks, call=dict)
_TypedDict = new_class(_TypedDictMeta, "TypedDict")
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)
NamedTuple.__module__ = TypedDict.__module__ = "typing"
