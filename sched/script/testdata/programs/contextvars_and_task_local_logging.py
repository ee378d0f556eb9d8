import asyncio
import contextvars
from contextlib import contextmanager

user = contextvars.ContextVar("user", default="nobody")
depth = contextvars.ContextVar("depth")
trail: contextvars.ContextVar[tuple] = contextvars.ContextVar("trail", default=())


@contextmanager
def span(name):
    token = trail.set((*trail.get(), name))
    try:
        yield "/".join(trail.get())
    finally:
        trail.reset(token)


def log(*args):
    print(f"{user.get():>6} {'/'.join(trail.get()) or '-':<20}", *args)


async def query(table):
    with span(f"query:{table}"):
        log("begin")
        await asyncio.sleep(0.1)
        log("end")
        return f"{user.get()}@{table}"


async def request(name, *tables):
    user.set(name)
    with span("request") as path:
        log("path is", path)
        async with asyncio.TaskGroup() as tg:
            tasks = [tg.create_task(query(t)) for t in tables]
        return [t.result() for t in tasks]


def callback(what):
    log("callback", what)


async def main():
    print(await asyncio.gather(request("ann", "books", "loans"), request("bob", "books")))
    log("main is still")
    try:
        depth.get()
    except LookupError as e:
        print("LookupError", isinstance(e.args[0], contextvars.ContextVar), e.args[0].name)
    print(depth.get("none given"), depth.name, user.name)
    loop = asyncio.get_running_loop()
    user.set("main")
    loop.call_soon(callback, "soon")
    context = contextvars.copy_context()
    user.set("later")
    loop.call_later(0.1, callback, "later")
    context.run(user.set, "changed")
    loop.call_soon(callback, "with context", context=context)
    await asyncio.sleep(0.2)
    print(context[user], user in context, depth in context, len(context) > 0, context.get(depth, "?"), sorted(v.name for v in context))
    token = user.set("temp")
    print(token.old_value, token.var is user, user.get())
    user.reset(token)
    try:
        user.reset(token)
    except RuntimeError as e:
        print(str(e)[:10], user.get())
    t = asyncio.create_task(query("x"), context=context)
    print(await t, context.run(trail.get))
    print(await asyncio.to_thread(lambda: user.get()))
    def deep(n):
        depth.set(n)
        return depth.get() if n == 0 else contextvars.copy_context().run(deep, n - 1) + depth.get()
    print(contextvars.copy_context().run(deep, 4), depth.get("untouched"))


asyncio.run(main())
