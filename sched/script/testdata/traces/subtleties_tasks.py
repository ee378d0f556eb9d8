import asyncio


async def noop():
    return asyncio.current_task().get_name()


async def default_names():
    """Default names count unnamed tasks."""
    a = asyncio.create_task(noop())
    b = asyncio.create_task(noop(), name='named')
    c = asyncio.create_task(noop())
    d = asyncio.ensure_future(noop())
    print(await asyncio.gather(a, b, c, d, noop(), asyncio.shield(noop())), asyncio.current_task().get_name())
    t = asyncio.create_task(noop(), name=5)
    print(repr(t.get_name()), await t)
    t.set_name(7.5)
    print(repr(t.get_name()))


async def eager_tasks():
    """The first step of an eager task runs inside create_task."""
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)

    async def e(n, d=None):
        print('start', n, asyncio.current_task().get_name())
        if d is not None:
            await asyncio.sleep(d)
        return n
    t = asyncio.create_task(e(1))
    print(t.done(), t)
    u = asyncio.create_task(e(2, 0))
    print(u.done(), asyncio.current_task().get_name(), await u)

    async def bad():
        raise ValueError('eager')
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad())
            print('body goes on')
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print('here')
                raise
    except* ValueError as g:
        print(g.exceptions)
    print(await asyncio.gather(e(3), e(4, 1), e(5)))
    x = asyncio.create_task(bad())
    try:
        await x
    except ValueError as err:
        print(repr(err))

    def cb(t):
        print('cb', t.get_name())
    t = asyncio.create_task(e(6), name='six')
    t.add_done_callback(cb)
    print('added')
    await asyncio.sleep(0)


async def awaits_itself():
    """A task that awaits itself gets RuntimeError."""

    async def me():
        await asyncio.current_task()
    try:
        await asyncio.create_task(me(), name='selfish')
    except RuntimeError as e:
        print(str(e)[:28])


async def set_orders():
    """Sets of tasks, in any order."""
    s = {asyncio.create_task(asyncio.sleep(1), name=n) for n in 'abc'}
    d, p = await asyncio.wait(s)
    print(len(d), sorted((t.get_name() for t in d)), type(d).__name__)
    print(sorted((t.get_name() for t in asyncio.all_tasks())), len(asyncio.all_tasks()))


for p in (default_names, eager_tasks, set_orders, awaits_itself):
    print('--', p.__name__)
    try:
        asyncio.run(p())
    except BaseException as e:
        print('run', repr(e))
