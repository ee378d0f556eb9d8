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
    asyncio.get_running_loop().call_later(1, asyncio.current_task().cancel, 'x')
    await asyncio.sleep(5)


asyncio.run(main())
