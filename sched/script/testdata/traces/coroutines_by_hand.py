"""Coroutines driven by hand."""
import asyncio
import types


class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        answer = yield self.value
        return answer


class TwoStep:
    def __await__(self):
        a = yield 1
        try:
            b = yield 2
        except ValueError as e:
            print("inside", e)
            b = yield 3
        return (a, b)


async def dialog(name):
    age = await Pause(f"age of {name}?")
    wish = await Pause(f"wish at {age}?")
    return f"{name} {age} {wish}"


async def outer():
    x = await dialog("Tom")
    y = await TwoStep()
    return x, y

c = outer()
print(c.cr_running, c.cr_frame is None, c.cr_await, c.cr_code.co_name, c.__name__, c.__qualname__)
print(c.send(None))
print(c.cr_frame.f_lineno, c.cr_running, c.cr_suspended)
print(c.send(7))
print(c.send("dog"))
print(c.send("x"))
print(c.throw(ValueError("thrown")))
try:
    c.send("end")
except StopIteration as e:
    print("done", e.value)
print(c.cr_frame, c.cr_running, c.cr_await)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
c = dialog("Eva")
try:
    c.send(5)
except TypeError as e:
    print(e)
c.send(None)
try:
    c.throw(KeyError("k"))
except KeyError as e:
    print("key", e)
c = dialog("Max")
c.send(None)
c.close()
try:
    c.send(None)
except RuntimeError as e:
    print(e)
c = dialog("Z")
c.close()
try:
    c.send(None)
except RuntimeError as e:
    print(e)


async def stubborn():
    try:
        await Pause("p")
    except GeneratorExit:
        print("ignoring")
        await Pause("q")

c = stubborn()
c.send(None)
try:
    c.close()
except RuntimeError as e:
    print(e)


async def cleanup():
    try:
        await Pause("p")
    finally:
        print("cleanup runs")

c = cleanup()
print(c.send(None))
c.close()
c = cleanup()
it = c.__await__()
print(next(it))
try:
    it.send("v")
except StopIteration as e:
    print("stop", e.value)


@types.coroutine
def switch(v):
    got = yield v
    return got


async def uses():
    print("got", await switch(1))
    print("got", await switch(2))
    return "fin"

c = uses()
print(c.send(None))
print(c.send("A"))
try:
    c.send("B")
except StopIteration as e:
    print(e.value)


async def self_send():
    try:
        me.send(None)
    except ValueError as e:
        print(e)

me = self_send()
try:
    me.send(None)
except StopIteration:
    pass


def run(coro):
    value = None
    while True:
        try:
            value = coro.send(value)
            print("yielded", value)
        except StopIteration as e:
            return e.value


async def compute():
    total = 0
    for i in range(3):
        total += await switch(i * 10)
    return total

print(run(compute()))


async def raises():
    await switch("a")
    raise LookupError("from coroutine")

try:
    run(raises())
except LookupError as e:
    print("caught", e)


async def returns_stop():
    raise StopIteration(3)

try:
    run(returns_stop())
except RuntimeError as e:
    print(e, repr(e.__cause__))


async def main():
    c = uses_sleep()
    fut = c.send(None)
    print(type(fut).__name__)
    fut = asyncio.get_running_loop().create_future()
    co = waits(fut)
    y = co.send(None)
    print(y is fut, y)
    fut.set_result(9)
    try:
        co.send(None)
    except StopIteration as e:
        print("value", e.value)
    c.close()


async def waits(f):
    return await f


async def uses_sleep():
    await asyncio.sleep(0)

asyncio.run(main())
print(asyncio.iscoroutine(c), asyncio.iscoroutinefunction(uses), asyncio.iscoroutinefunction(run), asyncio.isfuture(5))
