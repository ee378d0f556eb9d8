"""gather
two lanes: they overlap

The article says: *without gather, coroutines stay synchronous.*

True of lesson 1, but the magic is not gather's. What overlaps is tasks:
gather makes one of each coroutine that you give it, and a task is
something the loop can run while another one waits. gather is one way
to get tasks; `create_task` in the next lesson is another.

In the lanes: job1 and job2 are born at the gather line, ready but not
running. main has to step aside first. Then both sleep at the same time,
and the whole program takes as long as its longest part: 1 s.

Try:
- `→` again and again: each press runs one task until it waits, or one
  short errand of the loop, such as a timer. Two tasks never run at one
  moment; they wait at one moment.
- `r`, then `→` until both jobs sleep. Select main and press `c`. main
  waits for the gather, so the request goes down to job1 and job2. They
  get CancelledError first, main gets it last.
- `r`, `→` until both sleep, `s` on job1, then `c` on main. The shield
  keeps this cancel from job1, and main ends all the same. Then
  asyncio.run cancels whatever is left over: job1. A shield guards
  against those who wait, not against the end of the program.
- `r`, then `t` for the turn ruler: between job1's end and main's return
  stands one short step of gather's own, counting who is done.
"""
import asyncio


async def job1():
    print("job1 start")
    #: From here to its timer, job1 costs the loop nothing.
    await asyncio.sleep(1)
    print("job1 end")
    return "job1 result"


async def job2():
    print("job2 start")
    #: job1 sleeps too: two timers, no threads.
    await asyncio.sleep(0.5)
    print("job2 end")
    return "job2 result"


async def main():
    print("main start")
    #: gather makes two tasks; main waits until both are done.
    #? How many tasks are there from here on? | 1 | 2 | 3*
    #? job1 sleeps 1 s, job2 0.5 s. When does main go on?
    #? | after 0.5 s | after 1 s* | after 1.5 s
    await asyncio.gather(job1(), job2())
    print("main end")


asyncio.run(main())
#! check: tasks 3
#! check: before 'job2 start' 'job1 end'
#! check: before 'job2 end' 'job1 end'
#! check: task job1 returned 'job1 result'
#! check: task job2 returned 'job2 result'
#! check: time 1
