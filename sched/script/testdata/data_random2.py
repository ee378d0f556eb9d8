import random
def err(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
random.seed(b'abc'); print(random.random(), random.randbytes(5), random.randbytes(0), random.randbytes(33)); random.seed(bytearray(b'xyz')); print(random.random()); err(random.randbytes, -1); err(random.randbytes, 'a'); err(random.seed, (1,)); err(random.seed, {})
class Biased(random.Random):
    def random(self): return 0.25
b = Biased(1); print(b.random(), b.uniform(1, 5), b.randint(1, 10), b.choice('abcd'), b.randrange(100), b.sample(range(10), 3), b.gauss(0, 1), b.choices('ab', k=3)); l = list(range(6)); b.shuffle(l); print(l)
class Logged(random.Random):
    def __init__(self, seed=None): super().__init__(seed); self.calls = 0
    def random(self): self.calls += 1; return super().random()
    def getrandbits(self, k): self.calls += 1; return super().getrandbits(k)
g = Logged(5); print(g.random(), g.randint(1, 6), g.choice([1,2,3]), g.calls, isinstance(g, random.Random)); r = random.Random(5); print(r.random(), r.randint(1,6), r.choice([1,2,3]))
class Seeded(random.Random):
    def seed(self, a=None, version=2): print('seed', a, version); super().seed(a, version)
s = Seeded(3); print(s.random()); s.seed(4); print(s.random())
import copy
c = copy.copy(r); print(c.random() == r.random()); print(random.sample([1,2,3], k=2), random.sample(range(20), counts=None, k=3))
from random import randint, choice as pick, shuffle, seed
seed(11); print(randint(1, 100), pick('xyz'))
rng = random.Random(99); print([rng.randrange(0, 100, 5) for _ in range(5)], rng.betavariate(1, 2), rng.getstate()[1][0])
d = {k: random.random() for k in 'ab'}; print(d); print(random.choice([*d]), random.uniform(-1, 1), random.triangular(0, 10), random.expovariate(0.5))
