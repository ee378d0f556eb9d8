
class Stack(list):
    """A stack."""
    def push(self, x):
        self.append(x)
    def peek(self):
        return self[-1]
    def append(self, x):
        print("append", x)
        super().append(x)

s = Stack([1, 2])
s.push(3)
print(s, len(s), s.peek(), s[0:2], type(s[0:2]), type(s + [4]), s == [1, 2, 3], isinstance(s, list), list(s))
s.name = "st"
print(s.name, s.__dict__, vars(s))
s += [9]
print(type(s), s, 9 in s, s.index(9), sorted(s, reverse=True), sum(s), max(s))
print(Stack(), bool(Stack()), Stack("ab"), repr(Stack("ab")))
for i, x in enumerate(s):
    print(i, x)
a, *b = s
print(a, b, [*s], (*s,), {*s})
print(s.copy(), type(s.copy()), s * 2, type(s * 2), type(2 * s))
try:
    hash(s)
except TypeError as e:
    print(e)
print(Stack.__mro__, Stack.__bases__, Stack.__doc__)

class Loud(list):
    def __init__(self, *items, tag="t"):
        super().__init__(items)
        self.tag = tag
    def __getitem__(self, i):
        return ("got", super().__getitem__(i))
    def __len__(self):
        return super().__len__() + 100
    def __iter__(self):
        for x in super().__iter__():
            yield x * 10
    def __contains__(self, x):
        return x == "magic" or super().__contains__(x)
    def __repr__(self):
        return f"Loud({super().__repr__()}, tag={self.tag!r})"
    def __eq__(self, other):
        return "eq"
    def __setitem__(self, i, v):
        print("set", i, v)
        super().__setitem__(i, v)
    def __delitem__(self, i):
        print("del", i)
        super().__delitem__(i)

l = Loud(1, 2, 3, tag="x")
print(l, len(l), l[0], list(l), [y for y in l], "magic" in l, 2 in l, 20 in l, l == 3, bool(l))
l[0] = 5
del l[1]
print(l, str(l), f"{l}", "%s" % (l,))
print(tuple(l), set(l), sum(l), max(l), sorted(l), list(map(str, l)), list(zip(l, l)), dict(enumerate(l)))
x, y = l
print(x, y, *l)
print([0] + l, list.__len__(l), list.__repr__(l), list.__getitem__(l, 0))

class D(dict):
    def __missing__(self, key):
        self[key] = v = key * 2
        return v
    def __setitem__(self, k, v):
        print("set", k, v)
        super().__setitem__(k, v)

d = D(a=1)
print(d["zz"], d, d.get("q"), "q" in d, len(d), d | {"u": 1}, type(d | {"u": 1}))
d.update(b=2)
print(d, list(d.items()), dict(d), d == {"a": 1, "zz": "zzzz", "b": 2}, {**d})
def kw(**k): return k
print(kw(**d))
d.x = 3
print(d.x, vars(d), d.pop("a"), d.setdefault("n", 4), d)
try:
    {}["missing"]
except KeyError as e:
    print(repr(e))

class AttrDict(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None
    def __setattr__(self, name, value):
        self[name] = value
    def __delattr__(self, name):
        del self[name]
ad = AttrDict(host="h", port=1)
ad.user = "u"
print(ad.host, ad, ad.user)
del ad.port
print(ad, hasattr(ad, "port"), getattr(ad, "port", "none"))
try:
    ad.nope
except AttributeError as e:
    print("AE", e)

class Name(str):
    def __new__(cls, value, extra=None):
        self = super().__new__(cls, value.title())
        self.extra = extra
        return self
    def shout(self):
        return self.upper() + "!"

n = Name("ann lee", extra=7)
print(n, repr(n), n.shout(), n.extra, len(n), n[0], n[1:], type(n[1:]), n == "Ann Lee", hash(n) == hash("Ann Lee"))
print(n + "x", "x" + n, type(n + "x"), n * 2, n in {"Ann Lee": 1}, {n: 1}["Ann Lee"], "Ann" in n, n < "B", "B" > n)
print(", ".join([n, n]), f"{n:>10}|{n!r}", "%s|%r|%5s" % (n, n, n), n.replace("A", "a"), type(n.lower()), type(str(n)))
print(isinstance(n, str), n.split(), n.startswith("Ann"), "{}-{:<9}|".format(n, n), sorted([n, "A"]))

class Loud2(str):
    def __str__(self): return "STR"
    def __repr__(self): return "REPR"
    def __len__(self): return 42
    def __eq__(self, o): return True
    def __hash__(self): return 1
    def __format__(self, spec): return f"<{spec}>"
    def __add__(self, o): return "added"
    def __iter__(self): return iter([1, 2])
q = Loud2("abc")
print(q, str(q), repr(q), len(q), q == "zzz", f"{q}", f"{q:5}", f"{q!s}", f"{q!r}", q + "x", list(q), q.upper(), [q], hash(q))

class Celsius(float):
    def __new__(cls, v):
        return super().__new__(cls, round(v, 1))
    def __repr__(self):
        return f"Celsius({float(self)})"
    def __add__(self, o):
        return Celsius(float(self) + o)
    __radd__ = __add__
c = Celsius(21.456)
print(c, repr(c), c + 1, 1 + c, c * 2, type(c * 2), c > 20, round(c), f"{c:.3f}", f"{c}", int(c), -c, abs(c), c == 21.5, hash(c) == hash(21.5), sum([c, c]), max(c, 3))
print(c.is_integer(), c.real, c / 2, c // 2, c % 2, divmod(c, 2), c ** 2, bool(c))

class Even(int):
    def __new__(cls, v):
        if v % 2:
            raise ValueError(f"{v} is odd")
        return super().__new__(cls, v)
    def half(self):
        return self // 2
e = Even(10)
print(e, repr(e), e + 1, 1 + e, type(e + 1), e.half(), [0] * 11 and list(range(e))[-1], "abcdefghijk"[e], f"{e:05d}", f"{e:x}", "%d" % e, e == 10, e in [10], {e: 1}[10], -e, ~e, e & 3, e << 1, hash(e), e.bit_length(), int(e), type(int(e)), float(e), bool(e), e.real, str(e) + "!")
try:
    Even(3)
except ValueError as x:
    print(x)

class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))
    @property
    def x(self): return self[0]
    @property
    def y(self): return self[1]
    def __add__(self, o):
        return Point(self.x + o.x, self.y + o.y)
    def __repr__(self):
        return f"Point(x={self.x}, y={self.y})"
p = Point(1, 2)
print(p, p + Point(3, 4), p == (1, 2), hash(p) == hash((1, 2)), p.x, tuple(p), len(p), {p: 1}, p[::-1], type(p[:]), sorted([Point(3, 1), p]))
px, py = p
print(px, py, isinstance(p, tuple), "%d-%d" % p, p < Point(1, 3), 2 in p)

class Bag(set):
    def add(self, x):
        print("add", x)
        super().add(x)
b = Bag([1, 2])
b.add(3)
print(b, len(b), b | {9}, type(b | {9}), type(b & {1}), type(b - {1}), type(b ^ {1}), b == {1, 2, 3}, 2 in b, type(b.union([4])), type(b.copy()), b <= {1, 2, 3, 4}, sorted(b))
print(Bag(), frozenset([1]) | b)
class FB(frozenset):
    pass
fb = FB([1, 2])
print(fb, repr(FB()), type(fb | {3}), type(fb & {1}), type(fb - {1}), hash(fb) == hash(frozenset([1, 2])), type(fb.union([3])), type(fb.difference([3])), type(fb.copy()), type(fb.intersection([1])), type(fb.symmetric_difference([1])), type(fb ^ {1}))

class Err(KeyError):
    def __init__(self, key, hint):
        super().__init__(key)
        self.hint = hint
try:
    raise Err("k", "h")
except LookupError as x:
    print(repr(x), str(x), x.args, x.hint)

class MyGroup(ExceptionGroup):
    def __new__(cls, msg, excs, code=0):
        self = super().__new__(cls, msg, excs)
        self.code = code
        return self
    def derive(self, excs):
        return MyGroup(self.message, excs, self.code)
g = MyGroup("g", [ValueError(1), TypeError(2)], 5)
m, r = g.split(ValueError)
print(repr(m), repr(r), type(m), m.code, g.code, str(g), g.exceptions)
try:
    try:
        raise g
    except* ValueError as eg:
        print("caught", repr(eg), eg.code)
except MyGroup as rest:
    print("rest", repr(rest), rest.code)

class cached(property):
    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        print("get", self.fget.__name__)
        return super().__get__(obj, owner)
class H:
    @cached
    def v(self):
        return 42
print(H().v, isinstance(H.v, property))

class Mixin:
    def describe(self):
        return f"{type(self).__name__} of {len(self)}"
class ML(Mixin, list): pass
class MD(Mixin, dict): pass
print(ML([1, 2]).describe(), MD(a=1).describe(), ML.__mro__)
try:
    class Bad(list, dict): pass
except TypeError as x:
    print(x)
try:
    class Bad2(bool): pass
except TypeError as x:
    print(x)
class Sub(Stack):
    pass
print(Sub([1]), isinstance(Sub(), Stack), Sub.__name__, Stack.__subclasses__())
print(int.__add__(3, 4), str.upper("x"), list.append, dict.get, str.__len__("abc"), (3).__add__(4), "a".__contains__("a"), [1].__len__(), {}.__contains__(1))
match s:
    case [a, b, *rest]:
        print("seq", a, b, rest)
match d:
    case {"b": v, **rest}:
        print("map", v, rest)
match n:
    case "Ann Lee":
        print("name")
match e:
    case int(v):
        print("int", v, type(v))

class UC(dict):
    def __getitem__(self, k):
        return super().__getitem__(k.lower())
    def __contains__(self, k):
        return super().__contains__(k.lower())
    def get(self, k, default=None):
        return super().get(k.lower(), default)
uc = UC(abc=1)
print(uc["ABC"], "ABC" in uc, uc.get("ABC"), uc.get("zz", 5))
class Counted(dict):
    def __len__(self): return 99
    def __iter__(self): return iter("xyz")
    def keys(self): return ["abc"]
cd = Counted(abc=1)
print(len(cd), list(cd), dict(cd), cd.items(), bool(cd), cd)
