import asyncio


async def job(n):
    await asyncio.sleep(n)
    print("job", n)
    return n


async def outer(n):
    r = await job(n)
    return r + 1


async def main():
    first = asyncio.create_task(outer(2), name="first")
    second = asyncio.create_task(outer(1))
    print(await second)
    print(await first)
    r = await asyncio.gather(
        outer(0),
        asyncio.sleep(0, 2),
    )
    t = asyncio.create_task(outer(0))
    t.add_done_callback(
        lambda t: print(t.result()))
    await t
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(1, print, "late")
    asyncio.get_running_loop().call_soon(note, 1)
    await asyncio.sleep(2)
    return [await asyncio.sleep(0, i) for i in range(2)]


def note(n):
    print("note", n)


print(asyncio.run(main()))
asyncio.run(outer(1))
