import asyncio

async def fail(n):
    await asyncio.sleep(n)
    raise ValueError(n)

async def main():
    lock = asyncio.Lock()
    print(lock is not None, repr(lock).split(" at ")[0], repr(lock).split(" [")[1])
    async with lock as x:
        print(x, lock.locked())
    try:
        lock.release()
    except RuntimeError as e:
        print(repr(e))
    tg = asyncio.TaskGroup()
    print(tg, repr(asyncio.Lock), asyncio.BrokenBarrierError)
    try:
        async with asyncio.TaskGroup() as tg:
            t = tg.create_task(fail(1), name="one")
            tg.create_task(fail(1))
            print(tg, t.get_name())
            await asyncio.sleep(5)
    except* ValueError as eg:
        print(eg, eg.exceptions, eg.__suppress_context__, eg.__context__, eg.__cause__)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(1))
            1/0
    except* ZeroDivisionError as eg:
        print(repr(eg), repr(eg.__context__))
    b = asyncio.Barrier(2)
    async def party(n):
        async with b as i:
            print(n, i, b.n_waiting, b.broken, b.parties)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(party("a"))
        tg.create_task(party("b"))
        t = tg.create_task(b.wait())
        t2 = tg.create_task(b.wait())
    print(t.result(), t2.result(), repr(b).split(" [")[1])
    c = asyncio.Condition(lock)
    v = []
    async def waiter():
        async with c:
            r = await c.wait_for(lambda: v)
            print("got", r, lock.locked())
    async with asyncio.TaskGroup() as tg:
        w = tg.create_task(waiter())
        await asyncio.sleep(0)
        print(repr(c).split(" [")[1])
        async with c:
            v.append(1)
            c.notify_all()
    s = asyncio.BoundedSemaphore(1)
    async with s:
        print(s.locked(), repr(s).split(" [")[1])
    try:
        s.release()
    except ValueError as e:
        print(e)
    for bad in (lambda: asyncio.Semaphore(-1), lambda: asyncio.Barrier(0), lambda: asyncio.Semaphore("x"), lambda: asyncio.Lock(1),
                lambda: asyncio.Barrier(), lambda: c.notify()):
        try:
            bad()
        except Exception as e:
            print(repr(e))
    try:
        async with asyncio.Event() as q: pass
    except TypeError as e:
        print(e)
    try:
        with lock: pass
    except TypeError as e:
        print(e)
    ev = asyncio.Event()
    t = asyncio.create_task(ev.wait())
    await asyncio.sleep(0)
    print(repr(t).split("cb=")[0].split("wait_for")[0].split(" running at ")[0], ev.is_set())
    ev.set()
    print(await t, repr(ev).split(" [")[1])
    try:
        async with asyncio.timeout(1):
            async with lock:
                await asyncio.sleep(3)
    except TimeoutError as e:
        print("late", lock.locked())
    tg = asyncio.TaskGroup()
    try:
        tg.create_task(fail(1))
    except RuntimeError as e:
        print(e)

asyncio.run(main())
