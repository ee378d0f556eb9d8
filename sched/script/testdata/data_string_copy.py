import string, copy
from string import Template
from collections import deque, defaultdict, OrderedDict, Counter, ChainMap
def show(*a): print(*a)
def err(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
show(string.ascii_letters, string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), repr(string.printable))
show(string.capwords('hello  world foo'), string.capwords('a-b c-d', '-'))
t = Template('$who likes ${what}, costs $$5'); show(t.substitute(who='tim', what='kung pao'), t.substitute({'who':'a','what':'b'}), t.safe_substitute(who='x'), t.template, t.is_valid(), t.get_identifiers()); err(t.substitute, who='x'); err(Template('bad $ here').substitute); err(Template('a\nb $1').substitute); show(Template('bad $ here').safe_substitute(), Template('$a$b').substitute({'a':1}, b=2), Template('${a').is_valid(), Template('$').is_valid(), Template('${a}b$c_1x').get_identifiers())
class T2(Template): delimiter = '%'
show(T2('%x and %% $x').substitute(x=5))
f = string.Formatter(); show(f.format('{0} {1:>5} {name!r}', 1, 'a', name='z'), f.format('{} {}', 1, 2), f.format('{0.real} {1[k]}', 5, {'k': 9}), f.format('{:{w}}', 'a', w=5), f.vformat('{a}', (), {'a': 1})); err(f.format, '{'); err(f.format, '{x}'); err(f.format, '{0} {}', 1, 2); err(f.format,'{}')
class D(string.Formatter):
    def get_value(self, key, args, kw):
        if isinstance(key, str): return kw.get(key, '<' + key + '>')
        return super().get_value(key, args, kw)
show(D().format('{a} {b} {0}', 1, a=2), list(f.parse('a{b!r:>5}c{{d}}')))
# copy
a = [1, [2, 3], {'k': [4]}]; b = copy.copy(a); c = copy.deepcopy(a); a[1].append(9); a[2]['k'].append(8); show(a, b, c, b[1] is a[1], c[1] is a[1])
class P:
    def __init__(s, x, y): s.x, s.y = x, y
    def __repr__(s): return f'P({s.x}, {s.y})'
    def __eq__(s, o): return (s.x, s.y) == (o.x, o.y)
p = P([1], P(2, [3])); q = copy.copy(p); r = copy.deepcopy(p); p.x.append(5); p.y.y.append(6); show(p, q, r, q.x is p.x, r.x is p.x, type(r), r == p)
l = [1]; l.append(l); m = copy.deepcopy(l); show(m, m[1] is m, m is l); n = P(1, None); n.y = n; o = copy.deepcopy(n); show(o.y is o, o is n)
s = [0]; two = [s, s]; tt = copy.deepcopy(two); show(tt[0] is tt[1], tt[0] is s)
class C:
    def __init__(s, v): s.v = v; s.log = []
    def __copy__(s): print('copy'); return C(s.v)
    def __deepcopy__(s, memo): print('deep', type(memo).__name__); n = C(copy.deepcopy(s.v, memo)); memo[id(s)] = n; return n
x = C([1]); y = copy.copy(x); z = copy.deepcopy([x, x]); show(y.v is x.v, z[0] is z[1], z[0].v)
tup = (1, 'a'); tup2 = (1, [2]); show(copy.copy(tup) is tup, copy.deepcopy(tup) is tup, copy.deepcopy(tup2) is tup2, copy.deepcopy(tup2), copy.copy(tup2) is tup2)
show(copy.copy({1,2}), copy.deepcopy({1, (2,3)}), copy.copy(frozenset([1])), copy.deepcopy(frozenset([1])), copy.copy(5), copy.copy('a'), copy.copy(None), copy.deepcopy(len) is len, copy.copy(P) is P, copy.deepcopy(range(3)), copy.deepcopy(1.5))
dq = deque([[1], [2]], maxlen=5); e = copy.copy(dq); g = copy.deepcopy(dq); dq[0].append(7); show(dq, e, g)
dd = defaultdict(list, a=[1]); e = copy.copy(dd); g = copy.deepcopy(dd); dd['a'].append(2); e['zz']; show(dd, e, g, g['q'])
od = OrderedDict(a=[1]); show(copy.copy(od), copy.deepcopy(od), type(copy.deepcopy(od))); cn = Counter('aab'); show(copy.copy(cn), copy.deepcopy(cn), type(copy.deepcopy(cn))); cm = ChainMap({'a': [1]}, {}); show(copy.copy(cm), copy.deepcopy(cm))
class L(list):
    pass
class Dx(dict):
    pass
ll = L([[1]]); ll.tag = ['t']; l2 = copy.deepcopy(ll); l3 = copy.copy(ll); ll[0].append(2); ll.tag.append('u'); show(ll, l2, l2.tag, type(l2), l3, l3.tag); dx = Dx(a=[1]); dx.n = 1; d2 = copy.deepcopy(dx); show(d2, d2.n, type(d2))
ex = ValueError('a', [1]); ex.extra = [1]; e2 = copy.copy(ex); show(repr(e2), e2.extra, e2 is ex, repr(copy.deepcopy(ex)))
class S:
    __slots__ = ('a', 'b')
    def __init__(s): s.a = [1]; s.b = 2
sl = S(); s2 = copy.copy(sl); s3 = copy.deepcopy(sl); sl.a.append(5); show(s2.a, s3.a, s2.b)
class G:
    def __init__(s): s.k, s.cache = [1], 'big'
    def __getstate__(s): d = s.__dict__.copy(); del d['cache']; return d
    def __setstate__(s, st): s.__dict__.update(st); s.cache = None
g = G(); h = copy.deepcopy(g); show(h.k, h.cache, h.k is g.k)
err(copy.copy); err(copy.deepcopy, (i for i in [])); err(copy.copy, iter)
class Node:
    def __init__(s, v, kids=()): s.v, s.kids, s.parent = v, list(kids), None; [setattr(k, 'parent', s) for k in s.kids]
root = Node(1, [Node(2), Node(3, [Node(4)])]); cl = copy.deepcopy(root); cl.kids[1].v = 99; show(root.kids[1].v, cl.kids[1].parent is cl, cl.kids[1].kids[0].parent is cl.kids[1], [k.v for k in cl.kids])
show(copy.deepcopy({'a': {'b': [1, {'c': (1, [2])}]}}), copy.deepcopy([None, True, 1.5, 'x', (), [], {}]), copy.copy([]), copy.deepcopy([p.__init__])[0].__self__ is p)
err(copy.replace, 5)
