# io, as far as it reaches no file.
from _io import BytesIO, StringIO

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192
