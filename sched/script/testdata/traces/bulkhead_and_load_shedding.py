import asyncio
from collections import Counter


class Rejected(Exception):
    pass


class Bulkhead:
    def __init__(self, name, concurrent, waiting):
        self.name = name
        self._sem = asyncio.BoundedSemaphore(concurrent)
        self._waiting = 0
        self._max_waiting = waiting
        self.stats = Counter()

    async def call(self, coro_fn, *args, timeout=None):
        if self._sem.locked() and self._waiting >= self._max_waiting:
            self.stats["rejected"] += 1
            raise Rejected(f"{self.name} is full")
        self._waiting += 1
        try:
            async with asyncio.timeout(timeout):
                await self._sem.acquire()
        except TimeoutError:
            self.stats["timeout"] += 1
            raise
        finally:
            self._waiting -= 1
        try:
            result = await coro_fn(*args)
            self.stats["ok"] += 1
            return result
        finally:
            self._sem.release()


async def backend(n):
    await asyncio.sleep(0.4)
    return n


async def client(n, bulkhead):
    await asyncio.sleep(n * 0.05)
    try:
        r = await bulkhead.call(backend, n, timeout=0.5)
    except (Rejected, TimeoutError) as e:
        r = type(e).__name__ + (f" {e}" if str(e) else "")
    return f"{n}: {r} at {asyncio.get_running_loop().time():.2f}"


async def main():
    b = Bulkhead("db", 2, 3)
    for line in await asyncio.gather(*(client(n, b) for n in range(9))):
        print(line)
    print(b.stats, b.stats.total(), b.stats["nothing"])
    print(sorted(b.stats.items(), key=lambda kv: (-kv[1], kv[0])), b.stats + Counter(ok=1), b.stats - Counter(ok=3))


asyncio.run(main())
