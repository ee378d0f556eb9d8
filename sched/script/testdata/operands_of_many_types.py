from collections import Counter, OrderedDict, UserDict, defaultdict, deque
from decimal import Decimal as D
from fractions import Fraction as F
class Mine(dict):
    def __or__(self, other):
        return NotImplemented
print(Counter(a=2) | {"a": 1, "b": 3}, type(Counter(a=2) | {"a": 1}).__name__, Mine(a=1) | {"b": 2}, OrderedDict(a=1) | {"b": 2}, {"b": 2} | OrderedDict(a=1), {"a": 1} | Counter("ab"), defaultdict(int, a=1) | {"z": 1}, {"q": 1} | defaultdict(int, a=1))
for f in (lambda: Mine(a=1) | Mine(b=2), lambda: [("a", 1)] | {"b": 1}, lambda: {"b": 1} | [("a", 1)], lambda: "ab" * deque([1]), lambda: deque([1]) * "ab", lambda: 2 * deque([1]), lambda: deque([1]) * deque([2]), lambda: 1.5 * deque()):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(D("0.5") == F(1, 2), D("1.5") < F(3, 2), D("1.5") <= F(3, 2), F(1, 3) < D("0.34"), D("-1e5") < F(-10 ** 5 - 1), F(10 ** 6) == D("1e6"), D(1) == 1 + 0j, D(1) != 1 + 2j, D(1) == 1j, sorted([D("0.3"), F(1, 3), 0.1, 1]), max(F(1, 2), D("0.25")))
try:
    D(1) < 1j
except TypeError as e:
    print(e)
for f in (lambda: complex(), lambda: complex(None), lambda: complex(imag=2), lambda: complex(1, None), lambda: complex("1+2j"), lambda: complex("1", 2), lambda: complex(real=3), lambda: complex(b"1"), lambda: complex(1, "2"), lambda: complex([])):
    try:
        print(f())
    except TypeError as e:
        print(e)
for v in (deque([1]), [1], {"k": 1}, range(2), b"x", Counter("a"), UserDict(a=1)):
    try:
        print("ab" % v, end=" ")
    except TypeError as e:
        print(e, end=" ")
print()
