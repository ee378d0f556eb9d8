import asyncio
import math
import statistics


class Fraction:
    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = math.gcd(n, d) * (-1 if d < 0 else 1)
        self.n, self.d = n // g, d // g

    def __repr__(self):
        return f"Fraction({self.n}, {self.d})"

    def __str__(self):
        return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)

    @staticmethod
    def _lift(x):
        return x if isinstance(x, Fraction) else Fraction(x) if isinstance(x, int) else None

    def _op(f):
        def forward(self, other):
            other = Fraction._lift(other)
            return NotImplemented if other is None else f(self, other)

        def backward(self, other):
            other = Fraction._lift(other)
            return NotImplemented if other is None else f(other, self)
        return forward, backward

    __add__, __radd__ = _op(lambda a, b: Fraction(a.n * b.d + b.n * a.d, a.d * b.d))
    __sub__, __rsub__ = _op(lambda a, b: Fraction(a.n * b.d - b.n * a.d, a.d * b.d))
    __mul__, __rmul__ = _op(lambda a, b: Fraction(a.n * b.n, a.d * b.d))
    __truediv__, __rtruediv__ = _op(lambda a, b: Fraction(a.n * b.d, a.d * b.n))
    __eq__, _ = _op(lambda a, b: (a.n, a.d) == (b.n, b.d))
    __lt__, __gt__ = _op(lambda a, b: a.n * b.d < b.n * a.d)
    __hash__ = lambda self: hash((self.n, self.d))

    def __float__(self):
        return self.n / self.d

    def __int__(self):
        return self.n // self.d

    def __round__(self, digits=None):
        return round(self.n / self.d, digits)

    def __neg__(self):
        return Fraction(-self.n, self.d)

    def __abs__(self):
        return Fraction(abs(self.n), self.d)

    def __pow__(self, k):
        return Fraction(self.n ** k, self.d ** k) if k >= 0 else Fraction(self.d ** -k, self.n ** -k)

    def __bool__(self):
        return self.n != 0

    def __floordiv__(self, other):
        return int(self / other)

    def __mod__(self, other):
        return self - self // other * other

    def __divmod__(self, other):
        return self // other, self % other

    def __trunc__(self):
        return int(self)

    def __ceil__(self):
        return -(-self.n // self.d)

    def __index__(self):
        if self.d != 1:
            raise TypeError("not whole")
        return self.n


async def series(terms):
    total = Fraction(0)
    for k in range(1, terms + 1):
        await asyncio.sleep(0.1)
        total += Fraction(1, k * (k + 1))
    return total


async def main():
    half, third = Fraction(1, 2), Fraction(-2, -6)
    print(half + third, half - third, half * third, half / third, 1 + half, 1 - half, 2 * third, 1 / third, -half, abs(Fraction(3, -4)))
    print(half > third, half < third, half == Fraction(2, 4), half != third, half == 0.5, sorted([half, third, Fraction(1, 6)]), max(half, third))
    print(float(third), int(Fraction(7, 2)), round(third, 3), round(Fraction(7, 2)), half ** 3, half ** -2, bool(Fraction(0)), divmod(Fraction(7, 2), Fraction(1)), math.ceil(Fraction(7, 2)), math.trunc(Fraction(7, 2)))
    print("abc"[Fraction(4, 2)], sum([half, third]), {half: "h"}[Fraction(1, 2)], list(range(Fraction(3))), f"{half!s:>6}|{half!r}")
    print(*await asyncio.gather(series(3), series(5)))
    for bad in (lambda: half + "x", lambda: Fraction(1, 0), lambda: half < 1.5, lambda: "ab"[half], lambda: half & 1, lambda: [] * half, lambda: math.sqrt(-1), lambda: half @ half, lambda: -"x", lambda: half >= third):
        try:
            print(bad())
        except (TypeError, ZeroDivisionError, ValueError) as e:
            print(f"{type(e).__name__}: {e}")
    data = [2, 4, 4, 4, 5, 5, 7, 9]
    print(statistics.mean(data), statistics.median(data), statistics.mode(data), statistics.pstdev(data), statistics.stdev(data), statistics.variance(data), statistics.quantiles(data, n=4))
    print(math.hypot(3, 4), math.dist((0, 0), (1, 1)), math.fsum([0.1] * 10), sum([0.1] * 10), math.isclose(0.1 + 0.2, 0.3), math.floor(-2.5), math.log(8, 2), math.log10(1000), math.degrees(math.pi), math.copysign(1, -0.0), math.modf(3.25), math.frexp(8), math.tau, math.e)
    print((7).bit_count(), (0.75).as_integer_ratio(), (3.0).is_integer(), float.fromhex("0x1.8p1"), (255).to_bytes(2), int.from_bytes(b"\1\0"), 0xFF, 1_000, 1e3, 0b11, 0o17, True + True, 3 .real, 10 ** -2, -7 // 2, divmod(-7, 2), round(-2.5), round(0.5), round(1.005, 2))


asyncio.run(main())
