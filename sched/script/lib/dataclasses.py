# Classes made of their annotations, after Lib/dataclasses.py of CPython 3.13.
# The methods that it writes as text and compiles are made in Go here.

import types
from _dataclasses import make_init, make_repr, make_eq, make_order, make_hash, make_frozen, rebuild, lazy_doc, is_identifier, load, loaded, global_of, update_abstract

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
           "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _FIELD_BASE:
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_EMPTY_METADATA = types.MappingProxyType({})
_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")

_ATOMIC_TYPES = frozenset({type(None), bool, int, float, str, type(...), type(NotImplemented), type, range, property,
                           type(loaded), type(lambda: 0)})


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata",
                 "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = self._field_type = None
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.default, self.default_factory, self.kw_only = default, default_factory, kw_only
        self.metadata = types.MappingProxyType(metadata) if metadata is not None else _EMPTY_METADATA

    def __repr__(self):
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
                f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},"
                f"hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},"
                f"kw_only={self.kw_only!r},_field_type={self._field_type})")

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook:
            hook(self.default, owner, name)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots",
                 "weakref_slot")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init, self.repr, self.eq, self.order, self.frozen = init, repr, eq, order, frozen
        self.unsafe_hash, self.match_args, self.kw_only = unsafe_hash, match_args, kw_only
        self.slots, self.weakref_slot = slots, weakref_slot

    def __repr__(self):
        return (f"_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},order={self.order!r},"
                f"unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r},match_args={self.match_args!r},"
                f"kw_only={self.kw_only!r},slots={self.slots!r},weakref_slot={self.weakref_slot!r})")


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
          metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_classvar(a_type, typing):
    return a_type is typing.ClassVar or getattr(a_type, "__origin__", None) is typing.ClassVar


def _is_initvar(a_type, _):
    return a_type is InitVar or type(a_type) is InitVar


def _is_kw_only(a_type, _):
    return a_type is KW_ONLY


def _is_named(annotation, module, module_name, is_type):
    # What a string says is looked up among the globals of the script, as
    # _is_type does it.
    text = annotation.strip()
    end = 0
    while end < len(text) and (text[end].isalnum() or text[end] in "_. "):
        end += 1
    parts = [part.strip() for part in text[:end].split(".")]
    if len(parts) >= 2:
        if global_of(parts[0]) is not module:
            return False
        return is_type(getattr(module, parts[1].split(" ")[0], None), module)
    return bool(parts[0]) and is_type(global_of(parts[0].split(" ")[0]), module)


def _get_field(cls, a_name, a_type, default_kw_only):
    default = getattr(cls, a_name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ == "member_descriptor":
            default = MISSING
        f = field(default=default)
    f.name = a_name
    f.type = a_type
    f._field_type = _FIELD
    typing = loaded("typing")
    if typing and (_is_classvar(a_type, typing)
                   or isinstance(a_type, str) and _is_named(a_type, typing, "typing", _is_classvar)):
        f._field_type = _FIELD_CLASSVAR
    if f._field_type is _FIELD:
        if (_is_initvar(a_type, None)
                or isinstance(a_type, str) and _is_named(a_type, loaded("dataclasses"), "dataclasses", _is_initvar)):
            f._field_type = _FIELD_INITVAR
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f"field {f.name} cannot have a default factory")
    if f._field_type is not _FIELD_CLASSVAR:
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory")
    return f


def _set_new_attribute(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _own_fields(cls, kw_only):
    annotations = cls.__annotations__
    own = []
    seen = False
    for name, a_type in annotations.items():
        if (_is_kw_only(a_type, None)
                or isinstance(a_type, str) and _is_named(a_type, loaded("dataclasses"), "dataclasses", _is_kw_only)):
            if seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen = True
            kw_only = True
        else:
            own.append(_get_field(cls, name, a_type, kw_only))
    for f in own:
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return own


def _inherited_fields(cls, frozen):
    fields = {}
    any_frozen = False
    all_frozen = None
    for b in cls.__mro__[-1:0:-1]:
        base_fields = getattr(b, "__dataclass_fields__", None)
        if base_fields is not None:
            for f in base_fields.values():
                fields[f.name] = f
            now = b.__dataclass_params__.frozen
            all_frozen = now if all_frozen is None else all_frozen and now
            any_frozen = any_frozen or now
    return fields, any_frozen, all_frozen


def _default_of(f):
    if f.default is not MISSING:
        return (f.default,)
    if f.default_factory is not MISSING:
        return (_HAS_DEFAULT_FACTORY,)
    return ()


def _init_fn(cls, fields, std, kw_only, frozen, self_name, slots):
    seen_default = None
    for f in std:
        if _default_of(f):
            seen_default = f
        elif seen_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument {seen_default.name!r}")
    steps = []
    for f in fields:
        has_factory = f.default_factory is not MISSING
        if has_factory:
            how = "param or factory" if f.init else "factory"
            value = f.default_factory
        elif f.init:
            how, value = "param", None
        elif slots and f.default is not MISSING:
            how, value = "default", f.default
        else:
            continue
        if f._field_type is not _FIELD_INITVAR:
            steps.append((f.name, how, value))
    post = None
    if hasattr(cls, "__post_init__"):
        post = [f.name for f in fields if f._field_type is _FIELD_INITVAR]
    annotations = {f.name: f.type for f in [*std, *kw_only]}
    annotations["return"] = None
    return make_init(cls, self_name, [(f.name, *_default_of(f)) for f in std],
                     [(f.name, *_default_of(f)) for f in kw_only], steps, bool(frozen), post, annotations,
                     _HAS_DEFAULT_FACTORY)


def _add_methods(cls, fields, init, repr, eq, order, frozen, hash_action, slots):
    made = []
    inits = [f for f in fields.values() if f._field_type is not _FIELD_CLASSVAR]
    std = tuple(f for f in inits if f.init and not f.kw_only)
    kw_only = tuple(f for f in inits if f.init and f.kw_only)
    if init:
        self_name = "__dataclass_self__" if "self" in fields else "self"
        made.append(("__init__", _init_fn(cls, inits, std, kw_only, frozen, self_name, slots), None))
    _set_new_attribute(cls, "__replace__", _replace)
    real = [f for f in fields.values() if f._field_type is _FIELD]
    if repr:
        made.append(("__repr__", make_repr(cls, [f.name for f in real if f.repr]), None))
    compared = [f.name for f in real if f.compare]
    if eq:
        made.append(("__eq__", make_eq(cls, compared), None))
    if order:
        for name in ("__lt__", "__le__", "__gt__", "__ge__"):
            made.append((name, make_order(cls, name, compared), " Consider using functools.total_ordering"))
    if frozen:
        for name in ("__setattr__", "__delattr__"):
            made.append((name, make_frozen(cls, name, [f.name for f in real], FrozenInstanceError), ""))
    if hash_action == "none":
        cls.__hash__ = None
    elif hash_action == "error":
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif hash_action == "add":
        cls.__hash__ = None
        hashed = [f.name for f in real if (f.compare if f.hash is None else f.hash)]
        made.append(("__hash__", make_hash(cls, hashed), True))
    for name, fn, extra in made:
        if extra is True:
            setattr(cls, name, fn)
        elif _set_new_attribute(cls, name, fn) and extra is not None:
            raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}{extra}")
    return std


def _hash_action(unsafe_hash, eq, frozen, explicit):
    if unsafe_hash:
        return "error" if explicit else "add"
    if explicit or not eq:
        return ""
    return "add" if frozen else "none"


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    cls.__dataclass_params__ = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only,
                                                slots, weakref_slot)
    fields, any_frozen_base, all_frozen_bases = _inherited_fields(cls, frozen)
    for f in _own_fields(cls, kw_only):
        fields[f.name] = f
    if any_frozen_base and not frozen:
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if all_frozen_bases is False and frozen:
        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    cls.__dataclass_fields__ = fields
    class_hash = cls.__dict__.get("__hash__", MISSING)
    explicit = not (class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    std = _add_methods(cls, fields, init, repr, eq, order, frozen,
                       _hash_action(bool(unsafe_hash), bool(eq), bool(frozen), explicit), slots)
    if not cls.__doc__:
        cls.__doc__ = lazy_doc(cls, _signature_text)
    if match_args:
        _set_new_attribute(cls, "__match_args__", tuple(f.name for f in std))
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        if "__slots__" in cls.__dict__:
            raise TypeError(f"{cls.__name__} already specifies __slots__")
        cls = rebuild(cls, [f.name for f in fields.values() if f._field_type is _FIELD])
    update_abstract(cls)
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                              weakref_slot)

    if cls is None:
        return wrap
    return wrap(cls)


def fields(class_or_instance):
    try:
        fields = getattr(class_or_instance, "__dataclass_fields__")
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in fields.values() if f._field_type is _FIELD)


def _has_fields(cls):
    return hasattr(cls, "__dataclass_fields__")


def _is_dataclass_instance(obj):
    return _has_fields(type(obj))


def is_dataclass(obj):
    return _has_fields(obj if isinstance(obj, type) else type(obj))


def asdict(obj, *, dict_factory=dict):
    if _is_dataclass_instance(obj):
        return _as_dict(obj, dict_factory)
    raise TypeError("asdict() should be called on dataclass instances")


def _as_dict(obj, dict_factory):
    obj_type = type(obj)
    if obj_type in _ATOMIC_TYPES:
        return obj
    if hasattr(obj_type, "__dataclass_fields__"):
        return dict_factory([(f.name, _as_dict(getattr(obj, f.name), dict_factory)) for f in fields(obj)])
    if obj_type is list:
        return [_as_dict(v, dict_factory) for v in obj]
    if obj_type is dict:
        return {_as_dict(k, dict_factory): _as_dict(v, dict_factory) for k, v in obj.items()}
    if obj_type is tuple:
        return tuple([_as_dict(v, dict_factory) for v in obj])
    if issubclass(obj_type, tuple):
        if hasattr(obj, "_fields"):
            return obj_type(*[_as_dict(v, dict_factory) for v in obj])
        return obj_type(_as_dict(v, dict_factory) for v in obj)
    if issubclass(obj_type, dict):
        if hasattr(obj, "default_factory"):
            result = obj_type(obj.default_factory)
            for k, v in obj.items():
                result[_as_dict(k, dict_factory)] = _as_dict(v, dict_factory)
            return result
        return obj_type((_as_dict(k, dict_factory), _as_dict(v, dict_factory)) for k, v in obj.items())
    if issubclass(obj_type, list):
        return obj_type(_as_dict(v, dict_factory) for v in obj)
    return _deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _astuple_inner(obj, tuple_factory)


def _astuple_inner(obj, tuple_factory):
    if type(obj) in _ATOMIC_TYPES:
        return obj
    if _is_dataclass_instance(obj):
        return tuple_factory([_astuple_inner(getattr(obj, f.name), tuple_factory) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_astuple_inner(v, tuple_factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_astuple_inner(v, tuple_factory) for v in obj)
    if isinstance(obj, dict):
        obj_type = type(obj)
        if hasattr(obj, "default_factory"):
            result = obj_type(obj.default_factory)
            for k, v in obj.items():
                result[_astuple_inner(k, tuple_factory)] = _astuple_inner(v, tuple_factory)
            return result
        return obj_type((_astuple_inner(k, tuple_factory), _astuple_inner(v, tuple_factory)) for k, v in obj.items())
    return _deepcopy(obj)


_KEYWORDS = frozenset("False None True and as assert async await break class continue def del elif else except "
                      "finally for from global if import in is lambda nonlocal not or pass raise return try while "
                      "with yield".split())


def _deepcopy(obj):
    return load("copy").deepcopy(obj)


def _signature_text(cls):
    try:
        return cls.__name__ + str(load("inspect").signature(cls)).replace(" -> None", "")
    except (TypeError, ValueError):
        return cls.__name__


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False,
                   weakref_slot=False, module=None):
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, tp = item, "typing.Any"
        elif len(item) == 2:
            name, tp = item
        elif len(item) == 3:
            name, tp, spec = item
            defaults[name] = spec
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not is_identifier(name):
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if name in _KEYWORDS:
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = tp

    def body(ns):
        ns.update(namespace or {})
        ns.update(defaults)
        ns["__annotations__"] = annotations

    cls = types.new_class(cls_name, bases, {}, body)
    cls.__module__ = module or "__main__"
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in self.__dataclass_fields__.values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f"field {f.name} is declared with init=False, "
                                "it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
