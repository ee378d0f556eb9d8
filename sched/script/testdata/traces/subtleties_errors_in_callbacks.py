import asyncio


def boom(*a):
    raise ValueError('boom')


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(boom)
    loop.call_later(0.1, boom, 1)
    f = loop.create_future()
    f.add_done_callback(boom)
    f.add_done_callback(lambda f: print('still', f.result()))
    f.set_result(1)
    await asyncio.sleep(1)

    def handler(loop, ctx):
        print('H', ctx['message'][:21], repr(ctx.get('exception')), sorted(ctx))
    loop.set_exception_handler(handler)
    loop.call_soon(boom)
    await asyncio.sleep(0)

    def bad(loop, ctx):
        raise KeyError('in handler')
    loop.set_exception_handler(bad)
    loop.call_soon(boom)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    loop.call_exception_handler({'message': 'custom', 'extra': 1})


asyncio.run(main())


async def main2():
    loop = asyncio.get_running_loop()

    async def other():
        try:
            await asyncio.sleep(10)
        finally:
            print('other cleanup')
    t = asyncio.create_task(other())
    await asyncio.sleep(0)

    def kb():
        raise KeyboardInterrupt('now')
    loop.call_soon(kb)
    loop.call_soon(print, 'after kb')
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('main cancelled')
        raise


try:
    asyncio.run(main2())
except KeyboardInterrupt as e:
    print('out', repr(e))


async def main3():

    async def child():
        raise SystemExit(3)
    t = asyncio.create_task(child())
    asyncio.get_running_loop().call_soon(print, 'x')
    await asyncio.sleep(1)
    print('not reached')


try:
    asyncio.run(main3())
except SystemExit as e:
    print('exit', e.code)
