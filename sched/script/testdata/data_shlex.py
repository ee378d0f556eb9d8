import shlex

for text in ["", "a b  c", "add milk 'brown bread'", 'say "hi there" now', "a\\ b c", "'' x", '"a\\"b" \'c\\d\' "e\\f"', "pre'mid'post", "tab\tnew\nline", "x # y", "a#b c", "--opt=\"v 1\" -x", "\\", "'open", '"open', "é ü", "a\\\nb", '"\\$x"', "''''", " \"\" "]:
    for comments in (False, True):
        try:
            print(repr(text), shlex.split(text, comments))
        except ValueError as e:
            print(repr(text), "ValueError:", e)
try:
    shlex.split(None)
except ValueError as e:
    print(e)
print([shlex.quote(s) for s in ("", "abc", "a b", "it's", "$x", "a/b.c-d", "é", "a=1,2")], shlex.join(["echo", "a b", "c'd"]))
print(shlex.split(shlex.join(["x y", "'", '"', "\\", ""])))
