import asyncio
import time


async def fails():
    await asyncio.sleep(0.2)
    raise ValueError("no")


async def stubborn():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("not yet")
    return "stayed"


async def heavy():
    time.sleep(0.3)


def told(task):
    print("told of", task.get_name())


async def main():
    jobs = [asyncio.create_task(c, name=c.__name__) for c in (fails(), stubborn(), heavy())]
    for job in jobs:
        job.add_done_callback(told)
    left = asyncio.create_task(asyncio.sleep(9), name="left over")
    await asyncio.sleep(0.5)
    jobs[1].cancel()
    await asyncio.gather(*jobs, return_exceptions=True)
    await asyncio.get_running_loop().create_future()


async def bounded():
    await asyncio.wait_for(main(), 1)


asyncio.run(bounded())
