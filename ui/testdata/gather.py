"""Two jobs at once
gather makes two tasks

A story has *emphasis*, `code` and paragraphs that are broken at blanks
where the pane ends.

# Try
- `space`, and watch: nothing is hidden.
- `c` on job1.
"""
import asyncio


async def job1():
    print("job1 start")
    #: The loop runs others until the second is over.
    await asyncio.sleep(1)
    print("job1 end")
    return "job1 result"


async def job2():
    print("job2 start")
    await asyncio.sleep(0.5)
    print("job2 end")
    return "job2 result"


async def both():
    return await asyncio.gather(job1(), job2(), return_exceptions=True)


async def main():
    print("main start")
    results = await both()
    print("main end")
    return results


asyncio.run(main())
