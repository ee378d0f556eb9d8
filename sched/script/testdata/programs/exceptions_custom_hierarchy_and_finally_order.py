import asyncio
import traceback


class AppError(Exception):
    code = 500

    def __init_subclass__(cls, code=None, **kwargs):
        super().__init_subclass__(**kwargs)
        if code is not None:
            cls.code = code

    def __str__(self):
        return f"[{self.code}] {super().__str__()}"


class NotFound(AppError, code=404):
    pass


class Teapot(AppError, code=418):
    def __init__(self, *args, hint=None):
        super().__init__(*args)
        self.hint = hint


def order(log, fail):
    try:
        log.append("try")
        if fail:
            raise fail
    except AppError as e:
        log.append(f"except {e}")
        return "returned from except"
    except (KeyError, IndexError) as e:
        log.append(f"lookup {e!r}")
        raise RuntimeError("wrapped") from e
    else:
        log.append("else")
        return "returned from else"
    finally:
        log.append("finally")


def loop():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append(f"f{i}")
    else:
        out.append("never")
    return out


async def risky(n):
    await asyncio.sleep(0.1 * n)
    match n:
        case 1:
            raise NotFound("page", n)
        case 2:
            raise Teapot("short", hint="stout")
        case 3:
            return {}["missing"]
        case 4:
            return int("four")
        case 5:
            return [][5]
        case 6:
            return "a" + 1
        case 7:
            return None.upper()
        case 8:
            return undefined_name
        case 9:
            assert n > 100, f"{n} is small"
    return n


async def main():
    for fail in (None, NotFound("x"), KeyError("k"), IndexError()):
        log = []
        try:
            print(order(log, fail), log)
        except RuntimeError as e:
            print(repr(e), repr(e.__cause__), log, e.__suppress_context__)
    print(loop())
    for r in await asyncio.gather(*map(risky, range(11)), return_exceptions=True):
        print(repr(r), "|", r, "|", getattr(r, "code", "-"), getattr(r, "hint", "-"))
    try:
        try:
            raise ValueError("first")
        except ValueError:
            raise TypeError("second")
    except TypeError as e:
        print(repr(e.__context__), e.__cause__)
        print("".join(traceback.format_exception_only(e)).rstrip())
    try:
        raise ExceptionGroup("many", [ValueError(1), ExceptionGroup("inner", [NotFound("a"), OSError(2, "No such file")])])
    except* AppError as g:
        print("app:", g, g.exceptions)
    except* (ValueError, OSError) as g:
        print("rest:", repr(g), [str(e) for e in g.exceptions])
    e = Teapot("note me")
    e.add_note("line one")
    e.add_note("line two")
    print(traceback.format_exception_only(e))
    try:
        raise e
    except AppError as caught:
        print(caught is e, caught.__traceback__ is not None, traceback.extract_tb(caught.__traceback__)[-1].name)
    try:
        raise 5
    except TypeError as err:
        print(err)
    print(e.args, Exception("a", 1), repr(Exception()), str(KeyError("q")), NotFound.__mro__[1].__name__)


asyncio.run(main())
