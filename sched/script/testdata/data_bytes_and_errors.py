import math
from collections import OrderedDict, deque, UserDict, UserList, Counter, namedtuple
from decimal import Decimal, getcontext, ROUND_HALF_UP, InvalidOperation, localcontext
from fractions import Fraction
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, "|", e)
for f in (lambda: b"%s-%d" % (b"x", 5), lambda: b"%05.1f|%x|%r|%a|%c|%%" % (2.5, 255, "é", "é", 65), lambda: b"%(k)s" % {b"k": b"v"}, lambda: b"%s" % "str", lambda: bytearray(b"%i") % 7, lambda: b"%b" % b"q",
          
          lambda: ",".join([1, "a"]), lambda: ",".join(["a", None]), lambda: b",".join([b"a", "b"]), lambda: ",".join(5), lambda: "".join({"a": 1}), lambda: b"".join(["x"]), lambda: ",".join([b"x"]),
          lambda: Decimal("1.25").quantize(Decimal("0.1"), ROUND_HALF_UP), lambda: hash(Decimal("1")) == hash(1),
          lambda: "é".encode("utf-16"), lambda: "é".encode("utf-16-le"), lambda: b"\xff\xfea\x00".decode("utf-16"), lambda: "a".encode("utf-16-be"), lambda: "é".encode("ascii"), lambda: "é".encode("ascii", "replace"), lambda: "é".encode("latin-1"), lambda: b"\xe9".decode(), lambda: b"\xe9".decode("utf-8", "replace"), lambda: "é".encode("ascii", "xmlcharrefreplace"), lambda: "a".encode("utf-32"), lambda: "é".encode("ascii", "backslashreplace"), lambda: b"abc".decode("ascii"), lambda: "x".encode("nope"),
          lambda: b"abc"[1], lambda: b"abc"[1:], lambda: b"a" in b"abc", lambda: 97 in b"abc", lambda: b"a,b".split(b","), lambda: bytes([1, 2, 255]), lambda: bytes(3), lambda: b"ab".hex(), lambda: bytes.fromhex("6162"), lambda: b"abc".upper(), lambda: bytearray(b"abc"), lambda: b"x" * 3, lambda: b"a" < b"b", lambda: [*b"ab"], lambda: b"\x00\n'".__repr__(), lambda: b"abc".find(b"c"), lambda: b" x ".strip(), lambda: b"a".join([b"1", b"2"]), lambda: b"abc".replace(b"b", b"--"), lambda: b"abc".startswith(b"ab"), lambda: int.from_bytes(b"\x00\xff"), lambda: (1000).to_bytes(2, "little"), lambda: str(b"ab"), lambda: str(b"ab", "utf-8"), lambda: hash(b"a") == hash(b"a"), lambda: b"ab" == "ab",
          lambda: Fraction(3, 6) + Fraction("1/3"), lambda: Fraction(0.5), lambda: Fraction("0.25"), lambda: Fraction(7, 2) // 1, lambda: round(Fraction(7, 2)), lambda: Fraction(1, 0), lambda: float(Fraction(1, 3)), lambda: Fraction(1, 3).limit_denominator(2), lambda: f"{Fraction(1, 3):.2f}", lambda: Fraction(2, 4).numerator,
          lambda: 10 % 0, lambda: 0 ** -1, lambda: 5 // 0.0, lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: int("1" * 5000), lambda: float("1e400"), lambda: int(float("inf")), lambda: int(float("nan")), lambda: round(float("inf")), lambda: math.floor(float("nan")), lambda: (2.5).hex(), lambda: float.fromhex("0x1.8p1"), lambda: 1e22, lambda: 123456789012345678, lambda: -0.0, lambda: 1e-7, lambda: 100000000000000000000.0, lambda: 0.1 + 0.7, lambda: 3.0, lambda: 1.10, lambda: 2 ** 0.5, lambda: 1 / 7, lambda: 1e16 + 1, lambda: round(0.5) + round(1.5), lambda: round(-2.5), lambda: round(1e20), lambda: round(12345.6789, -2), lambda: math.nextafter(1, 2), lambda: math.ulp(1.0), lambda: math.frexp(8.5), lambda: math.ldexp(0.5, 4), lambda: math.remainder(7, 3), lambda: math.sumprod([1, 2], [3, 4]), lambda: math.gamma(5), lambda: math.lgamma(10), lambda: math.expm1(1e-5), lambda: math.log1p(1e-5), lambda: math.fma(2, 3, 4), lambda: math.cosh(1), lambda: math.asin(2)): t(f)
od = OrderedDict.fromkeys("abc")
def mutate():
    for k in od: od.move_to_end(k)
t(mutate)
def grow():
    for k in od: od[k + "x"] = 1
t(grow)
d = {1: 2}
def dg():
    for k in d: d[k + 1] = 1
t(dg)
def dd():
    for k in d: del d[k]
t(dd)
s = {1, 2}
def sg():
    for k in s: s.add(k + 10)
t(sg)
dq = deque([1, 2])
def dqg():
    for k in dq: dq.append(k)
t(dqg)
l = [1, 2, 3]
for x in l:
    if x < 6: l.append(x + 3)
print(l)
class UD(UserDict):
    def __setitem__(self, k, v): super().__setitem__(str(k), v)
u = UD({1: "a"}); u[2] = "b"; print(u, "1" in u, u.data, len(u), dict(u), isinstance(u, dict))
with localcontext() as ctx:
    ctx.prec = 5; print(Decimal(1) / 3, getcontext().prec)
print(getcontext().prec, Decimal("1.100").normalize(), Decimal("123.456").to_integral_value(), Decimal(5).sqrt(), Decimal("1E+2"), Decimal((0, (1, 2), -1)), Decimal("12.5") % 5, Decimal(-7) // 2, divmod(Decimal(7), 2), Decimal("3.14").as_tuple(), abs(Decimal("-1")), Decimal("1.5").as_integer_ratio(), sum([Decimal("0.1")] * 3), Decimal("0.1") + Decimal("0.2") == Decimal("0.3"), f"{Decimal('1234567.891'):,.2f}", f"{Decimal('0.000001')}", Decimal("1e-10"), int(Decimal("3.9")), round(Decimal("2.5")), Decimal("2.5").compare(Decimal("2.50")))
