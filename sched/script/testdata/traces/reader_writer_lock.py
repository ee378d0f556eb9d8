import asyncio
from contextlib import asynccontextmanager


class RWLock:
    def __init__(self):
        self._cond = asyncio.Condition()
        self._readers = 0
        self._writer = False
        self._waiting_writers = 0

    @asynccontextmanager
    async def read(self):
        async with self._cond:
            await self._cond.wait_for(lambda: not self._writer and not self._waiting_writers)
            self._readers += 1
        try:
            yield self
        finally:
            async with self._cond:
                self._readers -= 1
                if not self._readers:
                    self._cond.notify_all()

    @asynccontextmanager
    async def write(self):
        async with self._cond:
            self._waiting_writers += 1
            try:
                while self._writer or self._readers:
                    await self._cond.wait()
            finally:
                self._waiting_writers -= 1
            self._writer = True
        try:
            yield self
        finally:
            async with self._cond:
                self._writer = False
                self._cond.notify_all()

    def __repr__(self):
        return f"<RWLock readers={self._readers} writer={self._writer}>"


data = {"version": 0}


async def reader(lock, name, start):
    await asyncio.sleep(start)
    async with lock.read() as l:
        print(f"{name} reads version {data['version']} {l}")
        await asyncio.sleep(0.3)


async def writer(lock, name, start):
    await asyncio.sleep(start)
    async with lock.write() as l:
        data["version"] += 1
        print(f"{name} writes {data['version']} {l!r}")
        await asyncio.sleep(0.2)


async def main():
    lock = RWLock()
    jobs = [reader(lock, f"r{i}", i * 0.1) for i in range(5)] + [writer(lock, "w0", 0.15), writer(lock, "w1", 0.2)]
    async with asyncio.TaskGroup() as tg:
        for j in jobs:
            tg.create_task(j)
    print(lock, data)


asyncio.run(main())
