import asyncio


async def job(d, result):
    await asyncio.sleep(d)
    return result


async def main():
    for c in asyncio.as_completed([job(1, 'a'), job(2, 'b'), job(3, 'c')], timeout=2):
        try:
            print(await c)
        except TimeoutError:
            print('late')
    await asyncio.sleep(3)


asyncio.run(main())
