class Point:
    """A point."""

    origin = (0, 0)
    made = 0

    def __init__(self, x, y=2):
        self.x = x
        self.y = y
        Point.made += 1

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __iadd__(self, other):
        self.x += other
        return self

    def __neg__(self):
        return Point(-self.x, -self.y)

    def __lt__(self, other):
        return self.x < other.x

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __contains__(self, v):
        return v in (self.x, self.y)

    def __call__(self, *args, **kw):
        return args, kw

    def __format__(self, spec):
        return f"<{spec}:{self.x}>"

    def __bool__(self):
        return self.x != 0

    @property
    def norm(self):
        return self.x + self.y

    @norm.setter
    def norm(self, v):
        self.x = v - self.y

    @staticmethod
    def zero():
        return Point(0, 0)

    @classmethod
    def of(cls, pair):
        return cls(*pair)


p, q = Point(1), Point(1, 2)
print(p, repr(q), str(p), p == q, p != q, p is q, p == 3, hash(p) == hash(q), {p, q}, len(p))
print(p + q, sum([p, q]), -p, p < Point(5), p > Point(0), p[0], p[-1], list(p), 2 in p, 9 in p)
p += 10
print(p, p(1, 2, k=3), f"{p:abc} {p!r} {p}", bool(p), bool(Point.zero()), p.norm)
p.norm = 100
print(p, Point.of((7, 8)), Point.made, p.made, Point.origin, Point.__doc__, Point.__name__, p.__class__.__name__)
print(isinstance(p, Point), type(p), type(p) is Point, Point, callable(p), callable(Point), p.__dict__, vars(q))
for bad in ["p.nope", "p + 1", "p < 1", "Point()", "Point.nope", "p.norm2", "Point(1, 2, 3)", "p()()", "1 + p", "del_norm()", "set_ro()", "p['a']"]:
    def del_norm():
        del p.norm

    def set_ro():
        Ro().v = 1

    class Ro:
        @property
        def v(self):
            return 1

    try:
        {
            "p.nope": lambda: p.nope, "p + 1": lambda: p + 1, "p < 1": lambda: p < 1, "Point()": lambda: Point(),
            "Point.nope": lambda: Point.nope, "p.norm2": lambda: p.norm2, "Point(1, 2, 3)": lambda: Point(1, 2, 3),
            "p()()": lambda: p()(), "1 + p": lambda: 1 + p, "del_norm()": del_norm, "set_ro()": set_ro, "p['a']": lambda: p["a"],
        }[bad]()
    except Exception as e:
        print(bad, type(e).__name__, e)


class Base:
    kinds = []

    def __init_subclass__(cls, kind=None, **kw):
        super().__init_subclass__(**kw)
        Base.kinds.append((cls.__name__, kind))

    def __init__(self):
        print("Base init", type(self).__name__)

    def who(self):
        return "Base"

    def both(self):
        return f"{self.who()} via {type(self).__name__}"


class Left(Base, kind="l"):
    def __init__(self):
        print("Left init")
        super().__init__()

    def who(self):
        return "Left+" + super().who()


class Right(Base, kind="r"):
    def __init__(self):
        print("Right init")
        super().__init__()

    def who(self):
        return "Right+" + super().who()


class Both(Left, Right):
    def who(self):
        return "Both+" + super(Both, self).who()

    def lazily(self):
        return [super(Both, self).who() for i in range(2)], list(self.who() for i in range(1))


b = Both()
print(b.both(), Both.__mro__, Base.kinds, b.lazily(), issubclass(Both, Base), Both.__bases__)
try:
    class Wrong(Base, Both):
        pass
except TypeError as e:
    print(e)
print(Left.who(b), Base.who, repr(b.who)[:24])


class AppError(Exception):
    pass


class Coded(AppError):
    def __init__(self, code, message="none"):
        super().__init__(message)
        self.code = code

    def __str__(self):
        return f"[{self.code}] {self.args[0]}"


class Keeps(Exception):
    def __init__(self, a, b):
        self.a = a


for make in [lambda: AppError("a", 1), lambda: Coded(7, "seven"), lambda: Keeps(1, 2), lambda: AppError()]:
    try:
        raise make()
    except AppError as e:
        print("app", repr(e), str(e), e.args, isinstance(e, Exception))
    except Exception as e:
        print("other", repr(e), str(e), e.args, e.a)
try:
    try:
        raise KeyError("k")
    except KeyError as e:
        raise Coded(1) from e
except Coded as e:
    print(repr(e.__cause__), e.code)


class Account:
    __rate = 3

    def __init__(self):
        self.__balance = 5

    def total(self):
        return self.__balance * self.__rate


print(Account().total(), Account().__dict__)


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


s = Slotted()
print(s.a, hasattr(s, "b"), hasattr(s, "__dict__"))
try:
    s.c = 1
except AttributeError as e:
    print(e)


class Lazy:
    def __getattr__(self, name):
        if name.startswith("x"):
            return name.upper()
        raise AttributeError(f"no {name}")

    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)


z = Lazy()
z.k = 1
print(z.xyz, z.k, getattr(z, "nope", "default"), hasattr(z, "q"))
del z.k
try:
    z.k
except AttributeError as e:
    print(e)


class Descriptor:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        return self if obj is None else obj.__dict__.get("_" + self.name, 0)

    def __set__(self, obj, v):
        obj.__dict__["_" + self.name] = v * 2


class Owner:
    d = Descriptor()


o = Owner()
o.d = 21
print(o.d, o.__dict__, Owner.d.name)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Walks:
    def __iter__(self):
        yield from Countdown(3)


class Indexed:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError(i)
        return i * i


print(list(Countdown(3)), list(Walks()), list(Indexed()), 4 in Indexed(), sorted(Countdown(4)), next(iter(Countdown(2))))
a, *rest = Walks()
print(a, rest)


class Managed:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, repr(value), tb is None)
        return self.swallow


def through():
    with Managed("a") as a, Managed("b", True) as b:
        print(a, b)
        raise ValueError("inside")
    with Managed("c") as c:
        return c


print(through())
try:
    with Managed("d"):
        raise KeyError("d")
except KeyError as e:
    print("outside", e)
for bad in [3, Point(1)]:
    try:
        with bad:
            pass
    except TypeError as e:
        print(e)


class New:
    made = None

    def __new__(cls, *args):
        if cls.made is None:
            cls.made = super().__new__(cls)
        return cls.made

    def __init__(self, v=0):
        self.v = v


print(New(1) is New(2), New(3).v)


def make(n):
    class Inner:
        value = n
        doubled = [n * i for i in range(3)]

        def get(self):
            return self.value + n

    return Inner


print(make(4)().get(), make(2).doubled, make(1).__qualname__, make)
setattr(Point, "extra", lambda self: self.x * 2)
print(Point(4).extra(), getattr(Point(4), "x"), Point.__eq__ is not None)
Point.__len__ = lambda self: 99
print(len(Point(1)))


class Stack:
    def __init__(self):
        self._items = {}

    def __setitem__(self, k, v):
        self._items[k] = v

    def __getitem__(self, k):
        return self._items[k]

    def __delitem__(self, k):
        del self._items[k]


st = Stack()
st["a"] = 1
st["a"] += 5
print(st["a"])
del st["a"]
print(st._items)
sentinel = object()
print(sentinel == sentinel, sentinel == object(), repr(sentinel)[:15])


class WithEq:
    def __eq__(self, o):
        return True


try:
    hash(WithEq())
except TypeError as e:
    print(e)
print([1, WithEq()] == [1, 2], WithEq() != 3, 5 == WithEq())


class Ordered:
    def __init__(self, n):
        self.n = n

    def __lt__(self, o):
        return self.n < o.n

    def __repr__(self):
        return f"O{self.n}"


print(sorted([Ordered(3), Ordered(1)]), max([Ordered(3), Ordered(1)], key=lambda o: o.n), min(Ordered(5), Ordered(2)))


def tag(cls):
    cls.tag = "tagged"
    return cls


@tag
class Tagged:
    class Nested:
        depth = 2

    n = Nested.depth
    m = n + 1


print(Tagged.tag, Tagged.Nested.depth, Tagged.m, Tagged.Nested)
print(str(AppError), AppError.__module__, type(AppError("x")), repr(super))
try:
    class Bad(bool):
        pass
except TypeError as e:
    print(e)


class Vector:
    def __init__(self, *v):
        self.v = v

    def __abs__(self):
        return sum(i * i for i in self.v)

    def __round__(self, n=None):
        return (self.v, n)

    def __reversed__(self):
        return reversed(self.v)

    def __mul__(self, k):
        return Vector(*(i * k for i in self.v))

    __rmul__ = __mul__

    def __repr__(self):
        return f"Vector{self.v}"


w = Vector(1, 2)
print(abs(w), round(w), round(w, 2), list(reversed(w)), w * 2, 3 * w, Vector.mro())
try:
    w * "a" * None
except TypeError as e:
    print(e)
