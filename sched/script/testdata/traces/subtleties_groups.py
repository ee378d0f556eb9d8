import asyncio


async def job(n, d, fail=None):
    try:
        await asyncio.sleep(d)
    except asyncio.CancelledError as e:
        print('cancelled', n, e.args, asyncio.get_running_loop().time())
        raise
    if fail:
        raise fail(n)
    print('done', n)
    return n


async def failing_child():
    """The failure of a child is seen one iteration later."""
    try:
        async with asyncio.TaskGroup() as tg:
            for i in range(4):
                tg.create_task(job(i, i + 1, ValueError if i == 1 else None))
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError as e:
                print('parent', e.args, asyncio.current_task().cancelling())
                raise
    except* ValueError as eg:
        print(eg.exceptions, asyncio.current_task().cancelling())


async def parent_anywhere():
    """The parent is cancelled wherever it is."""
    outside = asyncio.create_task(job('out', 9))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job(1, 1, KeyError))
            await outside
    except* KeyError as eg:
        print(eg, outside.cancelled())


async def aexit_waits():
    """__aexit__ waits in a loop."""

    async def slow_exit(n):
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            print('s1')
            await asyncio.sleep(2)
            print('s2')
            raise

    async def owner():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(slow_exit(1))
            tg.create_task(job(2, 9))
    t = asyncio.create_task(owner())
    await asyncio.sleep(1)
    t.cancel('c1')
    await asyncio.sleep(1)
    t.cancel('c2')
    try:
        await t
    except asyncio.CancelledError as e:
        print('owner', e.args, t.cancelling())


async def cancelled_children():
    """A child that is cancelled is no error."""
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(job(1, 2))
        b = tg.create_task(job(2, 3))
        await asyncio.sleep(1)
        a.cancel('alone')
    print(a.cancelled(), b.result())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job(1, 1, ValueError))
            tg.create_task(job(2, 1, KeyError))
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise OSError('body')
    except BaseExceptionGroup as eg:
        print(repr(eg))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job(1, 5))
            raise IndexError('only body')
    except BaseExceptionGroup as eg:
        print(repr(eg))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job(1, 5))
            tg.create_task(job(2, 1, KeyboardInterrupt))
    except BaseException as e:
        print(repr(e))


async def failure_and_cancel():
    """The failure of a child and a cancel from outside."""

    async def owner():
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(job(1, 1, ValueError))
                await asyncio.sleep(9)
        except* ValueError:
            print('handled', asyncio.current_task().cancelling())
        await asyncio.sleep(0)
        print('not reached?')
    t = asyncio.create_task(owner())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(1, t.cancel, 'ext')
    try:
        await t
        print('returned')
    except asyncio.CancelledError as e:
        print('CE', e.args)


async def group_is_closed():
    """create_task of a group that is ending."""
    tg = asyncio.TaskGroup()
    c = job(0, 0)
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print(e)
    async with tg:
        pass
    c = job(0, 0)
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print(e)
    try:
        async with tg:
            pass
    except RuntimeError as e:
        print(e)
    try:
        async with asyncio.TaskGroup() as tg:

            async def late():
                try:
                    await asyncio.sleep(9)
                finally:
                    try:
                        tg.create_task(job(5, 1))
                    except RuntimeError as e:
                        print('late', e)
            tg.create_task(late())
            tg.create_task(job(1, 1, ValueError))
    except* ValueError:
        pass
    print(tg)
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(job(7, 0))
        await t
        await asyncio.sleep(0)
        print('before exit')
    async with asyncio.TaskGroup() as tg:

        async def grow(n):
            if n:
                tg.create_task(grow(n - 1), name=f'g{n}')
            print('grow', n, asyncio.current_task().get_name())
        tg.create_task(grow(3))
        print(tg)


try:
    asyncio.run(failing_child())
except BaseException as e:
    print(repr(e))


for p in (parent_anywhere, aexit_waits, cancelled_children, failure_and_cancel, group_is_closed):
    print('--', p.__name__)
    try:
        asyncio.run(p())
    except BaseException as e:
        print('run', repr(e))
