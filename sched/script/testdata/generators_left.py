import asyncio
def numbers(name, n=5):
    print("open", name)
    try:
        for i in range(n):
            yield i
    finally:
        print("close", name)

def take(k, it):
    out = []
    for x in it:
        out.append(x)
        if len(out) == k:
            break
    return out

print(take(2, numbers("take")))
for i, x in enumerate(numbers("enumerate")):
    if i == 2:
        break
print("after enumerate")
for a, b in zip(numbers("zip"), "ab"):
    print(a, b)
print("after zip")
it = numbers("kept")
print(next(it))
other = it
it = None
print("still", next(other))
def middle():
    inner = numbers("inner")
    yield next(inner)
    yield next(inner)
m = middle()
print(next(m))
m = None
print("after middle")
class Holder:
    def __init__(self):
        self.g = numbers("attr")
    def one(self):
        return next(self.g)
h = Holder()
print(h.one())
for _ in h.g:
    pass
print(max(map(lambda x: x * 2, numbers("map"))))
gens = [numbers("list0"), numbers("list1")]
print([next(g) for g in gens])
for g in gens:
    g.close()
del g
async def main():
    local = numbers("async local")
    print(next(local))
    await asyncio.sleep(0)
    print("leaving main")
asyncio.run(main())
def fail():
    g = numbers("fail")
    next(g)
    raise ValueError("x")
try:
    fail()
except ValueError as e:
    print("caught", e)
print("after fail")
print(next(iter(numbers("iter"))))
x, *rest = numbers("star", 3)
print(x, rest)
first, second = numbers("unpack", 2)
print(2 in numbers("in"))
print(list(zip(numbers("z1", 3), numbers("z2", 2))))
print(dict(zip("ab", numbers("dict"))))
print(sum(x for x in numbers("sum") if x < 3))
print(any(x > 1 for x in numbers("anygen")))
print(next((x for x in numbers("nextgen") if x > 1), None))
def outer():
    yield from numbers("yf")
o = outer()
print(next(o))
o.close()
print("end")
row = list(range(20))
print(sum(any(x > 5 for x in row) for i in range(40_000)))
evens = (x for x in range(10) if x % 2 == 0)
def source():
    return evens
print(next(source()), next(source()), any(source()), next(evens))
kept = []
def keep(it, times=1):
    kept.append(it)
    return next(it)
print(keep(x * x for x in range(3, 6)), next(kept[0]))
