"""Points that no case shows: removal of callbacks, StopIteration, waiters and more."""
import asyncio
import functools


def cb(tag, fut):
    print("cb", tag, fut.done())


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    p1, p2 = functools.partial(cb, 1), functools.partial(cb, 1)
    f.add_done_callback(p1)
    f.add_done_callback(p2)
    f.add_done_callback(print_done)
    f.add_done_callback(print_done)
    print(f.remove_done_callback(p1), f.remove_done_callback(print_done), f.remove_done_callback(p1))
    f.set_result(1)
    await asyncio.sleep(0)
    f = loop.create_future()
    f.set_exception(StopIteration())
    try:
        await f
    except RuntimeError as e:
        print("RuntimeError", e, type(e.__cause__).__name__)
    f = loop.create_future()
    f.set_exception(ValueError)
    print(repr(f.exception()))
    for bad in (5, "x", int):
        f = loop.create_future()
        try:
            f.set_exception(bad)
        except TypeError as e:
            print(e)
    f = loop.create_future()
    try:
        f.result()
    except asyncio.InvalidStateError as e:
        print(e)
    try:
        f.exception()
    except asyncio.InvalidStateError as e:
        print(e)
    f.set_result(None)
    for op in (lambda: f.set_result(1), lambda: f.set_exception(ValueError())):
        try:
            op()
        except asyncio.InvalidStateError as e:
            print("invalid:", e)
    print(issubclass(TimeoutError, OSError), asyncio.TimeoutError is TimeoutError, issubclass(asyncio.CancelledError, Exception))
    t = asyncio.create_task(asyncio.sleep(0))
    for op in (lambda: t.set_result(1), lambda: t.set_exception(ValueError())):
        try:
            op()
        except RuntimeError as e:
            print(e)
    t.set_name("renamed")
    print(t.get_name(), t.cancelling(), t.done(), t.get_loop() is loop)
    await t
    print(t)
    for x in (1, None, "text", [1, 2]):
        try:
            await x
        except TypeError as e:
            print(e)
    try:
        asyncio.create_task(main)
    except TypeError as e:
        print(str(e).split(" at ")[0])
    try:
        await asyncio.gather(1, 2)
    except TypeError as e:
        print(e)
    try:
        await asyncio.wait([])
    except ValueError as e:
        print(e)
    try:
        await asyncio.wait([asyncio.create_task(asyncio.sleep(0))], return_when="SOON")
    except ValueError as e:
        print(e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(e)
    try:
        asyncio.Lock().release()
    except RuntimeError as e:
        print(e)
    try:
        asyncio.Queue().get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    q = asyncio.Queue(1)
    q.put_nowait(1)
    try:
        q.put_nowait(2)
    except asyncio.QueueFull as e:
        print(repr(e))
    try:
        q.task_done()
        q.task_done()
    except ValueError as e:
        print(e)
    try:
        async with asyncio.timeout(1) as cm:
            cm.reschedule(loop.time() + 0.1)
            await asyncio.sleep(1)
    except TimeoutError as e:
        print(repr(e), repr(e.__cause__), cm.expired(), cm.when())
    try:
        cm.reschedule(1)
    except RuntimeError as e:
        print(e)
    try:
        async with cm:
            pass
    except RuntimeError as e:
        print(e)
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0.1)
    except TimeoutError as e:
        print(repr(e), repr(e.__cause__))
    e = asyncio.Event()
    print(e, asyncio.Semaphore(2), asyncio.Condition(), asyncio.Barrier(3), asyncio.BoundedSemaphore())
    print(sorted(t.get_name() for t in asyncio.all_tasks()), asyncio.current_task().get_name())


def print_done(f):
    print("done", f.result())


asyncio.run(main())
