import asyncio


async def echo():
    received = yield "ready"
    while True:
        try:
            received = yield f"echo {received}"
        except ValueError as e:
            received = f"error {e}"


async def main():
    g = echo()
    try:
        await g.asend("too early")
    except TypeError as e:
        print("TypeError:", e)
    print(await g.asend(None), await g.asend("a"), await g.asend("b"))
    print(await g.athrow(ValueError("v")), await anext(g))
    step = g.asend("once")
    print(await step)
    try:
        await step
    except RuntimeError as e:
        print("RuntimeError:", e)
    try:
        await g.athrow(KeyError("k"))
    except KeyError as e:
        print("KeyError:", e)
    for make in (g.__anext__, lambda: g.asend(1), lambda: g.athrow(ValueError), g.aclose):
        try:
            print("result", await make())
        except StopAsyncIteration as e:
            print("StopAsyncIteration", e.args)
    fresh = echo()
    try:
        await fresh.athrow(ValueError("before the start"))
    except ValueError as e:
        print("ValueError:", e)
    print(await anext(fresh, "over"))
    fresh = echo()
    await fresh.aclose()
    print(await anext(fresh, "closed"))


asyncio.run(main())
