import asyncio


async def work(seconds):
    try:
        await asyncio.sleep(seconds)
        return "finished"
    except asyncio.CancelledError:
        print("    work cancelled")
        raise


async def attempt(outer, inner, seconds):
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        async with asyncio.timeout(outer) as o:
            try:
                async with asyncio.timeout(inner) as i:
                    result = await work(seconds)
            except TimeoutError:
                result = "inner timeout"
                await asyncio.sleep(0.2)
            print("   ", o, i)
    except TimeoutError as e:
        result = "outer timeout"
        print("    cause:", type(e.__cause__).__name__, repr(e))
    print(f"outer={outer} inner={inner} work={seconds}: {result} after {loop.time() - start:.1f}")
    print("    expired:", o.expired(), i.expired(), "when:", o.when() is None, i.when() and round(i.when() - start, 1))


async def main():
    await attempt(1, 0.5, 0.3)
    await attempt(1, 0.5, 0.8)
    await attempt(0.5, 1, 0.8)
    await attempt(0.6, 0.5, 0.8)
    await attempt(0.5, 0.5, 0.8)
    await attempt(None, None, 0.1)
    async with asyncio.timeout(10) as cm:
        print("before", cm.when())
        cm.reschedule(asyncio.get_running_loop().time() + 0.2)
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("in the block:", cm, cm.expired())
            cm2 = cm
            try:
                cm.reschedule(None)
            except RuntimeError as e:
                print("RuntimeError:", e)
    print("after", cm2)


try:
    asyncio.run(main())
except TimeoutError as e:
    print("out of run:", repr(e))
try:
    t = asyncio.Timeout(None)
    t.reschedule(1)
except RuntimeError as e:
    print(e)
