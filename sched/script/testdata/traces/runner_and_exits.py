import asyncio


async def step(n):
    await asyncio.sleep(n)
    return n


async def bad():
    await asyncio.sleep(1)
    raise KeyError("bad")


with asyncio.Runner() as runner:
    print(runner.run(step(1)))
    try:
        runner.run(bad())
    except KeyError as e:
        print("caught", e)
    loop = runner.get_loop()
    print(loop.time(), loop.is_running())
    print(runner.run(step(2)))
runner = asyncio.Runner(debug=True)
print(runner.run(step(0)))
runner.close()
runner.close()
with asyncio.Runner(loop_factory=asyncio.new_event_loop) as r:
    print(r.run(step(0.25)))


async def quit_now():
    asyncio.create_task(step(5))
    await asyncio.sleep(0.1)
    raise SystemExit(3)

try:
    asyncio.run(quit_now())
except SystemExit as e:
    print("exit", e.code)


async def intr():
    try:
        await asyncio.sleep(1)
        raise KeyboardInterrupt
    finally:
        print("cleanup")

try:
    asyncio.run(intr())
except KeyboardInterrupt:
    print("interrupted")
print(asyncio.run(step(1), debug=True))
loop = asyncio.new_event_loop()


def boom():
    raise KeyboardInterrupt


loop.call_later(1, boom)
loop.create_task(step(3))
try:
    loop.run_forever()
except KeyboardInterrupt:
    print("stopped by ^C")
finally:
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
