"""A meeting

A barrier lets three in at once, a condition wakes those who wait for news, and
two friends wait for each other for ever.
"""
import asyncio


async def guest(n, gate):
    await asyncio.sleep(n / 10)
    await gate.wait()


async def reader(paper, news):
    async with paper:
        await paper.wait_for(lambda: news)
        return news[0]


async def friend(others, n):
    return await others[n]


async def boss(task):
    return await asyncio.gather(task, asyncio.sleep(2))


async def main():
    gate, paper, news = asyncio.Barrier(3), asyncio.Condition(), []
    guests = [asyncio.create_task(guest(n, gate), name=f"guest {n}") for n in (1, 2, 3)]
    readers = [asyncio.create_task(reader(paper, news)) for _ in range(2)]
    await asyncio.gather(*guests)
    bosses = [asyncio.create_task(boss(readers[0])) for _ in range(2)]
    await asyncio.sleep(0.1)
    async with paper:
        news.append("rain")
        paper.notify_all()
    await asyncio.gather(*readers, *bosses)
    friends = []
    friends.append(asyncio.create_task(friend(friends, 1), name="Eve"))
    friends.append(asyncio.create_task(friend(friends, 0), name="Flo"))
    await asyncio.wait(friends)


asyncio.run(main())
