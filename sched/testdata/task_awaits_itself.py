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


class Bad:
    def __await__(self):
        yield 3


async def itself():
    await asyncio.current_task()


async def bad():
    await Bad()


async def main():
    await asyncio.gather(itself(), bad(), return_exceptions=True)


asyncio.run(main())
