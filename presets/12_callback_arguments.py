"""Callback arguments
partial brings them, before the task

The article says: *add_done_callback supports arguments itself.*

It takes the function and nothing else, except the keyword `context=`
for context variables. An extra argument is a TypeError, on the spot.
`functools.partial` fills the gap: it makes a function that remembers
its arguments. They come first; the task, which is added at the call,
comes last. So write the task as the last parameter.

In the lanes: two ƒ slices, one for each job, each with its own tag.

Try:
- `space`, and read the output: the tag, then the task's result.
- `r`, `→` until both sleep, then `b` on job1 and enter. loopscope shows
  you the equal Python, and there is a `functools.partial` in it.
- `t` for the turn ruler: job1's ƒ and main run in the same turn, one
  turn after job1's end.
"""
import asyncio
import functools


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


def report(tag, task):
    #: The bound arguments first, the task last.
    print(tag, task.result())


async def main():
    task1 = asyncio.create_task(job1())
    task2 = asyncio.create_task(job2())
    try:
        #? What does this call do?
        #? | report gets "extra" | "extra" is ignored | TypeError*
        task1.add_done_callback(report, "extra")
    except TypeError:
        print("only a function, please")
    #: A new function that remembers "first".
    #? How will report be called?
    #? | report("first", task)* | report(task, "first")
    task1.add_done_callback(functools.partial(report, "first"))
    task2.add_done_callback(functools.partial(report, "second"))
    #: Wakes in the same turn as job1's callback, just after it.
    print("main has", await task1)


asyncio.run(main())
#! check: printed 'only a function, please' at 0
#! check: printed 'second job2 result' at 0.5
#! check: printed 'first job1 result' at 1
#! check: before 'first job1 result' 'main has job1 result'
#! check: time 1
