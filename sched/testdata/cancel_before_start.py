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
    t = asyncio.create_task(guarded(1))
    t.cancel('no')
    try:
        await t
    except asyncio.CancelledError as e:
        print('got', *e.args)


asyncio.run(main())
