import asyncio


async def job1():
    print("job1 start")
    await asyncio.sleep(1)
    print("job1 end")
    return "job1 result"


async def job2():
    print("job2 start")
    await asyncio.sleep(0.5)
    print("job2 end")
    return "job2 result"


async def main():
    print("main start")
    await asyncio.gather(job1(), job2())
    print("main end")


asyncio.run(main())
