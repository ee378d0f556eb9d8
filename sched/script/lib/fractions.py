# Rational numbers, after Lib/fractions.py of CPython 3.13.

import math
import operator
import re
from numbers import Rational as _Rational

_literal = re.compile(r"""
    \s*(?P<sign>[-+]?)(?=\d|\.\d)
    (?P<num>\d*|\d+(_\d+)*)
    (?:
      (?:\s*/\s*(?P<denom>\d+(_\d+)*))?
    | (?:\.(?P<decimal>\d*|\d+(_\d+)*))?(?:E(?P<exp>[-+]?\d+(_\d+)*))?
    )
    \s*\Z
""", re.VERBOSE | re.IGNORECASE)

_format = re.compile(r"""
    (?:(?P<fill>.)?(?P<align>[<>=^]))?
    (?P<sign>[-+ ]?)
    (?P<no_neg_zero>z)?
    (?P<alt>\#)?
    (?P<zeropad>0(?=[0-9]))?
    (?P<minimumwidth>[0-9]+)?
    (?P<thousands_sep>[,_])?
    (?:\.(?P<precision>[0-9]+))?
    (?P<kind>[eEfFgG%])?
""", re.DOTALL | re.VERBOSE)


def _round_to_exponent(n, d, exponent, no_neg_zero=False):
    """The nearest multiple of 10**exponent to n/d: a sign and the multiple."""
    if exponent >= 0:
        d *= 10 ** exponent
    else:
        n *= 10 ** -exponent
    q, r = divmod(n + (d >> 1), d)
    if r == 0 and d & 1 == 0:
        q &= -2
    negative = q < 0 if no_neg_zero else n < 0
    return negative, abs(q)


def _round_to_figures(n, d, figures):
    """n/d with so many digits: a sign, the digits and the exponent of ten."""
    if n == 0:
        return False, 0, 1 - figures
    text_n, text_d = str(abs(n)), str(d)
    m = len(text_n) - len(text_d) + (text_d <= text_n)
    exponent = m - figures
    negative, digits = _round_to_exponent(n, d, exponent)
    if len(str(digits)) == figures + 1:
        digits //= 10
        exponent += 1
    return negative, digits, exponent


class Fraction:
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, (int, Fraction)):
                self._numerator, self._denominator = _parts(numerator)
                return self
            if isinstance(numerator, float):
                self._numerator, self._denominator = _float_ratio(numerator)
                return self
            if isinstance(numerator, str):
                self._numerator, self._denominator = _parsed(numerator)
                return self
            if hasattr(numerator, 'as_integer_ratio'):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            raise TypeError('argument should be a string or a Rational instance')
        if not isinstance(numerator, (int, Fraction)) or not isinstance(denominator, (int, Fraction)):
            raise TypeError('both arguments should be Rational instances')
        (na, da), (nb, db) = _parts(numerator), _parts(denominator)
        n, d = na * db, nb * da
        if d == 0:
            raise ZeroDivisionError(f'Fraction({n}, 0)')
        g = math.gcd(n, d)
        if d < 0:
            g = -g
        self._numerator, self._denominator = n // g, d // g
        return self

    @classmethod
    def _of(cls, n, d):
        made = object.__new__(cls)
        made._numerator, made._denominator = n, d
        return made

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')
        return cls._of(*_float_ratio(f))

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._of(p1, q1)
        return Fraction._of(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f'{self.__class__.__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f'{self._numerator}/{self._denominator}'

    def __format__(self, spec):
        match = _format.fullmatch(spec)
        if match is None or match['align'] is not None and match['zeropad'] is not None:
            raise ValueError(f'Invalid format specifier {spec!r} for object of type {type(self).__name__!r}')
        if match['kind'] is None:
            if match['no_neg_zero'] or match['zeropad'] or match['precision']:
                raise ValueError(f'Invalid format specifier {spec!r} for object of type {type(self).__name__!r}')
            return self._format_general(match)
        return self._format_float(match)

    def _format_general(self, match):
        fill, align = match['fill'] or ' ', match['align'] or '>'
        sign = '-' if self._numerator < 0 else '' if match['sign'] in ('-', '') else match['sign']
        width, comma = int(match['minimumwidth'] or '0'), match['thousands_sep'] or ''
        n, d = self._numerator, self._denominator
        body = f'{abs(n):{comma}}'
        if d > 1 or match['alt']:
            body += f'/{d:{comma}}'
        return _padded(sign, body, fill, align, width)

    def _format_float(self, match):
        fill, align = match['fill'] or ' ', match['align'] or '>'
        positive = '' if match['sign'] == '-' else match['sign']
        zero_pad, width = bool(match['zeropad']), int(match['minimumwidth'] or '0')
        comma, precision, kind = match['thousands_sep'], int(match['precision'] or '6'), match['kind']
        if kind in ('f', 'F', '%'):
            exponent = -precision
            if kind == '%':
                exponent -= 2
            negative, digits = _round_to_exponent(self._numerator, self._denominator, exponent, bool(match['no_neg_zero']))
            scientific, point = False, precision
        else:
            figures = max(precision, 1) if kind in 'gG' else precision + 1
            negative, digits, exponent = _round_to_figures(self._numerator, self._denominator, figures)
            scientific = kind in 'eE' or exponent > 0 or exponent + figures <= -4
            point = figures - 1 if scientific else -exponent
        if kind == '%':
            suffix = '%'
        elif scientific:
            suffix = f'{"E" if kind in "EG" else "e"}{exponent + point:+03d}'
        else:
            suffix = ''
        text = f'{digits:0{point + 1}d}'
        sign = '-' if negative else positive
        leading, trailing = text[:len(text) - point], text[len(text) - point:]
        if kind in 'gG' and not match['alt']:
            trailing = trailing.rstrip('0')
        if trailing or match['alt']:
            trailing = '.' + trailing
        trailing += suffix
        if zero_pad:
            room = width - len(sign) - len(trailing)
            leading = leading.zfill(3 * room // 4 + 1 if comma else room)
        if comma:
            first = 1 + (len(leading) - 1) % 3
            leading = leading[:first] + ''.join(comma + leading[i:i + 3] for i in range(first, len(leading), 3))
        return _padded(sign, leading + trailing, fill, align, width)

    def _operate(self, other, exact, approximate):
        if isinstance(other, (int, Fraction)):
            return exact(self, other)
        if isinstance(other, float):
            return approximate(float(self), other)
        return NotImplemented

    def _operate_right(self, other, exact, approximate):
        if isinstance(other, (int, Fraction)):
            return exact(Fraction(other), self)
        if isinstance(other, float):
            return approximate(other, float(self))
        return NotImplemented

    def __add__(self, other):
        return self._operate(other, _add, operator.add)

    def __radd__(self, other):
        return self._operate_right(other, _add, operator.add)

    def __sub__(self, other):
        return self._operate(other, _sub, operator.sub)

    def __rsub__(self, other):
        return self._operate_right(other, _sub, operator.sub)

    def __mul__(self, other):
        return self._operate(other, _mul, operator.mul)

    def __rmul__(self, other):
        return self._operate_right(other, _mul, operator.mul)

    def __truediv__(self, other):
        return self._operate(other, _div, operator.truediv)

    def __rtruediv__(self, other):
        return self._operate_right(other, _div, operator.truediv)

    def __floordiv__(self, other):
        return self._operate(other, _floordiv, operator.floordiv)

    def __rfloordiv__(self, other):
        return self._operate_right(other, _floordiv, operator.floordiv)

    def __mod__(self, other):
        return self._operate(other, _mod, operator.mod)

    def __rmod__(self, other):
        return self._operate_right(other, _mod, operator.mod)

    def __divmod__(self, other):
        return self._operate(other, lambda a, b: (_floordiv(a, b), _mod(a, b)), divmod)

    def __rdivmod__(self, other):
        return self._operate_right(other, lambda a, b: (_floordiv(a, b), _mod(a, b)), divmod)

    def __pow__(self, other):
        if isinstance(other, (int, Fraction)):
            power, whole = _parts(other)
            if whole != 1:
                return float(self) ** float(other)
            n, d = self._numerator, self._denominator
            if power >= 0:
                return Fraction._of(n ** power, d ** power)
            if n > 0:
                return Fraction._of(d ** -power, n ** -power)
            if n == 0:
                raise ZeroDivisionError(f'Fraction({d ** -power}, 0)')
            return Fraction._of((-d) ** -power, (-n) ** -power)
        if isinstance(other, float):
            return float(self) ** other
        return NotImplemented

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        if isinstance(other, (int, Fraction)):
            return Fraction(other) ** self
        if self._denominator == 1:
            return other ** self._numerator
        return other ** float(self)

    def __pos__(self):
        return Fraction._of(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction._of(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction._of(abs(self._numerator), self._denominator)

    def __float__(self):
        return self._numerator / self._denominator

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        if self._numerator < 0:
            return -(-self._numerator // self._denominator)
        return self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            d = self._denominator
            floor, rest = divmod(self._numerator, d)
            if rest * 2 < d:
                return floor
            if rest * 2 > d:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, 2 ** 61 - 1)
        except ValueError:
            made = 314159
        else:
            made = hash(hash(abs(self._numerator)) * inverse)
        made = made if self._numerator >= 0 else -made
        return -2 if made == -1 else made

    def __eq__(self, other):
        if isinstance(other, (int, Fraction)):
            return (self._numerator, self._denominator) == _parts(other)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return 0.0 == other
            return (self._numerator, self._denominator) == _float_ratio(other)
        return NotImplemented

    def _compare(self, other, op):
        if isinstance(other, (int, Fraction)):
            n, d = _parts(other)
            return op(self._numerator * d, self._denominator * n)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return op(0.0, other)
            n, d = _float_ratio(other)
            return op(self._numerator * d, self._denominator * n)
        return NotImplemented

    def __lt__(self, other):
        return self._compare(other, operator.lt)

    def __gt__(self, other):
        return self._compare(other, operator.gt)

    def __le__(self, other):
        return self._compare(other, operator.le)

    def __ge__(self, other):
        return self._compare(other, operator.ge)

    def __bool__(self):
        return bool(self._numerator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _parts(value):
    if isinstance(value, Fraction):
        return value._numerator, value._denominator
    return int(value), 1


def _float_ratio(value):
    if math.isnan(value):
        raise ValueError('cannot convert NaN to integer ratio')
    if math.isinf(value):
        raise OverflowError('cannot convert Infinity to integer ratio')
    mantissa, exponent = math.frexp(value)
    n, d = int(math.ldexp(mantissa, 53)), 1
    exponent -= 53
    if exponent > 0:
        n *= 2 ** exponent
    else:
        d = 2 ** -exponent
    g = math.gcd(n, d)
    return n // g, d // g


def _parsed(text):
    match = _literal.match(text)
    if match is None:
        raise ValueError(f'Invalid literal for Fraction: {text!r}')
    n = int(match['num'] or '0')
    if match['denom']:
        d = int(match['denom'])
    else:
        d = 1
        if match['decimal']:
            decimal = match['decimal'].replace('_', '')
            d = 10 ** len(decimal)
            n = n * d + int(decimal)
        if match['exp']:
            exponent = int(match['exp'])
            if exponent >= 0:
                n *= 10 ** exponent
            else:
                d *= 10 ** -exponent
    if match['sign'] == '-':
        n = -n
    if d == 0:
        raise ZeroDivisionError(f'Fraction({n}, 0)')
    g = math.gcd(n, d)
    return n // g, d // g


def _padded(sign, body, fill, align, width):
    padding = fill * (width - len(sign) - len(body))
    if align == '>':
        return padding + sign + body
    if align == '<':
        return sign + body + padding
    if align == '^':
        half = len(padding) // 2
        return padding[:half] + sign + body + padding[half:]
    return sign + padding + body


def _reduced(n, d):
    if d == 0:
        raise ZeroDivisionError(f'Fraction({n}, 0)')
    g = math.gcd(n, d)
    if d < 0:
        g = -g
    return Fraction._of(n // g, d // g)


def _add(a, b):
    (na, da), (nb, db) = _parts(a), _parts(b)
    return _reduced(na * db + nb * da, da * db)


def _sub(a, b):
    (na, da), (nb, db) = _parts(a), _parts(b)
    return _reduced(na * db - nb * da, da * db)


def _mul(a, b):
    (na, da), (nb, db) = _parts(a), _parts(b)
    return _reduced(na * nb, da * db)


def _div(a, b):
    (na, da), (nb, db) = _parts(a), _parts(b)
    if nb == 0:
        raise ZeroDivisionError(f'Fraction({na * db // math.gcd(na, nb)}, 0)' if na else 'Fraction(0, 0)')
    return _reduced(na * db, nb * da)


def _floordiv(a, b):
    (na, da), (nb, db) = _parts(a), _parts(b)
    return (na * db) // (da * nb)


def _mod(a, b):
    (na, da), (nb, db) = _parts(a), _parts(b)
    return _reduced((na * db) % (nb * da), da * db)


_Rational.register(Fraction)
