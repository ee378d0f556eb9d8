import asyncio, functools, sys
class Promise:
    def __init__(self, executor=None):
        self._f = asyncio.get_running_loop().create_future()
        if executor: executor(self.resolve, self.reject)
    def resolve(self, v=None):
        if not self._f.done(): self._f.set_result(v)
    def reject(self, e):
        if not self._f.done(): self._f.set_exception(e if isinstance(e, BaseException) else RuntimeError(e))
    def then(self, ok=None, bad=None):
        nxt = Promise()
        def settle(f):
            try:
                if f.cancelled(): nxt._f.cancel()
                elif (e := f.exception()) is not None:
                    if bad is None: return nxt.reject(e)
                    v = bad(e)
                else: v = ok(f.result()) if ok else f.result()
                if isinstance(v, Promise): v.then(nxt.resolve, nxt.reject)
                else: nxt.resolve(v)
            except Exception as e: nxt.reject(e)
        self._f.add_done_callback(settle)
        return nxt
    def catch(self, bad): return self.then(None, bad)
    def __await__(self): return self._f.__await__()
    @classmethod
    async def all(cls, *ps): return list(await asyncio.gather(*(p._f for p in ps)))
    @classmethod
    def delay(cls, t, v): return cls(lambda ok, bad: asyncio.get_running_loop().call_later(t, ok, v))
class EventEmitter:
    def __init__(self): self._h = {}
    def on(self, name, fn=None, *, once=False):
        if fn is None: return functools.partial(self.on, name, once=once)
        self._h.setdefault(name, []).append((fn, once)); return fn
    def off(self, name, fn): self._h[name] = [(f, o) for f, o in self._h.get(name, ()) if f is not fn]
    async def emit(self, name, *a):
        out = []
        for fn, once in self._h.get(name, [])[:]:
            if once: self.off(name, fn)
            r = fn(*a)
            out.append(await r if asyncio.iscoroutine(r) else r)
        return out
    async def wait(self, name):
        f = asyncio.get_running_loop().create_future(); self.on(name, f.set_result, once=True); return await f
async def main():
    p = Promise.delay(0.5, 2).then(lambda v: v * 10).then(lambda v: Promise.delay(0.1, v + 1))
    print(await p, asyncio.get_running_loop().time())
    print(await Promise.delay(0.1, 0).then(lambda v: 1 / v).catch(lambda e: f"caught {e}").then(str.upper))
    print(await Promise.all(Promise.delay(0.2, "a"), Promise.delay(0.1, "b")))
    try: await Promise(lambda ok, bad: bad("plain text"))
    except RuntimeError as e: print(repr(e))
    lost = Promise(lambda ok, bad: bad(KeyError("lost"))).then(lambda v: v)
    em = EventEmitter()
    @em.on("tick")
    def sync(n): return ("sync", n)
    @em.on("tick", once=True)
    async def slow(n): await asyncio.sleep(n); return ("slow", n)
    w = asyncio.create_task(em.wait("tick"))
    await asyncio.sleep(0)
    print(await em.emit("tick", 0.1), await w, await em.emit("tick", 0.2), await em.emit("none"))
    em.off("tick", sync); print(await em.emit("tick", 1))
    results = []
    async def gen(n):
        for i in range(n):
            try: yield i
            finally: results.append(f"f{i}")
    async for x in gen(3): results.append(x)
    print(results)
    g = gen(5); print(await anext(g), await anext(g)); await g.aclose(); print(results[-2:])
    async def worker(name, q, out):
        while (item := await q.get()) is not None:
            try:
                async with asyncio.timeout(0.15): await asyncio.sleep(item / 10); out.append((name, item))
            except TimeoutError: out.append((name, item, "late"))
            finally: q.task_done()
        q.task_done()
    q, out = asyncio.Queue(), []
    ws = [asyncio.create_task(worker(n, q, out)) for n in "AB"]
    for i in (1, 2, 1, 3, 0, 1): q.put_nowait(i)
    for _ in ws: q.put_nowait(None)
    await q.join(); await asyncio.gather(*ws); print(out)
    t = asyncio.create_task(asyncio.sleep(10)); t.add_done_callback(lambda t: print("cb", t.cancelled(), asyncio.current_task())); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError as e: print("cancelled", e.args, sys.exc_info()[0].__name__)
asyncio.run(main())
