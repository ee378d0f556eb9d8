"""A producer and a consumer: 350,000 items over a queue of ten."""
import asyncio


async def produce(queue, items):
    for i in range(items):
        await queue.put(i)
    await queue.put(None)


async def consume(queue):
    total = 0
    while (item := await queue.get()) is not None:
        total += item * item % 7
        queue.task_done()
    return total


async def main():
    queue = asyncio.Queue(10)
    _, total = await asyncio.gather(produce(queue, 350_000), consume(queue))
    print(total)


asyncio.run(main())
