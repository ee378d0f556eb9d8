import asyncio


async def fetch(name, delay):
    await asyncio.sleep(delay)
    return name.upper()


def total(values):
    result = 0
    for v in values:
        result += v
    return result


async def worker(name, queue, done):
    seen = []
    for i in range(3):
        item = await queue.get()
        seen.append(item)
        text = await fetch(f"{name}-{item}", 0.1 * (i + 1))
        done[text] = total(seen)
    return seen


async def main():
    queue = asyncio.Queue()
    done = {}
    for n in range(6):
        queue.put_nowait(n)
    async with asyncio.TaskGroup() as group:
        a = group.create_task(worker("ann", queue, done), name="ann")
        b = group.create_task(worker("bob", queue, done), name="bob")
    print(done, a.result(), b.result())


asyncio.run(main())
