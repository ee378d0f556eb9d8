# threading, as far as it starts no thread. The functions that to_thread and
# run_in_executor run are run by the loop's own thread here.
from _lib import refuse

_IDENT = 140000000000000


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        refuse("starting a thread is")


class _MainThread(Thread):
    def __init__(self):
        self._name = "MainThread"

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return _IDENT

    @property
    def native_id(self):
        return 1

    @property
    def daemon(self):
        return False

    def is_alive(self):
        return True

    def getName(self):
        return self._name

    def __repr__(self):
        return f"<_MainThread({self._name}, started {_IDENT})>"


_main = _MainThread()


def current_thread():
    return _main


def main_thread():
    return _main


def get_ident():
    return _IDENT


def get_native_id():
    return 1


def active_count():
    return 1


def enumerate():
    return [_main]


class _Lock:
    def __init__(self):
        self._locked = False

    def acquire(self, blocking=True, timeout=-1):
        if not self._locked:
            self._locked = True
            return True
        if blocking and timeout < 0:
            refuse("waiting for a lock that no other thread will release is")
        return False

    def release(self):
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        self._locked = False

    def locked(self):
        return self._locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._locked else 'unlocked'} _thread.lock object at {id(self):#x}>"


def Lock():
    return _Lock()


class _RLock:
    def __init__(self):
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        self._count += 1
        return True

    def release(self):
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()


def RLock():
    return _RLock()


class Event:
    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag and timeout is None:
            refuse("waiting for an event that no other thread will set is")
        return self._flag

    def __repr__(self):
        return f"<threading.Event at {id(self):#x}: {'set' if self._flag else 'unset'}>"


class local:
    pass
