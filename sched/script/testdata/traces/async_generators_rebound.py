import asyncio


async def count(name, n):
    try:
        for i in range(n):
            await asyncio.sleep(0.1)
            yield i
    finally:
        print(f"  {name} closed")


async def first_of(source):
    async for x in source:
        return x


async def rebound():
    for n in range(3):
        g = count(f"round {n}", 3)
        print(n, await anext(g))
    g = None
    print("none")
    g = count("deleted", 2)
    await anext(g)
    other = g
    del g
    print("still referred to", await anext(other))
    del other
    g = count("left by break", 3)
    async for x in g:
        break
    print("not yet")
    del g
    print("now")


async def dropped_in_its_loop():
    g = count("in its loop", 3)
    async for x in g:
        g = None
        print("goes on", x)


async def temporaries():
    print(await anext(count("temporary", 2)), [await anext(count(n, 2)) for n in "ab"])
    print(await anext((lambda g: g)(count("through a lambda", 2))), await first_of(count("of a function", 2)))
    kept = []

    def keep(g):
        kept.append(g)
        return g

    print(await anext(keep(count("kept", 2))), await anext(kept[0]))


async def main():
    for f in (rebound, dropped_in_its_loop, temporaries):
        print(f.__name__)
        await f()
        print("left")
        await asyncio.sleep(0.2)


asyncio.run(main())
