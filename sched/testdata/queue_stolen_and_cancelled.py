import asyncio


async def getter(q, name):
    try:
        print(name, await q.get())
    except asyncio.CancelledError as e:
        print(name, *e.args)
        raise


async def putter(q, item):
    try:
        await q.put(item)
        print('put', item)
    except asyncio.CancelledError as e:
        print(item, *e.args)
        raise


async def main():
    q = asyncio.Queue(1)
    a, b, c = [asyncio.create_task(getter(q, name)) for name in 'abc']
    await asyncio.sleep(1)
    q.put_nowait('x')
    print(q.get_nowait())               # a is woken for nothing, and goes to the end
    await asyncio.sleep(1)
    q.put_nowait('y')
    b.cancel('woken')                   # and wakes the next
    await asyncio.sleep(1)
    a.cancel('waiting')
    await asyncio.sleep(1)
    q.put_nowait('z')
    p, r, t = [asyncio.create_task(putter(q, item)) for item in (1, 2, 3)]
    await asyncio.sleep(1)
    r.cancel('waiting')
    await asyncio.sleep(1)
    q.get_nowait()
    p.cancel('woken')
    await asyncio.sleep(1)
    print(q.qsize())


asyncio.run(main())
