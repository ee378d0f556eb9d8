"""gather's results
done out of order, read in order

The article says: *gather collects the results.*

True, and it leaves out the best part: in which order. gather gives a
list in the order of its arguments, whoever finishes first. job2 is done
after half a second and still comes second. So you may unpack the list
without a thought for time, and on a slow day the program means the
same.

In the lanes: job2 ends first. Its result waits in the second slot until
job1 has filled the first. Only then is main ready again.

Try:
- `space`, and look at the two ends: job2's comes half a second before
  job1's, and main prints job1's result first.
- `r`, `→` until both sleep, then `b` on job2 and enter. Your callback
  tells its result at 0.5 s: the result exists then, main just does not
  have it yet.
- `r`, `→` until both sleep, then `c` on job2. A plain gather has no
  slot for a cancellation: it raises CancelledError in main at once and
  gives no results at all. Lesson 9 has the switch for that.
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
    #: Into the second slot: job2 was the second argument.
    return "job2 result"


async def main():
    print("main start")
    #: Two slots, filled in any order, read in this one.
    #? job2 is done first. Which result is results[0]?
    #? | job1's* | job2's | either, it is a race
    results = await asyncio.gather(job1(), job2())
    #: A list in the order of the arguments, so unpacking is safe.
    first, second = results
    print("first:", first)
    print("second:", second)
    print("main end")


asyncio.run(main())
#! check: before 'job2 end' 'job1 end'
#! check: printed 'first: job1 result'
#! check: printed 'second: job2 result'
#! check: time 1
