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


async def raises():
    try:
        await asyncio.sleep(9)
    finally:
        raise ValueError('bad')


async def spawns():
    try:
        await asyncio.sleep(9)
    finally:
        asyncio.create_task(job(1, 'x'))


def a(f):
    print('a')
    asyncio.get_event_loop().call_soon(b)


def b():
    print('b')


async def main():
    asyncio.create_task(guarded(5))
    asyncio.create_task(raises())
    asyncio.create_task(spawns()).add_done_callback(a)
    asyncio.current_task().add_done_callback(a)
    await asyncio.sleep(1)
    asyncio.create_task(job(1, 'late'))
    return 'end'


asyncio.run(main())
