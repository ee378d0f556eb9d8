"""Shield, but main ends
no one waits for job1: run cancels it

The same wall and the same cancel, and job1 survives it as before. But
here main does not wait for job1: it ends. asyncio.run then cancels
every task that is left over, each one directly. No shield stands in
that way.

If work must be finished, someone must wait for it. Keep the task, and
await it before main ends.
"""
import asyncio


async def job1():
    print("job1 start")
    try:
        await asyncio.sleep(1)
        print("job1 end")
        return "job1 result"
    except asyncio.CancelledError:
        #: Not through the shield: from asyncio.run itself.
        print("job1 cancelled")
        raise


async def job2(task1):
    print("job2 start")
    try:
        result = await asyncio.shield(task1)
        print("job2 has", result)
    except asyncio.CancelledError:
        print("job2 cancelled")
        raise


async def main():
    print("main start")
    task1 = asyncio.create_task(job1())
    task2 = asyncio.create_task(job2(task1))
    await asyncio.sleep(0.5)
    task2.cancel()
    #: Leave job2 a moment to end.
    await asyncio.sleep(0.1)
    print("job1 done:", task1.done())
    #? main ends here. What becomes of the shielded job1?
    #? | it finishes at 1 s | it is cancelled*
    print("main end")


asyncio.run(main())
#! check: task job2 cancelled
#! check: printed 'job1 done: False'
#! check: task main returned
#! check: left over job1
#! check: before 'main end' 'job1 cancelled'
#! check: task job1 cancelled
#! check: time 0.6
