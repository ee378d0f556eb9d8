import asyncio


async def fail(name, delay, exc):
    await asyncio.sleep(delay)
    print(f"  {name} raises {exc!r}")
    raise exc


async def steady(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(f"  {name} cancelled")
        raise


async def clumsy(name):
    try:
        await asyncio.sleep(10)
    finally:
        raise OSError(f"{name} cannot clean up")


async def inner():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(fail("in-1", 0.2, KeyError("k")))
        tg.create_task(fail("in-2", 0.2, ValueError("v")))
        tg.create_task(steady("in-3"))


def show(group, indent=0):
    pad = "  " * indent
    print(f"{pad}{type(group).__name__}: {group.message} ({len(group.exceptions)})")
    for e in group.exceptions:
        if isinstance(e, BaseExceptionGroup):
            show(e, indent + 1)
        else:
            print(f"{pad}  {type(e).__name__}: {e}")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(inner())
            tg.create_task(steady("out-1"))
            tg.create_task(clumsy("out-2"))
    except* KeyError as eg:
        print("KeyErrors:")
        show(eg)
    except* OSError as eg:
        print("OSErrors:", eg.exceptions)
    except* Exception as eg:
        print("the rest:")
        show(eg)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail("a", 0.1, ValueError(1)))
            await asyncio.sleep(0.05)
            raise LookupError("body")
    except ExceptionGroup as eg:
        show(eg)
        match, rest = eg.split(LookupError)
        print(repr(match), rest)
        print(eg.subgroup(ValueError), eg.derive([OSError(1)]))
    try:
        async with asyncio.TaskGroup() as tg:
            t = tg.create_task(steady("s"))
            tg.create_task(fail("b", 0.1, RuntimeError("b")))
            await asyncio.sleep(5)
    except* RuntimeError as eg:
        print(eg, t.cancelled(), asyncio.current_task().cancelling())
    print(tg)
    coro = steady("late")
    try:
        tg.create_task(coro)
    except RuntimeError as e:
        print(str(e).partition(" ")[2])
    coro.close()


asyncio.run(main())
