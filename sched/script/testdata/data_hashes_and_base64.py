import base64, binascii, hashlib, random, zlib
from base64 import b64encode, urlsafe_b64decode
from hashlib import md5, sha256

print(hashlib.md5(b'abc').hexdigest(), sha256(b'').hexdigest())
for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512'):
    make = getattr(hashlib, name)
    h = make(b'first ')
    again = h.copy()
    h.update(b'second' * 100)
    again.update(bytearray(b'third'))
    print(h.name, h.digest_size, h.block_size, h.hexdigest()[:20], again.hexdigest()[-20:], again.digest()[:4], len(h.digest()))
    print(hashlib.new(name, b'data').hexdigest()[:16], make(string=b'x', usedforsecurity=False).hexdigest()[:16], make)
print(type(h), type(h).__name__, isinstance(h, type(md5())), hashlib.new('MD5' .lower()).name)

print(base64.b64encode(b'hello world'), b64encode(b''), base64.b64encode(bytearray(b'\xff\xfe\xfd'), b'-_'), base64.urlsafe_b64encode(b'\xff\xfe\xfd'))
print(base64.b64decode('aGVsbG8='), base64.b64decode(b'aGVs\nbG8='), urlsafe_b64decode('__79'), base64.b64decode('a-b_', altchars='-_'), base64.standard_b64decode(base64.standard_b64encode(b'std')))
print(base64.b16encode(b'\x01\xabz'), base64.b16decode('01AB'), base64.b16decode('01ab', True))
print(binascii.hexlify(b'ab\xff'), binascii.unhexlify('6162'), binascii.b2a_base64(b'abc'), binascii.a2b_base64('YWJj\n'), binascii.crc32(b'abc'), binascii.b2a_hex(b'q'))
print(zlib.crc32(b'hello'), zlib.crc32(b'world', zlib.crc32(b'hello')), zlib.adler32(b'hello'), zlib.adler32(b'x', 7), zlib.crc32(b'a', -1), zlib.adler32(b''))

rng = random.Random(7)
for i in range(400):
    text = ''.join(rng.choice('AQgw09+/==\n-') for _ in range(rng.randrange(12)))
    for strict in (False, True):
        try:
            print(repr(text), strict, base64.b64decode(text, validate=strict))
        except binascii.Error as e:
            print(repr(text), strict, type(e).__name__, e)
for i in range(50):
    data = bytes(rng.randrange(256) for _ in range(rng.randrange(40)))
    text = base64.b64encode(data)
    assert base64.b64decode(text) == data and base64.urlsafe_b64decode(base64.urlsafe_b64encode(data)) == data
    print(text, zlib.adler32(data), zlib.crc32(data), md5(data).hexdigest())

for f in (lambda: md5('a'), lambda: md5(5), lambda: md5().update('a'), lambda: md5().update(), lambda: md5(None), lambda: hashlib.new('md5', ''),
          lambda: md5(b'a', b'b'), lambda: md5(x=1), lambda: md5().digest(1), lambda: md5().foo, lambda: hashlib.new(),
          lambda: base64.b64encode('a'), lambda: base64.b64encode(5), lambda: base64.b64decode('é'), lambda: base64.b64decode(5),
          lambda: base64.b64decode('abc'), lambda: base64.b64decode('a'), lambda: base64.b64encode(b'a', b'abc'), lambda: base64.b16decode('zz'),
          lambda: base64.b16decode('abc'), lambda: binascii.hexlify('a'), lambda: binascii.unhexlify('é'), lambda: binascii.unhexlify('abc'),
          lambda: binascii.unhexlify('zz'), lambda: binascii.unhexlify(5), lambda: binascii.a2b_base64(5), lambda: zlib.crc32('a'), lambda: zlib.crc32(b'a', 'b'), lambda: zlib.crc32(), lambda: zlib.adler32(5)):
    try:
        print(f())
    except (TypeError, ValueError, AttributeError, AssertionError) as e:
        print(type(e), e, type(e).__mro__[1].__name__)
