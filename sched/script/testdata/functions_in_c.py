import asyncio, bisect, copy, heapq, time
import functools, math, operator
def f(fn):
    @functools.wraps(fn)
    def w(*a): return fn(*a)
    return w
print(f(len)([1]), f(len).__name__, f(math.sqrt).__name__, f([].append).__name__, f(str.upper)("a"), f(int)("5"), f(functools.partial(max, 1))(2))
print(int.__add__, (1).__add__, object.__init__, str.upper, "a".upper, list.append, [].append, dict.__getitem__, type.__call__, len, print, math.sqrt, operator.add, classmethod, [].__len__, str.__len__, int.from_bytes, dict.fromkeys)
class C: pass
class D(list): pass
print(hasattr(C, "__getitem__"), hasattr(int, "__getitem__"), hasattr(D, "__getitem__"), C().__init__, C.__init__, C.__eq__, C().__eq__, C.__repr__, C().__hash__, C.__call__ is not None, hasattr(C(), "__call__"))
print(len.__module__, math.sqrt.__module__, [].append.__module__, operator.add.__module__, print.__module__, functools.partial.__module__, functools.reduce.__module__, len.__qualname__, [].append.__qualname__, str.upper.__qualname__, (1).__add__.__name__, (1).__add__.__qualname__)


def in_c(f):
    return f.__module__, f.__name__, f.__qualname__


print(*map(in_c, (asyncio.sleep, asyncio.gather, asyncio.run, asyncio.get_running_loop, asyncio.to_thread, copy.deepcopy, time.sleep, heapq.heappush, bisect.insort, operator.not_)))


