"""Cancel caught in main
the gather raises, main goes on, job2 finishes

The same cancel at the same moment, but main is ready for it. The gather
raises, main catches and goes on, and job2 never learns that anything
was wrong. It ends at 1.5 s with its result.

So it was not the gather that cancelled job2 in the lesson, nor job1. It
was asyncio.run, because main had ended.
"""
import asyncio


async def job1():
    print("job1 start")
    await asyncio.sleep(1)
    print("job1 end")
    return "job1 result"


async def job2():
    print("job2 start")
    try:
        await asyncio.sleep(1.5)
        print("job2 end")
        return "job2 result"
    except asyncio.CancelledError:
        print("job2 cancelled")
        raise


async def main():
    print("main start")
    task1 = asyncio.create_task(job1())
    task2 = asyncio.create_task(job2())
    asyncio.get_running_loop().call_later(0.5, task1.cancel)
    try:
        await asyncio.gather(task1, task2)
    except asyncio.CancelledError:
        #: job1's cancellation, brought here by the gather.
        print("main caught it")
    #: job2 is a task of its own; main may still await it.
    #? Is job2 still alive here? | yes* | no, the gather has ended
    print(await task2)
    print("main end")


asyncio.run(main())
#! check: task job1 cancelled
#! check: task job2 returned 'job2 result'
#! check: printed 'main caught it' at 0.5
#! check: not printed 'job2 cancelled'
#! check: task main returned
#! check: time 1.5
