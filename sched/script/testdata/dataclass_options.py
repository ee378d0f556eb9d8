from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass, FrozenInstanceError, KW_ONLY, InitVar, make_dataclass
@dataclass
class Point:
    x: int
    y: int = 0
p = Point(1)
print(p, p == Point(1,0), p != Point(2), Point(1,2).y)
try: Point()
except TypeError as e: print(e)
try: Point(1,2,3)
except TypeError as e: print(e)
try: Point(1,z=3)
except TypeError as e: print(e)
@dataclass(frozen=True, order=True)
class V:
    a: int
    b: str = field(default="q", compare=False)
    c: int = field(default=3, repr=False)
v=V(1)
print(v, hash(v)==hash(V(1)), V(1)<V(2), sorted([V(3),V(1),V(2)]))
try: v.a=3
except FrozenInstanceError as e: print(type(e).__name__, e, isinstance(e, AttributeError))
try: del v.a
except FrozenInstanceError as e: print(e)
try: v.zz=3
except FrozenInstanceError as e: print(e)
print(asdict(v), astuple(v), replace(v,a=9), [f.name for f in fields(v)], is_dataclass(V), is_dataclass(v), is_dataclass(3))
@dataclass
class Item:
    name: str
    tags: str = field(default_factory=list)
    _: KW_ONLY
    price: float = 1.5
    def __post_init__(self):
        self.upper = self.name.upper()
i=Item("a"); j=Item("b", ["x"], price=3)
print(i,j,i.upper, Item.__match_args__)
i.tags.append(1); print(i, Item("c"))
try: hash(i)
except TypeError as e: print(e)
try: i < j
except TypeError as e: print(e)
try:
    @dataclass
    class B:
        x: int = []
except ValueError as e: print(e)
try:
    @dataclass
    class B2:
        x: int = 1
        y: int
except TypeError as e: print(e)
@dataclass
class C(Point):
    z: int = 7
    w: InitVar = None
    def __post_init__(self, w): self.ww = w
c = C(1,2,w=5); print(c, c.ww, c == C(1,2))
match c:
    case C(x, y, z): print('m', x, y, z)
@dataclass(slots=True)
class S:
    a: int
    b: int = 5
s=S(1); print(s, s.b, S.__slots__)
try: s.q=1
except AttributeError as e: print(e)
@dataclass
class Node:
    v: int
    nxt: "Node" = None
n=Node(1); n.nxt=n; print(n)
D=make_dataclass('D',['x',('y',int,field(default=5))]); print(D(1))
print(Point.__init__.__qualname__, Point.__eq__.__name__, Point.__module__)
print(Point.__init__.__annotations__)
print(repr(Point), Point.__dataclass_params__)
try: asdict(3)
except TypeError as e: print(e)
try: replace(v, q=1)
except TypeError as e: print(e)
