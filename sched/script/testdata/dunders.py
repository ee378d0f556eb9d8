# language: classes and dunders
class Meta: pass
class A:
    """Doc of A."""
    x: int = 1
    y: "str"
    def __init__(self, v): self.v = v
    def __getattribute__(self, name):
        if name == "magic":
            return 42
        return super().__getattribute__(name)
a = A(3)
print(a.magic, a.v, a.x, A.__annotations__, A.__doc__, A.__module__, A.__name__, A.__qualname__)
try:
    a.nope
except AttributeError as e:
    print(e, e.name, e.obj is a)
class B:
    def __getattribute__(self, name):
        print("get", name)
        return object.__getattribute__(self, name)
    def __getattr__(self, name):
        return f"dyn_{name}"
    def meth(self): return "m"
b = B()
print(b.foo, b.meth())
b.q = 5
print(b.q)

class V:
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"V({self.x}, {self.y})"
    def __add__(self, o): return V(self.x + o.x, self.y + o.y) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __sub__(self, o): return V(self.x - o.x, self.y - o.y)
    def __mul__(self, k): return V(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    def __neg__(self): return V(-self.x, -self.y)
    def __pos__(self): return self
    def __invert__(self): return "inv"
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __bool__(self): return bool(self.x or self.y)
    def __eq__(self, o): return isinstance(o, V) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __iter__(self): yield self.x; yield self.y
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __len__(self): return 2
    def __contains__(self, v): return v in (self.x, self.y)
    def __call__(self, *a, **k): return ("called", a, k)
    def __format__(self, spec): return f"<{self.x:{spec}}|{self.y:{spec}}>"
    def __round__(self, n=None): return V(round(self.x, n), round(self.y, n))
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __trunc__(self): return 7
    def __int__(self): return int(self.x)
    def __float__(self): return float(self.x)
    def __index__(self): return int(self.x)
    def __divmod__(self, o): return ("dm", o)
    def __rdivmod__(self, o): return ("rdm", o)
    def __pow__(self, n, mod=None): return ("pow", n, mod)
    def __rpow__(self, n): return ("rpow", n)
    def __lshift__(self, o): return ("<<", o)
    def __rshift__(self, o): return (">>", o)
    def __and__(self, o): return ("&", o)
    def __or__(self, o): return ("|", o)
    def __xor__(self, o): return ("^", o)
    def __truediv__(self, o): return ("/", o)
    def __floordiv__(self, o): return ("//", o)
    def __mod__(self, o): return ("%", o)
    def __rmod__(self, o): return ("r%", o)
    def __iadd__(self, o): self.x += 100; return self
    def __lt__(self, o): return abs(self) < abs(o)
    def __reversed__(self): return iter([self.y, self.x])
    def __bytes__(self): return b"vv"
    def __dir__(self): return ["z", "a"]
v, w = V(1, 2), V(3, 4)
print(v + w, sum([v, w]), v - w, v * 2, 2 * v, v @ w, -v, +v, ~v, abs(w), bool(V(0, 0)), v == V(1, 2), v != w, len({v, V(1, 2)}))
print(list(v), v[0], v[-1], len(v), 2 in v, v(1, k=2), f"{v:.1f}", format(w, "d"), round(V(1.26, 2.5), 1), round(V(1.5, 2.5)))
print(int(v), float(v), [10, 20, 30][v], hex(w), range(w), divmod(v, 5), divmod(5, v), v ** 2, pow(v, 2, 3), 2 ** v, v << 1, v >> 1, v & 1, v | 1, v ^ 1, v / 1, v // 1, v % 1, 5 % v)
v += 1
print(v, v < w, v > w, w < v, sorted([w, V(1, 1)]), max(v, w, key=abs), list(reversed(w)), bytes(w), dir(w), "%d" % w, "%s" % (w,), "%.1f" % w)
import math
print(math.floor(w), math.ceil(w), math.trunc(w), [1, 2, 3][V(0, 0):w], "ab" * w)
try:
    v + "x"
except TypeError as e: print(e)
try:
    "x" + v
except TypeError as e: print(e)
try:
    v <= w
except TypeError as e: print(e)

# order of reflected
class P:
    def __add__(self, o): return "P.add"
    def __radd__(self, o): return "P.radd"
    def __eq__(self, o): print("P.eq"); return NotImplemented
class Q(P):
    def __radd__(self, o): return "Q.radd"
class R(P): pass
print(P() + Q(), Q() + P(), P() + R(), R() + P(), P() == R(), P() != Q())
class N:
    def __add__(self, o): print("N.add"); return NotImplemented
    def __radd__(self, o): print("N.radd"); return NotImplemented
    def __lt__(self, o): print("N.lt"); return NotImplemented
    def __gt__(self, o): print("N.gt"); return NotImplemented
for f in (lambda: N() + N(), lambda: N() + 1, lambda: 1 + N(), lambda: N() < N(), lambda: N() < 1, lambda: 1 < N()):
    try: f()
    except TypeError as e: print(e)

# descriptors
class Desc:
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return obj.__dict__.get("_" + self.name, "unset")
    def __set__(self, obj, value):
        if not isinstance(value, int): raise TypeError(f"{self.name} must be int, got {type(value).__name__}")
        obj.__dict__["_" + self.name] = value
    def __delete__(self, obj): del obj.__dict__["_" + self.name]
class NonData:
    def __get__(self, obj, owner): return ("nondata", obj is None, owner.__name__)
class D:
    a = Desc(); b = Desc(); nd = NonData()
d = D()
d.a = 5
print(d.a, d.b, d.__dict__, d.nd, D.nd)
d.__dict__["nd"] = "own"
print(d.nd)
try: d.b = "s"
except TypeError as e: print(e)
del d.a
print(d.a, vars(d), isinstance(D.a, Desc))

# slots
class S:
    __slots__ = ("x", "y")
    def __init__(self, x): self.x = x
s = S(1)
for f in (lambda: s.y, lambda: setattr(s, "z", 1), lambda: s.__dict__, lambda: delattr(s, "y")):
    try: print(f())
    except AttributeError as e: print(e)
print(S.__slots__, S.x, hasattr(s, "x"), hasattr(s, "y"))
class S2(S): pass
s2 = S2(3); s2.z = 5; print(s2.__dict__, s2.x)

# init_subclass, class kwargs
class Base:
    registry = {}
    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry[key or cls.__name__] = cls
        cls.tag = key
class C1(Base, key="one"): pass
class C2(Base): pass
print(Base.registry, C1.tag, C2.tag, Base.__subclasses__())
try:
    class C3(Base, nokey=1): pass
except TypeError as e: print(e)
# type with three args
T = type("T", (Base,), {"hello": lambda self: "hi", "n": 3})
print(T, T().hello(), T.n, T.__mro__, T.__bases__, T.__name__, T.__module__)
# class_getitem
class G:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
print(G[int], G["x", 1])
# property
class Temp:
    def __init__(self): self._c = 0
    @property
    def c(self):
        "the c"
        return self._c
    @c.setter
    def c(self, v):
        if v < -273: raise ValueError("cold")
        self._c = v
    @c.deleter
    def c(self): print("del c"); self._c = 0
    @property
    def ro(self): return 1
    @staticmethod
    def sm(x): return x * 2
    @classmethod
    def cm(cls, x): return cls.__name__, x
    @classmethod
    @property
    def nope(cls): return 1
t = Temp()
t.c = 5; print(t.c, Temp.c.__doc__, Temp.c.fget.__name__); del t.c
for f in (lambda: setattr(t, "ro", 2), lambda: setattr(t, "c", -300), lambda: delattr(t, "ro")):
    try: f()
    except (AttributeError, ValueError) as e: print(type(e).__name__, e)
print(t.sm(2), Temp.sm(3), t.cm(1), Temp.cm(2), Temp.__dict__["sm"].__func__(4))
print(Temp.sm.__name__, Temp.cm.__name__, t.cm.__self__, t.c)
class W:
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, v, tb): print("exit", t, v, tb is None); return True
with W() as ww, W():
    raise KeyError("k")
print(isinstance(True, int), issubclass(bool, int), isinstance(1, (str, int)), isinstance("s", int | str), issubclass(int, (str, object)))
print(type(a), type(A), type(type), A, repr(A), str(A), type(None), type(...), type(NotImplemented), type(lambda: 0), type(print), type([].append), type(len), type((i for i in [])), type(range(1)), type({}.keys()), type(iter([])), type(enumerate([])), type(zip()), type(Ellipsis), type(a.__init__), type(A.__init__), type(str.upper), type("x".upper), type(property()), type(super))
class Abs:
    def __hash__(self): return 5
    def __eq__(self, o): return True
print(hash(Abs()), {Abs(): 1}[Abs()], Abs() in [1], [1].count(Abs()), [1, 2].index(Abs()))
class NoHash:
    def __eq__(self, o): return True
for f in (lambda: hash(NoHash()), lambda: {NoHash()}, lambda: {NoHash(): 1}, lambda: {[]: 1}, lambda: {(1, []): 2}, lambda: hash({})):
    try: f()
    except TypeError as e: print(e)
print(NoHash.__hash__)
class Bad:
    def __len__(self): return -1
    def __bool__(self): return 5
    def __str__(self): return 5
    def __repr__(self): return None
    def __hash__(self): return "x"
    def __index__(self): return "i"
    def __iter__(self): return 5
    def __contains__(self, x): return []
    def __int__(self): return 1.5
    def __float__(self): return 1
    def __format__(self, s): return 4
for f in (len, bool, str, repr, hash, iter, list, lambda b: 1 in b, int, float, format, lambda b: [1][b], lambda b: f"{b}", print, lambda b: b(), lambda b: b.x, lambda b: b[0], lambda b: next(b), lambda b: -b, lambda b: b @ b, hex):
    try: print(f(Bad()))
    except Exception as e: print(type(e).__name__, e)
