# Protocol, and what its classes answer to isinstance and issubclass. The
# specification is Lib/typing.py of CPython 3.13.
from abc import ABCMeta
from _typing_forms import ROOTS, Generic
from _typing import abc_check, get_static, make_meta

# What the machinery of classes puts into them, which is no member.
_NO_MEMBERS = frozenset("""
    __abstractmethods__ __annotations__ __class_getitem__ __dict__ __doc__ __firstlineno__ __init__ __match_args__
    __module__ __new__ __non_callable_proto_members__ __orig_bases__ __orig_class__ __parameters__ __protocol_attrs__
    __slots__ __static_attributes__ __subclasshook__ __type_params__ __weakref__ _is_protocol _is_runtime_protocol
""".split())

# Classes of other modules that a protocol can inherit from.
_ALLOWED = {
    "collections.abc": "Callable Awaitable Iterable Iterator AsyncIterable Hashable Sized Container Collection"
                       " Reversible Buffer".split(),
    "contextlib": ["AbstractContextManager", "AbstractAsyncContextManager"],
}

Protocol = None


def is_protocol(tp, /):
    return isinstance(tp, type) and tp is not Protocol and getattr(tp, "_is_protocol", False)


def get_protocol_members(tp, /):
    if is_protocol(tp):
        return frozenset(tp.__protocol_attrs__)
    raise TypeError(f"{tp!r} is not a Protocol")


def runtime_checkable(cls):
    if not (issubclass(cls, Generic) and getattr(cls, "_is_protocol", False)):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    data = [name for name in cls.__protocol_attrs__ if not callable(getattr(cls, name, None))]
    cls.__non_callable_proto_members__ = set(data)
    cls._is_runtime_protocol = True
    return cls


def _written_in(cls):
    """The names that the body of a class has bound or annotated."""
    return [*cls.__dict__, *cls.__dict__.get("__annotations__", ())]


def _check_bases(name, bases):
    for base in bases if Protocol in bases else ():
        if base not in (object, Generic) and base.__name__ not in _ALLOWED.get(base.__module__, ()):
            if not (issubclass(base, Generic) and getattr(base, "_is_protocol", False)):
                raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")


def _note_members(cls):
    if getattr(cls, "_is_protocol", False):
        classes = [base for base in cls.__mro__[:-1] if base.__name__ not in ("Protocol", "Generic")]
        names = [name for base in classes for name in _written_in(base)]
        cls.__protocol_attrs__ = {name for name in names if name not in _NO_MEMBERS and not name.startswith("_abc_")}


def _is_one(cls, instance, t):
    """isinstance if there is an instance (of one), else issubclass."""
    if cls is Protocol:
        return cls in t.__mro__
    if not getattr(cls, "_is_protocol", False):
        return abc_check(cls, t)
    if not cls._is_runtime_protocol:
        raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
    if instance is None:
        data = cls.__non_callable_proto_members__
        if data and cls.__dict__.get("__subclasshook__") is _has_members:
            raise TypeError("Protocols with non-method members don't support issubclass()."
                            f" Non-method members: {str(sorted(data))[1:-1]}.")
    return abc_check(cls, t) or instance is not None and _shows_members(cls, instance[0])


def _shows_members(cls, instance):
    for name in cls.__protocol_attrs__:
        try:
            value = get_static(instance, name)
        except AttributeError:
            return False
        if value is None and name not in cls.__non_callable_proto_members__:
            return False
    return True


@classmethod
def _has_members(cls, other):
    """Whether classes of other have all members: the hook of issubclass."""
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    by_note = is_protocol(other) and issubclass(other, Generic)
    for name in cls.__protocol_attrs__:
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if by_note and name in base.__dict__.get("__annotations__", ()):
                break
        else:
            return NotImplemented
    return True


def _refuse_init(self, *args, **kwargs):
    """The __init__ of a protocol; a class below it gets the one that it would
    have without protocols."""
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is _refuse_init:
        own = [base.__dict__["__init__"] for base in cls.__mro__ if "__init__" in base.__dict__]
        cls.__init__ = [init for init in own if init is not _refuse_init][0]
        cls.__init__(self, *args, **kwargs)


_ProtocolMeta = make_meta("_ProtocolMeta", ABCMeta, before=_check_bases, after=_note_members, check=_is_one)


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        own = cls.__dict__
        if not own.get("_is_protocol", False):
            cls._is_protocol = Protocol in cls.__bases__
        if "__subclasshook__" not in own:
            cls.__subclasshook__ = _has_members
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _refuse_init


Protocol.__module__ = "typing"
ROOTS.append(Protocol)
