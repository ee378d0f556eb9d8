def w(*a): return a


x = [i for i in range(3)]
y = {i: j for i in range(2) for j in range(2) if j}
print(sum(i for i in range(3)))
z = [i
     for i in range(2)
     if i]
print(list(
    x
    for x in [1, 2]
))
s = {
    i + j
    for i in range(2)
    for j in range(2)
}


def f(n):
    return [w(i,
              n)
            for i in range(n)]


f(2)
print(max(
    (i for i in range(3)),
    default=0))
