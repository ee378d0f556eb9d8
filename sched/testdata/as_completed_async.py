import asyncio


async def job(d, result):
    await asyncio.sleep(d)
    return result


async def main():
    a, b = asyncio.create_task(job(2, 'a')), asyncio.create_task(job(1, 'b'))
    async for f in asyncio.as_completed([a, b, job(0, 'c')]):
        print(f is a, f is b, await f)
    it = asyncio.as_completed([job(1, 'd')], timeout=0.5)
    t = asyncio.create_task(it.__anext__())
    try:
        await t
    except TimeoutError:
        print('late')
    try:
        await anext(it)
    except StopAsyncIteration:
        print('end')


asyncio.run(main())
