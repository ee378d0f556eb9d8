import asyncio
async def noop(): return asyncio.current_task().get_name()
async def p56():
    a = asyncio.create_task(noop()); b = asyncio.create_task(noop(), name='named'); c = asyncio.create_task(noop()); d = asyncio.ensure_future(noop())
    print(await asyncio.gather(a, b, c, d, noop(), asyncio.shield(noop())), asyncio.current_task().get_name())
    t = asyncio.create_task(noop(), name=5); print(repr(t.get_name()), await t); t.set_name(7.5); print(repr(t.get_name()))
async def p57():
    loop = asyncio.get_running_loop(); loop.set_task_factory(asyncio.eager_task_factory)
    async def e(n, d=None):
        print('start', n, asyncio.current_task().get_name())
        if d is not None: await asyncio.sleep(d)
        return n
    t = asyncio.create_task(e(1)); print(t.done(), t); u = asyncio.create_task(e(2, 0)); print(u.done(), asyncio.current_task().get_name(), await u)
    async def bad(): raise ValueError('eager')
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad()); print('body goes on'); 
            try: await asyncio.sleep(1)
            except asyncio.CancelledError: print('here'); raise
    except* ValueError as g: print(g.exceptions)
    print(await asyncio.gather(e(3), e(4, 1), e(5)))
    x = asyncio.create_task(bad())
    try: await x
    except ValueError as err: print(repr(err))
    def cb(t): print('cb', t.get_name())
    t = asyncio.create_task(e(6), name='six'); t.add_done_callback(cb); print('added'); await asyncio.sleep(0)
async def p58():
    async def me(): await asyncio.current_task()
    try: await asyncio.create_task(me(), name='selfish')
    except RuntimeError as e: print(str(e)[:28])
async def p59():
    async def leftover(n):
        print('left starts', n)
        try: await asyncio.sleep(9)
        except asyncio.CancelledError: print('left cancelled', n); asyncio.create_task(noop2(n)); raise
        finally:
            if n == 2: raise KeyError('cleanup')
    async def noop2(n): print('spawned', n); await asyncio.sleep(1); print('never')
    asyncio.create_task(leftover(1)); asyncio.create_task(leftover(2)); await asyncio.sleep(0)
    asyncio.create_task(leftover(3)); print('main ends')
async def p60():
    loop = asyncio.get_running_loop()
    def tick(n): print('tick', n); loop.call_soon(tick, n + 1)
    loop.call_soon(tick, 0); loop.call_later(0, print, 'due'); loop.call_later(1, print, 'not due')
async def p61():
    s = {asyncio.create_task(asyncio.sleep(1), name=n) for n in 'abc'}
    d, p = await asyncio.wait(s); print(len(d), sorted(t.get_name() for t in d), type(d).__name__)
    print(sorted(t.get_name() for t in asyncio.all_tasks()), len(asyncio.all_tasks()))
for p in (p60,):
    print('--', p.__name__)
    try: asyncio.run(p())
    except BaseException as e: print('run', repr(e))
