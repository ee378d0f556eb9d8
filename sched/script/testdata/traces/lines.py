"""lines of multi-line calls"""
import asyncio
import functools


def show(*a):
    print(
        *a
    )
    (
        print
    )(
        'x'
    )
    return 1


async def job(
    n,
    d=0,
):
    await asyncio.sleep(
        d
    )
    return n


class_like = [
    print('a'),
    print(
        'b',
        show(
            1
        ),
    ),
]


async def nested(x):
    r = await job(
        await job(
            x
        ),
        1
    )
    r = (
        r +
        await job(2)
    )
    return (await
            job(3))


async def main():
    loop = asyncio.get_running_loop()
    tasks = [
        asyncio.create_task(
            job(1, 1),
            name='one',
        ),
        asyncio
        .create_task(
            nested(2)
        ),
        asyncio.create_task(job(3)), asyncio.create_task(
            job(4)),
    ]
    t = (asyncio.
         create_task)(job(9))
    try:
        async with asyncio.timeout(
            0.5
        ):
            await asyncio.gather(
                *tasks,
                return_exceptions=True
            )
    except TimeoutError:
        print('timeout')
    finally:
        print(
            'fin')
    x = [await job(i) for i in range(2)]
    y = {
        k: await job(k)
        for k in 'ab'
    }
    print(x, y, f'{await job(5)} {
        await job(6)}')
    if (await job(0)
            or await job(7)):
        print('yes')
    while await job(0): pass
    else:
        print('else')
    for i in await job(
            [1]):
        print(i, await job(i), await
              job(8))
    loop.call_soon(
        lambda:
        print('lambda')
    )
    loop.call_later(0.25, functools.partial(
        show, 'later'))
    loop.call_soon(asyncio.create_task, job('cb'))
    loop.call_soon(loop.create_task, job('cb2'))
    await asyncio.wait([
        asyncio.ensure_future(job(1)),
        t], timeout=1)
    try:
        await asyncio.wait_for(
            job(1, 5),
            timeout=0.1)
    except asyncio.TimeoutError as e:
        print(repr(e))
    await asyncio.wait_for(nested(1), 5)
    await asyncio.shield(
        nested(2))
    await asyncio.sleep(0.3)
    assert await job(True), \
        'no'
    del x, y
    return (
        await job('end'))


print(asyncio.run(
    main(),
    debug=False,
))
