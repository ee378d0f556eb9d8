import asyncio
import fnmatch
import inspect
from collections import defaultdict
from functools import wraps


class Emitter:
    def __init__(self):
        self._handlers = defaultdict(list)

    def on(self, pattern, *, once=False, priority=0):
        def register(fn):
            self._handlers[pattern].append((-priority, len(self._handlers[pattern]), fn, once))
            self._handlers[pattern].sort(key=lambda h: h[:2])
            return fn
        return register

    def off(self, fn):
        for pattern, handlers in list(self._handlers.items()):
            handlers[:] = [h for h in handlers if h[2] is not fn]
            if not handlers:
                del self._handlers[pattern]

    async def emit(self, event, /, *args, **kwargs):
        results = []
        for pattern, handlers in self._handlers.items():
            if not fnmatch.fnmatchcase(event, pattern):
                continue
            for handler in handlers[:]:
                _, _, fn, once = handler
                if once:
                    handlers.remove(handler)
                result = fn(*args, **kwargs)
                if inspect.isawaitable(result):
                    result = await result
                results.append(result)
        return results

    def __len__(self):
        return sum(map(len, self._handlers.values()))


bus = Emitter()


@bus.on("user.*")
def audit(name, **extra):
    return f"audit {name} {extra}"


@bus.on("user.login", priority=5)
async def greet(name, **_):
    await asyncio.sleep(0.2)
    return f"hello {name}"


@bus.on("user.login", priority=10, once=True)
def first(name, **_):
    return f"{name} is first"


@bus.on("*")
async def everything(*args, **kwargs):
    await asyncio.sleep(0)
    return len(args) + len(kwargs)


async def main():
    print(len(bus), {k: [h[2].__name__ for h in v] for k, v in bus._handlers.items()})
    print(await bus.emit("user.login", "ann", ip="::1"))
    print(await asyncio.gather(bus.emit("user.login", "bob"), bus.emit("user.logout", "ann"), bus.emit("tick", 1, 2, 3)))
    bus.off(audit)
    print(len(bus), await bus.emit("user.logout", "bob"))
    try:
        await bus.emit(event="user.login")
    except TypeError as e:
        print(e)
    print(fnmatch.filter(["a.py", "b.txt", "c.py"], "*.py"), inspect.iscoroutinefunction(greet), inspect.signature(audit))


asyncio.run(main())
