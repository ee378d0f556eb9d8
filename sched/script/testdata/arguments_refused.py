import copy
import re
import textwrap
from dataclasses import asdict, dataclass


def tell(fn, *args):
    try:
        print(fn.__name__, fn(*args))
    except (TypeError, AttributeError, ValueError) as e:
        print(fn.__name__, type(e).__name__, e)


for args in ((), (1, 2), ([1], 1, 2)):
    tell(reversed, *args)
for args in ((), (1, 2, 3), (5, "x"), ([1], "x"), ("ab", 3)):
    tell(lambda *a: list(enumerate(*a)), *args)
tell(sum, 1, 2, 3)
for text in (None, 5, [1], "  a\n  b"):
    tell(textwrap.dedent, text)
    tell(textwrap.wrap, text)
    tell(re.escape, text)
for pattern in ([1], {}, 5, None):
    tell(re.compile, pattern)
print(re.escape(b"a.b"), re.escape("a.b"))


@dataclass
class Packet:
    data: bytes
    parts: list


p = Packet(b"ab", [b"c"])
print(asdict(p), copy.deepcopy(p), copy.copy(b"x"), copy.deepcopy({"k": (b"1", [b"2"])}), copy.deepcopy(p).data is p.data)
