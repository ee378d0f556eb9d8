import asyncio
from functools import lru_cache
from math import comb, factorial, gcd, inf, isqrt, lcm, prod


def knapsack(items, capacity):
    best = [[0] * (capacity + 1) for _ in range(len(items) + 1)]
    for i, (name, weight, value) in enumerate(items, 1):
        for c in range(capacity + 1):
            best[i][c] = best[i - 1][c]
            if weight <= c and (v := best[i - 1][c - weight] + value) > best[i][c]:
                best[i][c] = v
    chosen, c = [], capacity
    for i in range(len(items), 0, -1):
        if best[i][c] != best[i - 1][c]:
            chosen.append(items[i - 1][0])
            c -= items[i - 1][1]
    return best[-1][-1], chosen[::-1]


def lcs(a, b):
    @lru_cache(None)
    def go(i, j):
        if i == len(a) or j == len(b):
            return ""
        if a[i] == b[j]:
            return a[i] + go(i + 1, j + 1)
        return max(go(i + 1, j), go(i, j + 1), key=len)
    result = go(0, 0)
    return result, go.cache_info().currsize > 0


def edit_distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        prev, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            prev, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, prev + (x != y))
    return row[-1]


def coins(amount, kinds):
    best = [0] + [inf] * amount
    for a in range(1, amount + 1):
        best[a] = min((best[a - k] + 1 for k in kinds if k <= a), default=inf)
    return best[amount]


def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[:2] = b"\0\0"
    for i in range(2, isqrt(n) + 1):
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, f in enumerate(flags) if f]


def pascal(n):
    row = [1]
    for _ in range(n):
        yield row
        row = [a + b for a, b in zip([0, *row], [*row, 0])]


def spiral(n):
    grid = [[0] * n for _ in range(n)]
    x = y = dx = 0
    dy = 1
    for k in range(1, n * n + 1):
        grid[x][y] = k
        if grid[(x + dx) % n][(y + dy) % n]:
            dx, dy = dy, -dx
        x, y = x + dx, y + dy
    return grid


def binary_search(xs, target):
    lo, hi = 0, len(xs)
    while lo < hi:
        mid = (lo + hi) // 2
        if xs[mid] < target:
            lo = mid + 1
        else:
            hi = mid
    return lo if lo < len(xs) and xs[lo] == target else -1


def factors(n):
    d = 2
    while d * d <= n:
        while not n % d:
            yield d
            n //= d
        d += 1
    if n > 1:
        yield n


async def run(name, fn, *args):
    await asyncio.sleep(len(args) / 10)
    return f"{name:<10} {fn(*args)}"


async def main():
    items = [("map", 9, 150), ("compass", 13, 35), ("water", 153, 200), ("sandwich", 50, 160), ("glucose", 15, 60)]
    jobs = [run("knapsack", knapsack, items, 80), run("lcs", lcs, "AGGTAB", "GXTXAYB"), run("edit", edit_distance, "kitten", "sitting"),
            run("coins", coins, 63, [1, 5, 10, 21, 25]), run("none", coins, 3, [2]), run("sieve", sieve, 50), run("search", binary_search, sieve(100), 89)]
    for done in asyncio.as_completed(jobs):
        print(await done)
    for row in pascal(6):
        print(f"{' '.join(map(str, row)):^20}".rstrip())
    for row in spiral(4):
        print(*(f"{v:>3}" for v in row), sep="")
    print(list(factors(360)), prod(factors(360)), gcd(48, 36), lcm(4, 6, 10), comb(5, 2), factorial(20), isqrt(99))
    print(divmod(-7, 3), -7 // 2, -7 % 3, 7 % -3, 2 ** -1, 0.1 + 0.2, round(2.5), round(3.14159, 2), round(1234, -2), 1e16, 1e-5, 10 / 5, int(-3.7), 5 // 0.3)
    print(sum(int(d) for d in str(2 ** 100)), int("ff", 16), int("0b101", 0), float("1e3"), pow(3, 100, 7), abs(-2.5), bool([]), min(3, 1, 2), 7 & 3 | 8 ^ 1, ~5, 1 << 10)


asyncio.run(main())
