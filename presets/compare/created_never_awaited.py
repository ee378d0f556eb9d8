"""Created, never awaited
the same tasks, no await: they run

Here main makes the two tasks and then merely sleeps. Nobody awaits
them, and both run from start to end: `create_task` has put them in the
ready queue, and the loop needs no more than that.

What an await would have given main is their results, their exceptions,
and the certainty that they are done. Without it, main has to outlive
them by luck: had it slept for less than a second, asyncio.run would
have cancelled job1 at main's end.

And do keep such tasks in a variable. asyncio's own list of them holds
them only weakly, so a task that no one refers to may be thrown away.
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
    task1 = asyncio.create_task(job1())
    task2 = asyncio.create_task(job2())
    #: Not a word of task1 or task2, and still they get their turn.
    #? Nobody awaits the tasks. Do the jobs run?
    #? | no | yes, both to their ends*
    await asyncio.sleep(2)
    print(task1.done(), task2.done())
    print("main end")


asyncio.run(main())
#! check: task job1 returned 'job1 result'
#! check: task job2 returned 'job2 result'
#! check: printed 'True True'
#! check: time 2
