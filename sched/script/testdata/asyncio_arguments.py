import asyncio


async def tell(name, fn):
    try:
        found = fn()
        if asyncio.iscoroutine(found):
            found = await found
        print(name, type(found).__name__)
    except Exception as e:
        print(name, type(e).__name__, str(e).split(" at 0x")[0])


async def main():
    f, t = asyncio.get_running_loop().create_future(), asyncio.current_task()
    for name in ("set_result", "set_exception", "remove_done_callback", "add_done_callback", "cancel", "result", "exception", "done", "get_loop"):
        for args in ((), (1, 2), (1, 2, 3)):
            if args or name not in ("cancel", "result", "exception", "done", "get_loop"):
                await tell(f"{name}{args}", lambda: getattr(f, name)(*args))
    for name in ("set_name", "uncancel", "get_name", "get_coro", "cancelling", "get_context"):
        await tell(name, lambda: getattr(t, name)(1, 2))
    await tell("timeout", lambda: asyncio.timeout("5"))
    await tell("wait_for", lambda: asyncio.wait_for(asyncio.sleep(0), "5"))
    await tell("sleep", lambda: asyncio.sleep("5"))


asyncio.run(main())
for wrong in (5, None, main):
    try:
        asyncio.run(wrong)
    except ValueError as e:
        print(str(e).split(" at 0x")[0])
