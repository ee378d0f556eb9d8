# Statistics. The specification is Lib/statistics.py of CPython 3.13; what it
# does with fractions is in _statistics.

import random
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import repeat
from math import exp, fabs, fsum, hypot, inf, isfinite, isinf, isnan, log, nan, sqrt, sumprod, tau

from _lib import refuse
from _statistics import root, squares, squares_from, total


class StatisticsError(ValueError):
    pass


def _converted(num, den, T):
    """The ratio as a T, or as a float where an int cannot be it."""
    if den == 0:
        return num
    if issubclass(T, int):
        return T(num) if den == 1 else num / den
    if issubclass(T, float):
        return T(num / den)
    if hasattr(T, 'limit_denominator'):
        return T(num, den)
    return T(num) / T(den)


def mean(data):
    T, num, den, n = total(data)
    if n < 1:
        raise StatisticsError('mean requires at least one data point')
    if den == 0:
        return num / n
    return _ratio(num, den * n, T)


def _ratio(num, den, T):
    """_converted of what need not be in lowest terms."""
    if den and num % den == 0:
        num, den = num // den, 1
    return _converted(num, den, T)


def fmean(data, weights=None):
    if weights is not None:
        return _weighted(data, weights if isinstance(weights, (list, tuple)) else list(weights))
    if not hasattr(data, '__len__'):
        data = list(data)
    added = fsum(data)
    if len(data) == 0:
        raise StatisticsError('fmean requires at least one data point')
    return added / len(data)


def _weighted(data, weights):
    try:
        added = sumprod(data, weights)
    except ValueError:
        raise StatisticsError('data and weights must be the same length')
    weight = fsum(weights)
    if weight:
        return added / weight
    raise StatisticsError('sum of weights must be non-zero')


def geometric_mean(data):
    n, zero, logs = 0, False, []
    for x in data:
        n += 1
        if x > 0.0 or isnan(x):
            logs.append(log(x))
        elif x == 0.0:
            zero = True
        else:
            raise StatisticsError('No negative inputs allowed', x)
    added = fsum(logs)
    if n == 0:
        raise StatisticsError('Must have a non-empty dataset')
    if isnan(added) or zero and added == inf:
        return nan
    return 0.0 if zero else exp(added / n)


def _not_negative(values):
    for x in values:
        if x < 0:
            raise StatisticsError('harmonic mean does not support negative values')
        yield x


def harmonic_mean(data, weights=None):
    if iter(data) is data:
        data = list(data)
    n = len(data)
    if n < 1:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if n == 1 and weights is None:
        x = data[0]
        if not isinstance(x, (int, float)) and not hasattr(x, 'as_integer_ratio'):
            raise TypeError('unsupported type')
        if x < 0:
            raise StatisticsError('harmonic mean does not support negative values')
        return x
    if weights is None:
        weights = repeat(1, n)
        weight_num, weight_den = n, 1
    else:
        if iter(weights) is weights:
            weights = list(weights)
        if len(weights) != n:
            raise StatisticsError('Number of weights does not match data size')
        _, weight_num, weight_den, _ = total(_not_negative(weights))
    try:
        T, num, den, _ = total(w / x if w else 0 for w, x in zip(weights, _not_negative(data)))
    except ZeroDivisionError:
        return 0
    if num <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _ratio(weight_num * den, weight_den * num, T)


def _in_order(data):
    # The data sorted, and the place of the upper of the two in the middle.
    ordered = sorted(data)
    if not ordered:
        raise StatisticsError('no median for empty data')
    return ordered, len(ordered) // 2


def median(data):
    ordered, middle = _in_order(data)
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def median_low(data):
    ordered, middle = _in_order(data)
    return ordered[middle - 1 + len(ordered) % 2]


def median_high(data):
    ordered, middle = _in_order(data)
    return ordered[middle]


def median_grouped(data, interval=1.0):
    ordered, middle = _in_order(data)
    centre = ordered[middle]
    below = bisect_left(ordered, centre)
    equal = bisect_right(ordered, centre, lo=below) - below
    try:
        size, centre = float(interval), float(centre)
    except ValueError:
        raise TypeError('Value cannot be converted to a float')
    return centre - size / 2.0 + size * (len(ordered) / 2 - below) / equal


def mode(data):
    for value, _ in Counter(iter(data)).most_common(1):
        return value
    raise StatisticsError('no mode for empty data')


def multimode(data):
    counts = Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, n in counts.items() if n == most]


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size == 0:
        raise StatisticsError('must have at least one data point')
    if size == 1:
        return data * (n - 1)
    if method == 'inclusive':
        made = []
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            made.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return made
    if method == 'exclusive':
        made = []
        for i in range(1, n):
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            made.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return made
    raise ValueError(f'Unknown method: {method!r}')


def _sum_of_squares(data, centre):
    if centre is None:
        return squares(data)
    return squares_from(data, centre)


def variance(data, xbar=None):
    T, num, den, n = _sum_of_squares(data, xbar)
    if n < 2:
        raise StatisticsError('variance requires at least two data points')
    return _ratio(num, den * (n - 1), T)


def pvariance(data, mu=None):
    T, num, den, n = _sum_of_squares(data, mu)
    if n < 1:
        raise StatisticsError('pvariance requires at least one data point')
    return _ratio(num, den * n, T)


def stdev(data, xbar=None):
    T, num, den, n = _sum_of_squares(data, xbar)
    if n < 2:
        raise StatisticsError('stdev requires at least two data points')
    if den == 0:
        raise AttributeError("'float' object has no attribute 'numerator'")
    return _root(num, den * (n - 1), T)


def pstdev(data, mu=None):
    T, num, den, n = _sum_of_squares(data, mu)
    if n < 1:
        raise StatisticsError('pstdev requires at least one data point')
    if den == 0:
        raise AttributeError("'float' object has no attribute 'numerator'")
    return _root(num, den * n, T)


def _root(num, den, T):
    if hasattr(T, 'quantize'):
        refuse('a standard deviation of Decimals is')
    return root(num, den)


def covariance(x, y, /):
    n = _pairs(x, y, 'covariance')
    return sumprod(_centred(x)[0], _centred(y)[0]) / (n - 1)


def _pairs(x, y, what):
    size = len(x)
    if size != len(y):
        raise StatisticsError(f'{what} requires that both inputs have same number of data points')
    if size < 2:
        raise StatisticsError(f'{what} requires at least two data points')
    return size


def _centred(values):
    # How far each is from their mean, and the mean.
    centre = fsum(values) / len(values)
    return [value - centre for value in values], centre


def _ranks(data, start):
    """The rank of each value, the mean rank for equal ones."""
    order = sorted(zip(data, range(len(data))))
    ranks = [0] * len(order)
    i, first = start - 1, 0
    while first < len(order):
        last = first
        while last < len(order) and order[last][0] == order[first][0]:
            last += 1
        size = last - first
        rank = i + (size + 1) / 2
        for value, place in order[first:last]:
            ranks[place] = rank
        i += size
        first = last
    return ranks


def _root_of_product(x, y):
    near = sqrt(x * y)
    # What overflowed or vanished on the way is computed again at another scale.
    scale = None
    if isinf(near) and not isinf(x) and not isinf(y):
        scale = 2.0 ** -512
    elif not near and x and y:
        scale = 2.0 ** 537
    if scale is not None:
        return _root_of_product(scale * x, scale * y) / scale
    if not near or not isfinite(near):
        return near
    return near + sumprod((x, near), (y, -near)) / (2.0 * near)


def correlation(x, y, /, *, method='linear'):
    start = (_pairs(x, y, 'correlation') - 1) / -2
    if method == 'ranked':
        x, y = _ranks(x, start), _ranks(y, start)
    elif method == 'linear':
        (x, _), (y, _) = _centred(x), _centred(y)
    else:
        raise ValueError(f'Unknown method: {method!r}')
    try:
        return sumprod(x, y) / _root_of_product(sumprod(x, x), sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')


class LinearRegression(tuple):
    __slots__ = ()
    _fields = ('slope', 'intercept')

    def __new__(cls, slope, intercept):
        return tuple.__new__(cls, (slope, intercept))

    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def _asdict(self):
        return {'slope': self[0], 'intercept': self[1]}

    def __repr__(self):
        return f'LinearRegression(slope={self[0]!r}, intercept={self[1]!r})'


def linear_regression(x, y, /, *, proportional=False):
    _pairs(x, y, 'linear regression')
    if not proportional:
        (x, middle), (y, height) = _centred(x), _centred(y)
    try:
        slope = (sumprod(x, y) + 0.0) / sumprod(x, x)
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    return LinearRegression(slope, 0.0 if proportional else height - slope * middle)


def _polynomial(coefficients, r):
    value = coefficients[0]
    for c in coefficients[1:]:
        value = value * r + c
    return value


# Wichura's algorithm AS241.
_CENTRAL = (
    (2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
     1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0),
    (5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
     5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0))
_NEAR = (
    (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0,
     3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0),
    (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
     6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0))
_FAR = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
     2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0),
    (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
     1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0))


def _inverse(p, mu, sigma):
    q = p - 0.5
    if fabs(q) <= 0.425:
        r = 0.180625 - q * q
        return mu + _polynomial(_CENTRAL[0], r) * q / _polynomial(_CENTRAL[1], r) * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    if r <= 5.0:
        table, r = _NEAR, r - 1.6
    else:
        table, r = _FAR, r - 5.0
    x = _polynomial(table[0], r) / _polynomial(table[1], r)
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    __slots__ = ('_mu', '_sigma')

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        T, num, den, n = squares(data)
        if n < 2:
            raise StatisticsError('stdev requires at least two data points')
        return cls(float(mean(data)), root(num, den * (n - 1)))

    def samples(self, n, *, seed=None):
        draw = random.random if seed is None else random.Random(seed).random
        return [_inverse(draw(), self._mu, self._sigma) for _ in repeat(None, n)]

    def pdf(self, x):
        square = self._sigma * self._sigma
        if not square:
            raise StatisticsError('pdf() not defined when sigma is zero')
        away = x - self._mu
        return exp(away * away / (-2.0 * square)) / sqrt(tau * square)

    def inv_cdf(self, p):
        if p >= 1.0 or p <= 0.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        return _inverse(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')
        return (x - self._mu) / self._sigma

    mean = property(lambda self: self._mu)
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def __eq__(self, other):
        if isinstance(other, NormalDist):
            return self._mu == other._mu and self._sigma == other._sigma
        return NotImplemented

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    def __add__(self, other):
        shift, spread = (other._mu, other._sigma) if isinstance(other, NormalDist) else (other, None)
        return NormalDist(self._mu + shift, self._sigma if spread is None else hypot(self._sigma, spread))

    def __sub__(self, other):
        shift, spread = (other._mu, other._sigma) if isinstance(other, NormalDist) else (other, None)
        return NormalDist(self._mu - shift, self._sigma if spread is None else hypot(self._sigma, spread))

    def __rsub__(self, other):
        return -(self - other)

    def __mul__(self, other):
        return NormalDist(self._mu * other, fabs(other) * self._sigma)

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / fabs(other))

    __radd__, __rmul__ = __add__, __mul__

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'
