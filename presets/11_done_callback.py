"""add_done_callback
queued, not called: it runs next turn

The article says: *it is called immediately, with the return value.*

Neither, quite. When a task is done, its callbacks are put into the
ready queue, and they run when their turn comes: in the next turn of the
loop. That holds even for a task that is done already. And what they get
is the task. Its `result()` gives the return value, or raises what the
job raised, CancelledError included. A callback should expect that.

In the lanes: ƒ is a small slice of its own, after the end of its task.
It belongs to no task: the loop itself calls it.

Try:
- `t` for the turn ruler, then `space`: each ƒ stands one turn after the
  end of its job. After job1 come ƒ and main in the same turn, ƒ first,
  in the order in which they asked.
- `r`, `→` until both sleep, then `b` on job1 and enter: your callback
  is one more in that queue, behind those who asked before.
- `r`, `→` until both sleep, then `c` on job2. `task.result()` raises
  inside the callback. The loop reports it and goes on, and so do job1
  and main.
"""
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


def report(task):
    #: It gets the task; the result is inside.
    print("callback:", task.result())


async def main():
    task1 = asyncio.create_task(job1())
    task2 = asyncio.create_task(job2())
    task1.add_done_callback(report)
    task2.add_done_callback(report)
    #: main asked after report did, so it wakes after report.
    print("main has", await task1)
    #? job1 is done already. Which line is printed next?
    #? | callback: job1 result | main has added one more*
    task1.add_done_callback(report)
    print("main has added one more")
    #: Gives the loop a turn, and so the callback.
    await asyncio.sleep(0)
    print("main end")


asyncio.run(main())
#! check: printed 'callback: job2 result' at 0.5
#! check: printed 'callback: job1 result' 2 times
#! check: before 'job1 end' 'callback: job1 result'
#! check: before 'callback: job1 result' 'main has job1 result'
#! check: before 'main has added one more' 'callback: job1 result'
#! check: last 'main end'
#! check: time 1
