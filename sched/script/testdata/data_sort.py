import random
log = []
class T:
    __slots__ = ('n', 'i')
    def __init__(s, n, i): s.n, s.i = n, i
    def __lt__(s, o): log.append((s.i, o.i)); return s.n < o.n
    def __repr__(s): return f'{s.n}:{s.i}'
def run(ns, **k):
    log.clear(); out = sorted([T(n, i) for i, n in enumerate(ns)], **k)
    h = 0
    for a, b in log: h = (h * 31 + a * 7 + b) % 1000000007
    print(len(ns), len(log), h, log[:12], out[:8], out == [] or all(a.n <= b.n for a, b in zip(out, out[1:])) or 'desc')
random.seed(1)
run([]); run([1]); run([1, 2]); run([2, 1]); run([1, 1]); run([3, 1, 2]); run([3, 2, 1]); run([2, 2, 1, 1, 0]); run([5, 5, 5, 4, 4, 6]); run([1, 1, 1, 1]); run([2, 2, 2, 1]); run([3,3,2,2,1,1,0,0,5])
for n in (5, 10, 20, 33, 63, 64, 65, 100, 128, 200, 500, 1000, 2000):
    run([random.random() for _ in range(n)]); run([random.randrange(4) for _ in range(n)]); run(list(range(n))); run(list(range(n, 0, -1))); run([i // 3 for i in range(n, 0, -1)]); run(list(range(n // 2)) + list(range(n // 2))); run([i % 10 for i in range(n)]); run(list(range(n // 3, n)) + list(range(n // 3))); run([random.randrange(n) for _ in range(n)], reverse=True); run([0] * n); run(sorted(random.random() for _ in range(n)) + [random.random() for _ in range(7)]); run(list(range(0, 2 * n, 2)) + list(range(1, 2 * n, 2)) + list(range(n, n + 40)))
l = [T(n, n) for n in (3, 1, 2)]; log.clear(); l.sort(); print(log, l)
calls = []
print(sorted('banana', key=lambda c: calls.append(c) or c), calls, min([T(2,0), T(1,1)]), sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted([3, 'a', 1][:1]), sorted({'b': 1, 'a': 2}), sorted([1.5, 1, True, 0], reverse=True))
try: sorted([1, 'a'])
except TypeError as e: print(e)
try: sorted([None, 1, 2])
except TypeError as e: print(e)
