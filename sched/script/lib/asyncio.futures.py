# Futures of threads and futures of a loop that follow one another.
import asyncio
import concurrent.futures
from _lib import refuse


def _copy_state(source, dest):
    if dest.cancelled():
        return
    if source.cancelled():
        dest.cancel()
        return
    exception = source.exception()
    if exception is not None:
        dest.set_exception(_of_loop(exception))
    else:
        dest.set_result(source.result())


def _of_loop(exception):
    kind = type(exception)
    if kind is concurrent.futures.CancelledError:
        return asyncio.CancelledError(*exception.args)
    if kind is concurrent.futures.InvalidStateError:
        return asyncio.InvalidStateError(*exception.args)
    return exception


def _copy_to_thread(source, future):
    if source.cancelled():
        future.cancel()
    if not future.set_running_or_notify_cancel():
        return
    exception = source.exception()
    if exception is not None:
        if type(exception) is asyncio.CancelledError:
            exception = concurrent.futures.CancelledError(*exception.args)
        future.set_exception(exception)
    else:
        future.set_result(source.result())


def wrap_future(future, *, loop=None):
    if asyncio.isfuture(future):
        return future
    assert isinstance(future, concurrent.futures.Future), f"concurrent.futures.Future is expected, got {future!r}"
    dest_loop = asyncio.get_event_loop() if loop is None else loop
    new_future = dest_loop.create_future()

    def _set_state(dest, source):
        _copy_state(source, dest)

    def _call_check_cancel(dest):
        if dest.cancelled():
            future.cancel()

    def _call_set_state(source):
        if new_future.cancelled() and dest_loop.is_closed():
            return
        dest_loop.call_soon_threadsafe(_set_state, new_future, source)

    new_future.add_done_callback(_call_check_cancel)
    future.add_done_callback(_call_set_state)
    return new_future


def _chain_task(task, future, loop):
    def _call_check_cancel(dest):
        if dest.cancelled():
            loop.call_soon_threadsafe(task.cancel)

    def _call_set_state(source):
        if future.cancelled() and loop.is_closed():
            return
        _copy_to_thread(source, future)

    future.add_done_callback(_call_check_cancel)
    task.add_done_callback(_call_set_state)


def run_coroutine_threadsafe(coro, loop):
    if not asyncio.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    future = concurrent.futures.Future()

    def callback():
        try:
            _chain_task(asyncio.ensure_future(coro, loop=loop), future, loop)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if future.set_running_or_notify_cancel():
                future.set_exception(exc)
            raise

    loop.call_soon_threadsafe(callback)
    return future
