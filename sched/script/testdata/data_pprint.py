import pprint
from pprint import pformat, pp, PrettyPrinter
from collections import OrderedDict, defaultdict, Counter, deque, ChainMap
from dataclasses import dataclass, field
def err(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
data = {'name': 'Some long name here', 'tags': ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta'], 'nested': {'b': {'c': [1, 2, 3], 'a': (1,)}, 'a': None}, 'long': 'word ' * 30, 1: {3, 1, 2}, 'e': [], 'f': {}}
for k in [{}, {'width': 40}, {'indent': 4}, {'depth': 1}, {'compact': True, 'width': 50}, {'sort_dicts': False}, {'width': 20, 'compact': True}]: pprint.pprint({k: v for k, v in data.items() if k != 1} if True else data, **k)
pprint.pprint(data[1]); pprint.pprint([1, 2]); pprint.pprint('x'); pprint.pprint('short\nlines\nof text that together are too long to fit on one line of eighty chars'); pprint.pprint(list(range(40))); pprint.pprint(list(range(40)), compact=True); pprint.pprint(tuple('abcdefghij' * 3)); pprint.pprint(('a' * 90,)); pprint.pprint({'k' * 50: 'v' * 50, 'z': 1}); pprint.pprint({frozenset([1]): {5, 3} } )
pp({'b': 1, 'a': 2}); pp([{'id': i, 'name': f'user{i}', 'roles': ['admin', 'staff'] * (i % 3)} for i in range(6)]); print(pformat({'z': [1] * 30, 'y': 2}, width=30)); pprint.pprint(1234567, underscore_numbers=True)
pprint.pprint(OrderedDict((f'key{i}', 'v' * 10) for i in range(6))); pprint.pprint(defaultdict(list, {f'key{i}': ['v' * 10] for i in range(6)})); pprint.pprint(Counter('the quick brown fox jumped over the lazy dog and more words')); pprint.pprint(deque(range(40), maxlen=50)); pprint.pprint(deque('x' * 12 for _ in range(9))); pprint.pprint(ChainMap({'a' * 30: 1}, {'b' * 30: 2, 'c' * 20: 3})); pprint.pprint({'s': {i * 7919 % 101 for i in range(30)}})
@dataclass
class P:
    name: str
    tags: list = field(default_factory=list)
    hidden: int = field(default=0, repr=False)
pprint.pprint(P('a', ['tag number %d' % i for i in range(8)])); pprint.pprint([P('x'), P('y' * 60, ['z'])]); pprint.pprint(P('q'))
class Q:
    def __repr__(self): return 'Q' * 100
pprint.pprint([Q(), Q()]); p = PrettyPrinter(width=30, indent=2); p.pprint(data['tags']); print(p.pformat({'a': data['tags']})); err(pformat, 1, indent=-1); err(pformat, 1, width=0); err(pformat, 1, depth=0); l = [1]; l.append(l); print(pprint.isrecursive(l), pprint.isreadable([1]), pprint.saferepr({'b': 1, 'a': [2]})); pprint.pprint({1: 'a', 'b': 2}); pprint.pprint(None); pprint.pprint({'matrix': [[i * j for j in range(12)] for i in range(8)]})
