def gen(n):
    try:
        for i in range(n): yield i
    finally:
        print("closed", n)
g = gen(5)
def get(): return g
for x in get():
    if x == 1: break
print("still", next(g))
class K:
    def make(self):
        self.g = gen(6)
        return self.g
k = K()
for x in k.make(): break
print(next(k.g))
for x in gen(3): break
print("after")
def keep(it, store=[]):
    store.append(it); return it
for x in keep(gen(4)): break
print("kept")
def wrap(n): return gen(n)
for x in wrap(9): break
print("wrapped")
for x in (y for y in gen(2)): break
print(list(g), list(k.g), [list(q) for q in keep.__defaults__[0]])
