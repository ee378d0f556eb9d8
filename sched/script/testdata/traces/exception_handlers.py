import asyncio


def boom(x):
    raise ValueError(f"boom {x}")


def handler(loop, context):
    print("handler:", sorted(context), context["message"].split(" at ")[0], repr(context.get("exception")))
    if "task" in context:
        print(context["task"].get_name())
    if "handle" in context:
        print(type(context["handle"]).__mro__[-2].__name__, context["handle"].cancelled())
    print(loop is asyncio.get_running_loop())


class Boom(Exception):
    pass


def cb(fut):
    raise Boom("in done callback")


async def leftover():
    try:
        await asyncio.sleep(10)
    finally:
        raise KeyError("cleanup failed")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(boom, 1)
    await asyncio.sleep(0)
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(boom, 2)
    loop.call_later(0.5, boom, 3)
    f = loop.create_future()
    f.add_done_callback(cb)
    f.set_result(1)
    await asyncio.sleep(1)
    loop.call_exception_handler({"message": "custom", "exception": Boom(), "extra": 5})

    def bad(loop, context):
        print("bad handler", context["message"].split(" at ")[0])
        raise RuntimeError("handler fails")
    loop.set_exception_handler(bad)
    loop.call_soon(boom, 4)
    await asyncio.sleep(0.1)
    try:
        loop.set_exception_handler(5)
    except TypeError as e:
        print(e)
    loop.set_exception_handler(lambda loop, ctx: print("lambda", ctx["message"], ctx["exception"], ctx["task"].get_name(), list(ctx)))
    asyncio.create_task(leftover(), name="left")
    await asyncio.sleep(0.1)
    print(loop.get_debug())
    loop.set_debug(False)
    loop.slow_callback_duration = 0.5
    print(loop.slow_callback_duration)
    fut = loop.create_future()
    loop.call_later(1, fut.set_result, "late")
    print(await fut)


asyncio.run(main())


async def second():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(None)
    loop.call_soon(boom, 5)
    await asyncio.sleep(0)
    print("end")

asyncio.run(second())
