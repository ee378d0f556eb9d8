import asyncio, concurrent.futures
async def work(n):
    await asyncio.sleep(n)
    if n == 3: raise ValueError('three')
    return n * 10
async def main():
    loop = asyncio.get_running_loop()
    def thread():
        return [asyncio.run_coroutine_threadsafe(work(i), loop) for i in (1, 2, 3)]
    futs = await asyncio.to_thread(thread)
    print([type(f).__name__ for f in futs], [f.done() for f in futs])
    for f in futs:
        try: print(await asyncio.wrap_future(f))
        except ValueError as e: print(repr(e))
    print([f.done() for f in futs], futs[0].result())
    f = asyncio.run_coroutine_threadsafe(work(5), loop)
    await asyncio.sleep(1)
    f.cancel()
    await asyncio.sleep(1)
    print(f.cancelled(), f.done())
    with concurrent.futures.ThreadPoolExecutor() as pool:
        f = pool.submit(pow, 2, 5)
        print(await asyncio.wrap_future(f))
    cf = concurrent.futures.Future()
    loop.call_later(1, cf.set_result, 7)
    print(await asyncio.wrap_future(cf))
    cf = concurrent.futures.Future()
    w = asyncio.wrap_future(cf, loop=loop)
    w.cancel()
    try: await w
    except asyncio.CancelledError: print('cancelled', cf.cancelled())
    await asyncio.sleep(0)
    print(cf.cancelled())
    try: asyncio.run_coroutine_threadsafe(5, loop)
    except TypeError as e: print(e)
asyncio.run(main())
