import asyncio, io, sys
async def inner():
    await asyncio.sleep(1)
    raise ValueError('bad')
async def work():
    await inner()
async def ok():
    return 1
async def main():
    t = asyncio.create_task(work(), name='w')
    o = asyncio.create_task(ok(), name='o')
    print([ (f.f_lineno, f.f_code.co_name) for f in t.get_stack()])
    await asyncio.sleep(0.5)
    print([ (f.f_lineno, f.f_code.co_name) for f in t.get_stack(limit=1)], o.get_stack())
    t.print_stack()
    o.print_stack()
    buf = io.StringIO()
    t.print_stack(file=buf)
    await asyncio.wait([t])
    print([ (f.f_lineno, f.f_code.co_name) for f in t.get_stack()], len(t.get_stack(limit=1)))
    t.print_stack()
    buf = io.StringIO()
    t.print_stack(limit=1, file=buf)
    try: await t
    except ValueError: pass
asyncio.run(main())
