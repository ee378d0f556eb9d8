import asyncio


async def lock_is_free():
    """release() wakes the first waiter, but the lock is free."""
    lock = asyncio.Lock()
    log = []

    async def w(n):
        async with lock:
            log.append(n)
            await asyncio.sleep(0)
    await lock.acquire()
    ts = [asyncio.create_task(w(i)) for i in range(3)]
    await asyncio.sleep(0)
    lock.release()
    print(lock.locked(), lock)
    t = asyncio.create_task(w('jump'))
    await lock.acquire()
    log.append('main')
    lock.release()
    await asyncio.gather(*ts, t)
    print(log)
    await lock.acquire()
    ts = [asyncio.create_task(w(i)) for i in 'ab']
    await asyncio.sleep(0)
    lock.release()
    ts[0].cancel()
    print(await asyncio.gather(*ts, return_exceptions=True), log, lock)
    try:
        lock.release()
    except RuntimeError as e:
        print(e)


async def semaphore_hands_over():
    """release() hands the semaphore over."""
    sem = asyncio.Semaphore(1)
    log = []

    async def w(n):
        async with sem:
            log.append(n)
            await asyncio.sleep(0)
    await sem.acquire()
    ts = [asyncio.create_task(w(i)) for i in range(3)]
    await asyncio.sleep(0)
    sem.release()
    print(sem.locked(), sem)
    t = asyncio.create_task(w('late'))
    await asyncio.sleep(0)
    ts[0].cancel()
    print(sem)
    print(await asyncio.gather(*ts, t, return_exceptions=True), log, sem)
    b = asyncio.BoundedSemaphore(2)
    try:
        b.release()
    except ValueError as e:
        print(e)
    for bad in (-1,):
        try:
            asyncio.Semaphore(bad)
        except ValueError as e:
            print(e)
    s0 = asyncio.Semaphore(0)
    print(s0.locked(), s0)


async def set_and_clear():
    """set() then clear() wakes all waiters."""
    ev = asyncio.Event()

    async def w(n):
        print('w', n, await ev.wait(), ev.is_set())
    ts = [asyncio.create_task(w(i)) for i in range(2)]
    await asyncio.sleep(0)
    print(ev)
    ev.set()
    ev.clear()
    await asyncio.gather(*ts)
    print(ev)


async def wait_takes_lock_back():
    """Condition.wait takes the lock back, cancelled or not."""
    cond = asyncio.Condition()
    log = []

    async def w(n):
        async with cond:
            try:
                await cond.wait()
                log.append(n)
            except asyncio.CancelledError as e:
                log.append((n, e.args))
                print(cond.locked())
                raise
    ts = [asyncio.create_task(w(i)) for i in range(3)]
    await asyncio.sleep(0)
    async with cond:
        cond.notify(1)
        ts[0].cancel('x')
        await asyncio.sleep(0)
        ts[0].cancel('y')
    await asyncio.sleep(1)
    print(log, cond)
    async with cond:
        cond.notify_all()
    print(await asyncio.gather(*ts, return_exceptions=True), log)
    for f in (cond.notify, cond.notify_all):
        try:
            f()
        except RuntimeError as e:
            print(e)
    try:
        await cond.wait()
    except RuntimeError as e:
        print(e)
    async with cond:
        print(await cond.wait_for(lambda: 'truthy'))
    lk = asyncio.Lock()
    c2 = asyncio.Condition(lk)
    async with lk:
        c2.notify()


async def stolen_item():
    """A woken get() looks again."""
    q = asyncio.Queue(maxsize=2)
    log = []

    async def g(n):
        try:
            log.append((n, await q.get()))
        except asyncio.CancelledError:
            log.append((n, 'c'))
            raise
    ts = [asyncio.create_task(g(i)) for i in range(3)]
    await asyncio.sleep(0)
    q.put_nowait('x')
    print(q.get_nowait())
    await asyncio.sleep(0)
    q.put_nowait('y')
    await asyncio.sleep(0.1)
    print(log, q)
    q.put_nowait('z')
    ts[2].cancel()
    await asyncio.sleep(0.1)
    print(log, q.qsize(), q._unfinished_tasks)
    for t in ts:
        t.cancel()
    await asyncio.gather(*ts, return_exceptions=True)
    print(log, q)
    q = asyncio.Queue(1)
    q.put_nowait(0)

    async def p(i):
        await q.put(i)
        log.append(('put', i))
    ps = [asyncio.create_task(p(i)) for i in range(3)]
    await asyncio.sleep(0)
    log.clear()
    print(q.full(), q.get_nowait(), q)
    try:
        q.put_nowait('steal')
        print('stolen')
    except asyncio.QueueFull:
        print('full')
    while len(log) < 3:
        print(await q.get(), log)
    while not q.empty():
        q.get_nowait()
    for _ in range(5):
        q.task_done()
    try:
        q.task_done()
        q.task_done()
    except ValueError as e:
        print(e)
    await q.join()
    q.shutdown()
    for f in (q.get_nowait, lambda: q.put_nowait(1)):
        try:
            f()
        except asyncio.QueueShutDown as e:
            print(repr(e))


async def last_party():
    """The last party of a barrier does not suspend."""
    bar = asyncio.Barrier(3)

    async def w(n):
        try:
            i = await bar.wait()
            print('w', n, i, bar.n_waiting, bar.parties)
        except asyncio.BrokenBarrierError as e:
            print('broken', n, e)
    await asyncio.gather(*(w(i) for i in range(3)))
    print(bar)
    t = [asyncio.create_task(w(i)) for i in range(2)]
    await asyncio.sleep(0)
    print(bar, bar.n_waiting)
    await bar.abort()
    await asyncio.gather(*t)
    print(bar.broken, bar)
    await bar.reset()
    print(bar.broken)
    t = [asyncio.create_task(w(i)) for i in range(2)]
    await asyncio.sleep(0)
    await bar.reset()
    await asyncio.gather(*t)
    print(bar)
    t = [asyncio.create_task(w(i)) for i in range(2)]
    await asyncio.sleep(0)
    async with bar as pos:
        print('with', pos)
    await asyncio.gather(*t)
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(e)


for p in (lock_is_free, semaphore_hands_over, set_and_clear, wait_takes_lock_back, stolen_item, last_party):
    print('--', p.__name__)
    asyncio.run(p())
