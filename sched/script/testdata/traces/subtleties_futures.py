import asyncio, functools


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()

    async def waiter(n):
        print('w', n, await f)

    def cb(tag, fut):
        print('cb', tag, fut.done())
    t1 = asyncio.create_task(waiter(1))
    await asyncio.sleep(0)
    f.add_done_callback(functools.partial(cb, 'a'))
    t2 = asyncio.create_task(waiter(2))
    await asyncio.sleep(0)
    f.add_done_callback(functools.partial(cb, 'b'))
    f.set_result(5)
    print('set')
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    # Settling empties the list of callbacks.
    f = loop.create_future()
    g = lambda fut: print('g runs')
    f.add_done_callback(g)
    f.add_done_callback(g)
    f.set_result(None)
    print('removed', f.remove_done_callback(g))
    await asyncio.sleep(0)
    f.add_done_callback(g)
    print('removed', f.remove_done_callback(g))
    await asyncio.sleep(0)

    # remove_done_callback removes all that are equal.
    f = loop.create_future()
    iterations, due_timers = (functools.partial(cb, 'p'), functools.partial(cb, 'p'))
    for c in (g, iterations, g, due_timers, g):
        f.add_done_callback(c)
    print('removed', f.remove_done_callback(g), f.remove_done_callback(iterations), f.remove_done_callback(g))

    class M:

        def __init__(s, n):
            s.n = n

        def meth(s, fut):
            print('meth', s.n)
    m = M(1)
    m2 = M(2)
    f.add_done_callback(m.meth)
    f.add_done_callback(m2.meth)
    f.add_done_callback(m.meth)
    print('removed', f.remove_done_callback(m.meth))
    f.set_result(0)
    await asyncio.sleep(0)

    # What is done takes no turn of the loop.
    order = []
    loop.call_soon(order.append, 'turn')

    async def nothing():
        return 1
    await nothing()
    await f
    t = asyncio.create_task(nothing())
    order.append('before')
    await asyncio.sleep(0)
    await t
    order.append('after')
    print(order)

    # How many iterations the end of a task takes.

    async def quick():
        return 'q'

    def ticks():
        n = [0]

        def tick():
            n[0] += 1
            h[0] = loop.call_soon(tick)
        h = [loop.call_soon(tick)]
        return (n, lambda: h[0].cancel())
    for name, make in {'await': lambda: asyncio.create_task(quick()), 'shield': lambda: asyncio.shield(quick()), 'gather': lambda: asyncio.gather(quick()), 'wait': lambda: asyncio.wait([asyncio.create_task(quick())]), 'gg': lambda: asyncio.gather(asyncio.gather(quick())), 'wait_for': lambda: asyncio.wait_for(quick(), 1)}.items():
        n, stop = ticks()
        await make()
        stop()
        print(name, n[0])

    # result() of a cancelled future raises the first error once.
    f = loop.create_future()
    f.cancel('why')
    for _ in range(3):
        try:
            f.result()
        except asyncio.CancelledError as e:
            print('result', e.args)
    try:
        f.exception()
    except asyncio.CancelledError as e:
        print('exc', e.args)

    async def ends():
        try:
            await asyncio.sleep(9)
        finally:
            pass
    t = asyncio.create_task(ends())
    await asyncio.sleep(0)
    t.cancel('m')

    async def aw(n):
        try:
            await t
        except asyncio.CancelledError as e:
            print('aw', n, e.args)
    await asyncio.gather(aw(1), aw(2))

    # cancel() of what is finished marks its exception as seen.

    async def fails():
        raise ValueError('unseen')
    t = asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print('cancel finished', t.cancel())
    f = loop.create_future()
    f.set_exception(ValueError('unseen2'))
    print(f.cancel())

    # What set_exception takes.
    f = loop.create_future()
    for bad in (StopIteration(), StopIteration, 5, 'x', int):
        try:
            f.set_exception(bad)
            print('ok', repr(f.exception()), repr(f.exception().__cause__))
            f = loop.create_future()
        except TypeError as e:
            print('TypeError', e)
    f.set_exception(KeyError)
    print(repr(f.exception()))
    try:
        f.set_result(1)
    except asyncio.InvalidStateError as e:
        print(e)
    try:
        loop.create_future().result()
    except asyncio.InvalidStateError as e:
        print(e)
    try:
        loop.create_future().exception()
    except asyncio.InvalidStateError as e:
        print(e)


asyncio.run(main())
