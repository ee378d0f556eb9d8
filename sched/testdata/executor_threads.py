import asyncio
import time


def slow(d, result):
    time.sleep(d)
    print('thread')
    return result


def fails():
    time.sleep(1)
    raise ValueError('bad')


async def main():
    loop = asyncio.get_running_loop()

    def clock():
        begun = loop.time()
        time.sleep(2)
        return f'{begun:g} {loop.time():g}'

    print(''.join(await asyncio.gather(asyncio.to_thread(slow, 3, 'a'), asyncio.to_thread(slow, 1, 'b'), asyncio.sleep(2, 'c'))))
    print(await loop.run_in_executor(None, clock))
    print(f'{loop.time():g}')
    try:
        await asyncio.to_thread(fails)
    except ValueError as e:
        print(*e.args)
    t = asyncio.create_task(asyncio.to_thread(slow, 5, 'd'))
    await asyncio.sleep(1)
    t.cancel()
    f = loop.run_in_executor(None, slow, 0, 'e')
    print(f.done())
    print(await f)
    loop.run_in_executor(None, fails)
    await asyncio.sleep(6)


asyncio.run(main())
