import asyncio, inspect, numbers, sys
from decimal import Decimal

def who():
    return sys._getframe(1).f_code.co_name, inspect.currentframe().f_back.f_lineno

def locals_of_caller():
    x = 1
    return sorted(sys._getframe(1).f_locals), sys._getframe().f_back.f_code.co_name

def caller(a, b=2):
    c = 3
    return locals_of_caller()

async def main():
    print(who(), caller(1))
    print(isinstance(Decimal(1), numbers.Number), isinstance(Decimal(1), numbers.Real), isinstance(1j, numbers.Complex), isinstance(1j, numbers.Real), isinstance(1.5, numbers.Complex))
    d = {"a": 1}
    print(d.keys().mapping, d.values().mapping["a"], d.items().mapping == d)
    try:
        iter([], 5)
    except TypeError as e:
        print(e)

asyncio.run(main())
