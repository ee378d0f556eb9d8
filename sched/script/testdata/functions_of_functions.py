import functools, asyncio
from functools import wraps, partial, lru_cache, cache, cached_property, total_ordering, singledispatch, singledispatchmethod, cmp_to_key, reduce, partialmethod, update_wrapper, WRAPPER_ASSIGNMENTS
def deco(fn):
    """deco doc"""
    @wraps(fn)
    def wrapper(*a, **k):
        """wrapper doc"""
        print('calling', fn.__name__, a, k)
        return fn(*a, **k)
    wrapper.calls = 0
    return wrapper
@deco
def add(a: int, b: int = 2, *, c=3) -> int:
    """Adds."""
    return a + b + c
print(add(1), add.__name__, add.__qualname__, add.__doc__, add.__module__, add.__wrapped__.__name__, add.__annotations__, add.__dict__, add.__wrapped__.__defaults__, add.__wrapped__.__kwdefaults__)
print(WRAPPER_ASSIGNMENTS, add.__wrapped__.__code__.co_varnames, add.__wrapped__.__code__.co_argcount, add.__wrapped__.__code__.co_name, add.__wrapped__.__code__.co_firstlineno, add.__code__.co_name)
p = partial(add, 1, b=5); print(p(), p(c=1), p.func is add, p.args, p.keywords)
print(partial(print, 1, sep='x').args, partial(partial(pow, 2), 3)(), partial(int, base=2)('101'), repr(partial(int, base=2)), partial(max, 3, 7)(5))
p.note = 'hi'; print(p.note, p.__dict__)
try: partial()
except TypeError as e: print(e)
try: partial(3)
except TypeError as e: print(e)
@lru_cache(maxsize=2)
def sq(x):
    print('compute', x); return x * x
print(sq(1), sq(2), sq(1), sq(3), sq(1), sq(2), sq.cache_info(), sq.cache_parameters(), sq.__name__, sq.__wrapped__(9)); sq.cache_clear(); print(sq.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
@lru_cache
def g(*a, **k): return (a, k)
g(1); g(1.0); g(a=1, b=2); g(b=2, a=1); g('x'); g(True); print(g.cache_info(), g.cache_info().hits)
try: g([1])
except TypeError as e: print(e)
@lru_cache(typed=True)
def h(x): return type(x).__name__
print(h(1), h(1.0), h(True), h.cache_info())
class Circle:
    def __init__(self, r): self.r = r
    @cached_property
    def area(self):
        """the area"""
        print('computing'); return self.r ** 2 * 3
    @lru_cache(maxsize=None)
    def scaled(self, k): print('scaling'); return self.r * k
c = Circle(2); print(c.area, c.area, c.__dict__, Circle.area.__doc__, c.scaled(3), c.scaled(3), Circle.scaled.cache_info()); del c.area; print(c.area)
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.n < o.n if isinstance(o, V) else NotImplemented
print(V(1) < V(2), V(1) >= V(2), V(2) <= V(2), V(3) > V(2), sorted([V(3), V(1)], reverse=True)[0].n)
try: V(1) > 3
except TypeError as e: print(e)
try:
    @total_ordering
    class Bad: pass
except ValueError as e: print(e)
@singledispatch
def show(x, *rest): return f'object {x}'
@show.register
def _(x: int, *rest): return f'int {x}'
@show.register(str)
def show_str(x, *rest): return f'str {x!r}'
@show.register(list)
@show.register(tuple)
def _(x, *rest): return 'seq ' + ', '.join(show(i) for i in x)
@show.register
def _(x: float): return f'float {x}'
print(show(1), show('a'), show([1, 'b', (2.5, None)]), show(True), show({}), show.dispatch(bool) is show.dispatch(int), show.registry.keys() == {object, int, str, list, tuple, float}, show.__name__, show_str('direct'))
from collections.abc import Mapping, Sequence
@show.register
def _(x: Mapping): return 'mapping'
print(show({}), show(()))
try: show()
except TypeError as e: print(e)
@show.register
def _(x: bytes | None): return 'bytes or none'
print(show(None))
class Neg:
    @singledispatchmethod
    def neg(self, arg): raise NotImplementedError('no')
    @neg.register
    def _(self, arg: int): return -arg
    @neg.register(bool)
    def _(self, arg): return not arg
print(Neg().neg(5), Neg().neg(True))
try: Neg().neg('x')
except NotImplementedError as e: print('NIE', e)
class Cell:
    alive = False
    def set_state(self, state, why='?'): self.alive = state; return why
    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, False, why='old')
cl = Cell(); print(cl.set_alive(), cl.alive, cl.set_dead(), cl.alive)
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), sorted('bca', key=cmp_to_key(lambda a, b: (a > b) - (a < b))))
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: a + b, [], 'init'))
for bad in [lambda: reduce(lambda a, b: a, []), lambda: reduce(lambda a, b: a, 3)]:
    try: bad()
    except TypeError as e: print(e)
def retry(times=3, *, exceptions=(ValueError,)):
    def outer(fn):
        @functools.wraps(fn)
        async def inner(*a, **k):
            for i in range(times):
                try: return await fn(*a, **k)
                except exceptions as e:
                    print(f'{fn.__name__} attempt {i + 1} failed: {e}')
                    await asyncio.sleep(0.1)
            raise RuntimeError('gave up')
        return inner
    return outer
n = 0
@retry(times=3)
async def flaky(x):
    """flaky doc"""
    global n
    n += 1
    if n < 3: raise ValueError(f'n={n}')
    return x
async def main():
    t = asyncio.create_task(flaky(7)); print(t.get_coro().__qualname__, t.get_coro().__name__)
    print(await t, flaky.__doc__, asyncio.iscoroutinefunction(flaky))
    t.add_done_callback(partial(done, 'label'))
    loop = asyncio.get_running_loop(); loop.call_soon(partial(print, 'soon', end='!\n'))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
def done(label, t): print('done', label, t.result())
asyncio.run(main())
class CountCalls:
    def __init__(self, fn): update_wrapper(self, fn); self.fn = fn; self.n = 0
    def __call__(self, *a): self.n += 1; return self.fn(*a)
@CountCalls
def hello(name):
    "says hello"
    return 'hi ' + name
print(hello('a'), hello.n, hello.__name__, hello.__doc__, hello.__wrapped__)
