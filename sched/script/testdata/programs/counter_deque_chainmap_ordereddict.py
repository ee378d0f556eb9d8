import asyncio
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple, UserDict, UserList, UserString

TEXT = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness"""

Point = namedtuple("Point", ["x", "y", "label"], defaults=["?"])


class LRU(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > self.size:
            oldest = next(iter(self))
            print("evict", oldest)
            del self[oldest]


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.lower())


class Depth(defaultdict):
    def __missing__(self, key):
        value = self[key] = f"<{key}>"
        return value


async def count_words(line):
    await asyncio.sleep(len(line) / 100)
    return Counter(w.strip(",.").lower() for w in line.split())


async def main():
    total = sum(await asyncio.gather(*map(count_words, TEXT.splitlines())), Counter())
    print(total.most_common(3), total["nothing"], total.total(), len(total))
    a, b = Counter("aabbbc"), Counter({"a": 1, "d": 2})
    print(a + b, a - b, a & b, a | b, +Counter(x=-1, y=1), a == Counter("cbbbaa"), sep="\n")
    a.update("cc")
    a.subtract({"b": 5})
    print(a, sorted(a.elements()), a.most_common()[:-3:-1], dict(a))
    d = deque([1, 2, 3], maxlen=4)
    d.append(4)
    d.appendleft(0)
    print(d, d.maxlen, d[-1], list(reversed(d)))
    d.rotate(1)
    d.extend([8, 9])
    d.extendleft("ab")
    print(d, d.count("a"), d.index("a"), 9 in d, d.popleft(), d.pop(), len(d))
    d.insert(1, "x")
    d.remove("a") if "a" in d else None
    d.reverse()
    print(d, d.copy() == d, deque("abc"), d + deque([1]) if d.maxlen else "")
    groups = defaultdict(list)
    for w in total:
        groups[len(w)].append(w)
    print(groups, dict(sorted(groups.items())), groups.default_factory)
    tree = lambda: defaultdict(tree)
    t = tree()
    t["a"]["b"]["c"] = 1
    print(list(t["a"]), "z" in t, t["a"]["b"]["c"], Depth()["k"])
    cache = LRU(2)
    cache["a"], cache["b"] = 1, 2
    cache["a"]
    cache["c"] = 3
    print(cache, list(cache.items()), cache.popitem(last=False))
    od = OrderedDict(zip("xyz", range(3)))
    od.move_to_end("x")
    od.move_to_end("z", last=False)
    print(od, od == {"x": 0, "y": 1, "z": 2}, od == OrderedDict(x=0, y=1, z=2), list(reversed(od)))
    conf = ChainMap({"port": 1}, {"host": "h", "port": 2}, {"debug": False})
    child = conf.new_child({"debug": True})
    child["new"] = 1
    print(child, dict(child), conf["port"], child.parents == conf, len(child), sorted(child), child.maps[0])
    p = Point(1, 2)
    print(p, p._replace(label="L"), p._asdict(), Point._fields, Point._field_defaults, Point._make([7, 8, 9]), p == (1, 2, "?"), p + (0,))
    x, *rest = p
    print(x, rest, p.label, p[1:], sorted([Point(2, 1), Point(1, 5)]), hash(p) == hash((1, 2, "?")), {p: "v"})
    low = Lower(Content_Type="x", ACCEPT=1)
    print(low, low["accept"], "accept" in low, list(low), low.get("nope", 0), low.data)
    ul = UserList([3, 1])
    ul.append(2)
    ul.sort()
    print(ul, ul + [9], ul[:2], UserString("hi").upper() + "!")
    for bad in (lambda: Point(1), lambda: setattr(p, "x", 5), lambda: deque().pop(), lambda: conf["zip"], lambda: deque([1], -1), lambda: od.move_to_end("q")):
        try:
            bad()
        except Exception as e:
            print(type(e).__name__, e)


asyncio.run(main())
