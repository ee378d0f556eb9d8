import functools


@staticmethod
@(lambda f: f)
def h(a=1,
      b=2):
    if a: b = 1
    return (a +
            b)


h()


class A(object,
        metaclass=type):
    a = 1

    def f(self): return 1

    b: int = 2


A().f()


class C:
    """A docstring."""
    x = 1

    def __init__(self, x):
        self.x = x

    @property
    def y(self):
        return self.x

    @classmethod
    def make(cls, *a, **k):
        return cls(*a)

    def m(self):
        ...
        pass


@functools.cache
def twice(n):
    def inner():
        nonlocal n
        n *= 2
        return n

    return inner()


C.make(1).y
C(2).m()
twice(2)
twice(2)
f = lambda q: q + 1
f(1)
print(sorted([3, 1, 2], key=lambda n: -n))
g = lambda: [
    1,
    f(2),
]
g()
