# Functions of functions. The specification is Lib/functools.py of CPython 3.13;
# what CPython has in C is in Go.

from functools import partial, carry_doc, make_lru_cache
from itertools import chain
from types import GenericAlias, MappingProxyType, UnionType
from _namedtuple import namedtuple

_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)

absent = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        if name == "__doc__":
            carry_doc(wrapper, wrapped)
            continue
        given = getattr(wrapped, name, absent)
        if given is not absent:
            setattr(wrapper, name, given)
    for name in updated:
        own = getattr(wrapper, name)
        own.update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


def compared(root, name):
    # The comparison called name, made of the one called root. Of two letters
    # the first is the direction (l, g), the second whether equals count (e).
    same_way, strict = root[2] == name[2], root[3] == "t"

    if same_way and strict:  # a < b or a == b
        def compare(self, other):
            said = getattr(type(self), root)(self, other)
            return said if said is NotImplemented else said or self == other
    elif same_way:  # a <= b and a != b
        def compare(self, other):
            said = getattr(type(self), root)(self, other)
            return said if said is NotImplemented else said and self != other
    elif root[3] != name[3]:  # not a < b
        def compare(self, other):
            said = getattr(type(self), root)(self, other)
            return said if said is NotImplemented else not said
    elif strict:  # not a < b and a != b
        def compare(self, other):
            said = getattr(type(self), root)(self, other)
            return said if said is NotImplemented else not said and self != other
    else:  # not a <= b or a == b
        def compare(self, other):
            said = getattr(type(self), root)(self, other)
            return said if said is NotImplemented else not said or self == other

    compare.__name__ = name
    compare.__qualname__ = f"_{name[2:4]}_from_{root[2:4]}"
    return compare


def total_ordering(cls):
    names = ("__lt__", "__le__", "__gt__", "__ge__")
    own = [name for name in names if any(name in base.__dict__ for base in cls.__mro__[:-1])]
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name in names:
        if name not in own:
            setattr(cls, name, compared(own[0], name))
    return cls


def cmp_to_key(mycmp):
    class Key:
        __slots__ = ("obj",)
        __qualname__ = "KeyWrapper"
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        __lt__ = lambda self, other: mycmp(self.obj, other.obj) < 0
        __le__ = lambda self, other: mycmp(self.obj, other.obj) <= 0
        __eq__ = lambda self, other: mycmp(self.obj, other.obj) == 0
        __ge__ = lambda self, other: mycmp(self.obj, other.obj) >= 0
        __gt__ = lambda self, other: mycmp(self.obj, other.obj) > 0

    Key.__name__ = "KeyWrapper"
    return Key


def lru_cache(maxsize=128, typed=False):
    bare = False
    if isinstance(maxsize, int):
        room = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        room, bare = 128, True
    elif maxsize is None:
        room = None
    else:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def remembering(function):
        return update_wrapper(make_lru_cache(function, room, typed, _CacheInfo), function)

    return remembering(maxsize) if bare else remembering


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


def check_method(func):
    if not (callable(func) or hasattr(func, "__get__")):
        raise TypeError(f"{func!r} is not callable or a descriptor")


def abstractness(self):
    return getattr(self.func, "__isabstractmethod__", False)


class partialmethod:
    __class_getitem__ = classmethod(GenericAlias)
    __isabstractmethod__ = property(abstractness)

    def __init__(self, func, /, *args, **keywords):
        check_method(func)
        if isinstance(func, partialmethod):
            args, keywords = func.args + args, {**func.keywords, **keywords}
            func = func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        named = (f"{name}={given!r}" for name, given in self.keywords.items())
        return f"functools.partialmethod({', '.join([repr(self.func), *map(repr, self.args), *named])})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        bind = None if isinstance(self.func, partial) else getattr(self.func, "__get__", None)
        bound = self.func if bind is None else bind(obj, cls)
        if bound is self.func:
            return self._make_unbound_method().__get__(obj, cls)
        made = partial(bound, *self.args, **self.keywords)
        owner = getattr(bound, "__self__", absent)
        if owner is not absent:
            made.__self__ = owner
        return made


def recursive_repr(fillvalue="..."):
    def decorate(function):
        shown = []

        def wrapper(self):
            for each in shown:
                if each is self:
                    return fillvalue
            shown.append(self)
            try:
                return function(self)
            finally:
                shown.pop()

        return update_wrapper(wrapper, function)

    return decorate


def is_abstract(cls):
    return hasattr(cls, "__abstractmethods__")


def merged(lines):
    # The merge of C3: again and again the first head that no line has in its
    # rest.
    order = []
    while lines := [line for line in lines if line]:
        head = next((line[0] for line in lines if not any(line[0] in other[1:] for other in lines)), None)
        if head is None:
            raise RuntimeError("Inconsistent hierarchy")
        order.append(head)
        for line in lines:
            if line[0] == head:
                del line[0]
    return order


def extended_mro(cls, abcs):
    # The order of cls as if it derived from those of abcs that it, and none of
    # its bases, belongs to; they come after its last abstract base.
    bases = cls.__bases__
    border = max((at + 1 for at, base in enumerate(bases) if is_abstract(base)), default=0)
    added = [each for each in abcs if issubclass(cls, each) and not any(issubclass(base, each) for base in bases)]
    left = [each for each in abcs if each not in added]
    groups = [list(bases[:border]), added, list(bases[border:])]
    lines = [extended_mro(base, left) for group in groups for base in group]
    return merged([[cls], *lines, *groups])


def composed_mro(cls, kinds):
    has = set(cls.__mro__)
    kinds = [kind for kind in kinds if kind not in has and isinstance(kind, type) and issubclass(cls, kind)]
    kinds = [kind for kind in kinds if not any(kind != other and kind in other.__mro__ for other in kinds)]
    abcs = []
    for kind in kinds:
        derived = kind.__subclasses__() if is_abstract(kind) else []
        found = [[base for base in sub.__mro__ if base in kinds] for sub in derived if sub not in has and issubclass(cls, sub)]
        if not found:
            abcs.append(kind)
        for each in chain.from_iterable(sorted(found, key=len, reverse=True)):
            if each not in abcs:
                abcs.append(each)
    return extended_mro(cls, abcs)


def implementation(cls, registry):
    if not any(map(is_abstract, registry)):
        for base in cls.__mro__[:-1]:
            if base in registry:
                return registry[base]
    order = iter(composed_mro(cls, registry.keys()))
    best = next((each for each in order if each in registry), None)
    rival = next(order, None)
    has = cls.__mro__
    if rival in registry and rival not in has and best not in has and not issubclass(best, rival):
        raise RuntimeError(f"Ambiguous dispatch: {best} or {rival}")
    return registry.get(best)


def is_union(cls):
    if not isinstance(cls, UnionType):
        import typing
        return typing.get_origin(cls) is typing.Union
    return True


def classes_of(cls):
    # The classes that an argument of register() names, None if it names none.
    if isinstance(cls, type):
        return (cls,)
    if is_union(cls) and all(isinstance(each, type) for each in cls.__args__):
        return cls.__args__
    return None


def classes_annotated(func):
    if not getattr(func, "__annotations__", {}):
        raise TypeError(f"Invalid first argument to `register()`: {func!r}. "
                        f"Use either `@register(some_class)` or plain `@register` on an annotated function.")
    from typing import get_type_hints
    argname, cls = next(iter(get_type_hints(func).items()))
    classes = classes_of(cls)
    if classes is None:
        wrong = "not all arguments are classes" if is_union(cls) else "is not a class"
        raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} {wrong}.")
    return classes


def singledispatch(func):
    registry, chosen = {object: func}, {}
    funcname = getattr(func, "__name__", "singledispatch function")

    def dispatch(cls):
        found = chosen.get(cls)
        if found is None:
            found = chosen[cls] = registry[cls] if cls in registry else implementation(cls, registry)
        return found

    def register(cls, func=None):
        classes = classes_of(cls)
        if classes is None:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            func, classes = cls, classes_annotated(cls)
        elif func is None:
            return lambda f: register(cls, f)
        for each in classes:
            registry[each] = func
        chosen.clear()
        return func

    def wrapper(*args, **kw):
        if args:
            return dispatch(args[0].__class__)(*args, **kw)
        raise TypeError(f"{funcname} requires at least 1 positional argument")

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = chosen.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    __isabstractmethod__ = property(abstractness)

    def __init__(self, func):
        check_method(func)
        self.dispatcher, self.func = singledispatch(func), func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        find = self.dispatcher.dispatch
        funcname = getattr(self.func, "__name__", "singledispatchmethod method")

        def _method(*args, **kwargs):
            if args:
                return find(args[0].__class__).__get__(obj, cls)(*args, **kwargs)
            raise TypeError(f"{funcname} requires at least 1 positional argument")

        _method.register = self.register
        _method.__isabstractmethod__ = self.__isabstractmethod__
        return update_wrapper(_method, self.func)


class cached_property:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, func):
        self.func, self.attrname = func, None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        known = self.attrname
        if known is not None and known != name:
            raise TypeError(f"Cannot assign the same cached_property to two different names ({known!r} and {name!r}).")
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            kept = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f"instance to cache {name!r} property.") from None
        found = kept.get(name, absent)
        if found is absent:
            found = kept[name] = self.func(instance)
        return found
