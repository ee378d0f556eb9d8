import asyncio
import heapq
import itertools
from dataclasses import dataclass, field


@dataclass(order=True)
class Entry:
    when: float
    seq: int
    name: str = field(compare=False)
    action: object = field(compare=False, repr=False)
    every: float | None = field(compare=False, default=None)


class Scheduler:
    def __init__(self):
        self.heap = []
        self.counter = itertools.count()
        self.changed = asyncio.Event()
        self.cancelled = set()

    def at(self, when, name, action, every=None):
        entry = Entry(when, next(self.counter), name, action, every)
        heapq.heappush(self.heap, entry)
        self.changed.set()
        return entry

    def cancel(self, name):
        self.cancelled.add(name)

    async def run(self, until):
        loop = asyncio.get_running_loop()
        while loop.time() < until:
            self.changed.clear()
            timeout = min(self.heap[0].when if self.heap else until, until) - loop.time()
            try:
                await asyncio.wait_for(self.changed.wait(), timeout)
                continue
            except asyncio.TimeoutError:
                pass
            while self.heap and self.heap[0].when <= loop.time():
                entry = heapq.heappop(self.heap)
                if entry.name in self.cancelled:
                    print(f"{loop.time():5.2f} {entry.name} was cancelled")
                    continue
                result = entry.action()
                if asyncio.iscoroutine(result):
                    result = await result
                print(f"{loop.time():5.2f} {entry.name} -> {result}")
                if entry.every:
                    self.at(entry.when + entry.every, entry.name, entry.action, entry.every)


async def slow():
    await asyncio.sleep(0.3)
    return "slow done"


async def main():
    s = Scheduler()
    ticks = itertools.count(1)
    s.at(1, "tick", lambda: next(ticks), every=1)
    s.at(0.5, "once", lambda: "only once")
    s.at(2.5, "slow", slow)
    s.at(3.5, "never", lambda: 1 / 0)

    async def later():
        await asyncio.sleep(1.2)
        s.at(1.7, "added late", lambda: "hi")
        await asyncio.sleep(2)
        s.cancel("never")

    await asyncio.gather(s.run(5), later())
    print([(e.name, e.when) for e in sorted(s.heap)])
    print(s.heap[0])


asyncio.run(main())
