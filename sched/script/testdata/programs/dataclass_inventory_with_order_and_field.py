import asyncio
from dataclasses import astuple, asdict, dataclass, field, fields, is_dataclass
from typing import ClassVar, Optional


@dataclass(order=True)
class Item:
    sort_index: float = field(init=False, repr=False)
    name: str
    price: float
    quantity: int = 1
    tags: list[str] = field(default_factory=list, compare=False)
    count: ClassVar[int] = 0

    def __post_init__(self):
        self.sort_index = self.price * self.quantity
        type(self).count += 1

    @property
    def total(self) -> float:
        return self.price * self.quantity


@dataclass(kw_only=True, slots=True)
class Shelf:
    label: str
    items: list[Item] = field(default_factory=list)
    limit: Optional[int] = None

    def add(self, item: Item) -> None:
        if self.limit is not None and len(self.items) >= self.limit:
            raise OverflowError(f"shelf {self.label} holds only {self.limit}")
        self.items.append(item)


@dataclass(frozen=True, eq=True)
class Sku:
    vendor: str
    number: int

    def __str__(self):
        return f"{self.vendor}-{self.number:05d}"


async def deliver(shelf, *items):
    for item in items:
        await asyncio.sleep(item.quantity / 10)
        try:
            shelf.add(item)
        except OverflowError as e:
            print("refused:", e)


async def main():
    apples = Item("apples", 0.5, 10, ["fruit", "red"])
    bread = Item("bread", 2.25)
    cheese = Item("cheese", 8, quantity=2, tags=["dairy"])
    shelf = Shelf(label="A", limit=2)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(deliver(shelf, bread, cheese))
        tg.create_task(deliver(shelf, apples))
    print(shelf)
    print(sorted([apples, bread, cheese]))
    print(min(apples, bread).name, apples < cheese, Item.count, bread.total)
    print([f.name for f in fields(Item)], [f.type for f in fields(Sku)])
    print(asdict(shelf))
    print(astuple(cheese))
    print(Sku("acme", 42), repr(Sku("acme", 42)), {Sku("a", 1): "x"}[Sku("a", 1)])
    print(is_dataclass(Sku), is_dataclass(apples), is_dataclass(3))
    for bad in (lambda: Shelf("B"), lambda: Item("x"), lambda: setattr(Sku("a", 1), "number", 2), lambda: Item("x", 1, 2, [], 5)):
        try:
            bad()
        except Exception as e:
            print(type(e).__name__, "-", e)
    match Sku("acme", 7):
        case Sku("acme", n) if n > 5:
            print("big acme", n)
    print(Item.__match_args__, Item.__eq__ is object.__eq__, apples == Item("apples", 0.5, 10))
    try:
        @dataclass
        class Wrong:
            things: list = []
    except ValueError as e:
        print(e)
    try:
        @dataclass
        class Order:
            a: int = 1
            b: str
    except TypeError as e:
        print(e)


asyncio.run(main())
