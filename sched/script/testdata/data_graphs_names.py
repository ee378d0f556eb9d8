from graphlib import CycleError, TopologicalSorter
import fnmatch

ts = TopologicalSorter({"d": ["b", "c"], "b": ["a"], "c": ["a"]})
print(list(ts.static_order()), bool(TopologicalSorter({}).static_order))
ts = TopologicalSorter()
ts.add("shop", "bank", "car")
ts.add("car", "keys")
ts.add("lone")
for call in (ts.get_ready, ts.is_active, lambda: ts.done(1)):
    try:
        call()
    except ValueError as e:
        print(e)
ts.prepare()
while ts.is_active():
    ready = ts.get_ready()
    print(ready, bool(ts))
    for call in (lambda: ts.done("nowhere"), lambda: ts.done("shop"), ts.prepare, lambda: ts.add("x")):
        try:
            print(call())
        except ValueError as e:
            print(e)
    if ready != ("shop",):
        ts.done(*ready)
try:
    ts.done("keys")
except ValueError as e:
    print(e)
for graph in ({1: [2], 2: [3], 3: [1]}, {"a": ["a"]}, {1: [], 2: [1, 4], 3: [2], 4: [3], 5: [4]}):
    ts = TopologicalSorter(graph)
    try:
        ts.prepare()
    except CycleError as e:
        print(repr(e), e.args[1], isinstance(e, ValueError), ts.get_ready())
print(TopologicalSorter[str])

for name, pat in [("a.py", "*.py"), ("A.PY", "*.py"), ("abc", "a?c"), ("a-c", "a[!b]c"), ("a]c", "a[]]c"), ("x", "[a-"), ("[a-", "[a-"), ("file10", "file[0-9][0-9]"),
                  ("a\nb", "a*b"), ("", "*"), ("ab", "a**b"), ("a.b", "a.b"), ("aXb", "a.b"), ("m", "[z-a]"), ("m", "[!z-a]"), ("-", "[a-]"), ("\\", "[\\]"), ("^", "[^a]"), ("q", "[a-ck-mq]"), ("user.x.login", "user.*.log*")]:
    print(name.encode(), pat, fnmatch.fnmatch(name, pat), fnmatch.fnmatchcase(name, pat), fnmatch.translate(pat))
print(fnmatch.filter(["a.py", "b.txt", "c.py"], "*.py"))
try:
    fnmatch.fnmatch(5, "x")
except TypeError as e:
    print(e)
