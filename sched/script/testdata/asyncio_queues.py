import asyncio
async def main():
    q = asyncio.Queue(maxsize=1)
    print(q, q.maxsize, asyncio.Queue, q.empty(), q.full(), q.qsize())
    async def prod():
        for i in range(3):
            await q.put(i)
    p = asyncio.create_task(prod())
    await asyncio.sleep(0)
    print(q)
    try:
        q.put_nowait(9)
    except asyncio.QueueFull as e:
        print(repr(e))
    for _ in range(3):
        print(await q.get())
        q.task_done()
    await q.join()
    try:
        q.task_done()
    except ValueError as e: print(e)
    try: q.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e), isinstance(e, Exception))
    pq = asyncio.PriorityQueue()
    for x in [(2,'b'),(1,'z'),(3,'a')]: await pq.put(x)
    print(pq, pq.get_nowait(), await pq.get())
    try:
        pq.put_nowait("s")
    except TypeError as e: print(e)
    lq = asyncio.LifoQueue()
    lq.put_nowait([1]); lq.put_nowait(lq)
    print(lq.get_nowait() is lq, lq, isinstance(lq, asyncio.Queue))
    g = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    q.shutdown()
    try: await g
    except asyncio.QueueShutDown as e: print(repr(e), q)
    lq.shutdown(immediate=True)
    print(lq)
    try: lq.put_nowait(1)
    except asyncio.QueueShutDown as e: print("down")
    try: asyncio.Queue("x").full()
    except TypeError as e: print(e)
asyncio.run(main())
