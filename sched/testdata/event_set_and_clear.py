import asyncio


async def waits(ev):
    try:
        print(await ev.wait())
    except asyncio.CancelledError as e:
        print('got', *e.args)
        raise


async def main():
    ev = asyncio.Event()
    a, b, c = [asyncio.create_task(waits(ev)) for _ in range(3)]
    await asyncio.sleep(1)
    b.cancel('one')
    await asyncio.sleep(1)
    ev.set()
    ev.clear()
    print(ev.is_set())
    c.cancel('two')
    late = asyncio.create_task(ev.wait())
    await asyncio.sleep(1)
    ev.set()
    ev.set()
    print(await ev.wait())
    await late


asyncio.run(main())
