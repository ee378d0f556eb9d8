import errno
print(errno.ENOENT, errno.EAGAIN == errno.EWOULDBLOCK, errno.errorcode[13], len(errno.errorcode), list(errno.errorcode)[:5], list(errno.errorcode.values())[-5:], errno.ENOTSUP, errno.EDEADLOCK)
try:
    raise OSError(errno.ENOENT, "gone", "f.txt")
except FileNotFoundError as e:
    print(e, errno.errorcode[e.errno], sum(errno.errorcode))
for k, v in errno.errorcode.items():
    assert getattr(errno, v) == k
from errno import ECONNRESET as reset
print(reset)
