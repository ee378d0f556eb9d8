# Bytes as text, after Modules/binascii.c of CPython 3.13.

from _binascii import crc32, from_base64, from_hex, to_base64, to_hex
from _lib import refuse


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def _checked(found):
    if isinstance(found, str):
        raise Error(found)
    return found


def b2a_base64(data, /, *, newline=True):
    text = to_base64(data)
    return text + b'\n' if newline else text


def a2b_base64(data, /, *, strict_mode=False):
    return _checked(from_base64(data, strict_mode))


def hexlify(data, *separated):
    if separated:
        refuse('binascii.hexlify with a separator is')
    return to_hex(data)


def unhexlify(hexstr, /):
    return _checked(from_hex(hexstr))


b2a_hex = hexlify
a2b_hex = unhexlify
