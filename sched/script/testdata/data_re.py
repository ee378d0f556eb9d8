import re
def show(*a): print(*a)
def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print(getattr(f,'__name__',''), r if not hasattr(r, '__next__') else list(r))
    except Exception as e: print(getattr(f,'__name__',''), type(e).__name__, e, getattr(e,'msg',''), getattr(e,'pos',''))
log = "2024-01-15 12:30:45 [ERROR] db: Connection lost (code=42)\n2024-01-16 08:00:01 [INFO] web: Started on port 8080\n"
m = re.search(r'(\d{4})-(\d\d)-(\d\d)', log); show(m, m.group(), m.group(1), m.groups(), m.span(), m.start(2), m.end(2), m[3], m.group(1, 3), m.lastindex, m.lastgroup, m.pos, m.endpos, m.string == log, m.re, m.regs, bool(m))
p = re.compile(r'^(?P<date>\S+) (?P<time>\S+) \[(?P<level>\w+)\] (?P<src>\w+): (?P<msg>.*)$', re.M)
for m in p.finditer(log): show(m.groupdict(), m.lastgroup, m['level'], m.span('msg'))
show(p, p.pattern, p.flags, p.groups, p.groupindex, re.compile('a', re.I | re.S), re.compile('a' * 250)[:0] if False else re.compile('x', re.VERBOSE | re.A), p.findall(log)[0])
show(re.findall(r'\d+', log), re.findall(r'(\w)(\w)', 'abcd'), re.findall('x*', 'axb'), re.split(r'[,;]\s*', 'a, b;c,d'), re.split(r'(,)', 'a,b,c'), re.split(r'\s*', 'ab c'), re.split('x', 'axbxc', maxsplit=1), re.split(r'(a)|b', 'xaybz'))
show(re.sub(r'\d', '#', 'a1b22'), re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub('x*', '-', 'abxd'), re.sub(r'(?P<n>\d+)', r'<\g<n>>', 'a1b2'), re.sub(r'\d+', lambda m: str(int(m.group()) * 2), 'a1b22'), re.subn('a', 'b', 'banana'), re.sub('a', 'b', 'banana', count=2), re.sub('(a)|b', r'[\1]', 'ab'), re.sub('', '-', 'abc'), re.sub(r'\.', r'\n', 'a.b'), re.sub('a', r'\\', 'a'), re.sub('a', r'\g<0>\g<0>', 'ab'))
show(re.match('b', 'ab'), re.match('a', 'ab'), re.fullmatch('a+', 'aaa'), re.fullmatch('a+', 'aab'), re.match(r'(a)|(b)', 'b').groups(), re.match(r'(a)|(b)', 'b').groups('-'), re.match('', ''), p.match('nope'), re.compile('b').match('ab', 1), re.compile('b').search('abab', 2), re.compile('^b').search('ab', 1), re.compile('b$').search('abc', 0, 2))
for pat, s in [(r'a.*?b', 'axxbxb'), (r'a.*b', 'axxbxb'), (r'(a|ab)(c|bcd)(d*)', 'abcd'), (r'(?i)HeLLo', 'hello'), (r'(?i:h)E', 'HE hE'), (r'\bfoo\b', 'a foo b'), (r'\Boo', 'foo'), (r'(?=.*\d)(?=.*[a-z]).{4,}', 'abc123'), (r'(?<=\$)\d+', 'cost $45'), (r'(?<!\$)\b\d+', '$45 67'), (r'foo(?!bar)', 'foobar foobaz'), (r'(\w)\1', 'hello'), (r'(?P<q>["\']).*?(?P=q)', 'say "hi" \'x\''), (r'[^a-z\d_]+', 'abc--1!!'), (r'[\]\-\\]+', 'a]-\\'), (r'[a\-z]+', 'a-z'), (r'\x41\u00e9\t', 'Aé\t'), (r'a{2,3}', 'aaaa'), (r'a{,2}', 'aaa'), (r'a{2}', 'aaa'), (r'a{2,}?', 'aaaa'), (r'a{x}', 'a{x}'), (r'(a*)*', 'aab'), (r'(a*)+', 'b'), (r'(?:a|b)*c', 'ababc'), (r'(a)?b', 'b'), (r'(?(1)a|b)', 'b') , (r'(<)?a(?(1)>|!)', '<a> a!'), (r'^\s*#', '  # x'), (r'a$', 'a\n'), (r'a\Z', 'a\n'), (r'(?m)^b$', 'a\nb\nc'), (r'(?s)a.b', 'a\nb'), (r'(?x) a  b # c', 'ab'), (r'\w+@\w+\.com', 'me@ex.com'), (r'é+', 'ééé'), (r'\W+', 'a é!?'), (r'[é-ü]+', 'éèü'), (r'a++b', 'aaab'), (r'(?>a+)ab', 'aaab'), (r'a?+a', 'a'), (r'(?:ab){2}', 'ababab'), (r'((a)|b)+', 'ab'), (r'(\d+)-(\d+)', '10-20'), (r'.', '\n'), (r'\D\S\s', 'a1 '), (r'(?i)straße', 'STRASSE straße'), (r'(?i)[a-z]+', 'ABCdef'), (r'x|y|', 'z'), (r'(?:)', 'a'), (r'\0', '\0'), (r'\101', 'A'), (r'[\d-]+', '1-2'), (r'[]a]+', ']a'), (r'[^]]+', 'ab]'), (r'(?a)\w+', 'aé'), (r'(?-i:a)', 'a'), (r'(?i)(?-i:a)B', 'ab Ab'), (r'(a(b(c)))', 'abc'), (r'(?#comment)a', 'a'), (r'^(?:(\d+)|(\w+))$', 'abc'), (r'^$', ''), (r'(?:(a)|b)*', 'ab'), (r'(a|b)*?c', 'abc'), (r'\d{3}-\d{4}', 'call 555-1234 now'), (r'(?<=a)b', 'ab'), (r'(?<=ab|cd)e', 'abe cde'), (r'<.+?>', '<a><b>'), (r'(?<![a-z])cat', 'cat concat')]:
    try: m = re.search(pat, s); show(pat, m, m and m.groups(), m and m.lastindex, re.findall(pat, s), re.split(pat, s), re.sub(pat, '<>', s))
    except re.error as e: show(pat, 'error', e)
for bad in ['(', ')', '[', 'a**', '*a', '+', '?', '(?P<n', '(?P<n>a)(?P<n>b)', '(?P<1>a)', r'\1', r'(a)\2', '(?P=x)', '[z-a]', r'\q', 'a\\', r'[\q]', '(?<=a*)b', '(?z)', '(?', '(?P', '(?Px)', '(?<x)', 'a{3,2}', 'x{1}{2}', '(?:a', '(a', '(?(2)a)', '(?(x)a)', r'\x4', r'\u12', 'a(?i)b', '(?i', '(?i-)', '^*', '(a))', '[a', r'[\d-z]', '(?P<a b>x)', '(?P<>x)', '()|*', '(?#abc', 'a|*', '(?P>x)', '(?L)a', 'a\n(', '(a\\1)', '[]', '[^]', '(?<!a|bc)d', '(?=a', r'\8']: err(re.compile, bad)
for t in [r'\2', r'\q', '\\', r'\g<x>', r'\g<1', r'\g', r'\g<>', r'\g<2>', r'\g<a b>', r'\0', r'\x']: err(re.sub, '(a)', t, 'a')
err(m.group if m else len, 5); err(re.match('(a)', 'a').group, 2); err(re.match('a', 'a').group, 'x'); err(re.search, 'a', None); err(re.search, 'a', 5); err(re.compile, 5); err(re.sub, 'a', 5, 'a'); err(re.match('(?P<x>a)', 'a').__getitem__, 'y'); err(re.compile, re.compile('a'), re.I)
show(re.escape('a.b*c [x] é_1-2'), re.compile('a') == re.compile('a'), re.match(r'(\w+) (?P<x>\w+)', 'ab cd').expand(r'\g<x>-\1'), type(re.compile('a')), type(re.match('a', 'a')), re.Pattern, re.Match, re.error, re.error is re.PatternError, issubclass(re.error, Exception))
show(re.I, re.IGNORECASE | re.M, re.NOFLAG, re.VERBOSE, int(re.S), re.compile('A', flags=re.I).match('a'), re.compile(re.compile('z')))
email = re.compile(r"""
    (?P<user>[\w.+-]+)   # user
    @
    (?P<host>[\w-]+\.[\w.]+)  # host
""", re.VERBOSE)
show(email.search('mail bob.smith@ex-ample.co.uk now').groupdict(), email.sub(r'\g<host>', 'x a@b.c y'), [m.group('user') for m in email.finditer('a@b.c, d@e.f')])
def tok(s):
    spec = [('NUM', r'\d+(\.\d*)?'), ('OP', r'[+\-*/()=]'), ('ID', r'[A-Za-z_]\w*'), ('WS', r'\s+'), ('BAD', r'.')]
    for m in re.finditer('|'.join(f'(?P<{n}>{p})' for n, p in spec), s):
        if m.lastgroup != 'WS': yield m.lastgroup, m.group()
show(list(tok('x = 3.14 * (y + 2) ?')))
if m := re.match(r'(\d+)\s*(kg|lb)', '70 kg'): show(m[1], m[2], int(m[1]) + 1)
show(re.sub(r'(?<!^)(?=[A-Z])', '_', 'camelCaseString').lower(), re.sub(r'_(\w)', lambda m: m[1].upper(), 'snake_case_here'), re.sub(r'\s+', ' ', '  a   b\n\tc ').strip(), re.findall(r'#(\w+)', 'x #tag1 and #tag2'), re.split(r'\W+', 'Words, words, words.'), re.findall(r'(?:https?://)?(\w+)\.(\w+)', 'http://a.b c.d'))
