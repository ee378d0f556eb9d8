import asyncio


async def job(d, result):
    await asyncio.sleep(d)
    return result


async def fail(d):
    await asyncio.sleep(d)
    raise ValueError('bad')


async def main():
    same = asyncio.create_task(job(2, 'b'))
    done = asyncio.create_task(job(0, 'd'))
    await done
    for c in asyncio.as_completed([job(3, 'c'), same, job(1, 'a'), same, fail(2), done], timeout=5):
        try:
            print(await c)
        except ValueError as e:
            print(*e.args)
    first, *rest = asyncio.as_completed([job(1, 'x'), job(2, 'y')])
    t = asyncio.create_task(first)
    await asyncio.sleep(0)
    t.cancel()
    print(await rest[0])
    print([c for c in asyncio.as_completed([])])


asyncio.run(main())
