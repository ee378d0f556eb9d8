import asyncio
from itertools import chain, starmap
from operator import add, mul


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("rows of different length")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @staticmethod
    def dot(a, b):
        return sum(map(mul, a, b))

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, key):
        match key:
            case int(i):
                return self.rows[i]
            case (int(i), int(j)):
                return self.rows[i][j]
            case (slice() as i, slice() as j):
                return Matrix([r[j] for r in self.rows[i]])
            case slice():
                return Matrix(self.rows[key])
            case _:
                raise TypeError(f"bad index {key!r}")

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __add__(self, other):
        if isinstance(other, (int, float)):
            return Matrix([[x + other for x in r] for r in self.rows])
        if not isinstance(other, Matrix):
            return NotImplemented
        return Matrix(map(add, a, b) for a, b in zip(self.rows, other.rows))

    __radd__ = __add__

    def __mul__(self, k):
        return Matrix([[k * x for x in r] for r in self.rows])

    def __rmul__(self, k):
        return self * k

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not fit")
        return Matrix([[self.dot(r, c) for c in zip(*other.rows)] for r in self.rows])

    def __pow__(self, n):
        result = Matrix.identity(len(self.rows))
        for _ in range(n):
            result @= self
        return result

    def __eq__(self, other):
        return self.rows == other.rows

    def __contains__(self, x):
        return x in chain(*self.rows)

    def __len__(self):
        return len(self.rows)

    def __repr__(self):
        return f"Matrix({self.rows})"

    def __str__(self):
        width = max(len(str(x)) for x in chain.from_iterable(self.rows))
        return "\n".join("[" + " ".join(f"{x:>{width}}" for x in r) + "]" for r in self.rows)


async def row_times(row, m):
    await asyncio.sleep(0.01 * sum(row))
    return [Matrix.dot(row, col) for col in m.T.rows]


async def main():
    a = Matrix([[1, 2], [3, 4]])
    b = Matrix([[0, -1], [10, 5.5]])
    print(a @ b, a + b, 1 + a, 2 * a * 3, sep="\n")
    print(repr(a ** 10), a.T, a.shape, a[1], a[0, 1], repr(a[:, 1:]), repr(a[:1]))
    product = Matrix(await asyncio.gather(*(row_times(r, b) for r in a.rows)))
    print(product == a @ b, 4 in a, 9 in a, len(a), Matrix.identity(3))
    a[0, 0] = 100
    print(a)
    for bad in (lambda: a["x"], lambda: a + "x", lambda: a @ Matrix([[1, 2, 3]]), lambda: Matrix([[1], [2, 3]]), lambda: {a: 1}, lambda: a[5]):
        try:
            bad()
        except (TypeError, ValueError, IndexError) as e:
            print(f"{type(e).__name__}: {e}")
    print(list(starmap(pow, [(2, 3), (3, 2)])), [*map(max, *a.rows)])


asyncio.run(main())
