import json, math
from json import JSONDecodeError, JSONEncoder, dumps, loads
def show(*a): print(*a)
def err(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e, getattr(e, 'pos', ''), getattr(e, 'lineno', ''), getattr(e, 'colno', ''), getattr(e, 'msg', ''))
data = {'name': 'Bob', 'age': 5, 'ok': True, 'no': None, 'f': 1.5, 'l': [1, [2, 3], {}, []], 'd': {'x': {'y': 1}}, 't': (1, 2), 'u': 'héé€😀\n\t"\\/\x7f\x01', 3: 'int', 2.5: 'fl', None: 'n', False: 'b'}
for k in [{}, {'indent': 2}, {'indent': 0}, {'indent': '\t'}, {'ensure_ascii': False}, {'separators': (',', ':')}, {'indent': 1, 'separators': (';', '=')}]: show(dumps(data, **k))
show(dumps({'b': 1, 'a': [{'d': 1, 'c': 2}]}, sort_keys=True, indent=4), dumps([]), dumps({}), dumps({}, indent=2), dumps([[]], indent=2), dumps('x'), dumps(5), dumps(None), dumps(1e100), dumps(-0.0), dumps(10**30), dumps(float('nan')), dumps([math.inf, -math.inf]), dumps(True))
err(dumps, {1, 2}); err(dumps, {(1,): 2}); err(dumps, {(1,): 2, 'a': 1}, skipkeys=True); err(dumps, float('inf'), allow_nan=False); err(dumps, {'a': 1, 2: 3}, sort_keys=True); err(dumps, object); l = []; l.append(l); err(dumps, l); d = {}; d['d'] = d; err(dumps, d); err(dumps, lambda: 1); err(dumps, {1: {2}})
class P:
    def __init__(s, x): s.x = x
err(dumps, P(1)); show(dumps([P(1), P([2])], default=lambda o: o.__dict__), dumps({1,2,3}, default=list), dumps(P(1), default=str)[:10], dumps(P(2), default=vars))
class Enc(JSONEncoder):
    def default(self, o):
        if isinstance(o, P): return {'P': o.x}
        if isinstance(o, set): return sorted(o)
        return super().default(o)
show(dumps([P(1), {3, 1}], cls=Enc), Enc(indent=2).encode({'p': P(5)}), JSONEncoder().encode([1]), ''.join(Enc().iterencode([P(1)]))); err(dumps, [range(3)], cls=Enc)
class MyInt(int): pass
class MyStr(str): pass
class MyDict(dict): pass
show(dumps([MyInt(5), MyStr('q'), MyDict(a=1), {MyStr('k'): 1}]))
for s in ['{"a": [1, 2.5, -3e5, true, false, null, "x\\u00e9\\ud83d\\ude00\\n\\/"]}', ' [ ] ', '{}', '"s"', '12', '-0', '-0.0', '1E5', 'NaN', '[Infinity, -Infinity]', '[1,2', '[1,]', '[1 2]', '{"a":1,}', '{"a" 1}', '{a:1}', "{'a':1}", '{"a":}', '', ' ', 'nul', '[1] x', '"abc', '"a\nb"', '"\\x"', '"\\u12"', '"\\ud800"', '-', '01', '1.', '.5', '+1', '{"a":1 "b":2}', '[', '{', '{"a"', '{"a":', '[1,\n 2,\n x]', '{"a": 1, "a": 2}', '\ufeff{}', 'tru', '"\\', '[true,false]', '{"k":[{"z":{}}]}', '{1:2}', '[1,,2]', '{,}', '1e400', '123456789012345678901234567890', '"é" x', '{"é": nope}', '"\t"', '[1]]', '{"a":1}}', '1 2', 'None', 'True', '{"x": undefined}', '{"a": 1\n"b": 2}']: err(loads, s)
err(loads, None); err(loads, 5); err(loads, ['a']); err(loads, '"\t"', strict=False); err(loads, '{"a": 1, "b": {"c": 2}}', object_hook=lambda d: sorted(d.items())); err(loads, '{"a": 1, "b": 2}', object_pairs_hook=lambda p: p); err(loads, '[1.5, 2]', parse_float=str, parse_int=lambda s: 'i' + s); err(loads, '[NaN]', parse_constant=lambda c: 'c' + c)
def hook(d): return P(d['x']) if 'x' in d else d
show(loads('{"x": 3}', object_hook=hook).x, json.JSONDecoder().decode('[1]'), json.JSONDecoder().raw_decode('{"a": 1} tail'), json.decoder.JSONDecodeError is JSONDecodeError, issubclass(JSONDecodeError, ValueError), JSONDecodeError.__name__, JSONDecodeError)
show(loads(dumps(data)) == loads(dumps(data, indent=3)), loads(dumps([1.1, 2**70, 'é'])), type(loads('1.0')), loads(dumps({'k': (1, 2)})))
try: loads('{"bad": }')
except json.JSONDecodeError as e: show('bad json:', e.msg, e.lineno, e.colno, e.pos, repr(e.doc), e.args)
except ValueError: show('ve')
import io, sys
json.dump({'a': [1, 2]}, sys.stdout); print()
json.dump([1, {'b': 2}], sys.stdout, indent=2); print()
b = io.StringIO(); json.dump({'z': 1}, b); show(b.getvalue(), json.load(io.StringIO('[1, 2]')))
err(dumps); err(dumps, 1, 2); err(dumps, 1, bad=2); err(loads, '1', bad=1); err(dumps, {'a': float('nan')}, indent=1); err(dumps, ['x'], indent=1.5); err(dumps, [1], indent=-1)
show(f"{json.dumps({'id': 7, 'tags': ['a', 'b']})}")
