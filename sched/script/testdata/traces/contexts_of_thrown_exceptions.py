import asyncio
def show(e):
    names = []
    while e is not None:
        names.append(type(e).__name__ + str(e.args))
        e = e.__context__
    return ' <- '.join(names)
class CM:
    def __init__(self, lock): self.lock = lock
    async def __aenter__(self):
        await self.lock.acquire()
    async def __aexit__(self, *a):
        self.lock.release()
async def agen():
    try:
        yield 1
    except KeyError:
        try:
            yield 2
        except ValueError as e:
            print('agen', show(e))
            raise RuntimeError('r')
async def inner(f):
    try:
        raise ZeroDivisionError('z')
    except ZeroDivisionError:
        await f
async def outer(f):
    try:
        raise AttributeError('a')
    except AttributeError:
        await inner(f)
async def main():
    lock = asyncio.Lock()
    loop = asyncio.get_running_loop()
    await lock.acquire()
    try:
        raise IndexError(1)
    except IndexError:
        for cm in lock, CM(lock):
            try:
                async with asyncio.timeout(1):
                    async with cm: pass
            except TimeoutError as e: print(show(e))
            try:
                await asyncio.wait_for(lock.acquire(), 1)
            except TimeoutError as e: print(show(e), show(e.__cause__))
        f = loop.create_future()
        loop.call_later(1, f.set_exception, ValueError('x'))
        try: await outer(f)
        except ValueError as e: print(show(e))
        try: await outer(f)
        except ValueError as e: print(show(e))
        f = loop.create_future()
        loop.call_later(1, f.set_exception, ValueError('x'))
        try: await asyncio.create_task(outer(f))
        except ValueError as e: print(show(e))
        async def cancelled():
            try:
                await outer(loop.create_future())
            except asyncio.CancelledError as e:
                print('c', show(e))
                raise
        t = asyncio.create_task(cancelled())
        await asyncio.sleep(0)
        t.cancel('why')
        try: await t
        except asyncio.CancelledError as e: print(show(e))
        a = agen()
        print(await anext(a), await a.athrow(KeyError('k')))
        try:
            await a.athrow(ValueError('v'))
        except RuntimeError as e: print(show(e))
        q = asyncio.Queue()
        try:
            async with asyncio.timeout(1): await q.get()
        except TimeoutError as e: print(show(e))
        try:
            async with asyncio.timeout(1):
                try: await asyncio.sleep(3)
                finally: await asyncio.sleep(0.5); print('cleanup')
        except TimeoutError as e: print(show(e))
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(outer(f))
                await asyncio.sleep(1)
        except* ValueError as e: print(show(e), show(e.exceptions[0]))
        try:
            await asyncio.gather(outer(f), asyncio.sleep(1))
        except ValueError as e: print(show(e))
asyncio.run(main())
