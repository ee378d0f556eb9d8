"""Computing: a loop that never gives control back, and no asyncio at all."""


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def main():
    longest, start = 0, 0
    seen = {}
    for n in range(1, 100_000):
        steps = collatz(n)
        seen[steps] = seen.get(steps, 0) + 1
        if steps > longest:
            longest, start = steps, n
    print(start, longest, len(seen))


main()
