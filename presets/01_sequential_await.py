"""Sequential await
two jobs, one lane: why nothing overlaps

These twelve lessons follow an article on asyncio, one situation each,
and each begins with a sentence that deserves a second look. Predict
before you watch; to be wrong here is how it sticks.

The article says: *`await` switches to another method.*

Nearly, and much of the trouble with asyncio starts in that "nearly".
Awaiting a coroutine is a call. main steps into job1 as it would into
any function, and no one else gets a turn. Only when something inside
really has to wait, here the sleep, does the whole chain step aside and
the loop look for another task that is ready. There is none: this
program has one task, main. So the loop rests.

In the lanes: a single lane. Its second row tells where main is, first
inside job1, then inside job2. In the gaps nothing runs at all, and the
times add up: 1 s and 0.5 s make 1.5 s.

Try:
- `→` once: one step takes main into job1 and on to its sleep, and
  prints two lines. Nothing was switched between main and job1.
- `space`, and watch the loop row: nothing for a second, and nothing
  for half a second. This is the time that the next lesson wins back.
- `r`, `→`, then `c`. job1 has no lane, so it is main that you cancel.
  CancelledError appears where main really is, at job1's sleep, and
  leaves through job1 and main. job2 is never called.
"""
import asyncio


async def job1():
    print("job1 start")
    #: Here main stands still, and job1 with it: they are one task.
    await asyncio.sleep(1)
    print("job1 end")
    return "job1 result"


async def job2():
    print("job2 start")
    #: The same task again, half a second more.
    await asyncio.sleep(0.5)
    print("job2 end")
    return "job2 result"


async def main():
    print("main start")
    #: A call: job1's lines run now, in main's own task.
    #? While job1 sleeps, what does the loop run?
    #? | job2 | main | nothing, it rests*
    result1 = await job1()
    #: job2() is called only now: nobody knew of it before.
    result2 = await job2()
    print(result1, result2)
    print("main end")


asyncio.run(main())
#! check: tasks 1
#! check: before 'job1 end' 'job2 start'
#! check: task main returned
#! check: time 1.5
