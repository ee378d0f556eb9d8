# Thread pools, after Lib/concurrent/futures of CPython 3.13. A thread here runs
# what it is given at once, to its end.
from _lib import refuse

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


class Error(Exception):
    pass


class CancelledError(Error):
    pass


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


TimeoutError = TimeoutError


class Future:
    def __init__(self):
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._done_callbacks = []

    def __repr__(self):
        state = self._state.lower()
        if self._state != "FINISHED":
            return f"<Future at {id(self):#x} state={state}>"
        if self._exception:
            return f"<Future at {id(self):#x} state={state} raised {self._exception.__class__.__name__}>"
        return f"<Future at {id(self):#x} state={state} returned {self._result.__class__.__name__}>"

    def cancel(self):
        if self._state in ("RUNNING", "FINISHED"):
            return False
        if self._state == "PENDING":
            self._state = "CANCELLED"
            self._invoke_callbacks()
        return True

    def cancelled(self):
        return self._state == "CANCELLED"

    def running(self):
        return self._state == "RUNNING"

    def done(self):
        return self._state in ("CANCELLED", "FINISHED")

    def _outcome(self):
        if self._state == "CANCELLED":
            raise CancelledError()
        if self._state != "FINISHED":
            refuse("waiting for a future that no thread settles is")
        return self._exception

    def result(self, timeout=None):
        exception = self._outcome()
        if exception:
            raise exception
        return self._result

    def exception(self, timeout=None):
        return self._outcome()

    def add_done_callback(self, fn):
        if self.done():
            self._call(fn)
        else:
            self._done_callbacks.append(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception:
            refuse("an exception in a callback of a thread's future is")

    def _invoke_callbacks(self):
        for fn in self._done_callbacks:
            self._call(fn)

    def set_running_or_notify_cancel(self):
        if self._state == "CANCELLED":
            return False
        self._state = "RUNNING"
        return True

    def _settle(self):
        if self.done():
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._state = "FINISHED"
        self._invoke_callbacks()

    def set_result(self, result):
        if not self.done():
            self._result = result
        self._settle()

    def set_exception(self, exception):
        if not self.done():
            self._exception = exception
        self._settle()


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            for future in futures:
                yield future.result()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


class ThreadPoolExecutor(Executor):
    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = 5
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._initializer = initializer
        self._initargs = initargs
        self._shutdown = False

    def _check(self):
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if self._initializer is not None:
            self._initializer(*self._initargs)
            self._initializer = None

    def submit(self, fn, /, *args, **kwargs):
        self._check()
        future = Future()
        future._state = "RUNNING"
        try:
            result = fn(*args, **kwargs)
        except BaseException as exc:
            future.set_exception(exc)
        else:
            future.set_result(result)
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True


def as_completed(fs, timeout=None):
    seen = []
    for future in fs:
        if future not in seen:
            seen.append(future)
    for future in seen:
        future._outcome()
        yield future


class DoneAndNotDoneFutures(tuple):
    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    @property
    def done(self):
        return self[0]

    @property
    def not_done(self):
        return self[1]

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    for future in fs:
        future._outcome()
    return DoneAndNotDoneFutures(fs, set())
