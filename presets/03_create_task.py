"""create_task
born ready: await only waits for it

The article says: *await binds the tasks to the loop.*

It is `create_task` that does so, at once. The task stands in the ready
queue before `create_task` returns. It does not run yet, because main is
running, and only one task runs at a time. The moment main waits for
anything, whatever it may be, the two have their turn. `await task1`
only means: I go no further without its result.

In the lanes: both are born ready while main still runs, and begin when
main first steps aside.

Try:
- `→` once. main has printed two lines, the jobs stand ready, and
  neither has printed anything.
- `space`. When job1 ends, job2 has long been done. So `await task2`
  has nothing to wait for, and main runs straight through it.
- `r`, `→` until both sleep, then `c` on main. It awaits job1, so job1
  is cancelled with it. job2 hears nothing of that; it is asyncio.run
  that cancels it, after main has ended.
- Compare with the other file: there main never awaits the tasks, and
  they run just the same.
"""
#: compare: created_never_awaited.py
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
    #: Queued at once; runs when main steps aside.
    task1 = asyncio.create_task(job1())
    task2 = asyncio.create_task(job2())
    #? Both tasks exist now. What is printed next?
    #? | job1 start | main has two tasks* | nothing
    print("main has two tasks")
    #: The first await that waits: here main steps aside.
    result1 = await task1
    #? job2 is done since 0.5 s. Does this await step aside?
    #? | yes, each await does | no, it goes straight on*
    result2 = await task2
    print(result1, result2)
    print("main end")


asyncio.run(main())
#! check: tasks 3
#! check: before 'main has two tasks' 'job1 start'
#! check: before 'job1 start' 'job2 start'
#! check: waits main 1
#! check: time 1
