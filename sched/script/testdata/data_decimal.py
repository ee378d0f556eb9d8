from decimal import Decimal, getcontext, localcontext, ROUND_HALF_UP, ROUND_DOWN, ROUND_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_05UP, InvalidOperation, DivisionByZero
import math, statistics
D = Decimal
def show(*a): print(*a)
def err(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
for a in [(), ('1.10',), ('-0.00',), (5,), (-7,), (0.1,), (1.5,), ('1e5',), ('1E-10',), ('123.456e+3',), ('  12 ',), ('1_000.5',), ((1, (1, 2, 3), -2),), ('abc',), ('',), ('1.2.3',), (None,), ([],), (D('2.50'),), (True,), (10**30,), ('0.000001',), ('0.0000001',), ('1e-7',), ('+3',), ('.5',), ('5.',), (2**0.5,)]: err(D, *a)
x, y = D('10.25'), D('-3')
show(x + y, x - y, x * y, x / y, x // y, x % y, divmod(x, y), x ** 2, x ** -1, D(2) ** 10, -x, +x, abs(y), x + 1, 1 + x, 2 * x, 1 - x, 10 / D(4), 7 // D(2), 7 % D('2.5'), D(1) / D(3), D(2) / 3, D('1.1') + D('2.2'), D('0.1') * 3, sum([D('0.1')] * 10), D('1.20') + D('1.3'), D('100') / D('8'), D('1') / D('7') * 7, D('6.00') / D('2'), D('-7') // 2, D('-7') % 2)
show(x == 10.25, x == D('10.250'), D('1.0') == 1, x > y, x >= 10, x < 10.5, hash(D('1.0')) == hash(1), hash(D('0.5')) == hash(0.5), {D('1'): 'a'}[1], max(D(1), D(2)), sorted([D('2'), D('1.5'), 1]), bool(D('0.0')), D('3') != 3)
show(str(x), repr(x), f"{x}", f"{x:.1f}", f"{D('1234567.891'):,.2f}", f"{D('0.5'):%}", f"{D('0.123'):.1%}", f"{x:>10}|{x:<10}|{x:^10}|", f"{x:+}", f"{x:010.3f}", f"{D('1E+5'):f}", f"{D('12345.678'):e}", f"{D('12345.678'):.3e}", f"{D('12345.678'):.3g}", f"{D('2.5'):.0f}", f"{D('3.5'):.0f}", f"{D('-1.5'):,.3f}", f"{D('1e3')}", f"{D('0'):.2f}", f"{D('1234.5'):12,.2f}|", format(D('1.005'), '.2f'), f"{D('5'):5}|", f"{D('1.1'):*^9}")
m = D('2.675')
for r in (ROUND_HALF_UP, ROUND_DOWN, ROUND_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_05UP): show(r, m.quantize(D('0.01'), rounding=r), (-m).quantize(D('.01'), rounding=r), D('7.5').to_integral_value(rounding=r), D('-2.5').quantize(D('1'), r))
show(m.quantize(D('0.01')), D('5').quantize(D('0.00')), D('1234').quantize(D('1E2')), D('1.10').normalize(), D('1000').normalize(), D('0.00').normalize(), D('2').sqrt(), D('16').sqrt(), D('0.25').sqrt(), D('1.44').sqrt(), D('1.10').as_tuple(), D('-12.5').as_tuple().exponent, int(D('-7.9')), float(D('1.1')), round(D('2.5')), round(D('3.5')), round(D('2.675'), 2), math.floor(D('-1.5')), math.ceil(D('1.2')), math.trunc(D('9.9')), D('12.5').as_integer_ratio(), D('1.5').adjusted(), D('123').scaleb(-2), D('5').compare(D('3')), D('1').max(D('2')), D('-1').copy_abs(), D('1').is_signed(), D('0').is_zero(), D('1.5').is_finite(), D('1').is_nan(), D('3.0') // 1)
err(lambda: D(1) / 0); err(lambda: D(0) / 0); err(lambda: D(1) // 0); err(lambda: D(1) % 0); err(lambda: x + 0.1); err(lambda: x * 'a' if False else x + 'a'); err(lambda: x < 'a'); err(D('-1').sqrt); err(lambda: D('1e30').quantize(D('0.01'))); err(lambda: D('1').foo); err(format, x, 'd'); err(lambda: D(0) ** 0)
getcontext().prec = 6; show(D(1) / 3, D(2).sqrt(), D('1234567.89') + 0, D('1234567.89'), +D('1234567.89'), getcontext().prec, D(22) / 7)
with localcontext() as ctx:
    ctx.prec = 50; show(D(1) / 7, D(2).sqrt())
with localcontext(prec=3): show(D(10) / 3)
show(D(10) / 3); getcontext().prec = 28; getcontext().rounding = ROUND_DOWN; show(D(2) / 3, D('1.999').quantize(D('0.1'))); getcontext().rounding = ROUND_HALF_EVEN
cart = [('widget', 3, D('19.99')), ('gadget', 1, D('5.49'))]; sub = sum((q * p for _, q, p in cart), D('0')); tax = (sub * D('0.0825')).quantize(D('0.01'), rounding=ROUND_HALF_UP); show(sub, tax, sub + tax, f"${sub + tax:,.2f}", f"{'Total':<10}{sub + tax:>12}")
show(statistics.mean([D('1.1'), D('2.2')]), statistics.median([D('1'), D('3'), D('2')]), statistics.mean([D(1), D(2)]), isinstance(x, Decimal), issubclass(DivisionByZero, ZeroDivisionError), [D(i) / 10 for i in range(4)], D('1e400'), D('9' * 30) + 1, D('0.1') + D('0.2') == D('0.3'), D(0.1) == 0.1, D('1.0').__class__.__name__, Decimal, D('Infinity') if False else 0)
b = D('1000')
for yr in range(1, 6): b = (b * D('1.035')).quantize(D('.01')); show(yr, b)
try: D(1) / D(0)
except ZeroDivisionError as e: print('zde', type(e).__name__, e)
try: D('x')
except InvalidOperation as e: print('io', e, e.args)
