import asyncio
from functools import partial


class Recorder:
    def __init__(self):
        object.__setattr__(self, "calls", [])

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return partial(self._record, name)

    def __setattr__(self, name, value):
        self.calls.append(("set", name, value))

    def __delattr__(self, name):
        self.calls.append(("del", name))

    def _record(self, name, *args, **kwargs):
        self.calls.append((name, args, kwargs))
        return self


class Proxy:
    def __init__(self, target, log):
        self._target = target
        self._log = log

    def __getattr__(self, name):
        value = getattr(self._target, name)
        if asyncio.iscoroutinefunction(value):
            async def wrapper(*args):
                self._log.append(f"await {name}{args}")
                return await value(*args)
            return wrapper
        self._log.append(f"get {name}")
        return value

    def __dir__(self):
        return ["size", "fetch"]


class AttrDict(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"no key {name!r}") from None

    def __setattr__(self, name, value):
        self[name] = value

    def __missing__(self, key):
        if key.startswith("auto_"):
            self[key] = AttrDict()
            return self[key]
        raise KeyError(key)


class Server:
    size = 3

    async def fetch(self, n):
        await asyncio.sleep(n)
        return "x" * n


class Strict:
    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("secret is hidden")
        return super().__getattribute__(name)

    secret = 1
    public = 2


async def main():
    r = Recorder()
    r.move(1, 2).turn(left=True).stop()
    r.speed = 5
    del r.speed
    print(r.calls)
    log = []
    p = Proxy(Server(), log)
    print(p.size, await asyncio.gather(p.fetch(2), p.fetch(1)), dir(p))
    try:
        p.nothing
    except AttributeError as e:
        print(e)
    print(log, hasattr(p, "size"), hasattr(p, "foo"), getattr(p, "foo", "default"))
    d = AttrDict(a=1)
    d.b = [2]
    d["auto_x"].deep = True
    print(d, d.a, d.b, d.auto_x.deep, isinstance(d, dict), {**d, "a": 0}, d.get("q"), d == {"a": 1, "b": [2], "auto_x": {"deep": True}})
    for name in ("zz", "auto_y"):
        try:
            print(getattr(d, name))
        except AttributeError as e:
            print("AttributeError:", e)
    s = Strict()
    print(s.public, hasattr(s, "secret"), getattr(s, "secret", None))
    setattr(s, "with space", 1)
    print(vars(s), getattr(s, "with space"))
    delattr(s, "with space")
    print(s.__dict__, type(s).__dict__["secret"])


asyncio.run(main())
