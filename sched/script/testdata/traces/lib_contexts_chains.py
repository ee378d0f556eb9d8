import asyncio, contextlib, sys
from contextlib import contextmanager, asynccontextmanager, ExitStack, AsyncExitStack, suppress

log = []
@contextmanager
def layer(n, mode=""):
    log.append(f"+{n}")
    try:
        yield n
    except GeneratorExit:
        log.append("GE"); raise
    except Exception as e:
        log.append(f"!{n}:{type(e).__name__}")
        if mode == "swallow":
            return
        if mode == "replace":
            raise RuntimeError(n)
        if mode == "from":
            raise RuntimeError(n) from e
        if mode == "none":
            raise RuntimeError(n) from None
        raise
    finally:
        log.append(f"-{n}")

def chain(e):
    out = []
    while e is not None:
        out.append(f"{e!r}/{'S' if e.__suppress_context__ else ''}{'C' if e.__cause__ else ''}")
        e = e.__context__
    return " <- ".join(out)

for modes in (["", "", ""], ["", "replace", ""], ["from", "", "replace"], ["swallow", "", ""], ["replace", "swallow", "none"], ["none", "from", "replace"]):
    log.clear()
    try:
        with layer(0, modes[0]), layer(1, modes[1]), layer(2, modes[2]):
            raise KeyError("k")
    except Exception as e:
        print(modes, chain(e))
    print(*log)
    log.clear()
    try:
        with ExitStack() as st:
            for i, m in enumerate(modes):
                st.enter_context(layer(i, m))
            raise KeyError("k")
    except Exception as e:
        print(modes, chain(e))
    print(*log)
try:
    try:
        raise ValueError("outer")
    except ValueError:
        with ExitStack() as st:
            st.callback(lambda: {}["cb1"])
            st.callback(lambda: 1 / 0)
            raise TypeError("body")
except Exception as e:
    print(chain(e))
try:
    try:
        raise ValueError("outer")
    except ValueError:
        with ExitStack() as st:
            st.callback(lambda: {}["cb1"])
            st.callback(lambda: 1 / 0)
except Exception as e:
    print(chain(e))
def raiser(t, v, tb):
    raise OSError("raiser")
try:
    with ExitStack() as st:
        st.push(lambda *a: True)
        st.push(raiser)
        1 / 0
    print("all swallowed")
    with ExitStack() as st:
        st.push(raiser)
        st.push(lambda *a: True)
        1 / 0
except OSError as e:
    print(chain(e))
class Weird:
    def __enter__(self): raise LookupError("enter")
    def __exit__(self, *a): print("never")
try:
    with ExitStack() as st:
        st.callback(print, "unwound")
        st.enter_context(Weird())
except LookupError as e:
    print(chain(e))
with suppress(LookupError), ExitStack() as st:
    st.enter_context(Weird())
@asynccontextmanager
async def alayer(n, mode=""):
    await asyncio.sleep(0.01)
    try:
        yield n
    except Exception as e:
        await asyncio.sleep(0.01)
        if mode == "replace":
            raise RuntimeError(n)
        if mode == "swallow":
            return
        raise
    finally:
        await asyncio.sleep(0.01)
async def main():
    for modes in (["", ""], ["replace", ""], ["replace", "replace"], ["swallow", "replace"], ["", "swallow"]):
        try:
            async with AsyncExitStack() as st:
                for i, m in enumerate(modes):
                    await st.enter_async_context(alayer(i, m))
                raise KeyError("k")
        except Exception as e:
            print(modes, chain(e))
        try:
            async with alayer(0, modes[0]):
                async with alayer(1, modes[1]):
                    raise KeyError("k")
        except Exception as e:
            print(modes, chain(e))
    async def fail(*a):
        await asyncio.sleep(0.01)
        raise OSError("async cb")
    try:
        async with AsyncExitStack() as st:
            st.push_async_callback(fail)
            st.push_async_exit(fail)
            st.callback(lambda: [][1])
    except Exception as e:
        print(chain(e))
    async def job():
        async with AsyncExitStack() as st:
            st.push_async_callback(asyncio.sleep, 0.1)
            await st.enter_async_context(alayer("job"))
            await asyncio.sleep(5)
    t = asyncio.create_task(job())
    await asyncio.sleep(0.1)
    t.cancel("stop it")
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e), e.args)
asyncio.run(main())
