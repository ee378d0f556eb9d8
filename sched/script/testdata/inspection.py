import inspect, asyncio, functools, types
from dataclasses import dataclass, field
from enum import Enum
from typing import Optional, Callable
from inspect import signature, Parameter
def f(a, /, b: int, c=3, *args: str, d, e: "str" = 'x', **kw) -> bool:
    """Doc of f.

        indented
    more
    """
def g(x: Optional[int] = None, y: list[int] | None = None, cb: Callable[[int], str] = print if False else None) -> dict[str, int]: ...
async def co(n: int) -> str: return 's'
async def ag(): yield 1
def ge(): yield 1
print(signature(f), signature(g), signature(co), signature(lambda: 0), signature(lambda x, *y: x), repr(signature(ge)))
for n, p in signature(f).parameters.items(): print(n, p, p.kind, p.kind.name, p.kind.description, p.default is Parameter.empty, p.annotation, p.kind == Parameter.KEYWORD_ONLY)
print(signature(f).return_annotation, Parameter.empty, repr(signature(f).parameters['c']), list(signature(f).parameters), repr(Parameter.VAR_KEYWORD))
class K:
    """Class K."""
    z = 3
    def __init__(self, a, b=2): self.a = a
    def m(self, q: int) -> None: "m doc"
    @classmethod
    def c(cls, w): ...
    @staticmethod
    def s(v): ...
    @property
    def p(self): return 1
    async def am(self): ...
class K2(K):
    def m(self, q): ...
@dataclass
class D:
    x: int
    y: str = 'a'
    z: list = field(default_factory=list)
class E(Enum):
    A = 1
print(signature(K), signature(K.m), signature(K(1).m), signature(K.c), signature(K.s), signature(D), D.__doc__, D(1).__doc__, signature(functools.partial(f, 1, d=5)), signature(functools.partial(g, 3)))
b = signature(f).bind(1, 2, d=4, zz=5); print(b, b.args, b.kwargs, b.arguments); b.apply_defaults(); print(b.arguments)
for call in [lambda: signature(f).bind(1), lambda: signature(g).bind(1, 2, 3, 4), lambda: signature(g).bind(q=1), lambda: signature(g).bind(1, x=2), lambda: signature(f).bind(1, 2), lambda: signature(3)]:
    try: print(call())
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
print(inspect.isfunction(f), inspect.isclass(K), inspect.ismethod(K(1).m), inspect.ismethod(K.c), inspect.iscoroutinefunction(co), inspect.iscoroutinefunction(K.am), inspect.iscoroutinefunction(functools.partial(co, 1)), inspect.isasyncgenfunction(ag), inspect.isgeneratorfunction(ge), inspect.isbuiltin(len), inspect.isroutine(len), inspect.ismodule(asyncio), inspect.isgenerator(ge()), inspect.isabstract(K), inspect.iscoroutinefunction(f))
print(inspect.getdoc(f)); print(inspect.getdoc(K), inspect.getdoc(K.m), inspect.getdoc(K2.m), inspect.getdoc(K2(1).m), inspect.getdoc(K2), inspect.cleandoc("  a\n    b\n   c  "))
print([n for n, _ in inspect.getmembers(K(1)) if not n.startswith('_')], [n for n, _ in inspect.getmembers(K, inspect.isfunction)], inspect.getmro(K2))
print([n for n, v in inspect.getmembers(K(1), inspect.ismethod)])
c = co(1); print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.getcoroutinestate(c), inspect.getcoroutinestate(c) == inspect.CORO_CREATED); c.close(); print(inspect.getcoroutinestate(c))
ggen = ge(); print(inspect.getgeneratorstate(ggen)); next(ggen); print(inspect.getgeneratorstate(ggen)); ggen.close(); print(inspect.getgeneratorstate(ggen), inspect.isawaitable(ggen), inspect.isawaitable(3))
async def main():
    t = asyncio.create_task(co(3)); print(inspect.isawaitable(t), inspect.iscoroutine(t), inspect.getcoroutinestate(t.get_coro())); await t
    me = asyncio.current_task().get_coro(); print(inspect.getcoroutinestate(me))
    a = ag(); print(inspect.isasyncgen(a), inspect.getasyncgenstate(a)); await a.asend(None); print(inspect.getasyncgenstate(a)); await a.aclose(); print(inspect.getasyncgenstate(a))
    async def inner(): await asyncio.sleep(1)
    it = asyncio.create_task(inner()); await asyncio.sleep(0); print(inspect.getcoroutinestate(it.get_coro())); await it; print(inspect.getcoroutinestate(it.get_coro()))
    async def call(fn, *a):
        r = fn(*a)
        if inspect.isawaitable(r): r = await r
        return r
    print(await call(co, 1), await call(len, 'abc'))
asyncio.run(main())
def deco(fn):
    @functools.wraps(fn)
    def w(*a, **k):
        b = signature(fn).bind(*a, **k); b.apply_defaults(); print('call', fn.__name__, dict(b.arguments))
        return fn(*a, **k)
    return w
@deco
def area(w: float, h: float = 1.0): return w * h
print(area(3), signature(area), inspect.unwrap(area) is area.__wrapped__)
print(inspect.getfullargspec(f), inspect.get_annotations(g))
class Reg:
    def __call__(self, x, y=1): ...
print(signature(Reg()), callable(Reg()))
ns = types.SimpleNamespace(a=1, b='x'); ns.c = [1]; print(ns, ns.a, ns == types.SimpleNamespace(a=1, b='x', c=[1]), vars(ns)); del ns.a
try: ns.a
except AttributeError as e: print(e)
mp = types.MappingProxyType({'k': 1}); print(mp, mp['k'], dict(mp), 'k' in mp, len(mp), mp.get('z', 0), list(mp.items()))
try: mp['k'] = 2
except TypeError as e: print(e)
print(isinstance(f, types.FunctionType), isinstance(len, types.BuiltinFunctionType), isinstance(K(1).m, types.MethodType), isinstance(None, types.NoneType), types.NoneType, isinstance(ge(), types.GeneratorType), isinstance(int | str, types.UnionType), types.FunctionType, types.CoroutineType)
K3 = types.new_class('K3', (K,), {}, lambda ns: ns.update(q=5)); print(K3(1).q, K3)
inst = K(1); inst.bound = types.MethodType(lambda self, n: self.a + n, inst); print(inst.bound(4))
