"""wait ALL_COMPLETED
two sets of tasks, not their results

The article says: *wait returns the task object.*

It returns two sets of tasks, `done` and `pending`. With ALL_COMPLETED
the second one is empty. A set has no order, so you cannot read from it
which job is which; keep the tasks in variables of your own, as main
does here, and ask those. The results are still inside: `task1.result()`
fetches one.

In the lanes: the same two lanes as with gather. What differs is what
main holds in its hands afterwards.

Note the name `Task-2`. A task that you give no name gets one from a
counter, and `Task-1` was main. That is the name in logs and in print.

Try:
- `space`, then read the output: who is in done, and job1's name.
- `r`, `→` until both sleep, then `c` on main. wait passes nothing on:
  the jobs are still there when main is gone, and asyncio.run has to
  cancel them. gather would have done it itself.
- `r`, `→` until both sleep, then `c` on job1. It counts as done too:
  done means ended, in whatever way. `task1.result()` is where main
  then meets CancelledError.
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


async def main():
    print("main start")
    #: Python 3.10 still took bare coroutines here, with a warning.
    #: Since 3.11 wait wants tasks; this way works in both.
    task1 = asyncio.create_task(job1())
    task2 = asyncio.create_task(job2())
    #: wait starts nothing and stops nothing. It watches.
    #? What does wait hand to main?
    #? | the results | a task | two sets of tasks*
    done, pending = await asyncio.wait(
        [task1, task2], return_when=asyncio.ALL_COMPLETED
    )
    print("done", len(done), "pending", len(pending))
    #? What is the name of job1's task?
    #? | job1 | Task-1 | Task-2*
    print(task1 in done, task1.get_name())
    #: done says that it ended, result() says how.
    print(task1.result())
    print("main end")


asyncio.run(main())
#! check: printed 'done 2 pending 0'
#! check: printed 'True Task-2'
#! check: printed 'job1 result'
#! check: time 1
