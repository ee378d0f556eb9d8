# Base 64 and base 16, after Lib/base64.py of CPython 3.13.

import binascii


def _given(s):
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return s.encode()
    if isinstance(s, (bytes, bytearray)):
        return s
    name = s.__class__.__name__
    raise TypeError(f"argument should be a bytes-like object or ASCII string, not {name!r}")


def _exchanged(s, old, new):
    pairs = dict(zip(old, new))
    return bytes([pairs.get(one, one) for one in s])


def b64encode(s, altchars=None):
    text = binascii.b2a_base64(s, newline=False)
    if altchars is None:
        return text
    assert len(altchars) == 2, repr(altchars)
    return _exchanged(text, b'+/', altchars)


def b64decode(s, altchars=None, validate=False):
    s = _given(s)
    if altchars is not None:
        altchars = _given(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = _exchanged(s, altchars, b'+/')
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(_exchanged(_given(s), b'-_', b'+/'))


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _given(s)
    if casefold:
        s = s.upper()
    for one in s:
        if one not in b'0123456789ABCDEF':
            raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)
