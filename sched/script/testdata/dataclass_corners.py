from dataclasses import dataclass, field
@dataclass
class A:
    x: int
    def __init__(self, x): self.x = x * 2
print(A(2), A.__init__.__name__)
from dataclasses import dataclass
@dataclass
class A:
    x: int = 1
    def __repr__(self): return 'custom'
    def __eq__(self, o): return True
print(A(), A(2) == A(3))
try: hash(A())
except TypeError as e: print(e)
from dataclasses import dataclass
try:
    @dataclass(order=True)
    class A:
        x: int
        def __lt__(self, o): return 1
except TypeError as e: print(e)
try:
    @dataclass(order=True, eq=False)
    class A: x: int
except ValueError as e: print(e)
try:
    @dataclass(unsafe_hash=True)
    class A:
        x: int
        def __hash__(self): return 1
except TypeError as e: print(e)
try:
    @dataclass(frozen=True)
    class A:
        x: int
        def __setattr__(self, n, v): pass
except TypeError as e: print(e)
from dataclasses import dataclass, field, fields
@dataclass(frozen=True)
class P: x: int
try:
    @dataclass
    class Q(P): y: int
except TypeError as e: print(e)
@dataclass
class M: x: int
try:
    @dataclass(frozen=True)
    class Q(M): y: int
except TypeError as e: print(e)
from dataclasses import dataclass, field
try: field(default=1, default_factory=list)
except ValueError as e: print(e)
try:
    @dataclass
    class A:
        x = field(default=3)
except TypeError as e: print(e)
for d in ({}, set()):
    try:
        @dataclass
        class A:
            x: object = d
    except ValueError as e: print(e)
from dataclasses import dataclass, field, asdict, astuple
from collections import namedtuple, defaultdict, OrderedDict
P = namedtuple('P', 'a b')
@dataclass
class In: v: int
@dataclass
class Out:
    i: In
    l: list = field(default_factory=lambda: [In(1), (In(2), {'k': In(3)})])
    p: P = P(1, In(4))
    d: dict = field(default_factory=lambda: defaultdict(list, {'x': [In(5)]}))
o = Out(In(0)); print(asdict(o)); print(astuple(o)); a = asdict(o); a['l'].append(1); print(len(o.l)); print(asdict(o, dict_factory=OrderedDict)); print(asdict(o, dict_factory=lambda kv: {k.upper(): v for k, v in kv})['I'])
from dataclasses import dataclass
@dataclass(slots=True)
class A:
    x: int
    y: int = 3
    def m(self): return self.x + self.y
a = A(1); print(a, a.m(), hasattr(a, '__dict__'), A.__slots__, A.__name__, A.__qualname__)
try: a.z = 1
except AttributeError as e: print(e)
@dataclass(slots=True)
class B(A):
    z: int = 5
print(B(1), B.__slots__, isinstance(B(1), A))
@dataclass(slots=True, frozen=True)
class F: x: int
try: F(1).x = 3
except AttributeError as e: print(type(e).__name__, e)
from dataclasses import dataclass
@dataclass(kw_only=True)
class A:
    x: int
    y: int = 2
print(A(x=1))
try: A(1)
except TypeError as e: print(e)
try: A()
except TypeError as e: print(e)
@dataclass
class B(A):
    z: int = 0
print(B(5, x=1), B.__match_args__)
from dataclasses import dataclass, field
import dataclasses
@dataclass
class A:
    x: int = field(metadata={'unit': 'm'}, default=1)
    y: int = field(init=False, default=9)
    z: int = field(repr=False, default=0)
f = dataclasses.fields(A)[0]; print(f.metadata, f.metadata['unit'], f.name, f.type, f.default, f.init, f.kw_only, A.y, A(1), A(5, 6).z)
try: A(1, 2, 3)
except TypeError as e: print(e)
try: dataclasses.replace(A(), y=3)
except (ValueError, TypeError) as e: print(type(e).__name__, e)
print(dataclasses.replace(A(), x=3))
try: dataclasses.fields(3)
except TypeError as e: print(e)
from dataclasses import dataclass
from typing import ClassVar, Optional
import typing
@dataclass
class A:
    n: ClassVar[int] = 0
    m: typing.ClassVar = 3
    x: Optional[int] = None
    def __post_init__(self): type(self).n += 1
A(); A(); print(A.n, A(), A.__annotations__, A.__doc__)
from dataclasses import dataclass
import copy
@dataclass
class A:
    l: list
a = A([1, [2]]); b = copy.copy(a); c = copy.deepcopy(a); a.l[1].append(3); print(b, c, b == a, c == a)
print(copy.replace(a, l=[]))
from dataclasses import dataclass
@dataclass
class A:
    self: int
    other: int = 2
print(A(1), A(self=3))
from dataclasses import dataclass
class Desc:
    def __set_name__(self, owner, name): self.name = '_' + name
    def __get__(self, obj, owner=None): return 7 if obj is None else getattr(obj, self.name)
    def __set__(self, obj, v):
        if v < 0: raise ValueError(f'{self.name[1:]} must be >= 0')
        setattr(obj, self.name, v)
@dataclass
class A:
    x: int = Desc()
print(A(), A(3))
try: A(-1)
except ValueError as e: print(e)
from dataclasses import dataclass, InitVar
@dataclass
class A:
    x: int
    scale: InitVar[int] = 2
    def __post_init__(self, scale): self.x *= scale
print(A(3), A(3, 5), InitVar[int], hasattr(A(1), 'scale'), A.__init__.__annotations__)
@dataclass
class B:
    a: int
    b: InitVar[int]
    def __post_init__(self, b): self.c = b
try: B(1)
except TypeError as e: print(e)
import dataclasses
try: dataclasses.replace(B(1, 2), a=3)
except (TypeError, ValueError) as e: print(type(e).__name__, e)
from dataclasses import dataclass
@dataclass
class Node:
    name: str
    children: list["Node"]
    parent: "Node" = None
r = Node('r', []); c = Node('c', [], r); r.children.append(c); print(r)
from dataclasses import dataclass
@dataclass
class E(Exception):
    code: int
    msg: str = 'x'
try: raise E(3)
except E as e: print(e, repr(e), e.code, e.args)
from dataclasses import dataclass, make_dataclass, field
C = make_dataclass('C', [('x', int), 'y', ('z', int, field(default=5))], namespace={'add': lambda self: self.x + self.z}, frozen=True)
c = C(1, 2); print(c, c.add(), C.__name__, C.__module__, C.__annotations__)
for bad in (['x', 'x'], ['1a'], ['class'], [('a', int, 3, 4)]):
    try: make_dataclass('D', bad)
    except TypeError as e: print(e)
from dataclasses import dataclass
def outer():
    @dataclass
    class Local:
        x: int
    return Local
print(outer()(3), outer())
from dataclasses import dataclass
@dataclass
class A: x: int
@dataclass
class B: x: int
print(A(1) == B(1), A(1) != B(1), A(1) == 1)
try: A(1) < A(2)
except TypeError as e: print(e)
print(A.__eq__(A(1), 3), A(1).__eq__(A(1)), A.__hash__, A(float('nan')) == A(float('nan')))
from dataclasses import dataclass
from functools import cached_property, total_ordering
@dataclass(frozen=True)
class A:
    x: int
    @cached_property
    def sq(self): print('c'); return self.x ** 2
a = A(3); print(a.sq, a.sq, a, a.__dict__)
from dataclasses import dataclass
@dataclass
class A:
    x: int
    __slots__ = ('x',)
print(A(1))
try: A(1).y = 2
except AttributeError as e: print(e)
from dataclasses import dataclass, field
from typing import List, Dict
@dataclass
class Inv:
    items: Dict[str, int] = field(default_factory=dict)
    log: List[str] = field(default_factory=list, compare=False)
    def __add__(self, o): return Inv({**self.items, **o.items})
    def __contains__(self, k): return k in self.items
    def __len__(self): return len(self.items)
    def __bool__(self): return True
    def __getitem__(self, k): return self.items[k]
    def __iter__(self): return iter(self.items)
i = Inv({'a': 1}) + Inv({'b': 2}); print(i, 'a' in i, len(i), i['b'], list(i), bool(Inv()))
