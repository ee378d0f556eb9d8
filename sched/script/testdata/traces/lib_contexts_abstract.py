import contextlib, asyncio
from contextlib import AbstractContextManager, AbstractAsyncContextManager, ExitStack, nullcontext, suppress, contextmanager
class A(AbstractContextManager):
    pass
try:
    A()
except TypeError as e:
    print(e)
class B(AbstractContextManager):
    def __exit__(self, *a):
        print("exit B"); return True
with B() as b:
    print(b.__class__.__name__)
    raise ValueError
class Duck:
    def __enter__(self): return self
    def __exit__(self, *a): pass
class ADuck:
    async def __aenter__(self): return self
    async def __aexit__(self, *a): pass
print(isinstance(Duck(), AbstractContextManager), issubclass(Duck, AbstractAsyncContextManager), isinstance(ADuck(), AbstractAsyncContextManager), isinstance(3, AbstractContextManager), issubclass(ExitStack, AbstractContextManager))
print(ExitStack.__mro__, nullcontext.__mro__[1:], suppress.__bases__, type(ExitStack()))
print(isinstance(asyncio.Lock(), AbstractAsyncContextManager), isinstance(asyncio.timeout(1), AbstractAsyncContextManager), isinstance(asyncio.TaskGroup(), AbstractAsyncContextManager))
@contextmanager
def cm():
    yield 1
print(type(cm()), isinstance(cm(), AbstractContextManager), cm, )
s = ExitStack(); s.callback(print); print(len(s._exit_callbacks)); 
class Stack(ExitStack):
    def __init__(self, name):
        super().__init__()
        self.name = name
    def __exit__(self, *exc):
        print("closing", self.name)
        return super().__exit__(*exc)
with Stack("s") as st:
    st.enter_context(cm())
    st.callback(print, "cb")
try:
    with ExitStack() as stack:
        stack.enter_context(B())
        raise KeyError("gone")
    print("swallowed")
    with ExitStack() as stack:
        stack.callback(lambda: {}["missing"])
except KeyError as e:
    print(repr(e), e.__context__)
