"""return_exceptions
cancelled early, late, or by you

The article says: *gather catches the error; job1 is not executed.*

The first half is right. With `return_exceptions=True` a CancelledError
is no more than a value in its slot, and gather waits for everybody.

The second half depends on when. `early` is cancelled before its first
step: its body never begins, not even the `try`, so no `finally` runs.
`late` is cancelled at 0.5 s, half way: it did run in part, and its
`finally` runs. Nobody touches job1 and job2. They are yours.

In the lanes: early is born, waits its turn and is over, without one of
its lines having run. late stops half way.

Try:
- `space`: late prints its start and its `finally`, early prints
  nothing, and in main's list both have a CancelledError.
- `r`, `→` until job1 sleeps, then `c` on job1. It ends like late, now
  in the third slot. gather still waits for job2.
- `r`, `→` until job1 sleeps, `s` on job1, then `c` on it. gather gives
  up on its third slot: CancelledError. But job1 itself sleeps on and
  ends with its result, which nobody collects.
- The same with `C` for `c`: it goes past the shield, and job1 ends
  cancelled with its `finally`.
"""
import asyncio


async def job1(who):
    print(who, "start")
    try:
        #: A task cancelled while it waits gets CancelledError here.
        await asyncio.sleep(1)
        print(who, "end")
        return "job1 result"
    finally:
        #: Runs only for those who have entered the try.
        print(who, "finally")


async def job2():
    print("job2 start")
    await asyncio.sleep(1.5)
    print("job2 end")
    return "job2 result"


async def main():
    early = asyncio.create_task(job1("early"), name="early")
    late = asyncio.create_task(job1("late"), name="late")
    task1 = asyncio.create_task(job1("job1"), name="job1")
    task2 = asyncio.create_task(job2(), name="job2")
    #: early has not had its first step yet.
    #? What will early print?
    #? | early start | early finally | both | nothing*
    early.cancel()
    asyncio.get_running_loop().call_later(0.5, late.cancel)
    #: It waits for all four, however they end.
    #? Two of the four are cancelled. What does gather do?
    #? | raises CancelledError | returns four values*
    results = await asyncio.gather(
        early, late, task1, task2, return_exceptions=True
    )
    for result in results:
        print(repr(result))


asyncio.run(main())
#! check: task early cancelled
#! check: not printed 'early start'
#! check: not printed 'early finally'
#! check: task late cancelled
#! check: printed 'late start'
#! check: printed 'late finally' at 0.5
#! check: not printed 'late end'
#! check: task job1 returned 'job1 result'
#! check: task job2 returned 'job2 result'
#! check: printed "CancelledError('')"
#! check: task main returned
#! check: time 1.5
