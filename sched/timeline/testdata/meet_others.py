import asyncio


async def party(barrier, delay):
    await asyncio.sleep(delay)
    await barrier.wait()


async def reader(cond):
    async with cond:
        await cond.wait()


async def waits(event):
    await event.wait()


async def main():
    barrier, cond, event = asyncio.Barrier(3), asyncio.Condition(), asyncio.Event()
    own = asyncio.Condition(asyncio.Lock())
    tasks = [asyncio.create_task(party(barrier, i)) for i in range(3)]
    tasks += [asyncio.create_task(reader(c)) for c in (cond, cond, own)]
    tasks.append(asyncio.create_task(waits(event)))
    await asyncio.sleep(1)
    async with cond, own:
        cond.notify(2)
        own.notify_all()
        event.set()
        await asyncio.sleep(0.5)
    await asyncio.wait(tasks)
    event.clear()


asyncio.run(main())
