import asyncio
counter = 0
def demo_one(): return 'one'
def demo_two(): return 'two'
async def demo_three(): return 'three'
class Thing:
    def __init__(self, a, b=2):
        self.__dict__.update({k: v for k, v in locals().items() if k != 'self'})
    def __repr__(self): return f'Thing({vars(self)})'
def f(x, y=2, *args, z=3, **kw):
    w = x + y
    def inner(): return w
    for i in range(2): pass
    squares = [q * q for q in range(3)]
    before = dict(locals())
    before.pop('inner')
    print(before)
    print(sorted(locals()), 'w' in locals(), locals()['z'], list(vars()))
    del w
    return '{x} {y}'.format(**locals())
print(f(1, 5, 6, k=7))
print(Thing(1))
print([n for n in globals() if n.startswith('demo_')])
for name in sorted(globals()):
    if name.startswith('demo_') and not asyncio.iscoroutinefunction(globals()[name]): print(name, globals()[name]())
globals()['counter'] = 5
print(counter)
globals()['counter'] += 1
print(counter, 'counter' in globals(), 'nope' in globals(), globals().get('nope'), globals().get('counter'))
globals()['fresh'] = 9
print(fresh, [k for k, v in globals().items() if isinstance(v, int)])
def g():
    globals()['made'] = 'made in g'
    try: globals()['absent']
    except KeyError as e: print(repr(e))
g()
print(made)
del counter
try: print(globals()['counter'])
except KeyError as e: print('gone', e)
def outer():
    a = 1
    def mid():
        b = a
        print(locals())
        def last():
            nonlocal b
            b += 1
            return locals()
        return last()
    return mid()
print(outer())
async def main():
    n = 1
    await asyncio.sleep(0)
    m = 'x'
    print(locals())
    print(f"{locals()}")
    for name in 'demo_three', 'demo_one':
        r = globals()[name]()
        print(await r if asyncio.iscoroutine(r) else r)
    try:
        undefined_name
    except NameError as e: print(e, list(locals()))
asyncio.run(main())
def gen():
    v = yield
    print(locals())
    yield
h = gen(); next(h); h.send(4)
print((lambda p, q=1: locals())(3))
print('%(x)s' % {'x': 1}, callable(locals().get('f')))
