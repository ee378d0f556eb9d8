"""shield
a wall for one direction only

The article says: *a shielded job is not cancelled in any case.*

It is in several. `shield(task1)` puts a wall between job1 and whoever
waits through it, here job2. Cancel job2, and the cancel stops at the
wall: job1 sleeps on. But job2 itself is cancelled; the shield was never
for those who wait. And a cancel that does not come through the wall,
`task1.cancel()` or the end of asyncio.run, finds job1 as bare as ever.

In the lanes: the wall stands between job2 and job1. At 0.5 s the cancel
meets it; job2 ends there, job1 goes on, and now main awaits it.

Try:
- `space`, and follow the cancel: requested at 0.5 s by main, delivered
  to job2, and no mark on job1.
- `r`, `→` until job2 has started, then `c` on job1. It is gone, in
  spite of the shield in the program: you asked job1 itself. job2 gets
  CancelledError as well, for there is nothing left to wait for. So does
  main, at 0.5 s, when it awaits job1.
- `r`, `→` until job2 has started, then `s` and `c` on job1: a wall of
  your own. This cancel stops there, and job1 sleeps on. `C` goes past.
- Compare with the other file: main ends first, and asyncio.run cancels
  job1.
"""
#: compare: shield_main_ends.py
import asyncio


async def job1():
    print("job1 start")
    #: It sleeps through the cancel of job2 and never hears of it.
    await asyncio.sleep(1)
    print("job1 end")
    return "job1 result"


async def job2(task1):
    print("job2 start")
    try:
        #: job2 waits for the wall, and the wall waits for job1.
        result = await asyncio.shield(task1)
        print("job2 has", result)
    except asyncio.CancelledError:
        #: The wall has saved job1, not job2.
        print("job2 cancelled")
        raise


async def main():
    print("main start")
    task1 = asyncio.create_task(job1())
    task2 = asyncio.create_task(job2(task1))
    await asyncio.sleep(0.5)
    #: Goes to job2, and from there to what job2 awaits: the shield.
    #? Who will get a CancelledError?
    #? | nobody, it is shielded | job2* | job1 and job2
    task2.cancel()
    #: job1 is unharmed, and main may simply await it.
    print(await task1)
    print("main end")


asyncio.run(main())
#! check: task job2 cancelled
#! check: printed 'job2 cancelled' at 0.5
#! check: task job1 returned 'job1 result'
#! check: task main returned
#! check: time 1
