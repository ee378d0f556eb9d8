import asyncio
import collections


class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize):
        super()._init(maxsize)
        self.seen = set()

    def _put(self, item):
        if item not in self.seen:
            self.seen.add(item)
            super()._put(item)

    def _get(self):
        item = super()._get()
        self.seen.discard(item)
        return item


class SetQueue(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = collections.OrderedDict()

    def _put(self, item):
        self._queue[item] = None

    def _get(self):
        return self._queue.popitem(last=False)[0]


class LogQueue(asyncio.Queue):
    def __init__(self, name, maxsize=0):
        super().__init__(maxsize)
        self.name = name
        self.puts = 0

    async def put(self, item):
        print(f"{self.name}: put {item}")
        self.puts += 1
        await super().put(item)

    async def get(self):
        item = await super().get()
        print(f"{self.name}: got {item}")
        return item


class NowQueue(asyncio.LifoQueue):
    def put_nowait(self, item):
        print("now", item)
        super().put_nowait(item)

    def get_nowait(self):
        item = super().get_nowait()
        print("get now", item)
        return item


class LoggedLock(asyncio.Lock):
    def __init__(self, name):
        super().__init__()
        self.name = name

    async def acquire(self):
        print("acquire", self.name, self.locked())
        return await super().acquire()

    def release(self):
        print("release", self.name)
        super().release()


class Latch(asyncio.Event):
    def __init__(self, n):
        super().__init__()
        self.n = n

    def count_down(self):
        self.n -= 1
        if self.n == 0:
            self.set()


class Group(asyncio.TaskGroup):
    def __init__(self):
        super().__init__()
        self.made = []

    def create_task(self, coro, **kw):
        t = super().create_task(coro, **kw)
        self.made.append(t.get_name())
        return t

    async def __aexit__(self, et, exc, tb):
        print("leaving", et)
        try:
            return await super().__aexit__(et, exc, tb)
        finally:
            print("left")


class Sem(asyncio.BoundedSemaphore):
    async def __aenter__(self):
        await super().__aenter__()
        print("in sem", self._value if hasattr(self, "nope") else "")
        return self


async def user(lock, n):
    async with lock:
        await asyncio.sleep(0.1)
        print("held", n)


async def main():
    q = UniqueQueue(maxsize=3)
    for i in (1, 2, 1, 3):
        q.put_nowait(i)
    print(q.qsize(), q.full(), [q.get_nowait() for _ in range(q.qsize())], isinstance(q, asyncio.Queue), str(q))
    q = SetQueue()
    for i in "hello":
        await q.put(i)
    print(q.qsize(), [await q.get() for _ in range(q.qsize())], q.empty())
    q = LogQueue("log", 1)

    async def producer():
        for i in range(3):
            await q.put(i)
    t = asyncio.create_task(producer())
    await asyncio.sleep(0)
    for _ in range(3):
        await q.get()
        q.task_done()
    await q.join()
    await t
    print(q.puts, q.maxsize)
    q = NowQueue()
    await q.put(1)
    await q.put(2)
    print(await q.get())
    lock = LoggedLock("L")
    await asyncio.gather(user(lock, 1), user(lock, 2))
    latch = Latch(2)
    asyncio.get_running_loop().call_later(1, latch.count_down)
    asyncio.get_running_loop().call_later(2, latch.count_down)
    print(await latch.wait(), asyncio.get_running_loop().time())
    async with Group() as g:
        g.create_task(user(lock, 3), name="three")
        g.create_task(user(lock, 4))
    print(g.made)
    try:
        async with Group() as g:
            raise KeyError("x")
    except* KeyError as e:
        print("group", e.exceptions)
    sem = Sem(2)
    async with sem as s:
        print(s is sem)
    plain = asyncio.Lock()
    plain.owner = "me"
    print(plain.owner, plain.locked())
    q = asyncio.Queue()
    for i in range(3):
        q.put_nowait(i)
    print(list(q._queue), q._queue[0])
    pq = asyncio.PriorityQueue()
    pq.put_nowait((2, "b"))
    pq.put_nowait((1, "a"))
    print(pq._queue)
    await plain.__aenter__()
    print(plain.locked())
    await plain.__aexit__(None, None, None)
    cm = asyncio.timeout(1)
    await cm.__aenter__()
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as e:
        try:
            await cm.__aexit__(type(e), e, e.__traceback__)
        except TimeoutError as te:
            print("timeout by hand", cm.expired())
    for f, a, k in ((q.put, (), {}), (q.put_nowait, (1, 2), {}), (asyncio.Queue, (1, 2), {}), (asyncio.Lock, (1,), {}),
                    (plain.acquire, (1,), {}), (asyncio.Semaphore, (), {"val": 1}), (asyncio.create_task, (), {}), (asyncio.sleep, (), {}),
                    (asyncio.get_running_loop().call_soon, (), {}), (asyncio.get_running_loop().call_later, (1,), {}), (asyncio.wait_for, (1,), {}),
                    (asyncio.timeout, (), {}), (asyncio.Event().set, (1,), {}), (asyncio.Barrier, (), {}), 
                     (cm.reschedule, (), {}), (asyncio.gather, (), {"x": 1}), (asyncio.Condition().notify, (1, 2), {}),
                    (asyncio.TaskGroup, (1,), {}), (asyncio.TaskGroup().create_task, (), {}), (asyncio.as_completed, (), {}), (asyncio.shield, (), {}), (asyncio.to_thread, (), {})):
        try:
            r = f(*a, **k)
            await r
        except TypeError as e:
            print(e)


asyncio.run(main())
