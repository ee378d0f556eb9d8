import asyncio

ready = []


async def waits(cond, name):
    async with cond:
        try:
            await cond.wait()
        except asyncio.CancelledError as e:
            print(name, *e.args)
            raise
        finally:
            print(cond.locked())
        print(name)


async def waits_for(cond):
    async with cond:
        print(await cond.wait_for(lambda: len(ready)))


async def main():
    cond = asyncio.Condition()
    for misuse in cond.notify, cond.notify_all:
        try:
            misuse()
        except RuntimeError as e:
            print(*e.args)
    try:
        await cond.wait()
    except RuntimeError as e:
        print(*e.args)
    a, b, c, d = [asyncio.create_task(waits(cond, name)) for name in 'abcd']
    e = asyncio.create_task(waits_for(cond))
    await asyncio.sleep(1)
    async with cond:
        cond.notify(2)
        a.cancel('notified')
        await asyncio.sleep(1)
        a.cancel('again')
        await asyncio.sleep(1)
    await asyncio.sleep(1)
    d.cancel('waiting')
    await asyncio.sleep(1)
    async with cond:
        cond.notify_all()
    await asyncio.sleep(1)
    async with cond:
        ready.append('x')
        cond.notify_all()
    await e


asyncio.run(main())
