def count(n):
    for i in range(n):
        yield i


def echo():
    got = None
    while True:
        try:
            got = yield got
        except ValueError as e:
            got = f"caught {e}"
        except GeneratorExit:
            print("closing")
            raise
        finally:
            print("finally", got)


def delegating():
    result = yield from inner()
    print("inner gave", result)
    yield from [10, 20]
    yield from "ab"
    return "all"


def inner():
    x = yield 1
    print("inner got", x)
    try:
        yield 2
    except KeyError as e:
        print("inner caught", repr(e))
        yield 3
    return "done"


def early():
    try:
        yield 1
        yield 2
    finally:
        print("early cleaned up")


def stubborn():
    for i in range(2):
        try:
            yield 1
        except GeneratorExit:
            pass


def stops():
    yield 1
    raise StopIteration("no")


def returns_on_close():
    try:
        yield 1
    except GeneratorExit:
        return "closed value"


print(list(count(3)), sum(count(5)), tuple(count(0)))
g = count(2)
print(next(g), next(g), next(g, "end"), next(g, "still"))
try:
    next(g)
except StopIteration as e:
    print(repr(e), e.value)

e = echo()
print(next(e), e.send("a"), e.send(None), e.throw(ValueError("x")), e.throw(ValueError, "y"))
print(e.close(), e.close())
try:
    e.send(1)
except StopIteration as x:
    print("stopped", repr(x))
try:
    echo().send(1)
except TypeError as x:
    print(x)

d = delegating()
print(next(d), d.send("hello"), d.throw(KeyError("k")))
print(next(d), next(d), next(d), next(d))
try:
    next(d)
except StopIteration as x:
    print(x.value, x.args)

for i in early():
    print(i)
    break
print("after break")


def finds():
    for i in early():
        return i


print(finds())
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as x:
    print(x, list(s))
try:
    print(list(stops()))
except RuntimeError as x:
    print(x, repr(x.__cause__))
r = returns_on_close()
next(r)
print(r.close())


def reentrant():
    global me
    yield next(me)


me = reentrant()
try:
    next(me)
except ValueError as x:
    print(x)
u = count(1)
try:
    u.throw(KeyError("unstarted"))
except KeyError as x:
    print(repr(x), list(u))

x = "outer"
squares = (x * x for x in range(5) if x % 2)
print(next(squares), list(squares), x)
print(sum(i * j for i in range(3) for j in range(i)), any(i > 2 for i in range(9)), ",".join(str(i) for i in range(3)))
n = 3
lazy = (i + n for i in range(2))
n = 100
print(list(lazy))
try:
    (i for i in 5)
except TypeError as x:
    print(x)
print([y := 5, *(y + i for i in range(2))])


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(4)))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print([v for v, _ in zip(fib(), range(10))], dict(enumerate(count(2))))
a, b, *c = count(5)
print(a, b, c, 3 in fib(), max(count(4)), sorted(-i for i in count(3)))
print([list(f()) for f in [lambda: (yield), lambda: (yield 1)]])
print(repr(count(1))[:27], type(count(1)), count(1).__name__, iter(e) is e)


def context():
    try:
        yield 1
    except ValueError as e:
        raise KeyError("from it")


c = context()
next(c)
try:
    c.throw(ValueError("first"))
except KeyError as k:
    print(repr(k.__context__))


def late():
    try:
        raise ValueError("one")
    except ValueError:
        yield 1
        try:
            raise
        except ValueError as again:
            print("again", again)


print(list(late()))
