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


import time


async def busy():
    await asyncio.sleep(0)
    time.sleep(3)
    print('worked')


async def main():
    asyncio.create_task(busy())
    await asyncio.gather(job(1, 1), job(2, 2), job(5, 5))


asyncio.run(main())
