# Context managers. The specification is Lib/contextlib.py of CPython 3.13.
import abc
import sys
from _abstract import has_methods
from _collections import deque
from _lib import keep
from functools import update_wrapper
from types import MethodType


class AbstractContextManager(abc.ABC):
    __slots__ = ()

    @classmethod
    def __subclasshook__(cls, C):
        asked = cls is AbstractContextManager
        return asked and has_methods(C, ("__enter__", "__exit__")) or NotImplemented

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    def __enter__(self):
        return self


class AbstractAsyncContextManager(abc.ABC):
    __slots__ = ()

    @classmethod
    def __subclasshook__(cls, C):
        asked = cls is AbstractAsyncContextManager
        return asked and has_methods(C, ("__aenter__", "__aexit__")) or NotImplemented

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    async def __aenter__(self):
        return self


class ContextDecorator:
    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return update_wrapper(inner, func)

    def _recreate_cm(self):
        return self


class AsyncContextDecorator:
    def __call__(self, func):
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return update_wrapper(inner, func)

    def _recreate_cm(self):
        return self


def overrun(gen, told):
    try:
        raise RuntimeError(told)
    finally:
        gen.close()


async def overrun_async(gen, told):
    try:
        raise RuntimeError(told)
    finally:
        await gen.aclose()


def verdict(raised, value, traceback, end):
    # value was thrown into a generator that ends with an end, and raised came
    # out. The answer is that of __exit__, None if raised has to go on.
    if isinstance(raised, end):
        swallowed = raised is not value
        if swallowed:
            keep(value)
        return swallowed
    # A generator turns a StopIteration that leaves it into a RuntimeError.
    turned = isinstance(raised, RuntimeError) and isinstance(value, (StopIteration, end)) and raised.__cause__ is value
    if turned or raised is value:
        value.__traceback__ = traceback
        return False
    keep(value)
    return None


class _GeneratorContextManagerBase:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        told = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if told is None else told

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def _begin(self):
        # What the generator was made of is not needed any more.
        del self.args, self.kwds, self.func
        return self.gen


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    def __enter__(self):
        gen = self._begin()
        try:
            return next(gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        gen = self.gen
        if typ is None:
            try:
                next(gen)
            except StopIteration:
                return False
            overrun(gen, "generator didn't stop")
        value = typ() if value is None else value
        try:
            gen.throw(value)
        except BaseException as raised:
            answer = verdict(raised, value, traceback, StopIteration)
            if answer is None:
                raise
            return answer
        keep(value)
        overrun(gen, "generator didn't stop after throw()")


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    async def __aenter__(self):
        gen = self._begin()
        try:
            return await anext(gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        gen = self.gen
        if typ is None:
            try:
                await anext(gen)
            except StopAsyncIteration:
                return False
            await overrun_async(gen, "generator didn't stop")
        value = typ() if value is None else value
        try:
            await gen.athrow(value)
        except BaseException as raised:
            answer = verdict(raised, value, traceback, StopAsyncIteration)
            if answer is None:
                raise
            return answer
        keep(value)
        await overrun_async(gen, "generator didn't stop after athrow()")


def contextmanager(func):
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return update_wrapper(helper, func)


def asynccontextmanager(func):
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return update_wrapper(helper, func)


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __exit__(self, *exc_info):
        self.thing.close()

    def __enter__(self):
        return self.thing


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()

    async def __aenter__(self):
        return self.thing


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target, self._old_targets = new_target, []

    def __enter__(self):
        name, target = self._stream, self._new_target
        self._old_targets.append(getattr(sys, name))
        setattr(sys, name, target)
        return target

    def __exit__(self, exctype, excinst, exctb):
        before = self._old_targets.pop()
        setattr(sys, self._stream, before)


class redirect_stdout(_RedirectStream):
    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    _stream = "stderr"


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        unwanted = self._exceptions
        if issubclass(exctype, unwanted):
            return True
        if not issubclass(exctype, BaseExceptionGroup):
            return False
        _, others = excinst.split(unwanted)
        if others is not None:
            raise others
        return True


class Unwinding:
    # The exits of a stack being run: the exception that the next one is told.

    def __init__(self, received):
        self.exc = received
        self.received = received is not None
        self.outer = sys.exception()
        self.swallowed = self.raised = False

    def details(self):
        exc = self.exc
        return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)

    def swallow(self):
        self.exc, self.swallowed, self.raised = None, True, False

    def replace(self, exc):
        # What an exit raised has at the end of its chain what was handled all
        # the while; with nested with statements it would be what came before.
        last = exc
        while (before := last.__context__) is not None and before is not self.exc:
            if before is self.outer:
                last.__context__ = self.exc
                break
            last = before
        self.exc, self.raised = exc, True

    def answer(self):
        if not self.raised:
            return self.received and self.swallowed
        context = self.exc.__context__
        try:
            raise self.exc
        except BaseException:
            self.exc.__context__ = context  # raise gave it another
            raise


def enter_and_exit(cm, names, what):
    cls = type(cm)
    try:
        return [getattr(cls, name) for name in names]
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {what} protocol") from None


class _BaseExitStack:
    # _exit_callbacks has pairs: whether the exit is called or awaited, and it.

    def __init__(self):
        self._exit_callbacks = deque()

    def _push_exit_callback(self, callback, is_sync=True):
        self._exit_callbacks.append((is_sync, callback))

    def enter_context(self, cm):
        enter, leave = enter_and_exit(cm, ("__enter__", "__exit__"), "context manager")
        entered = enter(cm)
        self._push_exit_callback(MethodType(leave, cm))
        return entered

    def push(self, exit):
        leave = getattr(type(exit), "__exit__", None)
        self._push_exit_callback(exit if leave is None else MethodType(leave, exit))
        return exit

    def callback(self, callback, /, *args, **kwds):
        def leave(exc_type, exc, tb):
            callback(*args, **kwds)

        leave.__wrapped__ = callback
        self._push_exit_callback(leave)
        return callback

    def pop_all(self):
        heir = type(self)()
        heir._exit_callbacks, self._exit_callbacks = self._exit_callbacks, deque()
        return heir


class ExitStack(_BaseExitStack, AbstractContextManager):
    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        under_way = Unwinding(exc_details[1])
        while self._exit_callbacks:
            _, leave = self._exit_callbacks.pop()
            try:
                if leave(*under_way.details()):
                    under_way.swallow()
            except BaseException as raised:
                under_way.replace(raised)
        return under_way.answer()

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    async def enter_async_context(self, cm):
        enter, leave = enter_and_exit(cm, ("__aenter__", "__aexit__"), "asynchronous context manager")
        entered = await enter(cm)
        self._push_exit_callback(MethodType(leave, cm), False)
        return entered

    def push_async_exit(self, exit):
        leave = getattr(type(exit), "__aexit__", None)
        self._push_exit_callback(exit if leave is None else MethodType(leave, exit), False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def leave(exc_type, exc, tb):
            await callback(*args, **kwds)

        leave.__wrapped__ = callback
        self._push_exit_callback(leave, False)
        return callback

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        under_way = Unwinding(exc_details[1])
        while self._exit_callbacks:
            is_sync, leave = self._exit_callbacks.pop()
            try:
                said = leave(*under_way.details())
                if said if is_sync else await said:
                    under_way.swallow()
            except BaseException as raised:
                under_way.replace(raised)
        return under_way.answer()

    async def aclose(self):
        await self.__aexit__(None, None, None)


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aexit__(self, *excinfo):
        pass

    def __enter__(self):
        return self.enter_result

    async def __aenter__(self):
        return self.enter_result
