from __future__ import annotations
import asyncio, time, threading, atexit, gc
from concurrent.futures import ThreadPoolExecutor
import concurrent.futures

lock = threading.Lock()
total = 0

def blocking(n, d=0.5):
    global total
    with lock:
        total += n
    time.sleep(d)
    return n * n

async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=3) as pool:
        futs = [loop.run_in_executor(pool, blocking, i) for i in range(4)]
        print(await asyncio.gather(*futs), total, loop.time())
        r = await loop.run_in_executor(pool, lambda: threading.current_thread().name)
        print(r)
        try:
            await loop.run_in_executor(pool, blocking, "x")
        except TypeError as e:
            print("TypeError", e)
    try:
        pool.submit(blocking, 1)
    except RuntimeError as e:
        print(e)
    executor = concurrent.futures.ThreadPoolExecutor(2, thread_name_prefix="w")
    print(await loop.run_in_executor(executor, blocking, 5, 0.1))
    executor.shutdown(wait=True)
    print(threading.main_thread() is threading.current_thread(), threading.get_ident() == threading.main_thread().ident, threading.active_count())
    print(gc.collect() >= 0, lock.locked())

asyncio.run(main())
try:
    ThreadPoolExecutor(0)
except ValueError as e:
    print(e)
with ThreadPoolExecutor() as p:
    f = p.submit(pow, 2, 10)
    print(f.result(), f.done(), f.exception(), list(p.map(lambda a, b: a + b, [1, 2], [3, 4])))
    g = p.submit(lambda: 1 / 0)
    print(repr(g.exception()))
    print([x.result() for x in concurrent.futures.as_completed([f])])
