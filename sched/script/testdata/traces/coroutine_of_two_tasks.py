import asyncio


async def quick(n):
    print("quick runs")
    return n


async def nap(n):
    print("nap begins")
    try:
        await asyncio.sleep(n)
        print("nap slept")
    except BaseException as e:
        print("nap got", type(e).__name__, e)
        raise
    return n


async def yields():
    for i in range(4):
        print("yield", i)
        await asyncio.sleep(0)
    return "fin"


async def show(t):
    try:
        print(t.get_name(), "->", await t)
    except Exception as e:
        print(t.get_name(), "raised", type(e).__name__, e)


async def main():
    c = quick(1)
    t = asyncio.create_task(c, name="q")
    print(await c)
    await show(t)
    c = nap(1)
    a, b = asyncio.create_task(c, name="a"), asyncio.create_task(c, name="b")
    await show(a)
    await show(b)
    c = yields()
    a, b = asyncio.create_task(c, name="ya"), asyncio.create_task(c, name="yb")
    await asyncio.gather(show(a), show(b))
    c = nap(0.5)
    t = asyncio.create_task(c, name="closed")
    await asyncio.sleep(0)
    try:
        await c
    except RuntimeError as e:
        print(e)
    c.close()
    await show(t)
    c = quick(5)
    print(await c)
    t = asyncio.create_task(c, name="again")
    await show(t)
    c = nap(0.1)
    fut = c.send(None)
    t = asyncio.create_task(c, name="half")
    await show(t)


asyncio.run(main())
