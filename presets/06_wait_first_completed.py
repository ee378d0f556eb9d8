"""wait FIRST_COMPLETED
the first one wakes main, the rest run on

The article says: *with FIRST_COMPLETED you notice the first one done.*

You do, and nobody else does. The others are not stopped, not paused and
not told. They are in `pending`, and they run on for as long as the loop
does. What becomes of them is up to you: await them, cancel them, or
leave them to asyncio.run, which cancels them at the end.

And "first" may be several. `done` holds everybody who is done when main
wakes; see the file to compare.

In the lanes: job2 ends at 0.5 s and main wakes. job1's lane goes on
beneath, past the flag, as if nothing had happened.

Try:
- `space`: main prints at 0.5 s, job1 ends at 1 s, as it always would.
- `t` for the turn ruler: between job2's end and main's step stands a
  short callback of wait's own, which sees that one is enough.
- `r`, `→` until both sleep, then `c` on job2. It is cancelled, and main
  wakes at once: cancelled is completed, too.
"""
#: compare: first_completed_both.py
import asyncio


async def job1():
    print("job1 start")
    await asyncio.sleep(1)
    #: wait has long returned. Nobody told job1, nobody needed to.
    print("job1 end")
    return "job1 result"


async def job2():
    print("job2 start")
    await asyncio.sleep(0.5)
    print("job2 end")
    return "job2 result"


async def main():
    print("main start")
    #: Tasks, not coroutines: since Python 3.11 wait insists.
    task1 = asyncio.create_task(job1())
    task2 = asyncio.create_task(job2())
    #: main sleeps until one of the two is done.
    done, pending = await asyncio.wait(
        [task1, task2], return_when=asyncio.FIRST_COMPLETED
    )
    #? job2 is done and main is awake. What about job1?
    #? | cancelled | paused | it sleeps on, its time runs*
    print("job2 done:", task2 in done)
    print("job1 pending:", task1 in pending)
    #: A pending task is still yours: you can await it.
    print(await task1)
    print("main end")


asyncio.run(main())
#! check: printed 'job2 done: True' at 0.5
#! check: printed 'job1 pending: True' at 0.5
#! check: task job1 returned 'job1 result'
#! check: time 1
