import asyncio


class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize):
        super()._init(maxsize)
        self.seen = set()

    def _put(self, item):
        if item not in self.seen:
            self.seen.add(item)
            super()._put(item)

    def __repr__(self):
        return f"UniqueQueue({list(self._queue)})"


class PeekQueue(asyncio.Queue):
    def peek(self):
        if self.empty():
            raise asyncio.QueueEmpty
        return self._queue[0]


class TracedLock(asyncio.Lock):
    def __init__(self, name):
        super().__init__()
        self.name = name

    async def acquire(self):
        print(f"{asyncio.current_task().get_name()} wants {self.name}")
        await super().acquire()
        print(f"{asyncio.current_task().get_name()} has {self.name}")
        return True

    def release(self):
        print(f"{asyncio.current_task().get_name()} frees {self.name}")
        super().release()


async def use(lock):
    async with lock:
        await asyncio.sleep(0.1)


async def main():
    q = UniqueQueue()
    for x in "hello world":
        q.put_nowait(x)
    print(q, q.qsize())
    p = PeekQueue(2)
    try:
        p.peek()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    await p.put("first")
    await p.put("second")
    print(p.peek(), p.full(), p.maxsize)
    lock = TracedLock("lock")
    async with asyncio.TaskGroup() as tg:
        for n in ("t1", "t2"):
            tg.create_task(use(lock), name=n)
    print(lock.locked())


asyncio.run(main())
