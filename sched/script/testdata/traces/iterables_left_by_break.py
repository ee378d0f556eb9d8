import asyncio


class Rows:
    def __init__(self, name, n):
        self.name, self.n = name, n

    def __iter__(self):
        print(f"  open {self.name}")
        try:
            yield from range(self.n)
        finally:
            print(f"  close {self.name}")

    async def __aiter__(self):
        print(f"  aopen {self.name}")
        try:
            for i in range(self.n):
                await asyncio.sleep(0.1)
                yield i
        finally:
            print(f"  aclose {self.name}")


class Same:
    def __init__(self, rows):
        self.it = iter(rows)
        self.ait = aiter(rows)

    def __iter__(self):
        return self.it

    def __aiter__(self):
        return self.ait


def find(rows, wanted):
    for r in rows:
        if r == wanted:
            return r
    return None


async def afind(rows, wanted):
    async for r in rows:
        if r == wanted:
            return r


async def main():
    rows = Rows("rows", 5)
    for r in rows:
        if r == 1:
            break
    print("after break")
    print(find(rows, 2), find(Rows("temp", 3), 9))
    async for r in rows:
        if r == 1:
            break
    print("after async break")
    await asyncio.sleep(0.1)
    print(await afind(rows, 2))
    await asyncio.sleep(0.1)
    try:
        for r in rows:
            raise LookupError(r)
    except LookupError as e:
        print("error", e)
    same = Same(Rows("same", 4))
    for r in same:
        if r == 1:
            break
    print("goes on:", list(same))
    async for r in same:
        if r == 1:
            break
    print("goes on:", [r async for r in same])
    a, *rest = rows
    print(a, rest, max(rows), sum(rows))


asyncio.run(main())
