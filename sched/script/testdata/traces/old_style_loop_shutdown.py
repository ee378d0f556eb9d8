import asyncio


async def ticker(name, every):
    try:
        n = 0
        while True:
            await asyncio.sleep(every)
            yield f"{name} {n}"
            n += 1
    finally:
        print(f"{name} cleans up")
        await asyncio.sleep(0.1)
        print(f"{name} is closed")


async def first(gen):
    return await gen.__anext__()


def work(x):
    return x * 2


async def blocking():
    return await asyncio.get_running_loop().run_in_executor(None, work, 21)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
gen = ticker("tick", 0.5)
other = ticker("never begun", 1)
try:
    print(loop.run_until_complete(first(gen)))
    print(loop.run_until_complete(blocking()))
    pending = asyncio.all_tasks(loop)
    print(len(pending), asyncio.iscoroutinefunction(loop.shutdown_asyncgens))
    task = loop.create_task(asyncio.sleep(10), name="sleeper")
    loop.call_later(1, loop.stop)
    loop.run_forever()
    for t in asyncio.all_tasks(loop):
        print("cancelling", t.get_name())
        t.cancel()
        print(loop.run_until_complete(asyncio.gather(t, return_exceptions=True)))
finally:
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()
print("closed", loop.is_closed())
