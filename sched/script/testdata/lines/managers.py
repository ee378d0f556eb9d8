import asyncio
import contextlib


class Manager:
    def __init__(self, swallow=False):
        self.swallow = swallow

    def __enter__(self):
        return self

    def __exit__(self, *a):
        return self.swallow


def plain():
    with Manager():
        n = 1
    with Manager() as a, Manager() as b:
        n = 2
    with Manager() as a, \
         Manager() as b:
        n = 3
    with Manager(True):
        raise KeyError
    try:
        with Manager():
            1 / 0
    except ZeroDivisionError:
        n = 4
    for i in range(2):
        with Manager():
            continue
    with Manager():
        return 5


plain()


@contextlib.contextmanager
def made():
    n = 1
    try:
        yield n
    finally:
        n = 2


with made() as m:
    m += 1


async def main():
    async with asyncio.timeout(1):
        await asyncio.sleep(0)
    async with asyncio.Lock() as l, \
            asyncio.Semaphore():
        pass
    async with asyncio.timeout(1):
        return 1


asyncio.run(main())
