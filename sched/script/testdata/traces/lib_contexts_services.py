import asyncio, contextlib, functools, sys
from contextlib import contextmanager, asynccontextmanager, suppress, AsyncExitStack, ExitStack, aclosing, closing, nullcontext

class Service:
    instances = []
    def __init__(self, name):
        self.name = name
        self.depth = 0
        Service.instances.append(self)

    @contextmanager
    def section(self, title="x", *tags, **kw):
        self.depth += 1
        print("  " * self.depth + f"> {self.name}.{title}", tags, kw)
        try:
            yield self.depth
        finally:
            print("  " * self.depth + f"< {self.name}.{title}")
            self.depth -= 1

    @classmethod
    @asynccontextmanager
    async def create(cls, name):
        s = cls(name)
        await asyncio.sleep(0.01)
        yield s
        print("destroy", name)

    @staticmethod
    @contextmanager
    def static(n):
        yield n * 2

    def nested(self, n):
        with self.section(f"n{n}") as d:
            if n == 0:
                return d
            return self.nested(n - 1)

@asynccontextmanager
async def background(coro, name):
    task = asyncio.create_task(coro, name=name)
    try:
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

@asynccontextmanager
async def group_scope():
    async with asyncio.TaskGroup() as tg:
        yield tg

@asynccontextmanager
async def limited(seconds):
    try:
        async with asyncio.timeout(seconds) as cm:
            yield cm
    except TimeoutError:
        print("limited: too slow", cm.expired())

@asynccontextmanager
async def lock_order(*locks):
    async with AsyncExitStack() as stack:
        for lock in locks:
            await stack.enter_async_context(lock)
        yield len(locks)

async def ticker():
    n = 0
    while True:
        await asyncio.sleep(0.1)
        n += 1
        print("tick", n)

async def numbers(n):
    try:
        for i in range(n):
            await asyncio.sleep(0.05)
            yield i
    finally:
        print("numbers closed")
        await asyncio.sleep(0)

def early():
    for i in range(5):
        with closing_print(i):
            if i == 1:
                continue
            if i == 3:
                break
    with closing_print("ret"):
        return "returned"

@contextmanager
def closing_print(x):
    try:
        yield
    finally:
        print("close", x)

async def critical(name, *locks):
    async with lock_order(*locks) as n:
        print(name, "has", n)
        await asyncio.sleep(0.1)

async def main():
    s = Service("svc")
    print(s.nested(2))
    with s.section("a", 1, 2, k=3) as d, s.section("b"):
        print("depth", d, s.depth)
    async with Service.create("made") as made:
        print(made.name, len(Service.instances))
    with Service.static(4) as v:
        print(v)
    print(early())
    async with background(ticker(), "ticker") as t:
        await asyncio.sleep(0.35)
        print(t.get_name(), t.done())
    print(t.cancelled())
    async with limited(0.2):
        await asyncio.sleep(1)
    async with limited(0.2) as cm:
        cm.reschedule(asyncio.get_running_loop().time() + 0.5)
        await asyncio.sleep(0.3)
        print("made it")
    async with group_scope() as tg:
        a = tg.create_task(asyncio.sleep(0.1, "A"), name="A")
        b = tg.create_task(asyncio.sleep(0.2, "B"))
    print(a.result(), b.result())
    try:
        async with group_scope() as tg:
            tg.create_task(asyncio.sleep(5))
            raise ValueError("in scope")
    except* ValueError as eg:
        print("group", eg.exceptions)
    l1, l2 = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(critical("x", l1, l2), critical("y", l1, l2), critical("z", l2))
    async with aclosing(numbers(10)) as agen:
        async for n in agen:
            if n == 2:
                break
    async def consume():
        async with aclosing(numbers(100)) as agen:
            async for n in agen:
                pass
    t = asyncio.create_task(consume())
    await asyncio.sleep(0.12)
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled())
    # a stack kept open across functions
    stack = await AsyncExitStack().__aenter__()
    r = await stack.enter_async_context(Service.create("later"))
    stack.push_async_callback(asyncio.sleep, 0.1, result=None)
    await stack.aclose()
    with suppress(ZeroDivisionError, KeyError) as nothing:
        print(nothing)
        1 / 0
    async with nullcontext() as z:
        print(z)
    sem = asyncio.Semaphore(2)
    async def guarded(i):
        async with AsyncExitStack() as st:
            await st.enter_async_context(sem)
            st.enter_context(closing_print(f"g{i}"))
            await asyncio.sleep(0.1)
    await asyncio.gather(*map(guarded, range(4)))

asyncio.run(main())
