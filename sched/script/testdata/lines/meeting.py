import asyncio


async def put(q, n):
    for i in range(n):
        await q.put(i)


async def numbers(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)


class Manager:
    async def __aenter__(self):
        await asyncio.sleep(1)
        return self

    async def __aexit__(self, *a):
        self.done = True


async def main():
    q = asyncio.Queue(1)
    p = asyncio.create_task(put(q, 3))
    for i in range(3):
        print(await q.get())
    await p
    async for i in numbers(2):
        n = i
    else:
        n = 9
    w = [i async for i in numbers(2)]
    async with Manager() as m:
        print(n)
    lock = asyncio.Lock()
    event = asyncio.Event()

    async def holder():
        async with lock:
            event.set()
            await asyncio.sleep(1)

    async with asyncio.TaskGroup() as tg:
        tg.create_task(holder())
        await event.wait()
        async with lock:
            n = 1
    done, pending = await asyncio.wait(
        [asyncio.create_task(holder())],
        timeout=0.5)
    for t in pending:
        await t


asyncio.run(main())
