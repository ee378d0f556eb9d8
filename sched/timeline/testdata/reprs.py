import asyncio


def show(when):
    print(when)
    for task in TASKS:
        print(repr(task))


async def job(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError("two")
    return n


async def waits(task):
    await task


async def stubborn():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        await asyncio.sleep(1)


async def main():
    TASKS.append(asyncio.current_task())
    TASKS.append(asyncio.create_task(job(1)))
    TASKS.append(asyncio.create_task(job(2), name="it's two"))
    TASKS.append(asyncio.create_task(waits(TASKS[1]), name="follows"))
    TASKS.append(asyncio.create_task(stubborn()))
    show("not begun")
    both = asyncio.gather(TASKS[1], TASKS[2], return_exceptions=True)
    await asyncio.sleep(0.5)
    TASKS[4].cancel()
    show("asked")
    await asyncio.sleep(0.1)
    show("cancelling")
    await asyncio.sleep(0)
    inner = asyncio.shield(TASKS[2])
    await asyncio.sleep(0.1)
    show("shielded")
    await asyncio.sleep(0.7)
    show("one is done")
    await both
    await asyncio.wait([TASKS[4]])
    show("all are done")
    inner.exception()


TASKS = []
asyncio.run(main())
