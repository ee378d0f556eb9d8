from fractions import Fraction
import math, statistics, copy
F = Fraction
def show(*a): print(*a)
def err(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
for a in [(), (3,), (1,2), (2,4), (-6,8), (1,-3), ('3/4',), ('0.125',), (' -7/21 ',), ('1e3',), ('2.5e-2',), (0.1,), (0.5,), (F(1,2),), (F(1,2), F(3,4)), (True,), ('abc',), (1,0), ('1/0',), (1.5, 2), ([],), (float('nan'),), (float('inf'),), ('1_000/3',), (10**20, 10**18), ('',), (None,)]: err(F, *a)
x, y = F(3,4), F(-2,5)
show(x + y, x - y, x * y, x / y, x // y, x % y, x ** 2, x ** -2, x ** y if False else x ** 0.5, -x, +y, abs(y), x + 1, 1 + x, x * 2, 2 / x, x - 0.5, 0.5 + x, 1 // x, 7 % x, divmod(x, y), divmod(5, x), 2 ** F(3), 2 ** F(-1), x == 0.75, x == F(6,8), x != y, x > y, x < 1, x <= 0.75, y >= -0.4, 1 > x, bool(F(0)), x ** F(2), 4 ** F(1,2))
show(str(x), repr(x), f"{x}", int(F(7,2)), float(x), round(F(7,2)), round(F(5,2)), round(F(1,3), 2), round(F(1234), -2), math.floor(F(-7,2)), math.ceil(F(-7,2)), math.trunc(F(-7,2)), hash(F(1,2)) == hash(0.5), hash(F(3)) == hash(3), {F(1,2): 'a'}[0.5], x.numerator, x.denominator, x.as_integer_ratio(), F(3).is_integer(), F(math.pi).limit_denominator(100), F('3.14159').limit_denominator(10), F.from_float(0.25), sum([F(1,3)] * 3), sum(F(1, n) for n in range(1, 11)), max(F(1,2), F(2,3)), sorted([F(1,2), F(1,3), 0.4]), F(1,3) + F(1,6))
show(f"{F(22,7):.3f}", f"{F(22,7):10.2f}|", f"{F(1,3):.2e}", f"{F(1,3):%}", f"{F(1,3):g}", f"{F(7,3):>10}|", f"{F(7,3):<8}|{F(7,3):^9}|{F(-7,3):+}", f"{F(12345678,7):,.2f}", f"{F(1,8):.1%}", f"{F(5):#}", f"{F(1,7):08.3f}", f"{F(-1,3):+.4f}"); err(format, x, 'd'); err(format, x, 'x')
err(lambda: x + 'a'); err(lambda: x / 0); err(lambda: x < 'a'); err(lambda: 'a' * x); err(lambda: x // 0); err(lambda: F(0) ** -1); err(x.limit_denominator, 0); err(lambda: x + None); err(lambda: x % 0)
try: x.numerator = 5
except AttributeError as e: print(e)
show(statistics.mean([F(1,2), F(1,3)]), statistics.variance([F(1,2), F(1,3), F(1)]), statistics.mean([F(1,2), 1]), statistics.mean([F(1,2), 0.5]), statistics.median([F(1,2), F(1,4)]), copy.deepcopy(x), math.sqrt(F(9,4)), isinstance(x, Fraction), [F(i, 6) for i in range(7)], math.prod([F(1,2), F(2,3)]), math.fsum([F(1,2), 0.25]), pow(F(1,2), 3), F('1/3') == F(1,3))
h = F(0)
for n in range(1, 8): h += F(1, n); print(n, h, float(h))
class Sub(Fraction): pass
show(repr(Sub(1,2)), Sub(1,2) + 1, type(Sub(1,2) + 1).__name__)
