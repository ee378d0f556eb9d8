"""Cancel in a gather
who cancelled job2? not the gather

The article says: *cancelling job1 affects job2.*

It ends that way here, but the two are not connected. Follow the chain.
job1 is cancelled. The gather that main awaits raises CancelledError in
main, and leaves job2 alone. main does not catch it, so main ends. And
when main has ended, asyncio.run cancels every task that is left: job2.

In the lanes: two edges at 0.5 s. One goes from job1 through the gather
to main, a later one from the loop to job2. Run it under python3 and you
see the traceback of a program that was cancelled.

Try:
- `→` slowly from 0.5 s on: first job1 gets it, then main, job2 last.
  Between main's end and job2's cancel, job2 is unharmed.
- `r`, `→` until both sleep, then `s` on job1 and `space`. It does not
  help: the program calls `task1.cancel()`, on the task itself. A shield
  stops a cancel that comes through somebody who waits.
- Compare with the other file: main catches the error, lives on, and
  job2 finishes in peace.
"""
#: compare: cancel_gather_caught.py
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
        #: main has ended by now: this comes from asyncio.run.
        print("job2 cancelled")
        raise


async def main():
    print("main start")
    task1 = asyncio.create_task(job1())
    task2 = asyncio.create_task(job2())
    #: In half a second the loop will call task1.cancel().
    asyncio.get_running_loop().call_later(0.5, task1.cancel)
    #: The gather passes job1's CancelledError to main, once.
    #? job1 is cancelled at 0.5 s. Who cancels job2?
    #? | job1 | the gather | asyncio.run, when main has ended*
    await asyncio.gather(task1, task2)
    #: Never reached: the gather raised, and main let it pass.
    print("main end")


asyncio.run(main())
#! check: task job1 cancelled
#! check: task main cancelled
#! check: left over job2
#! check: task job2 cancelled
#! check: not printed 'main end'
#! check: raised CancelledError
#! check: time 0.5
