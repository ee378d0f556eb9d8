"""Statements within a line."""
n = 2
while n > 0:
    n -= 1
while n < 4:
    n += 1
    if n == 2:
        continue
    n += 0
else:
    n = 0
while n: n -= 1
for i in range(2): n += i
for i in range(3):
    if i == 1:
        continue
    n = i
else:
    n = 9
while True:
    n -= 1
    if n < 5:
        break
while 1:
    break
if n: pass
else: n = 1
if not n:
    pass
elif n == 4:
    n = 3
else:
    n = 1
x = y = 1; x += y
del x
assert n
"a constant"
...


def f(a, b=1):
    """A docstring."""
    global n
    c: int
    d: int = 2
    n = a + b
    return


f(1)
z: int = 3
