"""First completed: both
FIRST_COMPLETED, and two are first

Both jobs are done in their very first step, one after the other in the
same turn of the loop. wait hears of it in the next turn, and main has
its step in the one after that. By then both are done, and so `done`
holds two tasks.

Code that says `task = done.pop()` and forgets the rest loses a result
here. Loop over `done` instead; it is never empty unless you gave wait a
timeout.
"""
import asyncio


async def job1():
    print("job1 start")
    print("job1 end")
    return "job1 result"


async def job2():
    print("job2 start")
    print("job2 end")
    return "job2 result"


async def main():
    print("main start")
    task1 = asyncio.create_task(job1())
    task2 = asyncio.create_task(job2())
    #: Both tasks end before main can wake.
    #? How many tasks will done hold? | 1 | 2*
    done, pending = await asyncio.wait(
        [task1, task2], return_when=asyncio.FIRST_COMPLETED
    )
    print("done", len(done), "pending", len(pending))
    print("main end")


asyncio.run(main())
#! check: printed 'done 2 pending 0'
#! check: time 0
