import asyncio


async def job(d, result):
    await asyncio.sleep(d)
    return result


async def fail():
    raise ValueError('bad')


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(job(0, 'x'))
            g.create_task(job(5, 'y'))
            g.create_task(fail())
            print('on')
            await asyncio.sleep(5)
    except ExceptionGroup as e:
        print(type(e).__name__, str(e))


asyncio.run(main())
