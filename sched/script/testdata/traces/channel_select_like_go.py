import asyncio


class Closed(Exception):
    pass


class Channel:
    def __init__(self, size=0):
        self.queue = asyncio.Queue(size or 1)
        self.closed = False

    async def send(self, value):
        if self.closed:
            raise Closed("send on closed channel")
        await self.queue.put(value)

    async def recv(self):
        if self.closed and self.queue.empty():
            return None, False
        value = await self.queue.get()
        if value is Closed:
            self.queue.put_nowait(Closed)
            return None, False
        return value, True

    def close(self):
        self.closed = True
        if not self.queue.full():
            self.queue.put_nowait(Closed)

    def __aiter__(self):
        return self

    async def __anext__(self):
        value, ok = await self.recv()
        if not ok:
            raise StopAsyncIteration
        return value


async def select(channels, timeout=None):
    tasks = {asyncio.ensure_future(c.recv()): name for name, c in channels.items()}
    done, pending = await asyncio.wait(list(tasks), timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
    for t in pending:
        t.cancel()
    if pending:
        await asyncio.wait(pending)
    if not done:
        return None, None
    t = next(t for t in tasks if t in done)
    return tasks[t], t.result()[0]


async def ticker(ch, every, n, close=True):
    for i in range(n):
        await asyncio.sleep(every)
        await ch.send(i)
    if close:
        ch.close()


async def main():
    nums = Channel(3)
    task = asyncio.create_task(ticker(nums, 0.1, 4))
    print([n async for n in nums])
    await task
    try:
        await nums.send(1)
    except Closed as e:
        print("Closed:", e)
    fast, slow = Channel(), Channel()
    tasks = [asyncio.create_task(ticker(fast, 0.3, 4, False)), asyncio.create_task(ticker(slow, 0.5, 2, False))]
    for _ in range(8):
        name, value = await select({"fast": fast, "slow": slow}, timeout=0.25)
        print(f"{asyncio.get_running_loop().time():.2f} {name} {value}")
    await asyncio.gather(*tasks)


asyncio.run(main())
