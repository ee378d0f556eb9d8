n = k = 1


def w(*a, **b): return a


z = (1
     if n
     else 2)
w(1,
  w(2),
  (k := 3))
w(
    1
)
d = {
    "a": 1,
    "b": n,
}
l = [
    1,
    n,
]
x, y = (1,
        n)
w(n).count(
    1
).bit_length(
)
s = f"{n} {
    n}"
t = "a" \
    "b"
u = (n and
     x and
     y)
if (n and
        x):
    pass
elif n:
    pass
while (n <
       1):
    n += 1
n += (
    2)
l[
    0
] = n
v = (
    n)
for i in (n,
          2):
    pass


def r():
    return (
        n)


r()
b = w(
    a=n,
    b=-1,
)
assert (n and
        k)
q = n + (
    k * 2
) - n
try:
    raise ValueError(
        "x")
except ValueError:
    pass
