"""A little trading floor: brokers, an order book, cancellations and a closing auction."""
import asyncio
import heapq
import itertools
import random
from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum
class Side(Enum):
    BUY = "B"
    SELL = "S"
    @property
    def other(self): return Side.SELL if self is Side.BUY else Side.BUY
@dataclass(order=True)
class Order:
    key: tuple = field(init=False, repr=False)
    price: int
    qty: int = field(compare=False)
    side: Side = field(compare=False)
    who: str = field(compare=False)
    ident: int = field(default_factory=itertools.count(1).__next__, compare=False)
    def __post_init__(self): self.key = (-self.price if self.side is Side.BUY else self.price, self.ident)
class Book:
    def __init__(self): self.sides = {s: [] for s in Side}; self.gone = set(); self.trades = []; self.changed = asyncio.Condition()
    def best(self, side):
        heap = self.sides[side]
        while heap and (heap[0].ident in self.gone or heap[0].qty == 0): heapq.heappop(heap)
        return heap[0] if heap else None
    async def submit(self, o):
        async with self.changed:
            while o.qty and (top := self.best(o.side.other)) and (o.price >= top.price if o.side is Side.BUY else o.price <= top.price):
                n = min(o.qty, top.qty); o.qty -= n; top.qty -= n
                self.trades.append((top.price, n, o.who, top.who))
            if o.qty: heapq.heappush(self.sides[o.side], o)
            self.changed.notify_all()
        return o
    async def cancel(self, o):
        async with self.changed: self.gone.add(o.ident)
    def __str__(self):
        return " / ".join(f"{s.name}:" + ",".join(f"{o.qty}@{o.price}" for o in sorted(self.sides[s]) if o.qty and o.ident not in self.gone) for s in Side)
async def broker(name, book, n):
    mine = []
    try:
        for i in range(n):
            await asyncio.sleep(random.expovariate(4))
            o = await book.submit(Order(random.randint(95, 105), random.randint(1, 9), random.choice(list(Side)), name)); mine.append(o)
            if i % 3 == 2 and mine: await book.cancel(mine.pop(0))
    except asyncio.CancelledError:
        print(f"{name} stopped with {sum(o.qty for o in mine)} open"); raise
    else: print(f"{name} finished, open {sum(o.qty for o in mine)}")
    finally: print(name, "left", len(mine))
async def watcher(book):
    seen = 0
    while True:
        async with book.changed:
            await book.changed.wait_for(lambda: len(book.trades) >= seen + 5)
            seen = len(book.trades); print(f"{asyncio.get_running_loop().time():.3f} trades={seen} last={book.trades[-1]}")
async def main():
    book = Book(); w = asyncio.create_task(watcher(book), name="watcher")
    try:
        async with asyncio.timeout(3):
            async with asyncio.TaskGroup() as tg:
                for n in ("ann", "bob", "cyd"): tg.create_task(broker(n, book, 12), name=n)
                tg.create_task(broker("slow", book, 100), name="slow")
    except TimeoutError as e: print("bell:", repr(e), repr(e.__cause__))
    w.cancel()
    print(*await asyncio.gather(w, return_exceptions=True)); print(book)
    vol = defaultdict(int)
    for price, n, a, b in book.trades: vol[a] += n; vol[b] -= 0
    for who, v in sorted(vol.items(), key=lambda kv: (-kv[1], kv[0])): print(f"{who:>5} {v:3d} {'#' * (v // 5)}")
asyncio.run(main())
