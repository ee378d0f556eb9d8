import asyncio


async def chain(n):
    try:
        if n:
            await asyncio.create_task(chain(n - 1), name=f'c{n - 1}')
        else:
            await asyncio.sleep(50)
    except asyncio.CancelledError as e:
        print('cancelled', n, e.args, asyncio.current_task().cancelling())
        raise
    finally:
        print('finally', n)


async def cancel_goes_down():
    """A cancel goes down to the innermost future."""
    t = asyncio.create_task(chain(3), name='c3')
    await asyncio.sleep(1)
    print(t.cancel('top'), t.cancelling())
    try:
        await t
    except asyncio.CancelledError as e:
        print('main', e.args)


async def shared_task():
    """Cancelling one waiter of a shared task cancels it for all."""
    shared = asyncio.create_task(asyncio.sleep(9), name='shared')

    async def w(n):
        try:
            await shared
        except asyncio.CancelledError:
            print('w', n, asyncio.current_task().cancelling())
            raise
    ws = [asyncio.create_task(w(i)) for i in range(3)]
    await asyncio.sleep(0)
    ws[0].cancel()
    print(await asyncio.gather(*ws, return_exceptions=True), [x.cancelled() for x in ws], shared.cancelled())


async def cancelled_before_start():
    """The body of a task cancelled before its first step never runs."""

    async def body():
        try:
            print('never')
        finally:
            print('never either')
    t = asyncio.create_task(body())
    t.cancel('early')
    try:
        await t
    except asyncio.CancelledError as e:
        print('p19', e.args, t.cancelled())


async def future_done_first():
    """A cancel between the result and the wakeup wins."""
    loop = asyncio.get_running_loop()
    for kind in ('result', 'exception'):
        f = loop.create_future()

        async def w():
            try:
                print('got', await f)
            except asyncio.CancelledError as e:
                print('cancel instead of', kind)
                raise
        t = asyncio.create_task(w())
        await asyncio.sleep(0)
        f.set_result(1) if kind == 'result' else f.set_exception(ValueError('lost'))
        print(t.cancel())
        try:
            await t
        except asyncio.CancelledError:
            pass


async def cancelled_twice():
    """The second of two cancels finds the future cancelled."""

    async def w():
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError as e:
            print('msg', e.args, asyncio.current_task().cancelling())
            await asyncio.sleep(0)
            print('survived')
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    t.cancel('one')
    t.cancel('two')
    await t
    print(t.cancelling(), t.cancelled())
    inner = asyncio.create_task(w())
    outer = asyncio.create_task(asyncio.wait_for(inner, None))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    outer.cancel('a')
    outer.cancel('b')
    print(inner.cancelling(), outer.cancelling())
    try:
        print(await outer)
    except asyncio.CancelledError as e:
        print('outer', e.args)


async def cancels_itself():
    """A task that cancels itself is cancelled at its next await."""

    async def a():
        asyncio.current_task().cancel('a')
        await asyncio.sleep(1)

    async def b():
        asyncio.current_task().cancel('b')
        await asyncio.sleep(0)

    async def c():
        f = asyncio.get_running_loop().create_future()
        f.set_result(1)
        asyncio.current_task().cancel('c')
        print('c', await f)
        print('not delivered')
        await asyncio.sleep(0)

    async def d():
        asyncio.current_task().cancel('d')
        return 'value'

    async def e():
        asyncio.current_task().cancel('e')
        raise KeyError('wins')
    for fn in (a, b, c, d, e):
        t = asyncio.create_task(fn())
        try:
            print(fn.__name__, await t)
        except BaseException as exc:
            print(fn.__name__, type(exc).__name__, exc.args, t.cancelled())


async def uncancel_to_zero():
    """uncancel() down to 0 takes the cancel back."""

    async def w():
        me = asyncio.current_task()
        me.cancel()
        me.cancel()
        print(me.cancelling(), me.uncancel(), me.uncancel(), me.uncancel(), me.cancelling())
        await asyncio.sleep(0)
        print('not cancelled')
    await asyncio.create_task(w())


async def swallowed():
    """Swallowing a cancel leaves cancelling() up."""

    async def raises():
        raise asyncio.CancelledError('own')
    t = asyncio.create_task(raises())
    try:
        await t
    except asyncio.CancelledError as e:
        print(e.args, t.cancelled(), t.cancelling())


async def timer_of_sleep():
    """The timer of a cancelled sleep is cancelled in its finally."""

    async def w():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            print('in')
            raise
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    t.cancel()
    print('cancelled')
    await asyncio.wait([t])


for p in (cancel_goes_down, shared_task, cancelled_before_start, future_done_first, cancelled_twice, cancels_itself, uncancel_to_zero, swallowed, timer_of_sleep):
    print('--', p.__name__)
    asyncio.run(p())
