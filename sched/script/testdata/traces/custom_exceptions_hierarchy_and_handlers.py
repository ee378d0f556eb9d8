import asyncio


class AppError(Exception):
    code = 1

    def __init__(self, message="", **details):
        super().__init__(message)
        self.details = details

    def __str__(self):
        base = super().__str__() or self.__class__.__name__
        extra = ", ".join(f"{k}={v}" for k, v in self.details.items())
        return f"[{self.code}] {base}" + (f" ({extra})" if extra else "")


class NetworkError(AppError, ConnectionError):
    code = 2


class Timeout_(NetworkError, TimeoutError):
    code = 3


class Bug(AppError, AssertionError):
    code = 4


async def call(what):
    await asyncio.sleep(0.1)
    match what:
        case "net":
            raise NetworkError("unplugged", host="example", port=80)
        case "slow":
            raise Timeout_(after=3)
        case "bug":
            raise Bug
        case "os":
            raise OSError(2, "No such file", "x.txt")
        case "stop":
            raise StopIteration("value")
        case "agen":
            raise StopAsyncIteration("a")
        case "sys":
            raise SystemExit(5)
        case int(n) if n > 3:
            raise ValueError(n)
        case _:
            return what


def handle(exc):
    try:
        raise exc
    except (TimeoutError, ArithmeticError) as e:
        return f"timeout-like {e}"
    except ConnectionError as e:
        return f"connection {e} {e.details}"
    except AppError as e:
        return f"app {e}"
    except OSError as e:
        return f"os {e.errno} {e.strerror} {e.filename} | {e}"
    except RuntimeError as e:
        return f"runtime {e} | {e.__cause__!r}"
    except Exception as e:
        return f"other {e!r}"


async def main():
    names = ["net", "slow", "bug", "os", "stop", "agen", 3, 4, None]
    for n in names:
        try:
            print(n, "->", await call(n))
        except Exception as e:
            print(n, "->", handle(e))
    try:
        await call("sys")
    except SystemExit as e:
        print("exit", e.code)
    print([c.__name__ for c in Timeout_.__mro__])
    print(issubclass(Bug, AssertionError), isinstance(Timeout_(), OSError), repr(NetworkError("x", a=1)), AppError().args)
    e = ValueError("v")
    e.add_note("note 1")
    e.add_note("note 2")
    print(e.__notes__, e.with_traceback(None) is e)


asyncio.run(main())
