# format(), round(), arithmetic and repr of numbers.


def show(f, *args):
    try:
        print(*args, f(*args))
    except Exception as e:
        print(*args, type(e).__name__, e)


specs = ['', '5', '<8', '>8', '^8', '*^9', '=8', '08', '+', '+8', '-', ' ', ' 10', ',', '_', '012,', '.0', '.2', '.3f',
         '.0f', 'e', '.2e', 'E', 'g', '.3g', 'G', '#g', '#.0f', '%', '.1%', 'd', 'x', 'X', '#x', '#010x', 'b', '#b', 'o',
         '#o', '_b', 'c', 'n', 's', '10s', '.2', '.2s', '<5s', '^7.1', 'z.1f', '+.2f', '010.2f', '*>+12,.2f', '>10,',
         '015_.3f', '#', 'r', '5d', '05d', '+05d', 'x>+7d', ',.2f', '.10', '.17g']
for v in [0, 7, -7, 1234567, -1234567, 10**25, True, 0.0, -0.0, 1.0, 3.14159, -2.5, 1e20, 1e-10, 123456789.125, 1e300,
          float('inf'), float('-inf'), float('nan'), '', 'abc', 'é日本', None, [1]]:
    for s in specs:
        show(format, v, s)
numbers = [0, 1, -1, 2, 7, -7, 3, 10**20, -10**20, 2**62, -2**63, 2**63, 0.5, -2.5, 1e300, True]
for a in numbers:
    for b in numbers:
        for op in [lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a * b, lambda a, b: a / b, lambda a, b: a // b,
                   lambda a, b: a % b, lambda a, b: (a < b, a <= b, a == b, a != b), divmod]:
            show(op, a, b)
    for f in [str, repr, hash, int, float, bool, abs, round, lambda a: -a, lambda a: +a, lambda a: ~a]:
        show(f, a)
    for b in [0, 1, 2, 5, 70]:
        for op in [lambda a, b: a ** b, lambda a, b: a << b, lambda a, b: a >> b, lambda a, b: a & b,
                   lambda a, b: a | b, lambda a, b: a ^ b]:
            if abs(a) < 1e100:
                show(op, a, b)
for x in [2.5, 3.5, -2.5, 2.675, 1234.5678, 1e16, 0.05, 1.005, 5e-324, 1.7976931348623157e308, 123456789012345680.0, 0.1,
          1e22, 1e21, 9007199254740993.0, 1e15, 123456.7e10]:
    print(x)
    for n in [0, 1, 2, -1, -2, 5, None]:
        show(round, x, n)
