from enum import Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique, EnumMeta, nonmember, member
class Color(Enum):
    """Colours."""
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def hex(self): return f"#{self.value:06x}"
    @property
    def low(self): return self.name.lower()
    @classmethod
    def default(cls): return cls.GREEN
    @staticmethod
    def st(): return 's'
print(Color.RED, repr(Color.RED), f"{Color.RED}", f"{Color.RED:>12}", Color.RED.name, Color.RED.value, Color.RED.low, Color.RED.hex(), Color.default(), Color.st())
print(list(Color), len(Color), Color.CRIMSON is Color.RED, Color(2), Color['BLUE'], Color.RED in Color, 2 in Color, 7 in Color)
try: Color(9)
except ValueError as e: print(e)
try: Color['X']
except KeyError as e: print(e)
try: Color.RED = 3
except AttributeError as e: print(e)
try: del Color.RED
except AttributeError as e: print(e)
try: Color.RED.value = 3
except AttributeError as e: print(e)
try: Color.RED.name = 3
except AttributeError as e: print(e)
try: Color.PINK
except AttributeError as e: print(e)
try: Color.RED < Color.BLUE
except TypeError as e: print(e)
print(Color.__members__)
print(Color, type(Color), isinstance(Color.RED, Color), type(Color.RED), Color.RED == 1, Color.RED != Color.GREEN, bool(Color.RED))
d = {Color.RED: 'r', Color.BLUE: 'b'}; print(d[Color.RED], d)
try:
    class More(Color): X = 1
except TypeError as e: print(e)
class N(IntEnum):
    LOW = 1
    MID = auto()
    HIGH = auto()
print(N.LOW, repr(N.LOW), f"{N.LOW}", N.LOW + 1, N.LOW < N.HIGH, sorted([N.HIGH, N.LOW]), max(N), N(2), N.MID == 2, f"{N.HIGH:03d}", "%d %s" % (N.MID, N.MID), str(N.HIGH), [10,20,30][N.LOW], hash(N.LOW)==hash(1), {1:'x'}[N.LOW])
class S(StrEnum):
    A = auto()
    B = "bee"
print(S.A, repr(S.A), S.B == "bee", S.B.upper(), f"{S.B}", S("bee"), ",".join(S), S.A + "x", len(S.B))
class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(P.R, repr(P.R), P.RW, repr(P.RW), P.R | P.X, repr(P.R|P.X), P.R & P.W, repr(P.R & P.W), ~P.R, P.R in P.RW, P.X in P.RW, bool(P(0)), list(P), list(P.RW), len(P.RW), P(3), P.RW.name, (P.R|P.X).name, (P.R|P.X).value, P(0).name, P.R ^ P.RW)
try: P(64)
except ValueError as e: print(e)
class IF(IntFlag):
    A = 1
    B = 2
    C = 4
print(IF.A | IF.B, repr(IF.A | IF.B), IF.A | 8, repr(IF.A|8), IF.A + 1, ~IF.A, repr(~IF.A), IF(0), repr(IF(0)), IF.A & 3, IF.A in IF(7), f"{IF.A|IF.C}", list(IF(5)))
class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH   = (5.976e+24, 6.37814e6)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def g(self): return 6.67300E-11 * self.mass / (self.radius ** 2)
print(Planet.EARTH, Planet.EARTH.value, round(Planet.EARTH.g, 2), repr(Planet.MERCURY), Planet((3.303e+23, 2.4397e6)))
class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values): return name.title()
    FIRST = auto()
    SECOND = auto()
print(list(Auto))
class Miss(Enum):
    A = 'a'; B = 'b'
    @classmethod
    def _missing_(cls, value):
        for m in cls:
            if m.value == str(value).lower(): return m
        return None
print(Miss('A'))
try: Miss('zz')
except ValueError as e: print(e)
try:
    @unique
    class U(Enum):
        A = 1; B = 1; C = 2; D = 2
except ValueError as e: print(e)
Anim = Enum('Anim', 'CAT DOG BEE'); print(list(Anim), Anim.CAT, Anim.__name__, Anim.__qualname__)
Anim2 = Enum('Anim2', [('A', 10), ('B', 20)]); print(list(Anim2))
Anim3 = IntEnum('Anim3', ['P','Q'], start=5); print(list(Anim3))
try:
    class Dup(Enum):
        A = 1
        A = 2
except TypeError as e: print(e)
def f(c):
    match c:
        case Color.RED: return 'red!'
        case Color.GREEN | Color.BLUE: return 'cool'
        case N(): return 'num'
        case _: return '?'
print(f(Color.RED), f(Color.BLUE), f(N.LOW), f(3))
class Op(Enum):
    ADD = '+'
    SUB = '-'
    def __call__(self, a, b): return a + b if self is Op.ADD else a - b
    def __str__(self): return self.value
print(Op.ADD(1,2), Op.SUB, f"{Op.ADD}", repr(Op.SUB), [o.name for o in reversed(Op)])
class Base(Enum):
    def shout(self): return self.name + '!'
class Sub(Base):
    X = 1
print(Sub.X.shout(), Sub.__mro__, Color.__doc__, Color.RED.__class__, Color.__members__.keys())
class Weekday(Enum):
    MON, TUE, WED = range(3)
    def __lt__(self, o): return self.value < o.value
print(min(Weekday), sorted(Weekday, reverse=True), Weekday.MON._value_, Weekday.MON._name_)
class W(Enum):
    A = [1,2]
    B = {'x': 1}
print(W([1,2]), W.B, [1,2] in W)
class NM(Enum):
    A = 1
    x = nonmember(5)
    @member
    def f(): pass
print(NM.x, list(NM) , len(NM))
import asyncio
async def main():
    st = Color.RED
    await asyncio.sleep(0)
    return st
print(asyncio.run(main()))
print(isinstance(N.LOW, int), issubclass(N, int), N.__members__['LOW'], Color.RED.__dict__)
