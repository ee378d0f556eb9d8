# Decimal numbers, after the General Decimal Arithmetic that Lib/_pydecimal.py
# of CPython 3.13 follows. Traps are those of the default context.

import math
import numbers
import re

from _decimal import in_c
from _lib import refuse

ROUND_DOWN = 'ROUND_DOWN'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_UP = 'ROUND_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_05UP = 'ROUND_05UP'

MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
_EMAX, _EMIN = 999999, -999999


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


class Context:
    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        if flags is not None or traps is not None or Emin is not None or Emax is not None or capitals is not None or clamp:
            refuse('a decimal context with more than prec and rounding is')
        self.prec = 28 if prec is None else prec
        self.rounding = ROUND_HALF_EVEN if rounding is None else rounding

    def __setattr__(self, name, value):
        if name == 'prec':
            if not isinstance(value, int):
                raise TypeError("an integer is required")
            if not 1 <= value <= MAX_PREC:
                raise ValueError(f'valid range for prec is [1, MAX_PREC]')
        elif name == 'rounding':
            if value not in _rounders:
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                                "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        else:
            refuse(f'{name} of a decimal context is')
        object.__setattr__(self, name, value)

    def copy(self):
        return Context(self.prec, self.rounding)

    def create_decimal(self, num='0'):
        return _fixed(*_parts_of(Decimal(num)), self)

    def divide(self, a, b):
        with localcontext(self):
            return Decimal(a) / Decimal(b)

    def quantize(self, a, b):
        return Decimal(a).quantize(Decimal(b), context=self)


def getcontext():
    return _current


def setcontext(context):
    global _current
    _current = context


class _Local:
    def __init__(self, context):
        self.context = context

    def __enter__(self):
        self.saved = getcontext()
        setcontext(self.context)
        return self.context

    def __exit__(self, *exc_info):
        setcontext(self.saved)


def localcontext(ctx=None, **kwargs):
    made = (ctx or getcontext()).copy()
    for name, value in kwargs.items():
        setattr(made, name, value)
    return _Local(made)


_rounders = {
    ROUND_DOWN: lambda q, low, half, odd, negative: False,
    ROUND_UP: lambda q, low, half, odd, negative: low,
    ROUND_CEILING: lambda q, low, half, odd, negative: low and not negative,
    ROUND_FLOOR: lambda q, low, half, odd, negative: low and negative,
    ROUND_HALF_UP: lambda q, low, half, odd, negative: half >= 0,
    ROUND_HALF_DOWN: lambda q, low, half, odd, negative: half > 0,
    ROUND_HALF_EVEN: lambda q, low, half, odd, negative: half > 0 or half == 0 and odd,
    ROUND_05UP: lambda q, low, half, odd, negative: low and q % 5 == 0,
}


_current = Context()


def _shortened(n, drop, negative, rounding):
    """n without its last digits, rounded."""
    unit = 10 ** drop
    q, r = divmod(n, unit)
    half = (2 * r > unit) - (2 * r < unit)
    if _rounders[rounding](q, r != 0, half, q & 1, negative):
        q += 1
    return q


def _fixed(negative, n, exp, context=None):
    """The number, rounded to the precision."""
    context = context or _current
    size = len(str(n))
    if size > context.prec:
        drop = size - context.prec
        n = _shortened(n, drop, negative, context.rounding)
        exp += drop
        if len(str(n)) > context.prec:
            n //= 10
            exp += 1
    if n and exp + len(str(n)) - 1 > _EMAX:
        raise Overflow([Overflow, Rounded])
    if exp < _EMIN - context.prec + 1:
        refuse('a decimal number that small is')
    return _made(negative, n, exp)


def _made(negative, n, exp):
    self = object.__new__(Decimal)
    self._negative, self._int, self._exp = negative, n, exp
    return self


def _invalid(signal):
    return InvalidOperation([signal])


_literal = re.compile(r'([-+])?(?=\d|\.\d)(\d*)(?:\.(\d*))?(?:E([-+]?\d+))?\Z', re.IGNORECASE)


@in_c
class Decimal:
    __slots__ = ('_negative', '_int', '_exp')

    def __new__(cls, value='0', context=None):
        self = object.__new__(cls)
        if isinstance(value, str):
            text = value.strip().replace('_', '')
            match = _literal.match(text)
            if match is None:
                if text.lstrip('+-').lower() in ('nan', 'snan', 'inf', 'infinity'):
                    refuse('a decimal NaN or infinity is')
                raise _invalid(ConversionSyntax)
            sign, whole, fraction, exponent = match.groups()
            fraction = fraction or ''
            self._negative = sign == '-'
            self._int = int(whole + fraction)
            self._exp = int(exponent or '0') - len(fraction)
        elif isinstance(value, Decimal):
            self._negative, self._int, self._exp = value._negative, value._int, value._exp
        elif isinstance(value, int):
            self._negative, self._int, self._exp = value < 0, abs(int(value)), 0
        elif isinstance(value, float):
            self._negative, self._int, self._exp = _parts_of_float(value)
        elif isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError('argument must be a sequence of length 3')
            sign, digits, exponent = value
            if not isinstance(exponent, int):
                refuse('a decimal NaN or infinity is')
            self._negative, self._exp = sign == 1, exponent
            self._int = int(''.join(map(str, digits)) or '0')
        else:
            raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')
        return self

    @classmethod
    def from_float(cls, f):
        if not isinstance(f, (int, float)):
            raise TypeError('argument must be int or float')
        return cls(f)

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self):
        return _text(self._negative, self._int, self._exp)

    def to_eng_string(self, context=None):
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            return str(self)
        refuse('to_eng_string() of such a number is')

    def as_tuple(self):
        return DecimalTuple(int(self._negative), tuple(map(int, str(self._int))), self._exp)

    def as_integer_ratio(self):
        n = -self._int if self._negative else self._int
        if self._exp >= 0:
            return n * 10 ** self._exp, 1
        d = 10 ** -self._exp
        g = math.gcd(n, d)
        return n // g, d // g

    def __hash__(self):
        n, d = self.as_integer_ratio()
        try:
            inverse = pow(d, -1, 2 ** 61 - 1)
        except ValueError:
            made = 314159
        else:
            made = abs(n) * inverse % (2 ** 61 - 1)
        made = -made if n < 0 else made
        return -2 if made == -1 else made

    def __bool__(self):
        return self._int != 0

    def _signed(self):
        return -self._int if self._negative else self._int

    def _compare(self, other, op, equality=False):
        if isinstance(other, float):
            if other != other or other in (math.inf, -math.inf):
                return op(0.0, other)
            other = Decimal(other)
        number, other = other, _operand(other)
        if other is NotImplemented:
            if isinstance(number, numbers.Rational):
                up, down = max(self._exp, 0), max(-self._exp, 0)
                if up + down > 100000:
                    refuse('comparing numbers that different is')
                return op(self._signed() * number.denominator * 10 ** up, number.numerator * 10 ** down)
            if equality and isinstance(number, complex):
                return number.imag == 0 and self._compare(number.real, op)
            return NotImplemented
        exp = min(self._exp, other._exp)
        if max(self._exp, other._exp) - exp > 100000:
            refuse('comparing decimal numbers that different is')
        return op(self._signed() * 10 ** (self._exp - exp), other._signed() * 10 ** (other._exp - exp))

    def __eq__(self, other):
        return self._compare(other, lambda a, b: a == b, True)

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def compare(self, other, context=None):
        other = Decimal(other)
        return Decimal((self > other) - (self < other))

    def __neg__(self):
        return _fixed(not self._negative and self._int != 0, self._int, self._exp)

    def __pos__(self):
        return _fixed(self._negative and self._int != 0, self._int, self._exp)

    def __abs__(self):
        return _fixed(False, self._int, self._exp)

    def copy_abs(self):
        return _made(False, self._int, self._exp)

    def copy_negate(self):
        return _made(not self._negative, self._int, self._exp)

    def copy_sign(self, other, context=None):
        return _made(Decimal(other)._negative, self._int, self._exp)

    def __add__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        exp = min(self._exp, other._exp)
        if max(self._exp, other._exp) - exp > 100000:
            refuse('adding decimal numbers that different is')
        n = self._signed() * 10 ** (self._exp - exp) + other._signed() * 10 ** (other._exp - exp)
        negative = n < 0
        if n == 0:
            negative = self._negative and other._negative
            if self._negative != other._negative and _current.rounding == ROUND_FLOOR:
                negative = True
        return _fixed(negative, abs(n), exp)

    __radd__ = __add__

    def __sub__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        return self + _made(not other._negative, other._int, other._exp)

    def __rsub__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        return other - self

    def __mul__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        return _fixed(self._negative != other._negative, self._int * other._int, self._exp + other._exp)

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        negative = self._negative != other._negative
        if not other._int:
            if not self._int:
                raise _undefined()
            raise DivisionByZero([DivisionByZero])
        ideal = self._exp - other._exp
        if not self._int:
            return _fixed(negative, 0, ideal)
        shift = max(len(str(other._int)) - len(str(self._int)) + _current.prec + 1, 0)
        exp = ideal - shift
        q, r = divmod(self._int * 10 ** shift, other._int)
        if r:
            if q % 5 == 0:
                q += 1
        else:
            while exp < ideal and q % 10 == 0:
                q //= 10
                exp += 1
        return _fixed(negative, q, exp)

    def __rtruediv__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        return other / self

    def _divided(self, other):
        """The whole quotient and the remainder, both without a sign."""
        exp = min(self._exp, other._exp)
        a = self._int * 10 ** (self._exp - exp)
        b = other._int * 10 ** (other._exp - exp)
        q, r = divmod(a, b)
        if len(str(q)) > _current.prec:
            raise _invalid(DivisionImpossible)
        return q, r, exp

    def __floordiv__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if not other._int:
            if not self._int:
                raise _undefined()
            raise DivisionByZero([DivisionByZero])
        q, r, exp = self._divided(other)
        return _made(self._negative != other._negative, q, 0)

    def __rfloordiv__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        return other // self

    def __mod__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if not other._int:
            if not self._int:
                raise _undefined()
            raise _invalid(InvalidOperation)
        q, r, exp = self._divided(other)
        return _fixed(self._negative, r, exp)

    def __rmod__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        return other % self

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __pow__(self, other, modulo=None):
        other = _operand(other)
        if other is NotImplemented or modulo is not None:
            return NotImplemented
        if other._exp < 0 and other != other.to_integral_value():
            if other == Decimal('0.5'):
                refuse('** 0.5 of a Decimal is')
            refuse('a Decimal with an exponent that is not whole is')
        power = int(other)
        if not self._int:
            if power == 0:
                raise _invalid(InvalidOperation)
            if power < 0:
                refuse('an infinite Decimal is')
            return _made(self._negative and power % 2 == 1, 0, max(self._exp * power, _EMIN))
        if power == 0:
            return _made(False, 1, 0)
        if abs(power) > 10000 or abs(power) * len(str(self._int)) > 100000:
            refuse('a Decimal power that big is')
        negative = self._negative and power % 2 == 1
        n, exp = self._int ** abs(power), self._exp * abs(power)
        if power > 0:
            return _fixed(negative, n, exp)
        if n == 1:
            return _fixed(negative, 1, -exp) if exp == 0 else _inverse(negative, n, exp)
        return _inverse(negative, n, exp)

    def __rpow__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        return other ** self

    def sqrt(self, context=None):
        if not self._int:
            return _made(self._negative, 0, self._exp >> 1)
        if self._negative:
            raise _invalid(InvalidOperation)
        prec = _current.prec + 1
        exp = self._exp >> 1
        n = self._int
        if self._exp & 1:
            n *= 10
            size = (len(str(self._int)) >> 1) + 1
        else:
            size = (len(str(self._int)) + 1) >> 1
        shift = prec - size
        exact = True
        if shift >= 0:
            n *= 100 ** shift
        else:
            n, rest = divmod(n, 100 ** -shift)
            exact = not rest
        exp -= shift
        root = math.isqrt(n)
        if exact and root * root == n:
            if shift >= 0:
                root //= 10 ** shift
            else:
                root *= 10 ** -shift
            exp += shift
        elif root % 5 == 0:
            root += 1
        return _fixed(False, root, exp, Context(_current.prec, ROUND_HALF_EVEN))

    def quantize(self, exp, rounding=None, context=None):
        exp = Decimal(exp)._exp
        context = context or _current
        rounding = rounding or context.rounding
        if rounding not in _rounders:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        n = self._int
        if exp <= self._exp:
            if n and self._exp - exp + len(str(n)) > context.prec:
                raise _invalid(InvalidOperation)
            n *= 10 ** (self._exp - exp)
        else:
            n = _shortened(n, exp - self._exp, self._negative, rounding)
        if len(str(n)) > context.prec:
            raise _invalid(InvalidOperation)
        return _made(self._negative, n, exp)

    def to_integral_value(self, rounding=None, context=None):
        if self._exp >= 0:
            return _made(self._negative, self._int, self._exp)
        n = _shortened(self._int, -self._exp, self._negative, rounding or _current.rounding)
        return _made(self._negative, n, 0)

    to_integral = to_integral_exact = to_integral_value

    def normalize(self, context=None):
        made = _fixed(self._negative, self._int, self._exp, context)
        if not made._int:
            return _made(made._negative, 0, 0)
        n, exp = made._int, made._exp
        while n % 10 == 0:
            n //= 10
            exp += 1
        return _made(made._negative, n, exp)

    def __int__(self):
        n = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -n if self._negative else n

    __trunc__ = __int__

    def __float__(self):
        return float(str(self))

    def __round__(self, n=None):
        if n is None:
            whole = _shortened(self._int, -self._exp, self._negative, ROUND_HALF_EVEN) if self._exp < 0 else abs(int(self))
            return -whole if self._negative else whole
        return self.quantize(_made(False, 1, -n), ROUND_HALF_EVEN)

    def __floor__(self):
        return int(self.to_integral_value(ROUND_FLOOR))

    def __ceil__(self):
        return int(self.to_integral_value(ROUND_CEILING))

    def max(self, other, context=None):
        return +self if self >= other else +Decimal(other)

    def min(self, other, context=None):
        return +self if self <= other else +Decimal(other)

    def is_nan(self):
        return False

    is_infinite = is_qnan = is_snan = is_nan

    def is_finite(self):
        return True

    def is_signed(self):
        return self._negative

    def is_zero(self):
        return self._int == 0

    def adjusted(self):
        return self._exp + len(str(self._int)) - 1

    def scaleb(self, other, context=None):
        return _fixed(self._negative, self._int, self._exp + int(other))

    def remainder_near(self, other, context=None):
        refuse('remainder_near() of a Decimal is')

    def exp(self, context=None):
        refuse('exp() of a Decimal is')

    def ln(self, context=None):
        refuse('ln() of a Decimal is')

    def log10(self, context=None):
        refuse('log10() of a Decimal is')

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __format__(self, spec):
        match = _format.fullmatch(spec)
        if match is None:
            raise ValueError('invalid format string')
        fill, align = match['fill'] or ' ', match['align'] or '>'
        if match['zeropad']:
            if match['fill'] or match['align']:
                raise ValueError('invalid format string')
            fill, align = '0', '='
        kind = match['type']
        negative, n, exp = self._negative, self._int, self._exp
        if kind == '%':
            exp += 2
        precision = match['precision']
        if precision is not None:
            precision = int(precision)
            if kind in ('e', 'E'):
                negative, n, exp = _figures(negative, n, exp, precision + 1)
            elif kind in ('f', 'F', '%'):
                negative, n, exp = _places(negative, n, exp, precision)
            elif len(str(n)) > max(precision, 1):
                negative, n, exp = _figures(negative, n, exp, max(precision, 1))
        if not n and exp > 0 and kind in ('f', 'F', '%'):
            exp = 0
        if not n and match['no_neg_zero']:
            negative = False
        body = _body(n, exp, kind, precision)
        sign = '-' if negative else match['sign'] if match['sign'] in ('+', ' ') else ''
        width, comma = int(match['width'] or '0'), match['comma']
        if comma:
            body = _grouped(body, width - len(sign) if align == '=' and fill == '0' else 0)
        padding = fill * (width - len(sign) - len(body))
        if align == '<':
            return sign + body + padding
        if align == '>':
            return padding + sign + body
        if align == '=':
            return sign + padding + body
        half = len(padding) // 2
        return padding[:half] + sign + body + padding[half:]


_format = re.compile(r"""
    (?:(?P<fill>.)?(?P<align>[<>=^]))?
    (?P<sign>[-+ ])?
    (?P<no_neg_zero>z)?
    (?P<zeropad>0)?
    (?P<width>(?!0)\d+)?
    (?P<comma>,)?
    (?:\.(?P<precision>\d+))?
    (?P<type>[eEfFgGn%])?
""", re.VERBOSE | re.DOTALL)


def _figures(negative, n, exp, places):
    """The number with so many digits."""
    size = len(str(n))
    if not n:
        return negative, 0, exp
    if size <= places:
        return negative, n * 10 ** (places - size), exp - (places - size)
    n = _shortened(n, size - places, negative, _current.rounding)
    exp += size - places
    if len(str(n)) > places:
        n //= 10
        exp += 1
    return negative, n, exp


def _places(negative, n, exp, places):
    """The number with so many digits behind the point."""
    if exp >= -places:
        return negative, n * 10 ** (exp + places), -places
    return negative, _shortened(n, -places - exp, negative, _current.rounding), -places


def _body(n, exp, kind, precision):
    digits = str(n)
    left = exp + len(digits)
    if kind in ('e', 'E'):
        dot = 1 - precision if not n and precision is not None else 1
    elif kind in ('f', 'F', '%'):
        dot = left
    elif exp <= 0 and left > -6:
        dot = left
    else:
        dot = 1
    if dot < 0:
        whole, fraction = '0', '0' * -dot + digits
    elif dot > len(digits):
        whole, fraction = digits + '0' * (dot - len(digits)), ''
    else:
        whole, fraction = digits[:dot] or '0', digits[dot:]
    exponent = left - dot
    text = whole + ('.' + fraction if fraction else '')
    if exponent or kind in ('e', 'E'):
        text += f"{'E' if kind in ('E', 'G', None) else 'e'}{exponent:+}"
    return text + ('%' if kind == '%' else '')


def _grouped(body, width):
    end = 0
    while end < len(body) and body[end].isdigit():
        end += 1
    whole, rest = body[:end], body[end:]
    whole = whole.zfill(max((width - len(rest)) * 3 // 4 + 1 if width else 0, len(whole))) if width else whole
    out = f'{int(whole):,}' if not width else ''
    if width:
        first = len(whole) % 3 or 3
        out = whole[:first] + ''.join(',' + whole[i:i + 3] for i in range(first, len(whole), 3))
    return out + rest


class DecimalTuple(tuple):
    __slots__ = ()

    def __new__(cls, sign, digits, exponent):
        return tuple.__new__(cls, (sign, digits, exponent))

    @property
    def sign(self):
        return self[0]

    @property
    def digits(self):
        return self[1]

    @property
    def exponent(self):
        return self[2]

    def __repr__(self):
        return f'DecimalTuple(sign={self[0]!r}, digits={self[1]!r}, exponent={self[2]!r})'


def _undefined():
    return InvalidOperation([DivisionUndefined])


def _operand(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    return NotImplemented


def _parts_of(value):
    return value._negative, value._int, value._exp


def _parts_of_float(value):
    if value != value or value in (math.inf, -math.inf):
        refuse('a decimal NaN or infinity is')
    mantissa, exponent = math.frexp(abs(value))
    n = int(math.ldexp(mantissa, 53))
    exponent -= 53
    negative = math.copysign(1, value) < 0
    while n and n % 2 == 0:
        n //= 2
        exponent += 1
    if not n:
        return negative, 0, 0
    if exponent >= 0:
        return negative, n * 2 ** exponent, 0
    return negative, n * 5 ** -exponent, exponent


def _inverse(negative, n, exp):
    """1 divided by n * 10**exp."""
    made = _made(False, 1, 0) / _made(False, n, exp)
    return _made(negative, made._int, made._exp)


def _text(negative, n, exp):
    digits = str(n)
    left = exp + len(digits)
    if exp <= 0 and left > -6:
        dot = left
    else:
        dot = 1
    if dot <= 0:
        whole, fraction = '0', '.' + '0' * -dot + digits
    elif dot >= len(digits):
        whole, fraction = digits + '0' * (dot - len(digits)), ''
    else:
        whole, fraction = digits[:dot], '.' + digits[dot:]
    exponent = '' if left == dot else 'E%+d' % (left - dot)
    return ('-' if negative else '') + whole + fraction + exponent


numbers.Number.register(Decimal)
