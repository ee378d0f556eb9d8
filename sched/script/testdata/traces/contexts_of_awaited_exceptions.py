import asyncio
def show(e):
    names = []
    while e is not None:
        names.append(type(e).__name__ + str(e.args))
        e = e.__context__
    return ' <- '.join(names)
async def child():
    try:
        raise KeyError('in')
    except KeyError:
        raise ValueError('out')
async def thrown():
    await asyncio.sleep(0)
    try:
        raise KeyError('in')
    except KeyError:
        raise ValueError('out')
def plain():
    try:
        raise KeyError('in')
    except KeyError:
        raise ValueError('out')
def gen():
    try:
        yield 1
    except ZeroDivisionError:
        try:
            yield 2
        except Exception as e:
            print('gen', show(e))
async def main():
    for fn in child, thrown:
        try:
            raise IndexError(1)
        except IndexError:
            try: await fn()
            except Exception as e: print(fn.__name__, 'direct', show(e))
            try: await asyncio.create_task(fn())
            except Exception as e: print(fn.__name__, 'task', show(e))
            try: await asyncio.gather(fn())
            except Exception as e: print(fn.__name__, 'gather', show(e))
            t = asyncio.create_task(fn())
            await asyncio.wait([t])
            try: await t
            except Exception as e: print(fn.__name__, 'done task', show(e))
            try: t.result()
            except Exception as e: print(fn.__name__, 'result', show(e))
            try: await asyncio.wait_for(asyncio.sleep(5), 1)
            except Exception as e: print('wait_for', show(e))
            try:
                async with asyncio.timeout(1): await asyncio.sleep(5)
            except Exception as e: print('timeout', show(e))
            try:
                async with asyncio.TaskGroup() as tg: tg.create_task(fn())
            except* Exception as e: print('group', show(e), show(e.exceptions[0]))
            f = asyncio.get_running_loop().create_future()
            x = ValueError('f')
            x.__context__ = KeyError('own')
            f.set_exception(x)
            try: await f
            except Exception as e: print('future', show(e))
            f = asyncio.get_running_loop().create_future()
            x = ValueError('f')
            x.__context__ = KeyError('own')
            asyncio.get_running_loop().call_soon(f.set_exception, x)
            try: await f
            except Exception as e: print('future', show(e))
            try: await asyncio.wait_for(f, 1)
            except Exception as e: print('future wf', show(e))
            try: await asyncio.shield(f)
            except Exception as e: print('future sh', show(e))
            try: plain()
            except Exception as e: print('plain', show(e))
            try: 
                try: plain()
                except Exception as e: y = e
                raise y
            except Exception as e: print('again', show(e))
    g = gen()
    next(g)
    g.throw(ZeroDivisionError('z'))
    x = ValueError('f')
    x.__context__ = KeyError('own')
    try: g.throw(x)
    except StopIteration: pass
asyncio.run(main())
