import asyncio


async def last_turns():
    """The iterations that asyncio.run makes after main."""
    loop = asyncio.get_running_loop()

    def tick(n):
        print('tick', n)
        loop.call_soon(tick, n + 1)
    loop.call_soon(tick, 0)
    loop.call_later(0, print, 'due')
    loop.call_later(1, print, 'not due')


for p in (last_turns,):
    print('--', p.__name__)
    try:
        asyncio.run(p())
    except BaseException as e:
        print('run', repr(e))
