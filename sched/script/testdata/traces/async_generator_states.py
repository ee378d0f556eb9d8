import asyncio, inspect
async def ticker():
    yield 1
    await asyncio.sleep(1)
    yield 2
async def main():
    g = ticker()
    print(g.ag_running, g.ag_frame is not None, g.ag_await, g.ag_code.co_name, g.ag_suspended, inspect.getasyncgenstate(g))
    print(await anext(g), g.ag_running, g.ag_frame.f_lineno, g.ag_suspended, inspect.getasyncgenstate(g))
    async def nxt(): return await anext(g)
    t = asyncio.create_task(nxt())
    await asyncio.sleep(0.5)
    print(g.ag_running, g.ag_suspended, inspect.getasyncgenstate(g))
    await t
    async for _ in g: pass
    print(g.ag_running, g.ag_frame, g.ag_suspended, inspect.getasyncgenstate(g))
asyncio.run(main())
