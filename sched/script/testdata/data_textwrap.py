import textwrap
from textwrap import dedent, indent, wrap, fill, shorten, TextWrapper
def show(*a): print(*a)
def err(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
t = "The quick brown fox jumped over the lazy dog. Look, goof-ball -- use the -b option! Self-contained e-mail well-known--really? a--b it's state-of-the-art (semi-auto) 2024-01-15 x-y foo-bar-baz  double  spaces\ttab\nnewline end."
for w in (10, 20, 33, 70, 5, 1):
    for k in [{}, {'break_long_words': False}, {'break_on_hyphens': False}, {'initial_indent': '* ', 'subsequent_indent': '  '}, {'max_lines': 3}, {'drop_whitespace': False}, {'fix_sentence_endings': True}, {'replace_whitespace': False}, {'expand_tabs': False}, {'max_lines': 2, 'placeholder': '...'}, {'tabsize': 4}]: err(wrap, t, w, **k)
print(fill(t, 30)); err(wrap, ''); err(wrap, '   '); err(wrap, 'a' * 100, 30); err(wrap, 'abc', 0); err(fill, 'x ' * 50, width=15)
err(shorten, t, 40); err(shorten, t, width=20, placeholder='…'); err(shorten, 'hello  world', 12); err(shorten, 'hello world', 11); err(shorten, 'hello world', 10); err(shorten, 'hello', 3); err(shorten, 'Hello world foo', width=9, placeholder=' ..')
err(dedent, '''
    hello
      world

    end
  '''); err(dedent, '  a\n\tb'); err(dedent, ''); err(dedent, '   x'); err(dedent, '\ta\n\t  b\n'); err(dedent, 'a\n  b'); err(dedent, '    a\n   \n      b\n')
err(indent, 'a\nb\n\nc\n', '> '); err(indent, 'a\n\nb', '--', lambda l: True); err(indent, ' \nx', '  '); err(indent, 'one\ntwo', '\t', predicate=lambda l: 'w' in l)
w = TextWrapper(width=25, initial_indent='-> '); show(w.wrap(t), w.width); w.width = 40; show(w.fill('word ' * 20)); print(indent(fill(dedent('   some text that is long enough to wrap around the line'), 20), '| '))
err(wrap, 'héllo wörld ünïcode -- ça va-t-il', 8); err(wrap, "don't stop--believing 'quoted-word' end", 12); err(wrap, 'aaa-bbb-ccc ddd-1 1-ddd a-b-c', 6); err(wrap, 'x', width=10, bad=1); err(shorten, 'a b')
