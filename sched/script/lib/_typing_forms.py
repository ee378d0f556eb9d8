# What can be subscripted in typing: its forms, the aliases that they make, and
# Generic. The specification is Lib/typing.py of CPython 3.13.
import collections.abc
from functools import lru_cache
from types import FunctionType, GenericAlias, UnionType
from _typing import ParamSpec, TypeVar, TypeVarTuple, evaluate, has_default, is_expression

# Where a type stands: most places take neither ClassVar nor Final.
ARGUMENT, ANNOTATION, CLASS_BODY, NOWHERE = range(4)
VARIABLES = TypeVar, ParamSpec, TypeVarTuple


def as_type(arg, place=ARGUMENT, module=None):
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=place == CLASS_BODY)
    return type(None) if arg is None else arg


def checked(arg, complaint, place=ARGUMENT, module=None):
    """Give arg as a type, if it may stand in the place. The error of what is
    no type begins with complaint."""
    arg = as_type(arg, place, module)
    if isinstance(arg, _GenericAlias) and _places(arg.__origin__)[1] > place:
        raise TypeError(f"{arg} is not valid as type argument")
    if _places(arg)[0] > place:
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{complaint} Got {arg!r:.100}.")
    return arg


def _places(what):
    """From which place on it may stand alone, and with arguments."""
    if isinstance(what, _SpecialForm):
        return what._alone, what._subscripted
    return (NOWHERE, NOWHERE) if what in ROOTS else (ARGUMENT, ARGUMENT)


def text_of(what):
    """How an argument is written."""
    if what is ...:
        return "..."
    if isinstance(what, tuple):
        return f"[{', '.join(map(text_of, what))}]"
    if isinstance(what, FunctionType):
        return what.__name__
    if not isinstance(what, type):
        return repr(what)
    name = what.__qualname__
    return name if what.__module__ == "builtins" else what.__module__ + "." + name


def is_list_of_types(arg):
    """Whether arg can stand for the parameters of a callable."""
    return arg is ... or isinstance(arg, (list, tuple, ParamSpec, _ConcatenateGenericAlias))


def is_flat(alias, args):
    """Whether the parameters of a Callable stand in args one by one."""
    return alias.__origin__ is collections.abc.Callable and not (len(args) == 2 and is_list_of_types(args[0]))


def variables_in(args):
    """Give the type variables in args in their order, each once."""
    found = {}
    for arg in args:
        if isinstance(arg, VARIABLES):
            found[arg] = True
        elif isinstance(arg, tuple):
            found.update(dict.fromkeys(variables_in(arg)))
        elif not isinstance(arg, type):
            found.update(dict.fromkeys(getattr(arg, "__parameters__", ())))
    return tuple(found)


def _once(subscribe):
    """Let a __getitem__ answer the same question with the same object, as far
    as the question has a hash."""
    remembered = lru_cache()(lambda of, kinds, args: subscribe(of, args))

    def __getitem__(self, args):
        kinds = tuple(map(type, args)) if isinstance(self, _TypedCacheSpecialForm) else None
        try:
            return remembered(self, kinds, args)
        except TypeError:
            pass  # of the question, or of what has no hash
        return subscribe(self, args)

    return __getitem__


# What stands for the variables of a class or alias.

def _spread(args):
    """Put the items of *tuple[int, str] in its place."""
    out = []
    for arg in args:
        items = getattr(arg, "__args__", ()) if getattr(arg, "__unpacked__", False) else None
        if isinstance(arg, _UnpackGenericAlias):
            items = getattr(arg.__args__[0], "__args__", None)
        if items is None or items and items[-1] is ...:
            out.append(as_type(arg))
        else:
            out.extend(items)
    return out


def _fitted(of, params, args, of_class=True):
    """Give one argument for each of params: a tuple for a ParamSpec and for a
    TypeVarTuple, and the default where none is left."""
    args = _spread(args if isinstance(args, tuple) else (args,))
    for at, param in enumerate(params):
        if isinstance(param, TypeVarTuple):
            args = _packed(of, params, args, at)
            continue
        takes_list = isinstance(param, ParamSpec)
        if at == len(args) and has_default(param):
            if not of_class and not takes_list:  # so it is in 3.13.0
                raise TypeError('can only concatenate list (not "tuple") to list')
            args.append(param.__default__)
        if at >= len(args):
            counts = "" if takes_list else f"; actual {len(args)}, expected at least {at + 1}"
            raise TypeError(f"Too few arguments for {of}{counts}")
        if takes_list and len(params) == 1 and not is_list_of_types(args[0]):
            args = [tuple(args)]
        elif takes_list and isinstance(args[at], list):
            args[at] = tuple(args[at])
    if len(args) > len(params):
        raise TypeError(f"Too many arguments for {of}; actual {len(args)}, expected {len(params)}")
    return args


def _packed(of, params, args, at):
    """Put what the TypeVarTuple at that place takes into one tuple."""
    if sum(isinstance(p, TypeVarTuple) for p in params) > 1:
        raise TypeError(f"More than one TypeVarTuple parameter in {of}")
    after = len(params) - at - 1
    if len(args) < at + after:
        raise TypeError(f"Too few arguments for {of}; actual {len(args)}, expected at least {at + after}")
    end = len(args) - after
    return [*args[:at], tuple(args[at:end]), *args[end:]]


def _flattened(params, args):
    """Undo _packed."""
    out = []
    for param, arg in zip(params, args):
        out.extend(arg) if isinstance(param, TypeVarTuple) else out.append(arg)
    return tuple(out)


def _filled(alias, args, given):
    """Give args of an alias with what is given for the variables in them."""
    out = []
    for arg in args:
        if isinstance(arg, type):
            new = arg
        elif isinstance(arg, TypeVar):
            new = checked(given[arg], "Parameters to generic types must be types.")
            if isinstance(new, _UnpackGenericAlias):
                raise TypeError(f"{new} is not valid as type argument")
        elif isinstance(arg, ParamSpec):
            new = given[arg]
            if not is_list_of_types(new):
                raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {new}")
        elif isinstance(arg, tuple):
            out.append(tuple(_filled(alias, arg, given)))
            continue
        elif isinstance(arg, _UnpackGenericAlias) and isinstance(arg.__args__[0], TypeVarTuple):
            out.extend(given[arg.__args__[0]])
            continue
        else:
            inner = getattr(arg, "__parameters__", ())
            new = arg[_flattened(inner, [given[p] for p in inner])] if inner else arg
        if isinstance(new, tuple) and alias.__origin__ is collections.abc.Callable:
            out.extend(new)
        else:
            out.append(new)
    return out


class _Special:
    """What all classes here share. A script cannot make a class of them."""
    def __init_subclass__(cls):
        if cls.__module__ != __name__:
            raise TypeError("Cannot subclass special typing classes")
        cls.__module__ = "typing"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _SpecialForm(_Special):
    """Union and the like: make(form, arguments) gives what form[...] is."""
    __iter__ = None

    def __init__(self, name, make=None, *, alone=NOWHERE, filled=ARGUMENT):
        self._name = self.__name__ = self.__qualname__ = name
        self._make, self._alone, self._subscripted = make, alone, filled

    @_once
    def __getitem__(self, args):
        if self._make is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._make(self, args)

    def __repr__(self):
        return f"typing.{self._name}"

    def __getattr__(self, attr):
        raise AttributeError(attr)

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")


class _TypedCacheSpecialForm(_SpecialForm):
    def __getitem__(self, args):
        return super().__getitem__(args if isinstance(args, tuple) else (args,))


class ForwardRef(_Special):
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        if not is_expression(arg):
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__, self.__forward_module__ = arg, module
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class
        self.__forward_evaluated__, self.__forward_value__ = False, None

    def resolve(self, spaces, within):
        """Give the type, of names in the namespaces; within are the references
        whose values this one is in."""
        text = self.__forward_arg__
        if text in within:
            return self
        place = CLASS_BODY if self.__forward_is_class__ else ARGUMENT if self.__forward_is_argument__ else ANNOTATION
        found = checked(evaluate(text, *spaces), "Forward references must evaluate to types.", place)
        self.__forward_value__ = resolved(found, spaces, (*within, text))
        self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_arg__ != other.__forward_arg__:
            return False
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return self.__forward_value__ == other.__forward_value__
        return self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __repr__(self):
        module = self.__forward_module__
        return f"ForwardRef({self.__forward_arg__!r}{'' if module is None else f', module={module!r}'})"


def resolved(t, spaces, within=()):
    """Give a type with all references in it resolved."""
    if isinstance(t, ForwardRef):
        return t.resolve(spaces, within)
    if not isinstance(t, (_GenericAlias, GenericAlias, UnionType)):
        return t
    args = t.__args__
    if isinstance(t, GenericAlias):
        args = [ForwardRef(arg) if isinstance(arg, str) else arg for arg in args]
    return with_args(t, tuple([resolved(arg, spaces, within) for arg in args]))


def with_args(t, args):
    """Give an alias with other arguments, or itself."""
    if args == t.__args__:
        return t
    if isinstance(t, GenericAlias):
        return GenericAlias(t.__origin__, args)
    if isinstance(t, _GenericAlias):
        return t.copy_with(args)
    union, *others = args
    for other in others:
        union |= other
    return union


# The aliases.

class _BaseGenericAlias(_Special):
    def __init__(self, origin, name, inst):
        own = vars(self)
        own["__origin__"], own["_name"], own["_inst"], own["__slots__"] = origin, name, inst, None

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__"):
            return self._name or self.__origin__.__name__
        if attr[:2] == attr[-2:] == "__":
            raise AttributeError(attr)
        return getattr(self.__origin__, attr)

    def __setattr__(self, attr, value):
        if attr[:2] == attr[-2:] == "__":
            vars(self)[attr] = value
        else:
            setattr(self.__origin__, attr, value)

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            pass  # it takes no attributes
        return made

    def __mro_entries__(self, bases):
        later = bases[bases.index(self) + 1:]
        generic = any([isinstance(b, _BaseGenericAlias) or isinstance(b, type) and issubclass(b, Generic) for b in later])
        own = () if self.__origin__ in bases else (self.__origin__,)
        return own if generic else own + (Generic,)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


class _GenericAlias(_BaseGenericAlias):
    def __init__(self, origin, args, name=None, inst=True):
        super().__init__(origin, name, inst)
        self.__args__, self.__parameters__ = args, variables_in(args)
        if not name:
            self.__module__ = origin.__module__

    def copy_with(self, args):
        return type(self)(self.__origin__, args, self._name, self._inst)

    @_once
    def __getitem__(self, args):
        params = self.__parameters__
        if self.__origin__ in ROOTS:
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not params:
            raise TypeError(f"{self} is not a generic class")
        given = dict(zip(params, _fitted(self, params, args, of_class=False)))
        return self.copy_with(tuple(_filled(self, self.__args__, given)))

    def _identity(self):
        return self.__origin__, self.__args__

    def __eq__(self, other):
        return self._identity() == other._identity() if isinstance(other, _GenericAlias) else NotImplemented

    def __hash__(self):
        return hash(self._identity())

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else text_of(self.__origin__)
        return f"{name}[{', '.join(self._texts()) or '()'}]"

    def _texts(self):
        return [text_of(arg) for arg in self.__args__]

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if isinstance(origin, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if origin is Generic:
            later = bases[bases.index(self) + 1:]
            others = [b for b in later if isinstance(b, _BaseGenericAlias) and b is not self]
            if others or any([root in bases for root in ROOTS[1:]]):
                return ()
        return (origin,)

    def __iter__(self):
        yield Unpack[self]


class _SpecialGenericAlias(_BaseGenericAlias):
    """List, before it is subscripted with a number of arguments."""
    __iter__ = None
    alias = _GenericAlias

    def __init__(self, origin, count, name=None, *, inst=True, defaults=()):
        super().__init__(origin, name or origin.__name__, inst)
        vars(self).update(_nparams=count, _defaults=defaults)

    def copy_with(self, args):
        return self.alias(self.__origin__, args, self._name, self._inst)

    @_once
    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple([checked(arg, "Parameters to generic types must be types.") for arg in args])
        missing, defaults = self._nparams - len(args), self._defaults
        if 0 < missing <= len(defaults):
            args += defaults[-missing:]
        elif not self._nparams:
            raise TypeError(f"{self} is not a generic class")
        elif missing:
            least = f"at least {self._nparams - len(defaults)}" if defaults else self._nparams
            raise TypeError(f"Too {'few' if missing > 0 else 'many'} arguments for {self};"
                            f" actual {len(args)}, expected {least}")
        return self.copy_with(args)

    def __repr__(self):
        return f"typing.{self._name}"

    def __subclasscheck__(self, cls):
        if isinstance(cls, _GenericAlias):
            return super().__subclasscheck__(cls)
        return issubclass(cls.__origin__ if isinstance(cls, _SpecialGenericAlias) else cls, self.__origin__)


class _CallableGenericAlias(_GenericAlias):
    __iter__ = None

    def _texts(self):
        if not is_flat(self, self.__args__):
            return super()._texts()
        *params, result = self.__args__
        return [text_of(tuple(params)), text_of(result)]


class _CallableType(_SpecialGenericAlias):
    alias = _CallableGenericAlias

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        return self._of(((...,) if args is ... else tuple(args) if isinstance(args, list) else args, result))

    @_once
    def _of(self, params):
        args, result = params
        result = checked(result, "Callable[args, result]: result must be a type.")
        args = args if isinstance(args, tuple) else (args,)
        return self.copy_with((*[as_type(arg) for arg in args], result))


class _TupleType(_SpecialGenericAlias):
    @_once
    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        complaint, last = "Tuple[t0, t1, ...]: each t must be a type.", ()
        if len(args) > 1 and args[-1] is ...:
            complaint, args, last = "Tuple[t, ...]: t must be a type.", args[:-1], (...,)
        return self.copy_with((*[checked(arg, complaint) for arg in args], *last))


class _UnionGenericAlias(_GenericAlias):
    __iter__ = None

    def copy_with(self, args):
        return Union[args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, UnionType)):
            return NotImplemented
        mine, others = self.__args__, other.__args__
        return len(mine) == len(others) and all([arg in others for arg in mine])

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def _texts(self):
        if self._name:
            return [text_of(arg) for arg in self.__args__ if arg is not type(None)]
        return super()._texts()

    def __subclasscheck__(self, cls):
        for arg in self.__args__:
            if issubclass(cls, arg):
                return True
        return False


class _LiteralGenericAlias(_GenericAlias):
    def _identity(self):
        return Literal, frozenset([(value, type(value)) for value in self.__args__])


class _ConcatenateGenericAlias(_GenericAlias):
    def copy_with(self, args):
        *own, last = args
        if isinstance(last, (list, tuple)):
            return (*own, *last)
        if isinstance(last, _ConcatenateGenericAlias):
            args = (*own, *last.__args__)
        return super().copy_with(args)


class _UnpackGenericAlias(_GenericAlias):
    def __getitem__(self, args):
        if isinstance(self.__args__[0], TypeVarTuple):
            return args
        return super().__getitem__(args)


class _AnnotatedAlias(_GenericAlias):
    __iter__ = None

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            origin, metadata = origin.__origin__, origin.__metadata__ + metadata
        super().__init__(origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def copy_with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def _identity(self):
        return Annotated, self.__origin__, self.__metadata__

    def _texts(self):
        return [text_of(self.__origin__), *map(repr, self.__metadata__)]

    def __mro_entries__(self, bases):
        return (self.__origin__,)


# The forms.

def _of_one(name, complaint="{} accepts only single type.", kind=_GenericAlias, place=ARGUMENT, **places):
    def make(form, arg):
        return kind(form, (checked(arg, complaint.format(form), place),))

    return _SpecialForm(name, make, **places)


def _of_field(name):
    return _of_one(name, f"{name} accepts only a single type.", place=CLASS_BODY)


def _make_union(form, args):
    if args == ():
        raise TypeError("Cannot take a Union of no types.")
    members = []
    for arg in args if isinstance(args, tuple) else (args,):
        arg = checked(arg, "Union[arg, ...]: each arg must be a type.")
        for one in arg.__args__ if isinstance(arg, (_UnionGenericAlias, UnionType)) else (arg,):
            if one not in members:
                members.append(one)
    if len(members) == 1:
        return members[0]
    optional = len(members) == 2 and type(None) in members
    return _UnionGenericAlias(form, tuple(members), "Optional" if optional else None)


def _make_optional(form, arg):
    return Union[checked(arg, f"{form} requires a single type."), type(None)]


def _make_literal(form, args):
    values = []
    for arg in args:
        for one in arg.__args__ if isinstance(arg, _LiteralGenericAlias) else (arg,):
            values.append((one, type(one)))
    try:
        values = dict.fromkeys(values)
    except TypeError:
        pass  # without a hash they all stay
    return _LiteralGenericAlias(form, tuple([value for value, _ in values]))


def _make_concatenate(form, args):
    if args == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    *own, last = args if isinstance(args, tuple) else (args,)
    if last is not ... and not isinstance(last, ParamSpec):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    own = [checked(arg, "Concatenate[arg, ...]: each arg must be a type.") for arg in own]
    return _ConcatenateGenericAlias(form, (*own, last))


def _make_annotated(form, args):
    if len(args) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    return _AnnotatedAlias(checked(args[0], "Annotated[t, ...]: t must be a type.", CLASS_BODY), args[1:])


NoReturn, Never, Self, LiteralString, TypeAlias = [
    _SpecialForm(name, alone=ARGUMENT) for name in ("NoReturn", "Never", "Self", "LiteralString", "TypeAlias")]
ClassVar = _of_one("ClassVar", place=CLASS_BODY, alone=CLASS_BODY, filled=CLASS_BODY)
Final = _of_one("Final", place=CLASS_BODY, alone=CLASS_BODY, filled=ANNOTATION)
TypeGuard, TypeIs, Unpack = _of_one("TypeGuard"), _of_one("TypeIs"), _of_one("Unpack", kind=_UnpackGenericAlias)
Required, NotRequired, ReadOnly = map(_of_field, ("Required", "NotRequired", "ReadOnly"))
Union, Optional = _SpecialForm("Union", _make_union), _SpecialForm("Optional", _make_optional)
Concatenate = _SpecialForm("Concatenate", _make_concatenate)
Literal = _TypedCacheSpecialForm("Literal", _make_literal)
Annotated = _TypedCacheSpecialForm("Annotated", _make_annotated)


# Generic.

def _check_variables(cls, args):
    """What Generic[...] and Protocol[...] take: type variables."""
    name = f"{cls.__name__}[...]"
    if not args:
        raise TypeError(f"Parameter list to {name} cannot be empty")
    if not all([isinstance(arg, (*VARIABLES, _UnpackGenericAlias)) for arg in args]):
        raise TypeError(f"Parameters to {name} must all be type variables or parameter specification variables.")
    if len(set(args)) < len(args):
        raise TypeError(f"Parameters to {name} must all be unique")
    last = None
    for arg in args:
        if last and not has_default(arg):
            raise TypeError(f"Type parameter {arg!r} without a default follows type parameter with a default")
        last = last or has_default(arg)


@_once
def _subscribe(cls, args):
    if cls in ROOTS:
        args = args if isinstance(args, tuple) else (args,)
        _check_variables(cls, [as_type(arg) for arg in args])
        return _GenericAlias(cls, args)
    params = cls.__parameters__
    if not params:
        raise TypeError(f"{cls} is not a generic class")
    return _GenericAlias(cls, _flattened(params, _fitted(cls, params, args)))


class Generic:
    __slots__ = ()
    _is_protocol = False
    __class_getitem__ = classmethod(_subscribe)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        written = cls.__dict__.get("__orig_bases__")
        if Generic in (cls.__bases__ if written is None else written) and not _may_be_plain(cls):
            raise TypeError("Cannot inherit from plain Generic")
        used = variables_in(written or ())
        listed = [base for base in written or () if isinstance(base, _GenericAlias) and base.__origin__ is Generic]
        if len(listed) > 1:
            raise TypeError("Cannot inherit from Generic[...] multiple times.")
        for base in listed:
            params = base.__parameters__
            others = [str(v) for v in used if v not in params]
            if others:
                raise TypeError(f"Some type variables ({', '.join(others)}) are not listed in"
                                f" Generic[{', '.join(map(str, params))}]")
            used = params
        cls.__parameters__ = used


def _may_be_plain(cls):
    return cls.__name__ == "Protocol" or type(cls).__name__ == "_TypedDictMeta"


Generic.__module__ = "typing"
ROOTS = [Generic]  # and Protocol: what stands only among the bases of a class
