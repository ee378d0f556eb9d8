import asyncio, functools, time


def say(*a):
    print(*a)


async def idle(n=5):
    for _ in range(n):
        await asyncio.sleep(0)


async def iterations():
    """What a handle schedules runs in the next iteration."""
    loop = asyncio.get_running_loop()

    def chain(n):
        print('chain', n)
        if n:
            loop.call_soon(chain, n - 1)
    loop.call_soon(chain, 3)
    loop.call_soon(say, 'other')
    await idle(6)


async def due_timers():
    """Due timers run behind what is ready."""
    loop = asyncio.get_running_loop()
    loop.call_later(0, say, 'later0')
    loop.call_soon(say, 'soon1')
    loop.call_at(loop.time(), say, 'at now')
    loop.call_soon(say, 'soon2')
    loop.call_later(-1, say, 'negative')
    await idle(3)


async def sleeps():
    """A sleep of 0 or less takes one iteration, any other one two."""

    async def sl(d, n):
        await asyncio.sleep(d)
        print('slept', d, n)
    await asyncio.gather(sl(0, 1), sl(-3, 2), sl(1e-09, 3), sl(0.001, 4), sl(0, 5), sl(True, 6), sl(0.0, 7))
    print(await asyncio.sleep(0, 'zero'), await asyncio.sleep(0.1, 'value'), await asyncio.sleep(-1, 'neg'))


async def equal_timers():
    """Timers that are due together."""
    loop = asyncio.get_running_loop()
    for x in 'ABCDE':
        loop.call_later(1, say, x)
    loop.call_at(loop.time() + 1, say, 'F')
    loop.call_later(0.5, lambda: loop.call_later(0.5, say, 'G'))
    await asyncio.sleep(2)


async def late_timers():
    """After a blocking call all overdue timers run in one iteration."""

    async def sl(d):
        await asyncio.sleep(d)
        print('woke', d, asyncio.get_running_loop().time())
    ts = [asyncio.create_task(sl(d)) for d in (0.3, 0.1, 0.2, 0.2, 5)]
    await asyncio.sleep(0)
    time.sleep(1)
    await asyncio.gather(*ts)


async def cancelled_handles():
    """A handle can be cancelled until it runs."""
    loop = asyncio.get_running_loop()
    h2 = None

    def first():
        print('first')
        h2.cancel()
        h2.cancel()
    h1 = loop.call_soon(first)
    h2 = loop.call_soon(say, 'never')
    h3 = loop.call_later(100, say, 'never')
    h3.cancel()
    h4 = loop.call_later(1, say, 'one')
    print(h1.cancelled(), h2.cancelled(), h3.cancelled(), h4.when() == loop.time() + 1)
    await asyncio.sleep(2)
    h4.cancel()
    print(h4.cancelled(), h2.cancelled(), h1.cancelled(), loop.time())


async def main_done():
    """The callback that ends the run is before those of main."""
    loop = asyncio.get_running_loop()
    asyncio.current_task().add_done_callback(lambda t: print('main callback', t.done()))
    loop.call_soon(say, 'x')


async def stopped():
    """stop() ends the loop after the iteration in progress."""
    loop = asyncio.get_running_loop()
    loop.call_soon(loop.stop)
    loop.call_soon(say, 'after stop same turn')
    loop.call_soon(lambda: loop.call_soon(say, 'next turn'))
    await asyncio.sleep(1)


for p in (iterations, due_timers, sleeps, equal_timers, late_timers, cancelled_handles, main_done):
    print('--', p.__name__)
    asyncio.run(p())


try:
    asyncio.run(stopped())
except RuntimeError as e:
    print(e)
