# Files in memory, after Modules/_io/stringio.c and bytesio.c of CPython 3.13.
from _lib import like_c, refuse


class _Memory:
    def _check(self):
        if self._closed:
            raise ValueError(self._closed_message)

    def _gather(self):
        # What was appended since the text was last looked at is in _more.
        if self._more:
            self._text += self._empty.join(self._more)
            self._more.clear()
        return self._text

    def getvalue(self):
        self._check()
        return self._gather()

    def tell(self):
        self._check()
        return self._pos

    def read(self, size=-1, /):
        self._check()
        text = self._gather()
        start = self._pos
        if start >= self._size:
            return self._empty
        if size is None or size < 0:
            self._pos = self._size
            return text[start:]
        self._pos = min(start + size, self._size)
        return text[start:self._pos]

    def readline(self, size=-1, /):
        self._check()
        text = self._gather()
        start = self._pos
        if start >= self._size:
            return self._empty
        end = text.find(self._newline, start) + 1
        if end == 0:
            end = self._size
        if size is not None and 0 <= size < end - start:
            end = start + size
        self._pos = end
        return text[start:end]

    def readlines(self, hint=-1, /):
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def writelines(self, lines, /):
        self._check()
        for line in lines:
            self.write(line)

    def _put(self, data):
        if self._pos == self._size:
            self._more.append(data)
        else:
            text = self._gather()
            if self._pos > self._size:
                text += self._zero * (self._pos - self._size)
            self._text = text[:self._pos] + data + text[self._pos + len(data):]
        self._pos += len(data)
        self._size = max(self._size, self._pos)
        return len(data)

    def truncate(self, pos=None, /):
        self._check()
        if pos is None:
            pos = self._pos
        if pos < 0:
            raise ValueError(f"Negative size value {pos}")
        if pos < self._size:
            self._text = self._gather()[:pos]
            self._size = pos
        return pos

    def readable(self):
        self._check()
        return True

    def writable(self):
        self._check()
        return True

    def seekable(self):
        self._check()
        return True

    def isatty(self):
        self._check()
        return False

    def flush(self):
        self._check()

    def close(self):
        self._closed = True

    @property
    def closed(self):
        return self._closed

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc):
        self.close()


@like_c
class StringIO(_Memory):
    _closed_message = "I/O operation on closed file"
    _empty = ""
    _newline = "\n"
    _zero = "\0"

    def __init__(self, initial_value="", newline="\n"):
        if newline != "\n" and newline != "":
            refuse("the argument newline of StringIO is")
        if initial_value is None:
            initial_value = ""
        if not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._text = initial_value
        self._more = []
        self._pos = 0
        self._size = len(initial_value)
        self._closed = False

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        self._check()
        return self._put(s)

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"Negative seek position {pos}")
        elif whence != 1 and whence != 2:
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        elif pos != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 1:
            pos = self._pos
        else:
            pos = self._size
        self._pos = pos
        return pos

    @property
    def encoding(self):
        return None

    @property
    def errors(self):
        return None

    @property
    def newlines(self):
        return None

    @property
    def line_buffering(self):
        return False


@like_c
class BytesIO(_Memory):
    _closed_message = "I/O operation on closed file."
    _empty = b""
    _newline = b"\n"
    _zero = b"\0"

    def __init__(self, initial_bytes=b""):
        if isinstance(initial_bytes, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._text = b"" if initial_bytes is None else bytes(initial_bytes)
        self._more = []
        self._pos = 0
        self._size = len(self._text)
        self._closed = False

    def write(self, b, /):
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._check()
        return self._put(bytes(b))

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
        elif whence == 1:
            pos = max(self._pos + pos, 0)
        elif whence == 2:
            pos = max(self._size + pos, 0)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        self._pos = pos
        return pos
