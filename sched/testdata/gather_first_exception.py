import asyncio


async def job(d, result):
    await asyncio.sleep(d)
    return result


async def fail(d):
    await asyncio.sleep(d)
    raise ValueError('bad')


async def guarded(d):
    try:
        await asyncio.sleep(d)
    except asyncio.CancelledError as e:
        print('got', *e.args)
        raise


async def main():
    try:
        await asyncio.gather(job(3, 'a'), fail(1), fail(2))
    except ValueError as e:
        print(e)
    await asyncio.sleep(3)


asyncio.run(main())
