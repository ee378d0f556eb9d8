import asyncio
from contextlib import asynccontextmanager
@asynccontextmanager
async def conn(n):
    try:
        yield 1
    except ValueError as e:
        print("swallowed", n)
async def use(n):
    async with conn(n):
        raise ValueError(4)
async def gen():
    try:
        yield 1
    finally:
        print("fin")
class A:
    async def __aenter__(self): 
        self.g = gen()
        return await anext(self.g)
    async def __aexit__(self, t, v, tb):
        pass
async def main():
    await use(1)
    await use(2)
    await use(3)
asyncio.run(main())
asyncio.run(main())
import asyncio
from contextlib import asynccontextmanager
@asynccontextmanager
async def after():
        try:
            yield 1
        except BaseException: pass
        yield 2
async def main():
    try:
        async with after():
            raise OSError(4)
    except Exception as e:
        print("stop", repr(e), repr(e.__cause__))
asyncio.run(main())
import asyncio
from contextlib import asynccontextmanager
@asynccontextmanager
async def conn():
    try:
        yield 1
    except ValueError as e:
        raise KeyError(3) from e
async def main():
    try:
        async with conn():
            raise ValueError(4)
    except KeyError as e:
        print(repr(e))
asyncio.run(main())
