class P:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Color:
    RED = 1


def kind(v):
    match v:
        case 0 | 1:
            return "small"
        case Color.RED | "red":
            return "red"
        case None | True:
            return "singleton"
        case int(n) if n > 100:
            return f"big {n}"
        case int() | float() as n:
            return f"number {n}"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case ["go", direction] | ["move", direction]:
            return f"go {direction}"
        case (first, *_, last) if first == last:
            return "same ends"
        case [a, b, *rest]:
            return f"{a} {b} {rest}"
        case {"type": "user", "name": str(name), **rest}:
            return f"user {name} {rest}"
        case {"k": [p, {"deep": q}]}:
            return f"deep {p} {q}"
        case {}:
            return "dict"
        case P(0, y=0):
            return "origin"
        case P(x, y):
            return f"point {x} {y}"
        case ValueError(args=(message,)):
            return f"error {message}"
        case str() as s:
            return s.upper()
        case _:
            return "other"


for v in [0, True, None, "red", 500, 7, 2.5, [], [3], ["go", "n"], ("move", "s"), (1, 2, 1), [1, 2, 3, 4], "hello",
          {"type": "user", "name": "ada", "age": 3}, {"k": [1, {"deep": 2}]}, {"z": 1}, P(0, 0), P(1, 2), ValueError("bad"), range(2), {1}]:
    if v != 0.5:
        print(kind(v))
try:
    match P(1, 2):
        case P(a, b, c):
            pass
except TypeError as e:
    print(e)
try:
    match 1:
        case int(a, b):
            pass
except TypeError as e:
    print(e)

eg = ExceptionGroup("outer", [ValueError("v"), TypeError("t"), ExceptionGroup("inner", [KeyError("k"), ValueError("w")])])
print(eg, repr(eg), eg.message, eg.exceptions[0], len(eg.exceptions), isinstance(eg, Exception), ExceptionGroup.__mro__)
match, rest = eg.split(ValueError)
print(repr(match), repr(rest), repr(eg.subgroup(lambda e: isinstance(e, KeyError))), eg.subgroup(OSError), eg.split(ExceptionGroup)[0] is eg)
print(repr(BaseExceptionGroup("b", [ValueError(1)])), repr(BaseExceptionGroup("b", [KeyboardInterrupt()])))
for a in [("m",), (1, [ValueError()]), ("m", []), ("m", [1]), ("m", 5), ("m", [KeyboardInterrupt()])]:
    try:
        ExceptionGroup(*a)
    except Exception as e:
        print(type(e).__name__, e)


def run(exc, handle=None):
    try:
        try:
            raise exc
        except* ValueError as g:
            print("values", repr(g))
            if handle:
                handle()
        except* (KeyError, TypeError) as g:
            print("keys", repr(g), g.exceptions)
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as e:
        print("left", repr(e), repr(e.__context__))


run(eg)
run(ValueError("naked"))
run(OSError("not mine"))
run(ExceptionGroup("mixed", [ValueError(1), OSError(2)]))


def fails():
    raise RuntimeError("in handler")


def again():
    raise


run(ExceptionGroup("mixed", [ValueError(1), OSError(2)]), fails)
run(ValueError("naked"), fails)
run(ExceptionGroup("again", [ValueError(1), OSError(2)]), again)
run(ExceptionGroup("nested", [ExceptionGroup("in", [OSError(1)]), KeyError(2)]))
try:
    try:
        raise ValueError(1)
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
try:
    pass
except* ValueError:
    pass
else:
    print("nothing raised")

print("%s %r %d %5.2f|%-5s|%5s|%05d|%x %X %o %c %% %+d % d %e %g %i" % ("a", "b", 3, 2.5, "l", "r", 42, 255, 255, 8, "z", 5, 5, 12345.678, 0.0001, 9))
print("%(name)s is %(age)03d" % {"name": "ada", "age": 7}, "%s" % [1], "%s" % (1,), "%.3s|%10.4s|" % ("abcdef", "ghijkl"), "%*d" % (5, 3), "%-*d|" % (4, 1))
print("%d" % 3.99, "%s" % None, "%5s%%" % 12.5, "100%%" % (), "%#x %#o" % (255, 8), "%.0f %g %G" % (2.5, 1e10, 1e-10), f"{'x'}%s" % 1)
for f, a in [("%d", "x"), ("%s %s", "x"), ("%s", (1, 2)), ("%y", 1), ("%x", 1.5), ("%(a)s", 1), ("%", 1), ("%f", "x"), ("%c", "ab"), ("nothing", 1)]:
    try:
        print(f % a)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
