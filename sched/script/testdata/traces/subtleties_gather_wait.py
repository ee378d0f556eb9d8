import asyncio


async def job(n, d, fail=False, swallow=False):
    try:
        await asyncio.sleep(d)
    except asyncio.CancelledError as e:
        print('job', n, 'cancelled', e.args)
        if swallow:
            return 'swallowed'
        raise
    if fail:
        raise ValueError(n)
    print('job', n, 'done')
    return n


T = lambda *a, **k: asyncio.create_task(job(*a, **k), name=f'j{a[0]}')


async def failing_child():
    """A failing child settles a gather; the others go on."""
    ts = [T(1, 1, True), T(2, 2), T(3, 3, True)]
    try:
        await asyncio.gather(*ts)
    except ValueError as e:
        print('first', e, [t.done() for t in ts])
    await asyncio.sleep(3)
    print([t.done() for t in ts])
    g = asyncio.gather(T(4, 1, True))
    await asyncio.sleep(2)
    del g


async def gather_cancel():
    """gather.cancel() cancels the children, not the gather."""
    for re in (False, True):
        ts = [T(1, 1), T(2, 5, swallow=True), T(3, 5)]
        g = asyncio.gather(*ts, return_exceptions=re)
        await asyncio.sleep(2)
        print('cancel', g.cancel('g'))
        try:
            print('res', await g)
        except asyncio.CancelledError as e:
            print('CE', e.args, g.cancelled(), g.done())
        await asyncio.sleep(1)
        print(g.cancel())
    e = asyncio.gather()
    print(e.done(), e.cancel(), e.result())


async def cancelled_gather():
    """A cancelled gather has CancelledError as its exception."""
    c = T(1, 9)
    g = asyncio.gather(c)
    await asyncio.sleep(0)
    c.cancel('child')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(g.done(), g.cancelled())
    try:
        print(repr(g.exception()))
    except asyncio.CancelledError as e:
        print('raised', e.args)

    async def waits(g):
        await g
    c = T(2, 9)
    t = asyncio.create_task(waits(asyncio.gather(c)))
    await asyncio.sleep(0.1)
    c.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('waiter', t.cancelled())


async def cancelled_child_returned():
    """return_exceptions gives CancelledError as a result."""
    f = asyncio.get_running_loop().create_future()

    async def selfcancel():
        asyncio.current_task().cancel('self')
        return 1
    t = T(1, 9)
    s = asyncio.create_task(selfcancel())
    g = asyncio.gather(t, f, s, return_exceptions=True)
    await asyncio.sleep(0)
    t.cancel('task msg')
    f.cancel('future msg')
    print([repr(x) for x in await g])


async def duplicates():
    """The same awaitable twice is one child."""
    t = T(1, 1)
    c = job(2, 1)
    print(await asyncio.gather(t, t, c, c, t))
    print(await asyncio.gather())
    d = T(3, 0)
    await d
    g = asyncio.gather(d, T(4, 1))
    print(g.done(), await g)
    g = asyncio.gather(d, d)
    print(g.done(), g.result())

    async def bad():
        raise KeyError('k')
    b = asyncio.create_task(bad())
    await asyncio.sleep(0.1)
    g = asyncio.gather(b, d, return_exceptions=True)
    print(g.done(), g.result())
    try:
        g = asyncio.gather(b, T(5, 1))
        print(g.done())
        await g
    except KeyError as e:
        print(repr(e))


async def shields():
    """A shield is a future of its own."""
    inner = T(1, 2, True)
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    print(outer.cancel('x'), outer.cancelled(), inner.cancelled())
    try:
        await outer
    except asyncio.CancelledError as e:
        print(e.args)
    await asyncio.sleep(3)
    inner = T(2, 9)
    outer = asyncio.shield(inner)
    inner.cancel('inner')
    try:
        await outer
    except asyncio.CancelledError as e:
        print('shield', e.args, outer.cancelled())
    d = T(3, 0)
    await d
    print(asyncio.shield(d) is d)


async def wait_suspends():
    """wait() suspends even if all are done."""
    a, b = (T(1, 1), T(2, 1))
    await asyncio.sleep(3)
    print([sorted((t.get_name() for t in s)) for s in await asyncio.wait([a, b])])
    ts = [T(i, 1) for i in (3, 4)] + [T(5, 5)]
    d, p = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print(sorted((t.get_name() for t in d)), len(p))
    x, y = (T(6, 9), T(7, 2))
    loop = asyncio.get_running_loop()
    loop.call_later(1, x.cancel)
    d, p = await asyncio.wait([x, y], return_when=asyncio.FIRST_EXCEPTION)
    print(len(d), len(p))
    d, p = await asyncio.wait(ts, timeout=0.5)
    print(len(d), len(p), ts[2].cancelled())
    w = asyncio.create_task(asyncio.wait([ts[2]]))
    await asyncio.sleep(0)
    w.cancel()
    try:
        await w
    except asyncio.CancelledError:
        print(ts[2].done())
    d, p = await asyncio.wait([ts[2]], timeout=0)
    print(len(d), len(p))
    await ts[2]
    for bad in ([], [job(0, 0)], T(8, 0), 'ab'):
        try:
            await asyncio.wait(bad)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    try:
        await asyncio.wait([T(9, 0)], return_when='SOON')
    except ValueError as e:
        print(e)


async def first_exception():
    """FIRST_EXCEPTION does not look at the exception of the task that ends last."""
    ts = [T(1, 1, True), T(2, 2, True)]
    d, p = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(len(d), len(p))
    await asyncio.sleep(3)


async def completed_in_order():
    """as_completed, as an iterator and as an async one."""
    for f in asyncio.as_completed([job(1, 3), job(2, 1), job(3, 2, True)]):
        try:
            print('got', await f)
        except ValueError as e:
            print('err', e)
    ts = [T(i, i) for i in (1, 2, 3)]
    try:
        for f in asyncio.as_completed(ts, timeout=2):
            print('got', await f)
    except TimeoutError as e:
        print('timeout', repr(e))
    async for t in asyncio.as_completed(ts):
        print(t.get_name(), await t, t in ts)
    print([t.done() for t in ts])


for p in (failing_child, gather_cancel, cancelled_gather, cancelled_child_returned, duplicates, shields, wait_suspends, first_exception, completed_in_order):
    print('--', p.__name__)
    asyncio.run(p())
