for name in "ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError EncodingWarning EnvironmentError Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError".split():
    pass
tree = [ArithmeticError, AssertionError, AttributeError, BaseException, BlockingIOError, BrokenPipeError, BufferError, BytesWarning, ChildProcessError, ConnectionAbortedError, ConnectionError, ConnectionRefusedError, ConnectionResetError, DeprecationWarning, EOFError, EncodingWarning, EnvironmentError, Exception, FileExistsError, FileNotFoundError, FloatingPointError, FutureWarning, GeneratorExit, IOError, ImportError, ImportWarning, IndexError, InterruptedError, IsADirectoryError, KeyError, KeyboardInterrupt, LookupError, MemoryError, ModuleNotFoundError, NameError, NotADirectoryError, NotImplementedError, OSError, OverflowError, PendingDeprecationWarning, PermissionError, ProcessLookupError, RecursionError, ReferenceError, ResourceWarning, RuntimeError, RuntimeWarning, StopAsyncIteration, StopIteration, SyntaxWarning, SystemError, SystemExit, TimeoutError, TypeError, UnboundLocalError, UnicodeError, UnicodeWarning, UserWarning, ValueError, Warning, ZeroDivisionError]
for t in tree:
    print(t.__name__, [c.__name__ for c in t.__mro__], t.__module__)
    for args in [(), ("a",), ("a", "b"), (1, "b"), (2, "no file", "f.txt"), (2, "x", "f", None, "g"), (None,), ([1],), ("it's",), ('q"',), (1, 2, 3, 4, 5, 6)]:
        try:
            e = t(*args)
            print("  ", repr(e), "|", str(e), "|", e.args, type(e).__name__)
            for at in ("errno", "strerror", "filename", "filename2", "code", "value", "name", "msg", "path", "obj", "lineno", "offset", "text"):
                if hasattr(e, at): print("     ", at, repr(getattr(e, at)))
        except Exception as x:
            print("  ERR", type(x).__name__, x)
for a in [("utf-8", b"abc", 1, 2, "bad"), ("utf-8", b"abc", 0, 3, "bad"), (), ("a",)]:
    try:
        e = UnicodeDecodeError(*a); print(repr(e), str(e), e.start, e.end, e.reason, e.encoding, e.object)
    except Exception as x: print(type(x).__name__, x)
for f in [lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: b"a\xc3".decode("utf-8"), lambda: "日本".encode("latin-1"), lambda: b"\xe9t".decode("utf8"), lambda: "x".encode("nope"), lambda: b"\x80abc".decode("ascii"), lambda: chr(0xd800).encode()]:
    try: print(f())
    except Exception as x: print(type(x).__name__, x, getattr(x, "start", None), getattr(x, "reason", None))
print(ImportError("m", name="n", path="p").name, ModuleNotFoundError("No module named 'x'", name="x").name)
for f in [lambda: ImportError("a", foo=1), lambda: ValueError(x=1), lambda: NameError("n", name="q").name, lambda: AttributeError("n", name="q", obj=5).obj, lambda: AttributeError("a", zzz=1)]:
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
e = ValueError("v")
e.add_note("n1"); e.add_note("n2"); print(e.__notes__, e.__dict__)
try: e.add_note(5)
except TypeError as x: print(x)
e.extra = 1; print(e.extra, vars(e), e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__)
e.__cause__ = KeyError("c"); print(repr(e.__cause__), e.__suppress_context__)
for f in [lambda: setattr(e, "__cause__", 5), lambda: setattr(e, "__context__", "x"), lambda: setattr(e, "args", 5), lambda: e.with_traceback(5), lambda: setattr(e, "__suppress_context__", 1)]:
    try: f()
    except Exception as x: print(type(x).__name__, x)
e.args = [1, 2]; print(e.args, str(e), repr(e))
try:
    try: raise ValueError("inner")
    except ValueError as i: raise KeyError("outer") from i
except KeyError as o:
    print(repr(o.__cause__), o.__cause__ is o.__context__, o.__suppress_context__, o.__traceback__.tb_lineno, o.__traceback__.tb_next)
try:
    try: raise ValueError("inner")
    except ValueError as i: raise KeyError("outer") from None
except KeyError as o:
    print(repr(o.__cause__), repr(o.__context__), o.__suppress_context__)
def lvl(n):
    if n == 0: raise RuntimeError("deep")
    lvl(n - 1)
try: lvl(3)
except RuntimeError as o:
    tb = o.__traceback__; lines = []
    while tb: lines.append((tb.tb_lineno, tb.tb_frame.f_code.co_name)); tb = tb.tb_next
    print(lines)
class AppError(Exception):
    def __init__(self, msg, code=1):
        super().__init__(msg); self.code = code
    def __str__(self): return f"[{self.code}] {super().__str__()}"
class SubErr(AppError): pass
try: raise SubErr("oops", code=5)
except AppError as x: print(x, repr(x), x.args, x.code, type(x).__mro__[1].__name__)
class NoInit(Exception):
    def __init__(self, a, b): self.a = a
x = NoInit(1, 2); print(repr(x), str(x), x.args)
class Custom(OSError): pass
print(repr(Custom(2, "x", "f")), Custom(2, "x", "f").filename, str(Custom(2, "x", "f")))
class KwErr(Exception):
    def __init__(self, *, why): self.why = why
print(repr(KwErr(why="z")), KwErr(why="z").why)
try: raise ValueError
except ValueError as x: print(repr(x), x.args)
for bad in [lambda: (_ for _ in ()).throw(5)]:
    try: bad()
    except TypeError as x: print(x)
try: raise 5
except TypeError as x: print(x)
try: raise int
except TypeError as x: print(x)
try: raise ValueError("a") from 5
except TypeError as x: print(x)
try:
    try: 1 / 0
    except 5: pass
except TypeError as x: print(x)
try: assert 1 == 2, "msg"
except AssertionError as x: print(repr(x))
try: assert 0
except AssertionError as x: print(repr(x))
eg = ExceptionGroup("grp", [ValueError(1), TypeError("t"), ExceptionGroup("in", [KeyError("k")])])
print(repr(eg), str(eg), eg.message, eg.exceptions, eg.args)
print(eg.subgroup(KeyError), eg.split(ValueError), eg.subgroup(lambda e: isinstance(e, (KeyError, TypeError))), eg.derive([ValueError("z")]))
for a in [(), ("m",), ("m", []), ("m", [1]), (1, [ValueError()]), ("m", 5), ("m", [KeyboardInterrupt()])]:
    try: print(repr(ExceptionGroup(*a)))
    except Exception as x: print(type(x).__name__, x)
print(repr(BaseExceptionGroup("b", [KeyboardInterrupt()])), type(BaseExceptionGroup("b", [ValueError()])).__name__)
try: raise eg
except* ValueError as g: print("V", repr(g))
except* (TypeError, KeyError) as g: print("TK", repr(g))
try:
    try: raise ValueError("plain")
    except* ValueError as g: print(repr(g)); raise
except ExceptionGroup as g: print("again", repr(g))
import sys
try: sys.exit("bye")
except SystemExit as x: print(repr(x), x.code)
print(sys.exc_info())
def nested():
    try:
        raise ValueError("1")
    except ValueError:
        try:
            raise KeyError("2")
        except KeyError as k:
            print(repr(k.__context__), sys.exc_info()[0].__name__)
        print(sys.exc_info()[0].__name__)
        raise
try: nested()
except ValueError as v: print(repr(v), v.__context__)
