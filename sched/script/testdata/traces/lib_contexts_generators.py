import asyncio
from contextlib import asynccontextmanager, AsyncExitStack
class RetryError(Exception): pass
@asynccontextmanager
async def attempt(n, results):
    try:
        yield n
        results.append(f"ok {n}")
    except ConnectionError as e:
        results.append(f"fail {n}: {e}")
    finally:
        await asyncio.sleep(0.01)
@asynccontextmanager
async def transaction(name):
    print("BEGIN", name)
    try:
        yield name
    except Exception as e:
        print("ROLLBACK", name, e)
        raise RetryError(name) from e
    else:
        print("COMMIT", name)
async def flaky(n):
    results = []
    for i in range(3):
        async with attempt(i, results):
            if i < n:
                raise ConnectionError(f"try {i}")
            break
    return results
async def pages(n):
    for i in range(n):
        yield f"page {i}"
async def work(name, bad):
    async with transaction(name):
        async for p in pages(2):
            print(name, p)
        gen = pages(3)
        print(await anext(gen), await anext(gen))
        if bad:
            raise ValueError("bad")
        await gen.aclose()
async def main():
    for n in range(4):
        print(await flaky(n))
    for bad in (False, True):
        try:
            await work(f"t{bad}", bad)
        except RetryError as e:
            print("retry", e, repr(e.__cause__))
    rs = await asyncio.gather(work("g1", True), work("g2", False), return_exceptions=True)
    print(rs)
    t = asyncio.create_task(work("solo", True))
    await asyncio.wait([t])
    print(t.exception())
asyncio.run(main())
