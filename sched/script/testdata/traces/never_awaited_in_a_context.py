import asyncio
async def u5():
    pass
async def main():
    loop = asyncio.get_running_loop()
    f2 = loop.create_future()
    try:
        await asyncio.wait_for(asyncio.wait_for(u5(), 1), 0)
    except asyncio.TimeoutError as e:
        print('t', repr(e))
        try:
            await asyncio.gather(asyncio.wait_for(f2, 0.5))
        except Exception as e:
            print('x', repr(e), repr(e.__context__), repr(e.__context__.__context__))
asyncio.run(main())
