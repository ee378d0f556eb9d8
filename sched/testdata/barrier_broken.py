import asyncio


async def party(barrier):
    try:
        print(await barrier.wait())
    except asyncio.BrokenBarrierError as e:
        print(*e.args)
    except asyncio.CancelledError as e:
        print('got', *e.args)
        raise


async def main():
    barrier = asyncio.Barrier(3)

    def parties(n):
        return [asyncio.create_task(party(barrier)) for _ in range(n)]

    parties(2)
    await asyncio.sleep(1)
    await barrier.reset()
    late = parties(1)
    await asyncio.sleep(1)
    late[0].cancel('one')
    await asyncio.sleep(1)
    await barrier.reset()
    parties(3)
    await asyncio.sleep(1)
    parties(2)
    await asyncio.sleep(1)
    await asyncio.create_task(barrier.abort())
    print(barrier.n_waiting, barrier.broken)
    parties(1)
    await asyncio.sleep(1)


asyncio.run(main())
