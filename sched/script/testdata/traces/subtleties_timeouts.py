import asyncio, time


async def wait_for_inline():
    """wait_for() awaits the coroutine in the calling task."""

    async def inner():
        print(asyncio.current_task().get_name())
        await asyncio.sleep(1)
        return 'v'
    print(await asyncio.wait_for(inner(), 2), asyncio.current_task().get_name())
    t = asyncio.create_task(inner())
    print(t.get_name(), await asyncio.wait_for(t, None))


async def wait_for_nothing():
    """wait_for() with no time left."""
    ran = []

    async def c():
        ran.append(1)
    for x in (0, -1):
        try:
            await asyncio.wait_for(c(), x)
        except TimeoutError as e:
            print('to', repr(e), repr(e.__cause__), ran)
    f = asyncio.get_running_loop().create_future()
    f.set_result('done')
    print(await asyncio.wait_for(f, 0))
    t = asyncio.create_task(asyncio.sleep(1, 'x'))
    await asyncio.sleep(2)
    print(await asyncio.wait_for(t, 0))


async def value_after_cancel():
    """wait_for() returns when the cancelled body has ended."""

    async def clean(kind):
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            await asyncio.sleep(1)
            print('cleaned', asyncio.get_running_loop().time())
            if kind == 'value':
                return 'kept'
            if kind == 'error':
                raise KeyError('other')
            raise
    for kind in ('raise', 'value', 'error'):
        try:
            print(await asyncio.wait_for(clean(kind), 1))
        except Exception as e:
            print(kind, repr(e), repr(e.__cause__), repr(e.__context__))


async def body_and_timeout_tie():
    """Body and timeout at the same time."""
    loop = asyncio.get_running_loop()
    try:
        print(await asyncio.wait_for(asyncio.sleep(1, 'res'), 1))
    except TimeoutError:
        print('tie: timeout')
    s = asyncio.create_task(asyncio.sleep(1, 'res'))
    await asyncio.sleep(0)
    try:
        print(await asyncio.wait_for(s, 1))
    except TimeoutError:
        print('tie2: timeout')

    async def work():
        time.sleep(5)
        return 'late but not suspended'
    print(await asyncio.wait_for(work(), 1))

    async def work2():
        await asyncio.sleep(0)
        time.sleep(5)
        return 'just'
    try:
        print(await asyncio.wait_for(work2(), 1))
    except TimeoutError:
        print('late')
    f = loop.create_future()
    loop.call_later(1, f.set_result, 'set')
    try:
        print(await asyncio.wait_for(f, 1))
    except TimeoutError:
        print('f', f)


async def cancel_and_timeout():
    """Only the timeout's own cancel becomes TimeoutError."""

    async def body():
        try:
            async with asyncio.timeout(1) as tm:
                await asyncio.sleep(9)
        except BaseException as e:
            print(repr(e), tm.expired(), asyncio.current_task().cancelling())
            raise
    t = asyncio.create_task(body())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(1, t.cancel, 'outside')
    try:
        await t
    except (TimeoutError, asyncio.CancelledError) as e:
        print('main', repr(e))
    t = asyncio.create_task(body())
    asyncio.get_running_loop().call_later(0.5, t.cancel)
    try:
        await t
    except asyncio.CancelledError as e:
        print('main', repr(e))


async def nested_deadlines():
    """Nested timeouts with one deadline."""
    try:
        async with asyncio.timeout(1) as a:
            try:
                async with asyncio.timeout(1) as b:
                    await asyncio.sleep(5)
            except BaseException as e:
                print('inner', repr(e))
                raise
    except TimeoutError:
        print('outer', a.expired(), b.expired())
    try:
        async with asyncio.timeout(1) as a:
            try:
                async with asyncio.timeout(0.5) as b:
                    await asyncio.sleep(5)
            except TimeoutError:
                print('inner first')
                await asyncio.sleep(5)
    except TimeoutError:
        print('outer', a.expired(), b.expired(), a, b)


async def deadline_now():
    """A deadline that is now or past."""
    for d in (0, -5):
        try:
            async with asyncio.timeout(d) as tm:
                print('in body')
                await asyncio.sleep(0)
                print('after')
        except TimeoutError:
            print('timed out', tm)
        async with asyncio.timeout(d) as tm:
            print('no suspension')
        print(tm.expired(), tm)
    loop = asyncio.get_running_loop()
    async with asyncio.timeout_at(loop.time() - 1):
        pass
    async with asyncio.timeout(None) as tm:
        print(tm.when(), tm)
        tm.reschedule(loop.time() + 1)
        print(tm.when() - loop.time())
    try:
        tm.reschedule(5)
    except RuntimeError as e:
        print(e)
    try:
        async with asyncio.timeout(1) as tm:
            await asyncio.sleep(0.5)
            tm.reschedule(loop.time() + 1)
            await asyncio.sleep(0.8)
            print('extended')
            tm.reschedule(None)
            await asyncio.sleep(3)
            tm.reschedule(loop.time())
            await asyncio.sleep(1)
    except TimeoutError:
        print('at last')
    try:
        async with tm:
            pass
    except RuntimeError as e:
        print(e)


async def timeout_swallowed():
    """A body that swallows the cancel of its timeout."""
    async with asyncio.timeout(1) as tm:
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            print('swallowed')
    print(tm.expired(), asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            finally:
                raise KeyError('k')
    except KeyError as e:
        print(repr(e), repr(e.__context__))


print(asyncio.TimeoutError is TimeoutError, TimeoutError.__mro__)
for p in (wait_for_inline, wait_for_nothing, value_after_cancel, body_and_timeout_tie, cancel_and_timeout, nested_deadlines, deadline_now, timeout_swallowed):
    print('--', p.__name__)
    asyncio.run(p())
