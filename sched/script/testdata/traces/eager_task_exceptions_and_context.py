import asyncio
import contextvars

var = contextvars.ContextVar("var", default="unset")


async def sets(value):
    var.set(value)
    return var.get()


async def fails_at_once():
    raise LookupError("at once")


async def swaps():
    me = asyncio.current_task()
    print("  current task:", me.get_name())
    await asyncio.sleep(0)
    print("  same after a sleep:", me is asyncio.current_task())
    return me.get_name()


async def cancels_itself():
    asyncio.current_task().cancel()
    print("  cancelled but running")
    await asyncio.sleep(0)
    print("  never")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(sets("in task"), name="setter")
    print(t.done(), t.result(), var.get(), t.get_name())
    bad = asyncio.create_task(fails_at_once())
    print(bad.done(), repr(bad.exception()))
    s = asyncio.create_task(swaps(), name="swapper")
    print("main is", asyncio.current_task().get_name(), s.done())
    print(await s)
    c = asyncio.create_task(cancels_itself())
    print(c.done(), c.cancelling())
    try:
        await c
    except asyncio.CancelledError:
        print("cancelled", c.cancelled())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fails_at_once())
            print("  still in the body")
            tg.create_task(swaps(), name="sibling")
            await asyncio.sleep(1)
    except* LookupError as eg:
        print(eg.exceptions)
    done, pending = await asyncio.wait([asyncio.create_task(sets(n)) for n in range(3)])
    print(sorted(t.result() for t in done), pending)
    print(await asyncio.gather(sets("a"), asyncio.sleep(0.1, "b"), swaps()))


asyncio.run(main())
