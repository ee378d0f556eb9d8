import asyncio, functools
async def child(): await asyncio.sleep(1)
def f(fut, x=1): pass
class A:
    def m(self, fut): pass
async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(child()); print("plain", t)
    await asyncio.sleep(0); print("sleeping", t)
    t.add_done_callback(f); print(t)
    t.add_done_callback(functools.partial(f, x=2)); print(t)
    t.add_done_callback(functools.partial(functools.partial(f, 5), "q"))
    t.add_done_callback(A().m); print(t)
    t.add_done_callback(lambda x: 0); print(t)
    t = asyncio.create_task(child()); s = asyncio.shield(t); print("shield", t, s)
    await asyncio.sleep(0)
    t = asyncio.create_task(child()); s = asyncio.gather(t); print("gather", t, s)
    t = asyncio.create_task(child()); w = asyncio.create_task(asyncio.wait([t])); await asyncio.sleep(0); print("wait", t, w)
    t = asyncio.create_task(child()); w = asyncio.create_task(asyncio.wait([t], timeout=0.5)); await asyncio.sleep(0); print("wait", t, w)
    t = asyncio.create_task(child()); w = asyncio.create_task(asyncio.wait_for(t, 5)); await asyncio.sleep(0); print("wait_for", t, w)
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(child()); print("tg", t)
    t = asyncio.create_task(child()); w = asyncio.as_completed([t]); print("asc", t)
    print("main", asyncio.current_task())
    t = asyncio.create_task(child()); 
    async def awaiter(): await t
    u = asyncio.create_task(awaiter()); await asyncio.sleep(0); print("awaiter", u, t)
    fu = loop.create_future(); fu.add_done_callback(print); fu.add_done_callback(fu.cancel); print(fu)
    async def cw(): await asyncio.wait_for(t2, 0)
    t2 = asyncio.create_task(child()); await asyncio.sleep(0); u = asyncio.create_task(cw()); await asyncio.sleep(0); print("cw", t2, u)
    u.add_done_callback([].append)
    print(u)
    class C:
        def __call__(self, f): pass
    fu = loop.create_future(); fu.add_done_callback(C()); fu.add_done_callback(t2.cancel); print(fu)
    q = asyncio.Queue(); 
    print(asyncio.timeout(5), asyncio.Lock(), asyncio.TaskGroup())
    async with asyncio.timeout(10) as cm: print(cm)
    print(cm)
asyncio.run(main())
