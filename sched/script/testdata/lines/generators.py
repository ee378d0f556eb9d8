def gen():
    x = yield 1
    try:
        yield from [1, 2]
    finally:
        n = 1


for v in gen():
    pass
print(len([v for v in
           gen()
           if v]))


def counting(n):
    while n:
        got = yield n
        n -= 1
    return "done"


def outer():
    end = yield from counting(2)
    yield end


g = outer()
next(g)
g.send("x")
next(g)


def closing():
    try:
        yield 1
    finally:
        n = 1


c = closing()
next(c)
c.close()
t = closing()
next(t)
try:
    t.throw(KeyError)
except KeyError:
    pass
