import traceback, sys, io, asyncio, warnings
from contextlib import redirect_stdout, redirect_stderr

def f(n):
    if n == 0:
        raise ValueError("deep")
    f(n - 1)

def g():
    try:
        f(2)
    except ValueError as e:
        raise RuntimeError("wrapped") from e

for fn in (lambda: f(0), lambda: f(10), g):
    try:
        fn()
    except Exception as e:
        print(traceback.format_exc())
        print(traceback.format_exception_only(e))
        print(traceback.format_exception(e)[-1], end="")
        print(len(traceback.format_exception(e)), len(traceback.format_tb(e.__traceback__)))
        print(traceback.format_exception(type(e), e, e.__traceback__, limit=1, chain=False))
        for fr in traceback.extract_tb(e.__traceback__):
            print(fr.lineno, fr.name)
        last = traceback.extract_tb(e.__traceback__)[-1]
        print(last.lineno, last.name, len(last))

try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k")
except KeyError as e:
    traceback.print_exc(file=sys.stdout)
    print("".join(traceback.TracebackException.from_exception(e).format()), end="")
    buf = io.StringIO()
    traceback.print_exc(file=buf)
    print(buf.getvalue().splitlines()[0])

print(traceback.format_exc())

async def bad(n):
    await asyncio.sleep(0.1)
    raise ValueError(n)

async def main():
    try:
        await bad(1)
    except ValueError:
        print(traceback.format_exc(), end="")
    t = asyncio.create_task(bad(2))
    try:
        await t
    except ValueError:
        print(traceback.format_exc(), end="")
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(3))
            tg.create_task(bad(4))
    except* ValueError as eg:
        for e in eg.exceptions:
            print("".join(traceback.format_exception(e)), end="")

asyncio.run(main())

def h():
    raise ExceptionGroup("two", [ValueError(1), ExceptionGroup("in", [TypeError("a\nb"), KeyError(3)])])
try:
    h()
except ExceptionGroup as e:
    print(traceback.format_exc())
    print("".join(traceback.format_exception_only(e, show_group=True)))
class MyError(Exception):
    pass
class Outer:
    class Inner(Exception): pass
for c in MyError, Outer.Inner, asyncio.InvalidStateError, asyncio.QueueEmpty:
    try:
        raise c("x")
    except Exception as e:
        print(traceback.format_exception_only(e))
def stack():
    print("".join(traceback.format_stack()[-2:]))
    print([(x.lineno, x.name) for x in traceback.extract_stack()][-2:], [(x.lineno, x.name) for x in traceback.extract_stack(limit=1)])
stack()
s = io.StringIO("one\ntwo\nthree")
print(s.read(2), repr(s.readline()), list(s), repr(s.read()), s.tell())
s.seek(0); print(s.readlines(), s.seek(0, 2))
s.write("!\n"); s.seek(1); s.write("NE"); print(repr(s.getvalue()), s.tell())
s.truncate(5); print(repr(s.getvalue())); s.seek(8); s.write("x"); print(repr(s.getvalue()))
with io.StringIO() as b:
    print("a", 1, file=b)
    b.writelines(["x\n", "y"])
    print(b.getvalue())
print(b.closed)
try:
    b.write("x")
except ValueError as e:
    print(e)
try:
    io.StringIO(3)
except TypeError as e: print(e)
try:
    io.StringIO().write(3)
except TypeError as e: print(e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.warn("old", DeprecationWarning)
    warnings.warn("user")
    print(len(w), w[0].category.__name__, w[0].message, str(w[1].message), w[1].lineno)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("now an error", RuntimeWarning)
    except RuntimeWarning as e:
        print(repr(e))
