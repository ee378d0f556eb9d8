import asyncio
def stubborn():
    try: yield 1
    finally: yield 2
def caught():
    try: yield 1
    except GeneratorExit: yield 2
def guarded_then_not():
    try: yield 1
    finally: print('left the guard')
    yield 2
    yield 3
def handler():
    try: raise KeyError
    except KeyError: yield 'in handler'
async def astubborn():
    try: yield 1
    finally: yield 2
def main():
    for f in stubborn, caught:
        g = f(); next(g)
        try: g.close()
        except RuntimeError as e: print(e)
    g = guarded_then_not(); print(next(g), next(g))
    h = handler(); print(next(h))
    holder = {'g': guarded_then_not()}; next(holder['g']); next(holder['g'])
    holder['x'] = h
    print('end of main')
main()
async def amain():
    g = astubborn(); await anext(g)
    try: await g.aclose()
    except RuntimeError as e: print(e)
    k = astubborn(); print(await anext(k))
    try: await k.athrow(ValueError('v'))
    except ValueError: print('no')
    print('still')
asyncio.run(amain())
