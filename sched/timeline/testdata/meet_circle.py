import asyncio


async def follows(others, i):
    await asyncio.sleep(0)
    await asyncio.gather(others[i - 1], others[0]) if i else await others[2]


async def main():
    tasks = []
    for i in range(3):
        tasks.append(asyncio.create_task(follows(tasks, i)))
    await asyncio.wait(tasks, timeout=1)
    shielded = asyncio.shield(tasks[1])
    both = asyncio.gather(shielded, asyncio.sleep(5), tasks[2])
    await both


asyncio.run(main())
