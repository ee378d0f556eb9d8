import asyncio
import heapq
from itertools import count


class PriorityLock:
    def __init__(self):
        self._locked = False
        self._waiters = []
        self._tie = count()

    async def acquire(self, priority=0):
        if not self._locked and not any(not f.done() for *_, f in self._waiters):
            self._locked = True
            return True
        fut = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiters, (-priority, next(self._tie), fut))
        try:
            await fut
        except asyncio.CancelledError:
            if fut.done() and not fut.cancelled():
                self._wake()
            raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("not locked")
        self._locked = False
        self._wake()

    def _wake(self):
        while self._waiters:
            _, _, fut = heapq.heappop(self._waiters)
            if not fut.done():
                fut.set_result(None)
                break

    def __call__(self, priority):
        return _Guard(self, priority)


class _Guard:
    def __init__(self, lock, priority):
        self.lock, self.priority = lock, priority

    async def __aenter__(self):
        await self.lock.acquire(self.priority)

    async def __aexit__(self, *_):
        self.lock.release()


class CountDownLatch:
    def __init__(self, n):
        self.n = n
        self._event = asyncio.Event()

    def count_down(self):
        self.n -= 1
        if self.n == 0:
            self._event.set()

    def __await__(self):
        return self._event.wait().__await__()


async def user(lock, name, priority, latch):
    async with lock(priority):
        print(f"{asyncio.get_running_loop().time():.1f} {name} (priority {priority})")
        await asyncio.sleep(0.5)
    latch.count_down()


async def main():
    lock, latch = PriorityLock(), CountDownLatch(4)
    tasks = [asyncio.create_task(user(lock, n, p, latch)) for n, p in [("first", 0), ("low", 1), ("high", 9), ("mid", 5), ("doomed", 7)]]
    await asyncio.sleep(0.1)
    tasks[-1].cancel()
    print("latch:", await latch, latch.n)
    print(await asyncio.gather(*tasks, return_exceptions=True))
    try:
        lock.release()
    except RuntimeError as e:
        print(e)


asyncio.run(main())
