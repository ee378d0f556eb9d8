import sys
import asyncio
print(sys.platform, sys.maxsize, sys.byteorder, sys.getrecursionlimit(), sys.hexversion)
sys.stdout.write("no newline")
sys.stdout.write(" then\nmore ")
print("x", end="")
n = sys.stdout.write("é\n")
print(n)
sys.stdout.flush()
print("to stderr", file=sys.stderr)
print("a", "b", sep="-", end="!\n", file=sys.stdout, flush=True)
print(1, file=None)
class W:
    def __init__(self): self.parts = []
    def write(self, s):
        self.parts.append(s); return len(s)
    def flush(self): self.parts.append("F")
w = W()
print("a", 1, [2], file=w)
print("b", 2, sep=", ", end="", file=w)
print(w.parts)
print(sys.stdout.isatty())
try:
    print("x", file=3)
except AttributeError as e:
    print(e)
try:
    sys.stdout.write(3)
except TypeError as e:
    print(type(e))
async def main():
    for i in range(3):
        sys.stdout.write(f"step {i}...")
        await asyncio.sleep(0.1)
        sys.stdout.write("done\n")
asyncio.run(main())
def f(n):
    return n if n == 0 else f(n-1)
try:
    f(1500)
except RecursionError as e:
    print("rec", e)
sys.setrecursionlimit(3000)
print(f(1500), sys.getrecursionlimit())
try:
    sys.exit(3)
except SystemExit as e:
    print(e.code, e.args)
try:
    sys.exit()
except SystemExit as e:
    print(e.code, e.args)
try:
    raise ValueError("tb")
except ValueError as e:
    t, v, tb = sys.exc_info()
    print(t, v, tb.tb_lineno, tb.tb_next, e.__traceback__ is not None)
    try:
        raise KeyError("x") from None
    except KeyError as k:
        print(repr(sys.exception()), repr(k.__context__), k.__suppress_context__)
        k.__context__ = None
        k.__cause__ = e
        print(repr(k.__context__), repr(k.__cause__), k.with_traceback(None) is k, k.__traceback__)
    print(repr(sys.exception()))
e = ValueError()
for name, v in ("__cause__", 3), ("__context__", 3), ("__traceback__", 3), ("__suppress_context__", 3):
    try:
        setattr(e, name, v)
    except TypeError as x:
        print(x)
if sys.argv: print("argv", len(sys.argv) > 0)
sys.exit("bye")
