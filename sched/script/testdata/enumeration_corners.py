from enum import Enum, auto
class C(Enum):
    A = 10
    B = auto()
    D = auto()
    Z = 3
    Y = auto()
print([(c.name, c.value) for c in C])
from enum import Enum
class C(Enum):
    A = 1
print(C.A.A) if hasattr(C.A, 'A') else print('no')
print(C.__name__, C.__qualname__, C.__module__, C.__doc__, C.A.__class__.__name__, dir(C)[:0])
try: C()
except TypeError as e: print(e)
try: C(1, 2)
except (TypeError, ValueError) as e: print(e)
try: C.A()
except TypeError as e: print(e)
try: C['a']
except KeyError as e: print(repr(e))
try: C.A = 2
except AttributeError as e: print(e)
try: C.A.value = 2
except AttributeError as e: print(e)
C.new = 5; print(C.new, len(C))
C.A.note = 'x'; print(C.A.note)
from enum import Enum
class C(Enum):
    A = 1
    B = 2
    def __lt__(self, o): return self.value < o.value
print(sorted(C, reverse=True), C.A < C.B, min(C.B, C.A))
import json
try: print(json.dumps({'a': C.A.value, 'n': C.A.name}))
except Exception as e: print(e)
print(f'{C.A!r:>20}|{C.A!s:<10}|{C.A:^10}|', '{:>8}'.format(C.A), '%s %r' % (C.A, C.B), str(C.A) + '!', repr([C.A]), {C.A})
from enum import IntEnum, Enum
import json
class P(IntEnum):
    LOW = 1
    HIGH = 5
print(json.dumps({'p': P.LOW, 'l': [P.HIGH]}), sum(P), P.LOW == 1, P.LOW is P(1), P.HIGH > 3, P.LOW + P.HIGH, type(P.LOW + 1), P.HIGH // 2, -P.LOW, abs(P.LOW), int(P.LOW), float(P.HIGH), range(P.HIGH), 'x' * P.HIGH, [0, 1, 2][P.LOW], divmod(P.HIGH, 2), P.HIGH ** 2, round(P.HIGH), hex(P.HIGH), bool(P.LOW), P.LOW.bit_length(), isinstance(P.LOW, Enum), sorted([3, P.LOW, 2]), max([P.LOW, 4]), {P.LOW: 'a'}[1], {1: 'b'}[P.LOW], P.LOW.real, str(P.LOW), f'{P.LOW:02}', '%03d' % P.HIGH, P.LOW in [1], 1 in P, 7 in P)
for bad in (lambda: P(9), lambda: P['x'], lambda: P('1')):
    try: bad()
    except (ValueError, KeyError) as e: print(type(e).__name__, e)
from enum import Enum
class Mixed(str, Enum):
    A = 'a'
    B = 'b'
    def __str__(self): return self.value
print(Mixed.A, f'{Mixed.A}', Mixed.A == 'a', Mixed('b'), repr(Mixed.A), Mixed.A + 'x', 'a' in Mixed.A, [m for m in Mixed], Mixed.A.replace('a', 'z'), sorted(Mixed), {'a': 1}.get(Mixed.A), isinstance(Mixed.A, str), ','.join(Mixed), Mixed.A.name, Mixed.A.value, len(Mixed.A), hash(Mixed.A) == hash('a'))
from enum import Enum
class F(float, Enum):
    PI = 3.14
    E = 2.71
print(F.PI, F.PI + 1, F.PI > F.E, repr(F.PI), F(2.71), round(F.PI))
class T(tuple, Enum):
    A = (1, 2)
    B = (3, 4)
print(T.A, T.A[0], len(T.B), repr(T.A), T((1, 2)))
from enum import Flag, IntFlag, auto, STRICT, CONFORM, EJECT, KEEP
class P(Flag):
    R = 4
    W = 2
    X = 1
    RWX = 7
print(P.R | P.W, P(5), P.RWX, list(P.RWX), list(P), P.R in P.RWX, P(0), ~P.X, P.R & P.W, P.R ^ P.RWX, bool(P.R & P.W), P['R'], len(P), P.RWX.name, (P.R | P.X).name, P.R.value, P.__members__, [f.name for f in P.R | P.X], str(P.R|P.W), repr(P(3)), P.R == P(4), P.R | P.R is P.R, hash(P.R) == hash(P(4)))
p = P.R; p |= P.W; print(p); p &= ~P.R; print(p); p ^= P.X; print(p)
for bad in (lambda: P(8), lambda: P.R | 1, lambda: P('x'), lambda: 1 in P.R, lambda: P.R + 1, lambda: P.R < P.W):
    try: print(bad())
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
class Q(Flag, boundary=CONFORM):
    A = 1; B = 2
print(Q(9), Q.A | Q.B)
class S(IntFlag):
    A = auto(); B = auto(); C = auto()
print(S.A | S.B, S(7), S(8), repr(S(8)), S.A + 1, S.A == 1, S.A | 4, repr(S.A | 16), list(S), ~S.B, S.C in S(7), isinstance(S.A | S.B, S), S(0), repr(S(0)), f'{S.A | S.B:b}', S.A < S.B)
from enum import Enum, verify, UNIQUE, CONTINUOUS, unique
try:
    @verify(UNIQUE)
    class A(Enum):
        X = 1; Y = 1
except ValueError as e: print(e)
try:
    @verify(CONTINUOUS)
    class A(Enum):
        X = 1; Y = 3
except ValueError as e: print(e)
from enum import Enum
Color = Enum('Color', {'RED': 1, 'BLUE': 2}); print(list(Color), Color.RED)
Animal = Enum('Animal', ['CAT', 'DOG'], start=10); print(list(Animal), Animal(10), repr(Animal), Animal.__module__)
E = Enum('E', 'a,b c', type=str) if False else Enum('E', 'a, b'); print(list(E))
try: Enum('Z')
except TypeError as e: print(e)
from enum import Enum
class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius
    @property
    def gravity(self): return self.mass / self.radius
    @classmethod
    def heaviest(cls): return max(cls, key=lambda p: p.mass)
    @staticmethod
    def hello(): return 'hi'
print(Planet.heaviest(), Planet.MERCURY.gravity, Planet.hello(), Planet.MERCURY.mass)
try:
    class Bad(Enum):
        A = (1, 2)
        def __init__(self, x): pass
except TypeError as e: print(e)
from enum import Enum
class Token(Enum):
    NUM = r'\d+'
    ADD = r'\+'
    _ignore_ = ['tmp']
    tmp = 3
    __private = 5
    @property
    def pattern(self): return f'(?P<{self.name}>{self.value})'
print('|'.join(t.pattern for t in Token), len(Token))
class Outer:
    class Inner(Enum):
        A = 1
        B = 2
    default = Inner.A
print(Outer.Inner.A, Outer.default, repr(Outer.Inner), Outer.Inner.__qualname__)
try: Outer.Inner(5)
except ValueError as e: print(e)
from enum import Enum
class Base(Enum):
    @classmethod
    def names(cls): return [m.name for m in cls]
    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            for m in cls:
                if m.name.lower() == value.lower(): return m
class Fruit(Base):
    APPLE = 1
    PEAR = 2
print(Fruit.names(), Fruit('apple'), Fruit('PEAR'))
for v in ('kiwi', 9, None):
    try: Fruit(v)
    except ValueError as e: print(e)
class Bad(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value): return 5
try: Bad(2)
except TypeError as e: print(e)
class Bad2(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value): raise KeyError('nope')
try: Bad2(2)
except KeyError as e: print(repr(e), repr(e.__context__))
from enum import Enum, auto
class Op(Enum):
    ADD = auto()
    SUB = auto()
    def apply(self, a, b):
        match self:
            case Op.ADD: return a + b
            case Op.SUB: return a - b
print([op.apply(5, 3) for op in Op])
funcs = {Op.ADD: lambda a, b: a + b}; print(funcs[Op.ADD](1, 2), Op.ADD in funcs, Op.SUB in funcs)
for name, member in Op.__members__.items(): print(name, member, member.value)
print(Op.ADD is Op['ADD'], Op(1) is Op.ADD, Op.ADD == Op.SUB, Op.ADD != 1, id(Op.ADD) == id(Op(1)), isinstance(Op.ADD, Op), type(Op), issubclass(Op, Enum), Op.ADD.name.lower(), list(map(str, Op)), list(reversed(Op)), dict(enumerate(Op)))
import copy; print(copy.copy(Op.ADD) is Op.ADD, copy.deepcopy({'a': Op.ADD})['a'] is Op.ADD)
from enum import Enum
from dataclasses import dataclass
@dataclass
class Info:
    label: str
    cost: int
class Item(Info, Enum):
    A = 'apple', 3
    B = 'bread', 2
print(Item.A, repr(Item.A), Item.A.label, Item.B.cost)
class Level(Enum):
    LOW = Info('low', 1)
print(Level.LOW, repr(Level.LOW), Level.LOW.value.label)
from enum import StrEnum, auto
class S(StrEnum):
    A_B = auto()
    C = 'see'
print(S.A_B, repr(S.C), S('see'), S.C == 'see', S.C.upper(), [*S], S.C in {'see'}, f'{S.C:>6}', S.A_B.split('_'), S.C < S.A_B, S.C[0], str(S.C), S.C + '!', '-'.join(S), 'se' in S.C, {S.C: 1}['see'], S.C.startswith('s'), isinstance(S.C, str), 'see' in S)
try:
    class B(StrEnum): X = 3
except TypeError as e: print(e)
