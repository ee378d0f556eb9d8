import asyncio


async def left_over():
    """Tasks that are left when main ends."""

    async def leftover(n):
        print('left starts', n)
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            print('left cancelled', n)
            asyncio.create_task(noop2(n))
            raise
        finally:
            if n == 2:
                raise KeyError('cleanup')

    async def noop2(n):
        print('spawned', n)
        await asyncio.sleep(1)
        print('never')
    asyncio.create_task(leftover(1))
    asyncio.create_task(leftover(2))
    await asyncio.sleep(0)
    asyncio.create_task(leftover(3))
    print('main ends')


for p in (left_over,):
    print('--', p.__name__)
    try:
        asyncio.run(p())
    except BaseException as e:
        print('run', repr(e))
