# StreamReader, which a script feeds by hand: there are no connections here.
import asyncio
from asyncio.exceptions import IncompleteReadError, LimitOverrunError

_DEFAULT_LIMIT = 2 ** 16


class StreamReader:
    _source_traceback = None

    def __init__(self, limit=_DEFAULT_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError("Limit cannot be <= 0")
        self._loop = asyncio.get_event_loop() if loop is None else loop
        self._buffer, self._limit = bytearray(), limit
        self._waiter = self._exception = self._transport = None
        self._eof = self._paused = False

    def __repr__(self):
        said = ["StreamReader"]
        if self._buffer:
            said.append(f"{len(self._buffer)} bytes")
        if self._eof:
            said.append("eof")
        if self._limit != _DEFAULT_LIMIT:
            said.append(f"limit={self._limit}")
        for name in ("waiter", "exception", "transport"):
            value = getattr(self, "_" + name)
            if value:
                said.append(f"{name}={value!r}")
        if self._paused:
            said.append("paused")
        return f"<{' '.join(said)}>"

    def exception(self):
        return self._exception

    def set_exception(self, exc):
        self._exception = exc
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_exception(exc)

    def _wakeup_waiter(self):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_result(None)

    def at_eof(self):
        return not self._buffer and self._eof

    def feed_eof(self):
        self._eof = True
        self._wakeup_waiter()

    def set_transport(self, transport):
        assert self._transport is None, "Transport already set"
        self._transport = transport

    def _maybe_resume_transport(self):
        if self._paused and self._limit >= len(self._buffer):
            self._resume()

    def _resume(self):
        self._paused = False
        self._transport.resume_reading()

    def feed_data(self, data):
        assert not self._eof, "feed_data after feed_eof"
        if data:
            self._buffer.extend(data)
            self._wakeup_waiter()
            if self._transport is not None and not self._paused and len(self._buffer) > 2 * self._limit:
                self._pause()

    def _pause(self):
        try:
            self._transport.pause_reading()
        except NotImplementedError:
            self._transport = None  # one that cannot pause is not asked again
            return
        self._paused = True

    async def _wait_for_data(self, func_name):
        if self._waiter is not None:
            raise RuntimeError(f"{func_name}() called while another coroutine is already waiting for incoming data")
        assert not self._eof, "_wait_for_data after EOF"
        if self._paused:
            self._resume()
        woken = self._waiter = self._loop.create_future()
        try:
            await woken
        finally:
            self._waiter = None

    def _take(self, n):
        data = bytes(self._buffer[:n])
        del self._buffer[:n]
        self._maybe_resume_transport()
        return data

    def _take_incomplete(self, expected):
        partial = bytes(self._buffer)
        self._buffer.clear()
        raise IncompleteReadError(partial, expected)

    async def readline(self):
        try:
            return await self.readuntil(b"\n")
        except IncompleteReadError as e:
            return e.partial
        except LimitOverrunError as e:
            if self._buffer.startswith(b"\n", e.consumed):
                del self._buffer[:e.consumed + 1]
            else:
                self._buffer.clear()
            self._maybe_resume_transport()
            raise ValueError(e.args[0])

    def _first_of(self, separators, start):
        found = None
        for separator in separators:
            at = self._buffer.find(separator, start)
            if at != -1 and (found is None or at + len(separator) < found[1]):
                found = at, at + len(separator)
        return found

    async def readuntil(self, separator=b"\n"):
        separators = sorted(separator, key=len) if isinstance(separator, tuple) else [separator]
        if not separators:
            raise ValueError("Separator should contain at least one element")
        shortest, longest = len(separators[0]), len(separators[-1])
        if shortest == 0:
            raise ValueError("Separator should be at least one-byte string")
        if self._exception is not None:
            raise self._exception
        searched = 0
        while True:
            size = len(self._buffer)
            if size - searched >= shortest:
                found = self._first_of(separators, searched)
                if found is not None:
                    break
                searched = max(0, size + 1 - longest)
                if searched > self._limit:
                    raise LimitOverrunError("Separator is not found, and chunk exceed the limit", searched)
            if self._eof:
                self._take_incomplete(None)
            await self._wait_for_data("readuntil")
        if found[0] > self._limit:
            raise LimitOverrunError("Separator is found, but chunk is longer than limit", found[0])
        return self._take(found[1])

    async def read(self, n=-1):
        if self._exception is not None:
            raise self._exception
        if n == 0:
            return b""
        if n < 0:
            blocks = []
            while block := await self.read(self._limit):
                blocks.append(block)
            return b"".join(blocks)
        if not self._buffer and not self._eof:
            await self._wait_for_data("read")
        return self._take(n)

    async def readexactly(self, n):
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        if self._exception is not None:
            raise self._exception
        if n == 0:
            return b""
        while len(self._buffer) < n:
            if self._eof:
                self._take_incomplete(n)
            await self._wait_for_data("readexactly")
        return self._take(n)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if line == b"":
            raise StopAsyncIteration
        return line
