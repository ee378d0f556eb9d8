# The order of sets of numbers, which is that of CPython's hash table.
state = 12345


def rand(n):
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return state // 65536 % n


for s in [{3, 1, 2}, {10, 20, 30, 40, 50, 60}, {100, 5, 64, 32, 8, 0, 16}, {-1, -2, -3}, {1.5, 2.5, 100.25},
          {(1, 2), (3, 4), (5, 6)}, {None, 1}, {2**70, 2**61, 1}, {True, 2, 0}, frozenset([5, 3, 9])]:
    print(s, s.copy(), [x for x in s])
print([x for x in {100, 5, 64, 32, 8, 0, 16}])
for program in range(120):
    s = set([rand(450) - 50 for i in range(rand(40))])
    t = set([rand(450) - 50 for i in range(rand(40))])
    for i in range(12):
        n = rand(450) - 50
        op = rand(17)
        if op == 0: s.add(n)
        elif op == 1: s.discard(n)
        elif op == 2: s |= t
        elif op == 3: s -= t
        elif op == 4: s ^= t
        elif op == 5: s &= t
        elif op == 6: s = s | t
        elif op == 7: s = s - t
        elif op == 8: s = t ^ s
        elif op == 9: s = s & t
        elif op == 10: t = s.copy()
        elif op == 11: s.update([n, 7])
        elif op == 12: s.pop() if s else 0
        elif op == 13: t = set(s)
        elif op == 14: s = s.union(t, [1])
        elif op == 15: s = s.difference([n])
        else: t.clear()
        print(list(s), list(t), s < t, s == t)
