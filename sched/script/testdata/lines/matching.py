def w(*a): return a


def f(x):
    match x:
        case 0: n = 1
        case 1 | 2:
            n = 2
        case (2, _): n = 1
        case (1, k) if k == 3:
            n = 2
        case [a, b]:
            n = 3
        case {"a": v}:
            n = 4
        case str():
            n = 5
        case _:
            pass
    return x


f(0)
f(2)
f((1, 3))
f([5, 6])
f({"a": 1})
f("s")
f(None)
match w(
    1,
):
    case (2,):
        pass
