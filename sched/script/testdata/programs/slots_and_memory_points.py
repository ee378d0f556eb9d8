import asyncio


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x=0, y=0):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __iter__(self):
        yield self.x
        yield self.y

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __bool__(self):
        return bool(self.x or self.y)

    def __neg__(self):
        return Point(-self.x, -self.y)

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __format__(self, spec):
        if spec.endswith("p"):
            return f"r={abs(self):{spec[:-1]}}"
        return f"({self.x:{spec}}, {self.y:{spec}})"


class Point3(Point):
    __slots__ = ("z",)

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Loose(Point):
    pass


async def walk(start, *steps):
    pos = start
    for step in steps:
        await asyncio.sleep(abs(step) / 10)
        pos += step
    return pos


async def main():
    p, q = await asyncio.gather(walk(Point(), Point(3, 4), Point(1, 0)), walk(Point(1, 1), -Point(1, 1)))
    print(p, q, bool(p), bool(q), p @ Point(2, 2), [*p], p[0], p[-1])
    print(f"{p:.1f} {p:.2fp} {p!r:>14}")
    for thing in (Point(1, 2), Point3(1, 2, 3), Loose(4, 5)):
        try:
            thing.label = "home"
            print(type(thing).__name__, "has label", thing.label, hasattr(thing, "__dict__"))
        except AttributeError as e:
            print(type(thing).__name__, e)
    try:
        empty = Point.__new__(Point)
        print(empty.x)
    except AttributeError as e:
        print(e)
    print(Point.__slots__, Point3.__slots__, type(Point.x).__name__)
    print({Point(1, 2), Point(1, 2), Point(2, 1)} == {Point(2, 1), Point(1, 2)})
    del p.x
    try:
        print(p)
    except AttributeError as e:
        print("after del:", e)
    try:
        print(Point(1, 2) + 3)
    except AttributeError as e:
        print(e)
    try:
        print(Point(1, 2) - Point(1, 2))
    except TypeError as e:
        print(e)
    x, y = Point(7, 8)
    print(x, y, max(Point(3, 4), Point(0, 6), key=abs), sorted([Point(3, 4), Point(1, 1)], key=abs))


asyncio.run(main())
