import asyncio
from collections.abc import (Hashable, Iterable, Iterator, Generator, Sized, Container, Collection, Callable, Sequence, MutableSequence, Set, MutableSet, Mapping, MutableMapping, KeysView, ItemsView, ValuesView, MappingView, Awaitable, Coroutine, AsyncIterable, AsyncIterator, AsyncGenerator, Reversible)
import collections.abc
from collections import deque, OrderedDict, defaultdict, Counter, ChainMap, UserDict
def gen(): yield 1
async def agen(): yield 1
async def co(): pass
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
class Old:
    def __getitem__(self, i): raise IndexError
class CallMe:
    def __call__(self): pass
class Aw:
    def __await__(self): yield
c = co()
g = gen(); ag = agen()
objs = {'list': [], 'tuple': (), 'str': '', 'dict': {}, 'set': set(), 'frozenset': frozenset(), 'range': range(3), 'int': 3, 'None': None, 'gen': g, 'agen': ag, 'co': c, 'It': It(), 'Old': Old(), 'CallMe': CallMe(), 'Aw': Aw(), 'func': gen, 'lambda': lambda: 1, 'builtin': len, 'type': int, 'method': It().__iter__, 'deque': deque(), 'OD': OrderedDict(), 'dd': defaultdict(list), 'Counter': Counter(), 'keys': {}.keys(), 'items': {}.items(), 'values': {}.values(), 'enumerate': enumerate([]), 'zip': zip(), 'map': map(str, []), 'iter': iter([]), 'bytes': b'', 'exc': ValueError(), 'object': object(), 'ChainMap': ChainMap(), 'UserDict': UserDict(), 'float': 1.5, 'slice': slice(1)}
abcs = [Hashable, Iterable, Iterator, Generator, Sized, Container, Collection, Callable, Sequence, MutableSequence, Set, MutableSet, Mapping, MutableMapping, KeysView, ItemsView, ValuesView, MappingView, Awaitable, Coroutine, AsyncIterable, AsyncIterator, AsyncGenerator, Reversible]
for n, o in objs.items():
    print(n, [a.__name__ for a in abcs if isinstance(o, a)])
c.close()
class M(Mapping):
    def __init__(self, d): self.d = dict(d)
    def __getitem__(self, k): return self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M({'a': 1, 'b': 2})
print(m.get('a'), m.get('z'), m.get('z', 5), list(m.keys()), list(m.items()), list(m.values()), 'a' in m, 'q' in m, m == {'a': 1, 'b': 2}, m == M({'a': 1, 'b': 2}), dict(m), {**m}, len(m), m.keys(), m != {})
try: reversed(m)
except TypeError as e: print(e)
try: hash(m)
except TypeError as e: print(e)
print('a' in m.keys(), ('a', 1) in m.items(), 2 in m.values(), m.keys() & {'a'}, m.keys() | {'z'} == {'a','b','z'})
class MM(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def __repr__(self): return f'MM({self.d})'
x = MM(); x.update(a=1, b=2); x.update({'c': 3}); x.update([('d', 4)]); print(x, x.pop('a'), x.pop('zz', None), x.popitem(), x.setdefault('q', 9), x)
try: x.pop('nope')
except KeyError as e: print('KeyError', e)
x.clear(); print(x, bool(x))
try:
    class Bad(Mapping): pass
    Bad()
except TypeError as e: print(e)
class Sq(Sequence):
    def __init__(self, *a): self.a = a
    def __getitem__(self, i): return self.a[i]
    def __len__(self): return len(self.a)
s = Sq(1, 2, 3, 2)
print(list(s), 2 in s, list(reversed(s)), s.index(2), s.count(2), s[1:], isinstance(s, Sequence), isinstance(s, Iterable))
try: s.index(9)
except ValueError as e: print('ValueError', e)
class MS(MutableSequence):
    def __init__(self): self.l = []
    def __getitem__(self, i): return self.l[i]
    def __setitem__(self, i, v): self.l[i] = v
    def __delitem__(self, i): del self.l[i]
    def __len__(self): return len(self.l)
    def insert(self, i, v): self.l.insert(i, v)
q = MS(); q.append(1); q.extend([3, 2]); q += [5]; q.reverse(); q.remove(3); print(q.l, q.pop(), q.l)
class Se(Set):
    def __init__(self, it):
        self.e = []
        for x in it:
            if x not in self.e: self.e.append(x)
    def __contains__(self, v): return v in self.e
    def __iter__(self): return iter(self.e)
    def __len__(self): return len(self.e)
    def __repr__(self): return f'Se({self.e})'
a, b = Se([1, 2, 3]), Se([2, 3, 4])
print(a & b, a | b, a - b, a ^ b, a <= b, Se([2]) < a, a == Se([3, 2, 1]), a.isdisjoint([9]), a == {1,2,3}, a & {1}, {1, 9} | a if False else '')
class Cnt(Iterator):
    def __init__(self): self.n = 0
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(Cnt()), isinstance(Cnt(), Iterable))
class AI(AsyncIterator):
    def __init__(self): self.n = 0
    async def __anext__(self):
        await asyncio.sleep(0)
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        return self.n
async def main(): print([x async for x in AI()])
asyncio.run(main())
def f(cb: Callable[[int, str], Awaitable[None]], it: Iterable[int], m: Mapping[str, list[int]], c2: Callable[..., int], z: Callable[[], None] | None = None) -> Iterator[int]: ...
print(f.__annotations__)
print(collections.abc.Sequence, Sequence[int], issubclass(list, Sequence), issubclass(dict, MutableMapping), issubclass(M, Mapping), issubclass(It, Iterator), Callable[[int], int].__args__)
print(Iterable.__abstractmethods__, sorted(MutableMapping.__abstractmethods__), Mapping.__mro__)
