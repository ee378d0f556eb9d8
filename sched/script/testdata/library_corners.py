import heapq, inspect, dataclasses, collections, warnings, logging, enum, random
class Q:
    def __init__(self, v): self.v = v
    def __lt__(self, o): log.append((self.v, o.v)); return self.v < o.v
    def __repr__(self): return f"Q{self.v}"
for seed in range(8):
    r = random.Random(seed)
    for n in (-1, 0, 1, 2, 3, 7, 30):
        data = [r.randrange(12) for _ in range(20)]
        print(heapq.nsmallest(n, data), heapq.nlargest(n, iter(data)), heapq.nsmallest(n, iter(data), key=lambda x: -x % 5), heapq.nlargest(n, data, key=lambda x: x % 4))
        log = []
        print(heapq.nsmallest(n, iter([Q(x) for x in data])), log)
        log = []
        print(heapq.nlargest(n, iter([(x % 3, x) for x in data])), heapq.nlargest(n, iter([Q(x) for x in data]), key=lambda q: Q(q.v % 5)), log)
for f in (lambda: heapq.nsmallest(2, [1, 'a']), lambda: heapq.nsmallest(2, 5), lambda: heapq.nlargest('a', [1]), lambda: heapq.nsmallest(2, iter([1, 'a', 3])), lambda: heapq.nsmallest(1, []), lambda: heapq.nlargest(9, [3, 1], key=lambda x: x.y)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def f(a, b=2, /, c=3, *args, d, e=5, **kw): pass
s = inspect.signature(f)
for call in (lambda: s.bind(1, d=4), lambda: s.bind(1, 2, 3, 4, 5, d=1, z=9), lambda: s.bind(1, d=4, c=7), lambda: s.bind_partial(), lambda: s.bind_partial(d=3), lambda: s.bind(1, 2, d=0, q=1)):
    b = call()
    print(b, b.args, b.kwargs, b.arguments, b.signature is s)
    b.apply_defaults(); print(b.args, b.kwargs)
    b.arguments.pop('b', None); b.arguments.pop('c', None); print(b.args, b.kwargs)
p = inspect.Parameter('x', inspect.Parameter.KEYWORD_ONLY, default=3)
print(p, p == p, p == inspect.Parameter('x', inspect.Parameter.KEYWORD_ONLY, default=3), hash(p) == hash(p.replace()), p == 3, p.replace(name='y'), p != p.replace(name='y'), inspect.Parameter.empty, inspect.Parameter.VAR_KEYWORD, p.kind, repr(p))
try: p.kind = 3
except AttributeError as e: print('ae')
try: b.args = 3
except AttributeError as e: print('ae')
@dataclasses.dataclass
class D:
    a: int
    b: list = dataclasses.field(default_factory=list)
    c: object = None
d = D(1, [D(2), {'k': D(3)}], (D(4), 5))
print(dataclasses.asdict(d), dataclasses.astuple(d), dataclasses.is_dataclass(D), dataclasses.is_dataclass(d), dataclasses.is_dataclass(3))
for f in (lambda: dataclasses.asdict(3), lambda: dataclasses.asdict(D), lambda: dataclasses.astuple(D), lambda: dataclasses.replace(3), lambda: dataclasses.fields(3)):
    try: f()
    except TypeError as e: print(e)
u = collections.UserList([1, 2]); u *= 2; print(u, u * 2, 2 * u, u + [3]); u.extend(collections.UserList([9])); print(u)
class E(enum.Enum):
    A = 1
    @classmethod
    def _missing_(cls, v):
        if v == 'r': raise KeyError('r')
        if v == 'v': raise ValueError('v')
        if v == 'x': return 5
        return cls.A if v == 'a' else None
for v in ('a', 'r', 'v', 'x', 'n'):
    try: print(E(v))
    except Exception as e: print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))
m = logging.Logger.manager
print(m.disable); logging.disable(logging.ERROR); print(m.disable); m.disable = 'INFO'; print(m.disable)
try: m.disable = 'QQ'
except ValueError as e: print(e)
w = warnings.WarningMessage('m', UserWarning, 'f', 3, line='l'); print(w, w.file, w.source, w.lineno)
for a in ((3,), ('P', 'a b'), ('P', 'a a'), ('P', '_a'), ('P', 'a class'), ('P', ['1']), ('class', 'a'), ('P', 5)):
    try: print(collections.namedtuple(*a).__doc__)
    except Exception as e: print(type(e).__name__, e)
N = collections.namedtuple('N', 'a a _b def c a', rename=True, defaults=[1, 2]); print(N._fields, N._field_defaults, N(1, 2, 3, 4), N.__doc__, N.__new__.__doc__, N._make.__doc__)
N1 = collections.namedtuple('N1', ('x',)); print(N1(3), N1.__doc__, N1(1)._replace(x=5))
for f in (lambda: N1(1)._replace(y=3), lambda: N1._make([1, 2]), lambda: N1(), lambda: collections.namedtuple('Z', 'a', defaults=(1, 2)), lambda: N1._make(3)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
