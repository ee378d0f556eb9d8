from collections import defaultdict, OrderedDict, Counter, ChainMap
import collections
def show(*a): print(*a)
def err(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
d = defaultdict(list); d['a'].append(1); d['b']; show(d, d['c'], dict(d), len(d), 'z' in d, d.get('q'), d.default_factory)
d = defaultdict(int, {'x': 1}, y=2); d['z'] += 5; show(d, repr(d), sorted(d.items()), d == {'x':1,'y':2,'z':5}); c = d.copy(); show(type(c), c, c is d, d | {'n': 1}, {'n': 1} | d); d.default_factory = None; err(lambda: d['nope']); show(d); d |= {'k': 1}; show(d)
show(defaultdict(lambda: 'dflt')['k'], defaultdict(), defaultdict(None, a=1)); err(defaultdict, 5); err(defaultdict, [1]); err(lambda: defaultdict()['x']); err(defaultdict, int, 5); err(defaultdict, int, {}, {})
n = defaultdict(lambda: defaultdict(int)); n['a']['b'] += 1; n['a']['c'] += 2; show(n['a'], {k: dict(v) for k, v in n.items()})
show(isinstance(d, dict), type(d).__name__, defaultdict, defaultdict.__mro__)
class DD(defaultdict):
    def __missing__(self, key): self[key] = key * 2; return self[key]
q = DD(); show(q['ab'], q, q.default_factory)
g = defaultdict(set)
for k, v in [('a', 1), ('b', 2), ('a', 1), ('a', 3)]: g[k].add(v)
show(g, list(g), g.pop('a'), g.setdefault('zz', 5), g)
for k in g: show(k)
def mut():
    for k in g: g[k + 'x']
err(mut)
try: d.foo = 1
except AttributeError as e: show(e)
o = OrderedDict([('a', 1), ('b', 2), ('c', 3)]); show(o, OrderedDict(), OrderedDict(x=1), len(o)); o.move_to_end('a'); show(o); o.move_to_end('c', last=False); show(o, list(o)); show(o.popitem(), o.popitem(last=False), o); err(o.move_to_end, 'q'); err(OrderedDict().popitem); err(o.pop, 'zz'); show(o.pop('zz', 7), o.pop('b'), o)
a, b = OrderedDict(a=1, b=2), OrderedDict(b=2, a=1); show(a == b, a == dict(b), dict(a) == b, a != b, a == OrderedDict(a=1, b=2)); show(list(reversed(a)), a | {'z': 1}, a.copy(), type(a.copy()), a.keys(), a.values(), a.items()); a |= {'k': 2}; show(a); a.update(q=5); show(a, isinstance(a, dict)); a['a'] = 100; show(a); del a['a']; a['a'] = 5; show(a)
class LRU(OrderedDict):
    def __init__(self, size): super().__init__(); self.size = size
    def __getitem__(self, k): v = super().__getitem__(k); self.move_to_end(k); return v
    def __setitem__(self, k, v):
        super().__setitem__(k, v); self.move_to_end(k)
        if len(self) > self.size: old = next(iter(self)); del self[old]; show('evict', old)
l = LRU(2); l['a'] = 1; l['b'] = 2; show(l['a']); l['c'] = 3; show(l, list(l.items()), len(l))
class Cache:
    def __init__(self): self.d = OrderedDict()
    def get(self, k):
        if k in self.d: self.d.move_to_end(k); return self.d[k]
    def put(self, k, v):
        self.d[k] = v; self.d.move_to_end(k)
        if len(self.d) > 3: show('out', self.d.popitem(last=False))
c = Cache()
for i in range(8): c.put(i, i*i); c.get(i-2)
show(c.d)
c = Counter('abracadabra'); show(c, c.most_common(), c.most_common(2), c['a'], c['zz'], len(c), c.total(), sorted(c.elements()), list(c), c.most_common(0), c.most_common(1)[0])
c.update('aab'); show(c); c.update({'z': 5}); c.update(q=1); c.subtract('aaa'); show(c); c.subtract({'z': 10}); c.subtract(k=2); show(c); show(+c, -c, c.keys(), sorted(c.values()))
a, b = Counter(a=3, b=1), Counter(a=1, b=2, c=1); show(a + b, a - b, a & b, a | b, a == b, a <= b, a < a + b, a >= b, b - a, a != Counter(a=3, b=1, c=0), a == Counter(a=3, b=1, c=0)); a += b; show(a); a -= Counter(a=2); show(a); a &= Counter(b=1, a=9); show(a); a |= Counter(x=2); show(a)
del a['nope']; del a['x']; show(a, a.copy(), type(a.copy())); show(Counter(), Counter([1,1,2]), Counter({'a': 0, 'b': -1}), Counter(x=1), bool(Counter())); err(Counter.fromkeys, 'ab'); err(Counter, 5); err(lambda: Counter('a') + {'a': 1}); err(Counter, 1, 2)
show(Counter(['x', 1, 'x', None]), Counter(a='x', b=1) , isinstance(a, dict), dict(Counter('aab')), Counter('hello world').most_common(3), sum(Counter(a=1,b=4).values()), max(Counter('aabbb'), key=Counter('aabbb').get), Counter(w[0] for w in 'apple avocado banana'.split()))
class MyC(Counter):
    def top(self): return self.most_common(1)
show(MyC('aab'), MyC('aab').top(), MyC('a') + MyC('b'), MyC('ab').copy(), type(MyC('a').copy()))
for k, v in Counter('banana').items(): show(k, v)
cm = ChainMap({'a': 1, 'b': 2}, {'b': 3, 'c': 4}); show(cm, cm['a'], cm['b'], cm['c'], len(cm), list(cm), sorted(cm), 'c' in cm, cm.get('zz', 0), dict(cm), cm.maps, cm.parents, bool(cm)); cm['c'] = 9; show(cm); err(lambda: cm['nope']); ch = cm.new_child({'a': 100}); show(ch, ch['a'], ch.parents == cm, cm.new_child(z=1)); 
try: del cm['zzz']
except KeyError as e: show(e)
show(list(cm.items()), list(cm.keys()), list(cm.values()), cm.pop('c'), cm, cm.copy(), cm | {'k': 1}, {'k': 1} | cm); err(cm.pop, 'nope'); err(ChainMap().popitem); show(ChainMap(), cm == dict(cm), cm.items(), cm.keys()); cm.update(x=1); cm.setdefault('y', 5); show(cm)
class Scope(ChainMap):
    def __setitem__(self, k, v):
        for m in self.maps:
            if k in m: m[k] = v; return
        self.maps[0][k] = v
s = Scope({}, {'v': 1}); s['v'] = 2; s['w'] = 3; show(s, s.maps)
ud = collections.UserDict(a=1); ud['b'] = 2; show(ud, len(ud), ud.get('q', 5), 'a' in ud, list(ud.items()), ud == {'a':1,'b':2}); err(lambda: ud['zz'])
class Low(collections.UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __getitem__(self, k): return super().__getitem__(k.lower())
lo = Low({'AbC': 1}); lo['XyZ'] = 2; lo.update(QQ=3); show(lo, lo['ABC'], dict(lo), lo.copy(), type(lo.copy()), lo | {'NEW': 1}, lo.pop('abc'), lo.setdefault('DEF', 9), lo.data)
ul = collections.UserList([3,1,2]); ul.append(5); ul.sort(); show(ul, ul[0], ul[1:], type(ul[1:]), ul + [1], len(ul), ul == [1,2,3,5], list(reversed(ul)), 3 in ul, ul.index(5), ul * 2, [0] + ul)
show(collections.deque, collections.Counter, collections.OrderedDict.__name__, Counter.__mro__)
us = collections.UserString('hello World'); show(us, repr(us), us.upper(), us + '!', 'say ' + us, us[0], us[:3], len(us), us == 'hello World', 'ell' in us, us.split(), us.replace('l', 'L'), type(us.title()), us * 2, hash(us) == hash('hello World'), us.count('l'), us.startswith('he'))
