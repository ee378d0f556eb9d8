"""wait FIRST_EXCEPTION
a failure wakes main; nothing is raised

The article says: *with FIRST_EXCEPTION you notice the first exception.*

Notice is the right word, for wait does not raise it. The exception is
kept inside the task, and main wakes with two sets as always. Ask the
task: `exception()` gives it to you, `result()` or an await raises it.
If nobody ever asks, Python complains when the task is thrown away.
And job1? It goes on: wait cancels nobody.

A cancellation is no exception to wait. See it with the last step below.

In the lanes: ✗ at 0.5 s on job2's lane wakes main; job1 goes on to its
own end.

Try:
- `space`: main wakes at 0.5 s, half a second before job1 ends.
- `r`, `→` until both sleep, then `b` on job2 and enter: your callback
  tells of the ValueError at 0.5 s. It is there for whoever asks.
- `r`, `→` until both sleep, then `c` on job2. It ends at once, but that
  is no failure: main sleeps on until job1 is done too, at 1 s.
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
    #: Stored in the task, and main is woken.
    raise ValueError("job2 failed")


async def main():
    print("main start")
    #: Tasks, not coroutines: since Python 3.11 wait insists.
    task1 = asyncio.create_task(job1())
    task2 = asyncio.create_task(job2())
    #: Wakes at the first failure, or when all are done.
    #? job2 raises at 0.5 s. What does this await do?
    #? | raises ValueError | returns two sets* | waits for job1
    done, pending = await asyncio.wait(
        [task1, task2], return_when=asyncio.FIRST_EXCEPTION
    )
    print("done", len(done), "pending", len(pending))
    if task2.cancelled():
        print("job2 was cancelled")
    else:
        #: main has asked, so Python need not complain.
        print("job2 raised:", task2.exception())
    print(await task1)
    print("main end")


asyncio.run(main())
#! check: printed 'done 1 pending 1' at 0.5
#! check: task job2 raised ValueError
#! check: printed 'job2 raised: job2 failed'
#! check: task job1 returned 'job1 result'
#! check: task main returned
#! check: time 1
