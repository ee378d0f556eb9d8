import asyncio
import contextvars
from contextvars import ContextVar, copy_context

request_id = ContextVar("request_id", default="-")
user: ContextVar[str] = ContextVar("user")
depth = contextvars.ContextVar("depth", default=0)


def log(msg):
    print(f"[{request_id.get()}] {msg}")


print(request_id.name, request_id.get(), user.get("nobody"))
try:
    user.get()
except LookupError as e:
    print("LookupError", str(e).split(" at ")[0], type(e).__name__)
t = user.set("ann")
print(user.get(), t.old_value is contextvars.Token.MISSING, t.old_value, t.var is user)
t2 = user.set("bob")
print(t2.old_value)
user.reset(t2)
print(user.get())
try:
    user.reset(t2)
except RuntimeError as e:
    print("once", str(e).split(" ")[-4:])
user.reset(t)
print(user.get("none"))
try:
    request_id.reset(t)
except (ValueError, RuntimeError) as e:
    print(type(e).__name__)
ctx = copy_context()
print(len(ctx), list(ctx))


def in_ctx(a, b=2):
    request_id.set(f"{a}{b}")
    return request_id.get()


print(ctx.run(in_ctx, 1, b=3), request_id.get(), ctx[request_id], ctx.get(user), request_id in ctx, user in ctx)
print([(v.name, x) for v, x in ctx.items()], [v.name for v in ctx.keys()], list(ctx.values()), len(ctx))
try:
    ctx[user]
except KeyError as e:
    print("KeyError")
try:
    ctx.run(ctx.run, in_ctx, 1)
except RuntimeError as e:
    print("already")


async def child(n):
    log(f"child {n} starts")
    request_id.set(f"child-{n}")
    await asyncio.sleep(0.1 * n)
    log(f"child {n} ends")
    return request_id.get()


def cb(fut):
    log("callback")
    request_id.set("changed in cb")


async def main():
    request_id.set("main")
    asyncio.get_running_loop().call_soon(log, "soon")
    tasks = [asyncio.create_task(child(n)) for n in range(3)]
    tasks[0].add_done_callback(cb)
    request_id.set("main2")
    print(await asyncio.gather(*tasks))
    log("after gather")
    c = copy_context()
    t = asyncio.create_task(child(7), context=c)
    await t
    print(c[request_id], t.get_context() is c)
    await child(1)
    log("after direct await")
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child(4))
        tg.create_task(child(5), context=c)
    print(c[request_id])
    await asyncio.to_thread(log, "thread")
    tok = request_id.set("tmp")

    async def other():
        try:
            request_id.reset(tok)
        except ValueError as e:
            print("different", str(e)[-30:])
    await asyncio.create_task(other())
    request_id.reset(tok)
    log("reset")
    h = asyncio.get_running_loop().call_later(0.5, log, "later")
    hc = h.get_context()
    hc.run(request_id.set, "set from outside")
    await asyncio.sleep(1)
    h = asyncio.get_running_loop().call_soon(log, "soon in c", context=c)
    await asyncio.sleep(0)
    await asyncio.wait_for(child(2), 10)
    log("after wait_for")
    asyncio.current_task().get_context()
    async for x in agen():
        log(f"agen {x}")


async def agen():
    for i in range(2):
        depth.set(depth.get() + 1)
        yield depth.get()

asyncio.run(main())
log("outside")
request_id.set("module")
asyncio.run(child(1))
log("outside")
with asyncio.Runner() as r:
    r.run(child(3))
    r.run(child(3))
    print(r.run(child(4), context=copy_context()))
log("outside")
