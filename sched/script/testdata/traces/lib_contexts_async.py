import asyncio
from contextlib import asynccontextmanager, AsyncExitStack, aclosing, suppress, nullcontext, AsyncContextDecorator
import contextlib

@asynccontextmanager
async def conn(name, delay=0.1):
    print("open", name)
    await asyncio.sleep(delay)
    try:
        yield name
    except ValueError as e:
        print("handled", e)
        await asyncio.sleep(0)
    finally:
        print("closing", name)
        await asyncio.sleep(delay)
        print("closed", name)

class Res:
    def __init__(self, n): self.n = n
    async def __aenter__(self):
        print("aenter", self.n); await asyncio.sleep(0.2); return self
    async def __aexit__(self, t, v, tb):
        print("aexit", self.n, repr(v)); await asyncio.sleep(0.2); return False

async def cleanup(n):
    print("cleanup", n)
    await asyncio.sleep(0.3)

@conn("deco")
async def job(n):
    await asyncio.sleep(0.1)
    return n

async def gen():
    try:
        for i in range(5):
            yield i
            await asyncio.sleep(0.1)
    finally:
        await asyncio.sleep(0.1)
        print("gen closed")

async def stack_user(n):
    async with AsyncExitStack() as stack:
        a = await stack.enter_async_context(conn("a%d" % n))
        b = await stack.enter_async_context(Res(n))
        stack.push_async_callback(cleanup, n)
        stack.callback(print, "sync", n)
        stack.enter_context(nullcontext())
        @stack.push_async_exit
        async def ex(t, v, tb):
            print("ex", repr(v))
            await asyncio.sleep(0)
            return False
        if n == 1:
            raise ValueError(n)
        print("body", a, b.n)
    print("after", n)

async def main():
    async with conn("x") as c:
        print(c)
    async with conn("y") as c:
        print("inside")
    try:
        async with conn("z"):
            raise KeyError("k")
    except KeyError as e:
        print(repr(e))
    print(await job(3), job.__name__)
    async with aclosing(gen()) as g:
        async for i in g:
            print(i)
            if i == 2: break
    await asyncio.gather(*(stack_user(i) for i in range(3)), return_exceptions=True)
    t = asyncio.create_task(stack_user(0))
    await asyncio.sleep(0.15)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelled", repr(e))
    try:
        async with asyncio.timeout(0.25):
            async with conn("t", 0.2):
                await asyncio.sleep(1)
    except TimeoutError as e:
        print("timeout", repr(e), repr(e.__cause__))
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(3)
    except TypeError as e:
        print(e)
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context("s")
    except TypeError as e:
        print(e)
    stack = AsyncExitStack()
    await stack.enter_async_context(Res("s"))
    keep = stack.pop_all()
    await stack.aclose()
    print("now")
    await keep.aclose()
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(asyncio.timeout(5))
        tg = await stack.enter_async_context(asyncio.TaskGroup())
        lock = asyncio.Lock()
        await stack.enter_async_context(lock)
        print(lock.locked())
        tg.create_task(cleanup("tg"))
    print(lock.locked())

    @asynccontextmanager
    async def bad():
        if 0: yield
    @asynccontextmanager
    async def twice():
        yield 1
        yield 2
    @asynccontextmanager
    async def after():
        try:
            yield 1
        except BaseException: pass
        yield 2
    for f in bad, twice:
        try:
            async with f():
                if f is after:
                    raise OSError(5)
        except Exception as e:
            print(f.__name__, repr(e), repr(e.__context__), repr(e.__cause__))
    async def worker():
        async with conn("w"):
            await asyncio.sleep(10)
    t = asyncio.create_task(worker())
    await asyncio.sleep(1)
    t.cancel("bye")
    with suppress(asyncio.CancelledError):
        await t
    tasks = [asyncio.create_task(AsyncExitStack().__aexit__(None, None, None), name="q"), asyncio.create_task(Res("direct").__aenter__(), name="d"), asyncio.create_task(AsyncExitStack().aclose())]
    await asyncio.wait(tasks)
    print(tasks[1].result().n)
    class Deco(AsyncContextDecorator, Res): pass
    @Deco("d")
    async def hello(n): 
        await asyncio.sleep(0.1)
        return n
    print(await asyncio.gather(hello(1), hello(2)))
    t = asyncio.create_task(hello(3))
    await t

asyncio.run(main())
