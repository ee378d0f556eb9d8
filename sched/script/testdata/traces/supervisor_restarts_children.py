import asyncio
from collections import Counter


class Restart(Exception):
    pass


class Supervisor:
    def __init__(self, max_restarts=3):
        self.max_restarts = max_restarts
        self.restarts = Counter()
        self.specs = {}

    def child(self, name=None):
        def register(fn):
            self.specs[name or fn.__name__] = fn
            return fn
        return register

    async def run(self):
        tasks = {asyncio.create_task(fn(), name=name): name for name, fn in self.specs.items()}
        try:
            while tasks:
                done, _ = await asyncio.wait(list(tasks), return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    name = tasks.pop(task)
                    if task.cancelled():
                        print(f"[sup] {name} was cancelled")
                    elif exc := task.exception():
                        self.restarts[name] += 1
                        if self.restarts[name] > self.max_restarts:
                            raise RuntimeError(f"{name} failed too often") from exc
                        print(f"[sup] restart {name} #{self.restarts[name]}: {exc}")
                        tasks[asyncio.create_task(self.specs[name](), name=name)] = name
                    else:
                        print(f"[sup] {name} finished with {task.result()!r}")
        finally:
            for t in tasks:
                t.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    sup = Supervisor()
    lives = iter(range(10))

    @sup.child()
    async def steady():
        await asyncio.sleep(1.5)
        return "ok"

    @sup.child("flaky")
    async def unstable():
        n = next(lives)
        await asyncio.sleep(0.4)
        if n < 2:
            raise Restart(f"life {n}")
        return f"life {n}"

    await sup.run()
    print(dict(sup.restarts), list(sup.specs))

    @sup.child("hopeless")
    async def hopeless():
        await asyncio.sleep(0.1)
        raise ValueError("always")

    try:
        await sup.run()
    except RuntimeError as e:
        print(e, "<-", repr(e.__cause__))
    print(sup.restarts.most_common())


asyncio.run(main())
