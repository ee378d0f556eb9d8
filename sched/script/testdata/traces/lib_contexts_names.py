import functools, inspect
from contextlib import contextmanager, asynccontextmanager, ContextDecorator, ExitStack
@contextmanager
def cm(a, b: int = 2):
    "doc of cm"
    yield
cm.extra = 1
print(cm.__name__, cm.__module__, cm.__wrapped__, cm.__doc__, cm.extra, cm.__qualname__)
print(cm(1).__doc__, type(cm(1)).__name__, cm(1).func.__name__, cm(1).args, cm(1, b=3).kwds)
p = functools.partial(cm, 1)
with p() as x: print(x)
class timer(ContextDecorator):
    def __init__(self, label): self.label = label
    def __enter__(self): print("start", self.label); return self
    def __exit__(self, *a): print("stop", self.label); return False
@timer("t")
def f(x, *, y=1):
    """f doc"""
    return x + y
print(f(1, y=5), f.__name__, f.__doc__, f.__wrapped__(1))
class K:
    @timer("m")
    def method(self, n): return n * 2
    @contextmanager
    def ctx(self): yield self
print(K().method(4), K.method.__qualname__)
with K().ctx() as k: print(type(k).__name__)
@cm(5)
def g(): print("g"); return 1
print(g(), g())
with ExitStack() as s:
    for i in range(3):
        s.enter_context(timer(i))
    print(len(s._exit_callbacks), type(s._exit_callbacks).__name__)
try:
    cm()
except TypeError as e:
    print(e)
