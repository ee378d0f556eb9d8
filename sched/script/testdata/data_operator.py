import operator, heapq, bisect
from operator import itemgetter, attrgetter, methodcaller, add, mul
from functools import reduce
def show(*a): print(*a)
def err(f, *a, **k):
    try: print(getattr(f, '__name__', f), f(*a, **k))
    except Exception as e: print(getattr(f, '__name__', f), type(e).__name__, e)
for n in 'add sub mul truediv floordiv mod pow lshift rshift and_ or_ xor eq ne lt le gt ge is_ is_not iadd'.split():
    err(getattr(operator, n), 7, 2)
    err(getattr(operator, n), 'a', 2)
for n in 'neg pos invert inv not_ truth abs index'.split(): err(getattr(operator, n), 5); err(getattr(operator, n), 'x')
err(operator.concat, [1], [2]); err(operator.concat, 1, 2); err(operator.contains, [1,2], 2); err(operator.countOf, 'banana', 'a'); err(operator.indexOf, [5,6], 6); err(operator.indexOf, [5,6], 7); err(operator.getitem, [1,2], 1); err(operator.getitem, {'a':1}, 'b'); l=[1,2,3]; operator.setitem(l, 0, 9); operator.delitem(l, 1); show(l); err(operator.add, 1); err(operator.neg); err(operator.call, max, 1, 5); err(operator.length_hint, [1,2]); err(operator.length_hint, 5, 7)
class P:
    def __init__(s, x): s.x = x
    def __repr__(s): return f'P({s.x})'
    def m(s, a, b=0): return (s.x, a, b)
p = P(P(3)); show(itemgetter(1)([1,2]), itemgetter(0,2)('abc'), itemgetter('a')({'a':5}), attrgetter('x.x')(p), attrgetter('x', 'x.x')(p), methodcaller('upper')('ab'), methodcaller('m', 1, b=2)(p), 0)
show(itemgetter(1), itemgetter('a', 2), attrgetter('x.y', 'z'), methodcaller('f', 1, k='v'), methodcaller('f')); err(itemgetter); err(attrgetter, 5); err(methodcaller); err(methodcaller, 5); err(itemgetter(1), [0]); err(attrgetter('q'), p); err(itemgetter(1), 1, 2); err(itemgetter('a'), {}); err(attrgetter('x.q'), p); err(itemgetter(1), 5)
show(sorted([{'n': 'b', 'v': 1}, {'n': 'a', 'v': 2}], key=itemgetter('n')), max([(1,5),(2,3)], key=itemgetter(1)), reduce(operator.mul, range(1,6)), list(map(operator.add, [1,2],[3,4])), sorted([P(3), P(1)], key=attrgetter('x')), type(itemgetter(1)), operator.add)
show(operator.iadd([1], [2]), operator.__add__(1,2), operator.matmul.__name__, add is operator.add)
h = []
for x in [5,3,8,1,9,2]: heapq.heappush(h, x); show(h)
show([heapq.heappop(h) for _ in range(3)], h, heapq.heappushpop(h, 0), heapq.heappushpop(h, 7), heapq.heapreplace(h, 1), h); h = [9,7,5,3,1,8,6]; heapq.heapify(h); show(h)
class T:
    def __init__(s, n): s.n = n
    def __lt__(s, o): print('lt', s.n, o.n, end='; '); return s.n < o.n
    def __repr__(s): return f'T{s.n}'
h = [T(i) for i in (5,2,8,1,9,3)]; heapq.heapify(h); print(h); print(heapq.heappop(h), h); heapq.heappush(h, T(0)); print(h); print(heapq.heapreplace(h, T(4))); print(heapq.heappushpop(h, T(1))); print(heapq.nsmallest(2, h), heapq.nlargest(2, h)); print(heapq.nsmallest(3, iter(h), key=lambda t: t.n))
print(list(heapq.merge([T(1), T(4)], [T(2), T(3)])))
show(heapq.nlargest(3, [1,5,2,8,3]), heapq.nsmallest(2, [5,1,4]), heapq.nlargest(2, ['a','ccc','bb'], key=len), heapq.nsmallest(1, []), heapq.nlargest(10, [1,2]), heapq.nsmallest(0, [1]), heapq.nlargest(1, [3,4]), list(heapq.merge([1,4],[2,5],[0,9])), list(heapq.merge([5,1],[6,2], reverse=True)), list(heapq.merge(['a','ccc'],['bb'], key=len)), list(heapq.merge()), heapq.nlargest(2, [(1,'a'),(1,'b'),(0,'c')]))
err(heapq.heappop, []); err(heapq.heapreplace, [], 1); err(heapq.heappush, (1,), 2); err(heapq.heapify, 'a'); err(heapq.heappush, [1], 'a'); err(heapq.heappush, []); err(heapq.nlargest, 1); err(heapq.heappushpop, [], 3); err(heapq.heappop); err(heapq.heapify, [3,'a'])
tasks = []
for pr, name in [(2,'write'),(1,'read'),(3,'sleep'),(1,'admin')]: heapq.heappush(tasks, (pr, name))
while tasks: show(*heapq.heappop(tasks), len(tasks))
a = [1,3,3,5,7]; show(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 3), bisect.bisect(a, 0), bisect.bisect(a, 9), bisect.bisect(a, 3, 2), bisect.bisect_left(a, 5, 1, 3), bisect.bisect(a, 5, hi=2)); bisect.insort(a, 4); bisect.insort_left(a, 3); show(a)
r = [('a',1),('b',5)]; show(bisect.bisect(r, 3, key=lambda t: t[1])); bisect.insort(r, ('c', 3), key=itemgetter(1)); show(r); err(bisect.bisect, a, 3, -1); err(bisect.bisect, a, 'x'); err(bisect.bisect, 5, 1); err(bisect.bisect); err(bisect.insort, (1,), 2); show(''.join('FDCBA'[bisect.bisect([60,70,80,90], s)] for s in (33,99,77,70,89,90,100)))
