import asyncio


async def work(n):
    await asyncio.sleep(n / 10)
    print("worked", n)
    return n


async def fail():
    await asyncio.sleep(0.1)
    raise ValueError("no")


async def forever(name):
    try:
        while True:
            await asyncio.sleep(1)
            print(name, "tick")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.is_running(), loop.is_closed(), loop.get_debug())
print(loop.run_until_complete(work(1)))
t = loop.create_task(forever("bg"))
t2 = loop.create_task(work(5), name="five")
fut = loop.create_future()
loop.call_later(2.5, fut.set_result, "set")
print(loop.run_until_complete(fut))
print(t, t2.done(), t2.result())
try:
    loop.run_until_complete(fail())
except ValueError as e:
    print("caught", e)
try:
    loop.run_until_complete(42)
except TypeError as e:
    print("caught", e)
loop.call_later(0.5, loop.stop)
try:
    loop.run_until_complete(loop.create_future())
except RuntimeError as e:
    print(e)


async def nest():
    c = work(1)
    try:
        loop.run_until_complete(c)
    except RuntimeError as e:
        print("nested", e)
    c.close()
    print(asyncio.get_event_loop() is loop, asyncio.get_running_loop() is loop)

loop.run_until_complete(nest())
t.cancel()
try:
    loop.run_until_complete(t)
except asyncio.CancelledError:
    print("t cancelled")
pending = asyncio.all_tasks(loop)
print(len(pending))
print(loop.run_until_complete(asyncio.gather(work(1), work(2), return_exceptions=True)))
loop.call_soon(print, "soon")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
print(loop.is_closed())
