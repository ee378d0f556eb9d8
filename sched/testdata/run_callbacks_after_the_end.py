import asyncio


def again(n):
    print(n)
    asyncio.get_event_loop().call_soon(again, n + 1)


def timer():
    print('timer')


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, timer)
    loop.call_later(1, timer)
    loop.call_soon(again, 1)


asyncio.run(main())
