from collections import namedtuple
import collections
Point = namedtuple('Point', ['x', 'y'])
p = Point(1, 2)
print(p, repr(p), p.x, p[1], p._fields, Point._fields, p._asdict(), p._replace(x=10), Point._make([5, 6]), p == (1, 2), p == Point(1, 2), hash(p) == hash((1, 2)), isinstance(p, tuple), len(p), tuple(p), list(p), p + (3,), p * 2, p[::-1], 1 in p, p.index(2), p.count(1))
x, y = p; print(x, y, *p, max(p), sum(p))
E = namedtuple('E', 'name age, city', defaults=['Rome']); print(E('a', 3), E._field_defaults, E('b', age=4, city='X'), E.__doc__)
R = namedtuple('R', 'a def a _x ok', rename=True); print(R._fields, R(1,2,3,4,5))
for bad in [('P', 'a a'), ('P', 'a _b'), ('P', 'a class'), ('P', 'a 1b'), ('1P', 'a'), ('class', 'a')]:
    try: namedtuple(*bad)
    except ValueError as e: print(e)
try: namedtuple('P', 'a', defaults=[1, 2])
except TypeError as e: print(e)
for call in [lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: Point(), lambda: p._replace(q=1), lambda: Point._make([1]), lambda: Point(x=1, y=2), lambda: Point(1, x=2)]:
    try: print(call())
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
try: p.x = 5
except AttributeError as e: print(e)
try: del p.x
except AttributeError as e: print(e)
try: p.z = 5
except AttributeError as e: print(e)
try: p.q
except AttributeError as e: print(e)
class P3(Point):
    def norm(self): return self.x + self.y
    @property
    def swapped(self): return P3(self.y, self.x)
    def __str__(self): return f'<{self.x},{self.y}>'
q = P3(3, 4); print(q, repr(q), q.norm(), q.swapped, q._replace(x=0), type(q._replace(x=0)).__name__, q == (3, 4)); q.extra = 1; print(q.extra)
class P4(namedtuple('P4Base', 'a b')):
    __slots__ = ()
    def __new__(cls, a, b=7): return super().__new__(cls, a, b * 2)
print(P4(1), P4(1, 2), P4.__mro__)
print(sorted([Point(2, 1), Point(1, 9), Point(1, 2)]), min(Point(1, 5), Point(0, 9)), {Point(1, 2): 'k'}[(1, 2)], sorted([Point(2, 1), Point(1, 9)], key=lambda t: t.y))
match p:
    case Point(x=0): print('no')
    case Point(a, b): print('matched', a, b)
match p:
    case (a, b): print('tuple', a, b)
print(f"{p}", "%s" % (p,), "%s %s" % p, "{0.x} {1}".format(p, p), Point.x, Point.__name__, Point.__module__, Point.__slots__, Point.__match_args__, Point.__new__.__qualname__, Point._make.__doc__, p.__class__, Point.x.__doc__)
print(Point(**{'x': 1, 'y': 2}), Point(*[3, 4]), [Point(i, i * i) for i in range(3)], dict(zip(p._fields, p)), {**p._asdict()})
class Emp(namedtuple('Emp', 'name salary')):
    """An employee."""
    raise_by = 2
    def up(self): return self._replace(salary=self.salary * self.raise_by)
print(Emp('a', 3).up(), Emp.__doc__)
Point.x.__doc__ = 'abscissa'; print(Point.x.__doc__)
N = namedtuple('N', []); print(N(), N._fields)
S1 = namedtuple('S1', 'only'); print(S1(1), S1.__doc__)
t = Point([1], {'a': 2}); t.x.append(2); print(t)
import asyncio
async def main():
    r = await asyncio.gather(*(one(i) for i in range(3)))
    print(r)
async def one(i):
    await asyncio.sleep(i)
    return Point(i, i)
asyncio.run(main())
