import asyncio
import math
from abc import ABC, abstractmethod


class Shape(ABC):
    """A flat shape."""
    count = 0

    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        Shape.count += 1
        self.id = Shape.count
        return self

    @property
    @abstractmethod
    def area(self) -> float:
        """The area."""

    @abstractmethod
    def scale(self, k): ...

    @classmethod
    @abstractmethod
    def unit(cls): ...

    def __lt__(self, other):
        return self.area < other.area

    def __str__(self):
        return f"{type(self).__name__.lower()} #{self.id} of {self.area:.2f}"


class Circle(Shape):
    def __init__(self, radius):
        self.radius = radius

    @property
    def radius(self):
        """The radius; never negative."""
        return self._radius

    @radius.setter
    def radius(self, value):
        if value < 0:
            raise ValueError("negative radius")
        self._radius = value

    @radius.deleter
    def radius(self):
        print("radius reset")
        self._radius = 0

    @property
    def area(self):
        return math.pi * self._radius ** 2

    def scale(self, k):
        self.radius *= k
        return self

    @classmethod
    def unit(cls):
        return cls(1)


class Rect(Shape):
    def __init__(self, w, h):
        self.w, self.h = w, h

    area = property(lambda self: self.w * self.h, doc="w times h")

    def scale(self, k):
        self.w *= k
        self.h *= k
        return self

    @classmethod
    def unit(cls):
        return cls(1, 1)

    def __eq__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return (self.w, self.h) == (other.w, other.h)


class Square(Rect):
    def __init__(self, side):
        super().__init__(side, side)

    @classmethod
    def unit(cls):
        return cls(1)


class Half(Shape):
    def scale(self, k):
        pass


async def grow(shape, factor, pause):
    await asyncio.sleep(pause)
    return shape.scale(factor)


async def main():
    shapes = await asyncio.gather(grow(Circle.unit(), 2, 0.2), grow(Rect(2, 3), 1.5, 0.1), grow(Square.unit(), 4, 0.3))
    for s in sorted(shapes):
        print(s)
    print(max(shapes).id, Shape.count, Circle.radius.__doc__, Rect.area.__doc__, Shape.area.__doc__)
    for bad in (Shape, Half, lambda: Circle(-1), lambda: setattr(shapes[1], "area", 5), lambda: Square(1, 2)):
        try:
            bad()
        except (TypeError, ValueError, AttributeError) as e:
            print(f"{type(e).__name__}: {e}")
    c = shapes[0]
    del c.radius
    print(c, Rect(1, 1) == Square(1), Square(1) == Square(1), Rect(1, 2) != Rect(1, 2), Rect(1, 1) == 5)
    print(sorted(Shape.__abstractmethods__), Half.__abstractmethods__ - {"area"}, Circle.__abstractmethods__)
    print([k.__name__ for k in Square.__mro__], Square.__base__.__name__, isinstance(c, Shape), Shape.__doc__)
    try:
        {Rect(1, 1)}
    except TypeError as e:
        print(e)
    print(Rect.__hash__, isinstance(Circle.radius, property), Circle.radius.fset is not None, Circle.area.fset)


asyncio.run(main())
