"""A workshop

Two workers take orders from a queue that holds two, share one saw and two
benches, and begin when the doors open.
"""
import asyncio
import sys


async def customer(orders):
    for n in range(6):
        await orders.put(n)
        print("ordered", n)


async def worker(name, orders, saw, benches, doors):
    await doors.wait()
    while True:
        order = await orders.get()
        async with benches:
            async with saw:
                await asyncio.sleep(0.25)
            print(name, "made", order)
        if order == 3:
            print(name, "cut a finger", file=sys.stderr)
        orders.task_done()


async def main():
    orders = asyncio.Queue(2)
    saw = asyncio.Lock()
    benches = asyncio.Semaphore(2)
    doors = asyncio.Event()
    workers = [
        asyncio.create_task(worker(name, orders, saw, benches, doors), name=name)
        for name in ("Ann", "Bob", "Cy")
    ]
    customers = asyncio.create_task(customer(orders))
    await asyncio.sleep(0.1)
    doors.set()
    await customers
    await orders.join()
    for task in workers:
        task.cancel()


asyncio.run(main())
