# Enumerations, after Lib/enum.py of CPython 3.13. The metaclass itself is in
# Go and calls what is given to setup.

from types import MappingProxyType
from _enum import EnumType, property, setup, create, is_descriptor

__all__ = ["EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto",
           "unique", "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
           "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "show_flag_values"]

EnumMeta = EnumType
Enum = Flag = EJECT = ReprEnum = None


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class _auto_null:
    def __repr__(self):
        return "_auto_null"


_auto_null = _auto_null()


class auto:
    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % self.value


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_internal_class(cls_name, obj):
    if not isinstance(obj, type):
        return False
    pattern = cls_name + "." + obj.__name__
    return obj.__qualname__ == pattern or obj.__qualname__.endswith("." + pattern)


def _is_private(cls_name, name):
    pattern = "_%s__" % cls_name
    return len(name) > len(pattern) and name.startswith(pattern) and (name[-1] != "_" or name[-2] != "_")


def _is_single_bit(num):
    return num != 0 and num & (num - 1) == 0


def _iter_bits_lsb(num):
    left = num.value if isinstance(num, Enum) else num
    if left < 0:
        raise ValueError(f"{num!r} is not a positive integer")
    while left:
        lowest = left & -left
        left -= lowest
        yield lowest


def show_flag_values(value):
    return list(_iter_bits_lsb(value))


def _bin(num, max_bits=None):
    ceiling = 2 ** num.bit_length()
    if num >= 0:
        s = bin(num + ceiling).replace("1", "0", 1)
    else:
        s = bin(~num ^ (ceiling - 1) + ceiling)
    sign, digits = s[:3], s[3:]
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return "%s %s" % (sign, digits)


_OPEN_SUNDERS = ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
                 "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_")


class EnumDict:
    # What a class body of an enumeration has bound; bind gives what the name
    # is to have.
    def __init__(self, cls_name):
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._generate_next_value = None
        self.values = {}

    def bind(self, key, value):
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            self._bind_sunder(key, value)
        elif _is_dunder(key):
            pass
        elif key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self.values[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif is_descriptor(value) or _is_internal_class(self._cls_name, value):
            pass
        else:
            value = self._bind_member(key, value)
        self.values[key] = value
        return value

    def _bind_sunder(self, key, value):
        if key not in _OPEN_SUNDERS and not key.startswith("_repr_"):
            raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % (key,))
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError("_ignore_ cannot specify already set names: %r" % (already,))

    def _bind_member(self, key, value):
        if key in self.values:
            raise TypeError("%r already defined as %r" % (key, self.values[key]))
        if isinstance(value, member):
            value = value.value
        was_auto = False
        single = isinstance(value, auto)
        if single:
            value = (value,)
        if isinstance(value, tuple) and any(isinstance(v, auto) for v in value):
            was_auto = True
            made = []
            for v in value:
                if isinstance(v, auto):
                    if v.value is _auto_null:
                        v.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
                        self._auto_called = True
                    v = v.value
                    self._last_values.append(v)
                made.append(v)
            if single:
                value = made[0]
            else:
                try:
                    value = type(value)(made)
                except TypeError:
                    value = type(value)(*made)
        self._member_names[key] = None
        if not was_auto:
            self._last_values.append(value)
        return value


def _prepare(cls_name, bases):
    for chain in bases:
        for base in chain.__mro__:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError("<enum %r> cannot extend %r" % (cls_name, base))
    ns = EnumDict(cls_name)
    member_type, first_enum = _get_mixins(cls_name, bases)
    if first_enum is not None:
        ns._generate_next_value = getattr(first_enum, "_generate_next_value_", None)
    return ns


def _get_mixins(class_name, bases):
    if not bases:
        return object, Enum
    first_enum = bases[-1]
    if not isinstance(first_enum, EnumType):
        raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
    return _find_data_type(class_name, bases) or object, first_enum


def _find_data_type(class_name, bases):
    data_types = set()
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if base._member_type_ is not object:
                    data_types.add(base._member_type_)
                    break
            elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                data_types.add(candidate or base)
                break
            else:
                candidate = candidate or base
    if len(data_types) > 1:
        raise TypeError("too many data types for %r: %r" % (class_name, data_types))
    return data_types.pop() if data_types else None


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ", ".join("%s=%r" % (k, getattr(self, k)) for k in fields.keys() if fields[k].repr)


def _find_data_repr(class_name, bases):
    for chain in bases:
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                return base._value_repr_
            if "__repr__" in base.__dict__:
                if "__dataclass_fields__" in base.__dict__ and base.__dict__["__dataclass_params__"].repr:
                    return _dataclass_repr
                return base.__dict__["__repr__"]
    return None


def _find_new(values, member_type, first_enum):
    new = values.get("__new__", None)
    save_new = first_enum is not None and new is not None
    if new is None:
        usual = (None, object.__new__, Enum.__new__ if Enum is not None else None)
        for method in ("__new_member__", "__new__"):
            for possible in (member_type, first_enum):
                target = getattr(possible, method, None)
                if not any(target is u for u in usual):
                    new = target
                    break
            if new is not None:
                break
        else:
            new = object.__new__
    use_args = not (first_enum is None or new is object.__new__ or Enum is not None and new is Enum.__new__)
    return new, save_new, use_args


def _before(cls_name, bases, ns, boundary):
    # The attributes of the class to be, and the names of the body that are
    # none: members and what is ignored.
    values = ns.values
    invalid = set(ns._member_names) & {"mro", ""}
    if invalid:
        raise ValueError("invalid enum member name(s) %s" % ",".join(repr(n) for n in invalid))
    member_type, first_enum = _get_mixins(cls_name, bases)
    new, ns.save_new, use_args = _find_new(values, member_type, first_enum)
    attrs = {
        "_new_member_": staticmethod(new), "_use_args_": use_args, "_member_names_": [], "_member_map_": {},
        "_value2member_map_": {}, "_unhashable_values_": [], "_unhashable_values_map_": {},
        "_member_type_": member_type, "_value_repr_": _static(_find_data_repr(cls_name, bases)),
    }
    if ns._generate_next_value is not None:
        attrs["_generate_next_value_"] = staticmethod(ns._generate_next_value)
    if Flag is None and cls_name == "Flag" or Flag is not None and any(issubclass(b, Flag) for b in bases):
        attrs.update({"_boundary_": boundary or getattr(first_enum, "_boundary_", None), "_flag_mask_": 0,
                      "_singles_mask_": 0, "_all_bits_": 0, "_inverted_": None})
    if ns.save_new:
        attrs["__new_member__"] = staticmethod(new)
    return attrs, [*ns._member_names, *ns._ignore, "_ignore_", "_order_", "_generate_next_value_"]


def _static(fn):
    return fn if fn is None else staticmethod(fn)


def _members(cls, ns):
    for name in ns._member_names:
        _make_member(cls, name, ns.values[name])


def _make_member(cls, name, value):
    args = value if isinstance(value, tuple) else (value,)
    if cls._member_type_ is tuple:
        args = (args,)
    if not cls._use_args_:
        made = cls._new_member_(cls)
    else:
        made = cls._new_member_(cls, *args)
    if not hasattr(made, "_value_"):
        if cls._member_type_ is object:
            made._value_ = value
        else:
            try:
                made._value_ = cls._member_type_(*args)
            except Exception as exc:
                raise TypeError("_value_ not set in __new__, unable to create it") from exc
    value = made._value_
    made._name_ = name
    made.__objclass__ = cls
    made.__init__(*args)
    made._sort_order_ = len(cls._member_names_)
    is_flag = Flag is not None and issubclass(cls, Flag)
    if is_flag:
        if isinstance(value, int):
            cls._flag_mask_ |= value
            if _is_single_bit(value):
                cls._singles_mask_ |= value
        cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
    made, new = _canonical(cls, made, value)
    if new and (not is_flag or isinstance(value, int) and _is_single_bit(value)):
        cls._member_names_.append(name)
    _add_member(cls, name, made)
    _note_value(cls, name, value, made)


def _canonical(cls, made, value):
    try:
        return cls._value2member_map_[value], False
    except KeyError:
        return made, True
    except TypeError:
        for other in cls._member_map_.values():
            if other._value_ == value:
                return other, False
        return made, True


def _note_value(cls, name, value, made):
    try:
        cls._value2member_map_.setdefault(value, made)
    except TypeError:
        cls._unhashable_values_.append(value)
        cls._unhashable_values_map_.setdefault(name, []).append(value)


def _add_member(cls, name, made):
    if name in cls._member_map_:
        if cls._member_map_[name] is not made:
            raise NameError("%r is already bound: %r" % (name, cls._member_map_[name]))
        return
    for base in cls.__mro__[1:]:
        attr = base.__dict__.get(name)
        if isinstance(attr, property):
            setattr(cls, name, attr.redirect(made, cls, name))
            break
    else:
        setattr(cls, name, made)
    cls._member_map_[name] = made


def _after(cls, bases, ns):
    values = ns.values
    member_type = cls._member_type_
    first_enum = bases[-1] if bases else None
    if ReprEnum is not None and ReprEnum in bases:
        if member_type is object:
            raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
        if "__format__" not in values:
            cls.__format__ = member_type.__format__
            values["__format__"] = None
        if "__str__" not in values:
            method = member_type.__str__
            if method is object.__str__:
                method = member_type.__repr__
            cls.__str__ = method
            values["__str__"] = None
    if first_enum is not None:
        for name in ("__repr__", "__str__", "__format__"):
            if name not in values:
                found = getattr(cls, name)
                if found is getattr(member_type, name) or found is getattr(object, name):
                    setattr(cls, name, getattr(first_enum, name))
    if Flag is not None and issubclass(cls, Flag):
        for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
            if name not in values:
                setattr(cls, name, getattr(Flag, name))
        found = [m._value_ for m in cls]
        if found != sorted(found):
            cls._iter_member_ = cls._iter_member_by_def_
    if Enum is not None:
        cls.__new__ = Enum.__new__
    order = values.get("_order_")
    if order is not None:
        _check_order(cls, order)


def _check_order(cls, order):
    if isinstance(order, str):
        order = order.replace(",", " ").split()
    if Flag is not None and issubclass(cls, Flag):
        order = [o for o in order if o not in cls._member_map_ or _is_single_bit(cls[o]._value_)]
    order = [o for o in order if o not in cls._member_map_ or o in cls._member_names_]
    if order != cls._member_names_:
        raise TypeError("member order does not match _order_:\n  %r\n  %r" % (cls._member_names_, order))


def _find(cls, value):
    # Enum.__new__ after the map of values did not have the value.
    for name, values in cls._unhashable_values_map_.items():
        if value in values:
            return cls[name]
    if not cls._member_map_:
        raise TypeError("%r has no members defined" % cls)
    result = exc = None
    try:
        result = cls._missing_(value)
    except Exception as raised:
        exc = raised
    if isinstance(result, cls):
        return result
    if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
        return result
    invalid = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
    if result is None and exc is None:
        raise invalid
    if exc is None:
        exc = TypeError("error in %s._missing_: returned %r instead of None or a valid member"
                        % (cls.__name__, result))
    if not isinstance(exc, ValueError):
        exc.__context__ = invalid
    raise exc


def _make(cls, class_name, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
    bases = (cls,) if type is None else (type, cls)
    _, first_enum = _get_mixins(class_name, bases)
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        last_values = []
        pairs = []
        for count, name in enumerate(names):
            value = first_enum._generate_next_value_(name, start, count, last_values[:])
            last_values.append(value)
            pairs.append((name, value))
        names = pairs
    ns = {}
    pairs = []
    for item in names or ():
        pairs.append((item, names[item]) if isinstance(item, str) else (item[0], item[1]))
    if module is not None:
        pairs.append(("__module__", module))
    if qualname is not None:
        pairs.append(("__qualname__", qualname))
    return create(class_name, bases, pairs, boundary)


setup(_prepare, EnumDict.bind, _before, _members, _after, _find, _make)


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        return cls(value)

    def __init__(self, *args, **kwds):
        pass

    def _add_alias_(self, name):
        _add_member(self.__class__, name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        try:
            if value in cls._value2member_map_:
                if cls._value2member_map_[value] is not self:
                    raise ValueError("%r is already bound: %r" % (value, cls._value2member_map_[value]))
                return
        except TypeError:
            pass
        _note_value(cls, self.name, value, self)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last_value = sorted(last_values).pop()
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last_value + 1
        except TypeError:
            raise TypeError("unable to increment %r" % (last_value,)) from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __hash__(self):
        return hash(self._name_)

    def __format__(self, format_spec):
        return format(str(self), format_spec)

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __repr__(self):
        cls = self.__class__
        shown = (cls._value_repr_ or repr)(self._value_)
        return f"<{cls.__name__}.{self._name_}: {shown}>"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    name = property("_name_")
    value = property("_value_")


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError("encoding must be a string, not %r" % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError("errors must be a string, not %r" % (values[2]))
        text = str(*values)
        made = str.__new__(cls, text)
        made._value_ = text
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not count:
            return start if start is not None else 1
        last_value = max(last_values)
        try:
            high_bit = last_value.bit_length() - 1
        except Exception:
            raise TypeError("invalid flag value %r" % last_value) from None
        return 2 ** (high_bit + 1)

    @classmethod
    def _iter_member_by_value_(cls, value):
        for val in _iter_bits_lsb(value & cls._flag_mask_):
            yield cls._value2member_map_.get(val)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        flag_mask, singles_mask, all_bits = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ flag_mask):
            if cls._boundary_ is STRICT:
                max_bits = max(value.bit_length(), flag_mask.bit_length())
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s"
                                 % (cls, value, _bin(value, max_bits), _bin(flag_mask, max_bits)))
            if cls._boundary_ is CONFORM:
                value = value & flag_mask
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is KEEP:
                if value < 0:
                    value = max(all_bits + 1, 2 ** value.bit_length()) + value
            else:
                raise ValueError("%r unknown flag boundary %r" % (cls, cls._boundary_))
        neg_value = None
        if value < 0:
            neg_value = value
            value = all_bits + 1 + value
        unknown = value & ~flag_mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError("%s(%r) -->  unknown values %r [%s]" % (cls.__name__, value, unknown, _bin(unknown)))
        return cls._pseudo_member(value, value & singles_mask, value & ~singles_mask, neg_value)

    @classmethod
    def _pseudo_member(cls, value, member_value, aliases, neg_value):
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        made._name_ = None
        if member_value or aliases:
            members = []
            combined = 0
            for m in cls._iter_member_(member_value):
                members.append(m)
                combined |= m._value_
            if aliases:
                value = member_value | aliases
                for pm in cls._member_map_.values():
                    if pm not in members and pm._value_ and pm._value_ & value == pm._value_:
                        members.append(pm)
                        combined |= pm._value_
            unknown = value ^ combined
            if combined:
                made._name_ = "|".join([m._name_ for m in members])
                if unknown and cls._boundary_ is STRICT:
                    raise ValueError("%r: no members with value %r" % (cls, unknown))
                if unknown:
                    made._name_ += "|%s" % cls._numeric_repr_(unknown)
        made = cls._value2member_map_.setdefault(value, made)
        if neg_value is not None:
            cls._value2member_map_[neg_value] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r"
                            % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = self.__class__
        named = "" if self._name_ is None else f".{self._name_}"
        return f"<{cls.__name__}{named}: {(cls._value_repr_ or repr)(self._value_)}>"

    def __str__(self):
        kind = self.__class__.__name__
        return f"{kind}({self._value_!r})" if self._name_ is None else f"{kind}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        kind = self._member_type_
        if isinstance(flag, self.__class__):
            return flag._value_
        return flag if kind is not object and isinstance(flag, kind) else NotImplemented

    def _with(self, other, sign):
        # The value of the other operand.
        bits = self._get_value(other)
        if bits is not NotImplemented:
            for each in (self, other):
                if self._get_value(each) is None:
                    raise TypeError(f"'{each}' cannot be combined with other flags with {sign}")
        return bits

    def __and__(self, other):
        bits = self._with(other, "&")
        return bits if bits is NotImplemented else self.__class__(self._value_ & bits)

    def __or__(self, other):
        bits = self._with(other, "|")
        return bits if bits is NotImplemented else self.__class__(self._value_ | bits)

    def __xor__(self, other):
        bits = self._with(other, "^")
        return bits if bits is NotImplemented else self.__class__(self._value_ ^ bits)

    def __invert__(self):
        if self._get_value(self) is None:
            raise TypeError(f"'{self}' cannot be inverted")
        if self._inverted_ is None:
            bits = ~self._value_
            if self._boundary_ not in (EJECT, KEEP):
                bits &= self._singles_mask_
            self._inverted_ = self.__class__(bits)
        return self._inverted_

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    pass


def unique(enumeration):
    aliases = _aliases(enumeration)
    if aliases:
        raise ValueError(f"duplicate values found in {enumeration!r}: {aliases}")
    return enumeration


def _aliases(enumeration):
    members = enumeration.__members__
    return ", ".join([f"{alias} -> {members[alias].name}" for alias in members if alias != members[alias].name])


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                aliases = _aliases(enumeration)
                if aliases:
                    raise ValueError(f"aliases found in {enumeration!r}: {aliases}")
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            else:
                self._named_flags(enumeration)
        return enumeration

    def _continuous(self, enumeration):
        values = sorted(set(e.value for e in enumeration))
        if len(values) < 2:
            return
        low, high = values[0], values[-1]
        missing = []
        if issubclass(enumeration, Flag):
            for i in range(low.bit_length() - 1 + 1, high.bit_length() - 1):
                if 2 ** i not in values:
                    missing.append(2 ** i)
        else:
            missing = [i for i in range(low + 1, high) if i not in values]
        if missing:
            raise ValueError(("invalid %s %r: missing values %s" % (
                "flag" if issubclass(enumeration, Flag) else "enum", enumeration.__name__,
                ", ".join(str(m) for m in missing)))[:256])

    def _named_flags(self, enumeration):
        named = {member.value for member in enumeration}
        lacking, unnamed = [], 0
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias.value < 0:
                continue
            bits = [bit for bit in _iter_bits_lsb(alias.value) if bit not in named]
            if bits:
                lacking.append(name)
                unnamed |= sum(bits)
        if not lacking:
            return
        *before, last = lacking
        who = f"aliases {', '.join(before)} and {last} are missing" if before else f"alias {last} is missing"
        what = "value" if _is_single_bit(unnamed) else "combined values of"
        raise ValueError(f"invalid Flag {enumeration.__name__!r}: {who} {what} 0x{unnamed:x}"
                         " [use enum.show_flag_values(value) for details]")
