import asyncio


async def leaf():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("leaf:", repr(e), e.args)
        raise


async def swallow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("swallowed")
    return "survived"


async def convert():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        raise RuntimeError("converted") from e


async def slow_cleanup():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleanup starts")
        await asyncio.sleep(0.5)
        print("cleanup ends")


async def report(task):
    try:
        print("result", await task)
    except asyncio.CancelledError as e:
        print("cancelled", e.args, task.cancelled())
    except Exception as e:
        print("failed", repr(e), "context", repr(e.__context__), "cause", repr(e.__cause__))


async def main():
    for fn in (leaf, swallow, convert, slow_cleanup):
        print("---", fn.__name__)
        task = asyncio.create_task(fn(), name=fn.__name__)
        await asyncio.sleep(0.1)
        print(task.cancel("please stop"), task.cancelling(), task.cancelled(), task.done())
        await report(task)
        print(task.cancel(), task.cancelling())
    print("--- before start")
    task = asyncio.create_task(leaf())
    task.cancel("too early")
    await report(task)
    try:
        task.result()
    except asyncio.CancelledError as e:
        print("result raises", repr(e))
    try:
        task.exception()
    except asyncio.CancelledError as e:
        print("exception raises", repr(e))
    pending = asyncio.create_task(swallow())
    await asyncio.sleep(0)
    for ask in (pending.result, pending.exception):
        try:
            ask()
        except asyncio.InvalidStateError as e:
            print(type(e).__name__, e)
    pending.cancel()
    print(await pending)


asyncio.run(main())
