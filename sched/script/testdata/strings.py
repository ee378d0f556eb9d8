# repr and the methods of str.
for s in ['', 'a', "it's", 'say "hi"', 'both \' "', '\n\t\r\\', '\x00\x1f\x7f\x80\xa0\xad', 'é日本😀',
          '\u200b\u2028\ufeff\ue000', '\u0301', 'Hello World', '  x  ', 'a,b,,c', 'one\ntwo\r\nthree\n', '-42', 'ß']:
    print(repr(s), ascii(s), len(s), [s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase()])
    print([s.strip(), s.lstrip(), s.rstrip(), s.strip('a '), s.split(), s.split(','), s.rsplit(',', 1), s.splitlines()])
    print([s.isalpha(), s.isdigit(), s.islower(), s.isupper(), s.isspace(), s.isalnum(), s.isascii()])
    print([s.zfill(5), s.center(6), s.ljust(4, '.'), s.rjust(4, '.'), s.partition('a'), s.rpartition('l')])
    print([s.find('l'), s.rfind('l'), s.count('l'), s.replace('l', 'LL', 1), s.startswith(('a', 'H')), s.endswith('d')])
    print(s[:2], s[-1:], s[::-1], s * 2, s + '!', 'l' in s, s.removeprefix('He'), s.removesuffix('ld'))
for n in (4, 7, 8):
    for w in range(1, 12):
        print(('x' * n).center(w, '*'))
print('{} {} {!r:>6} {{}}'.format(1, 'a', 'b'), '{1} {0} {k[0]} {k[1]:>{w}}'.format(1, 2, k=[3, 4], w=5))
