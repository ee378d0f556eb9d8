import asyncio


async def job(n):
    try:
        await asyncio.sleep(n)
    except asyncio.CancelledError:
        print("cancelled")
        raise
    finally:
        print("over")


async def outer(n):
    await job(n)
    return 1


async def stubborn():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        pass
    await asyncio.sleep(1)
    raise KeyError


async def main():
    t = asyncio.create_task(outer(1))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        pass
    try:
        await asyncio.wait_for(job(3), 1)
    except TimeoutError:
        n = 1
    t = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except KeyError:
        n = 2
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(stubborn())
            tg.create_task(outer(0))
            await asyncio.sleep(1)
            raise ValueError
    except* ValueError:
        n = 3
    except* KeyError:
        n = 4
    asyncio.create_task(job(9))
    await asyncio.sleep(0)


asyncio.run(main())
