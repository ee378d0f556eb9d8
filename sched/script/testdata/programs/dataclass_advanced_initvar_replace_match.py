import asyncio
import copy
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, make_dataclass, replace
from functools import cached_property, partial
from typing import Any


@dataclass
class Base:
    id: int
    created: str = "today"


@dataclass
class User(Base):
    name: str = "?"
    _: KW_ONLY
    password: InitVar[str | None] = None
    tags: set = field(default_factory=set, hash=False, metadata={"doc": "labels"})
    token: str = field(init=False, default="", repr=False)

    def __post_init__(self, password):
        self.token = (password or "none")[::-1]

    @cached_property
    def upper(self):
        print("computing upper")
        return self.name.upper()


@dataclass(frozen=True, order=True, slots=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)

    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split(".")))

    def __str__(self):
        return ".".join(map(str, astuple(self)[:2]))


@dataclass(eq=False)
class Node:
    value: Any
    children: list["Node"] = field(default_factory=list)

    def __iter__(self):
        yield self.value
        for c in self.children:
            yield from c


@dataclass(unsafe_hash=True)
class Key:
    a: int
    b: tuple = ()


@dataclass(repr=False)
class Quiet:
    x: int = 0


async def build(n):
    await asyncio.sleep(n / 10)
    return User(n, name=f"u{n}", password="pw" * n, tags={n})


async def main():
    users = await asyncio.gather(build(2), build(1))
    print(users, users[0].token, users[0].upper, users[0].upper)
    u = replace(users[1], name="new", password="x")
    print(u, u == users[1], u.token, u.__dict__.get("upper"), User.__match_args__)
    print([(f.name, f.init, f.kw_only) for f in fields(User)], fields(User)[3].metadata["doc"], fields(u)[0].default is not None)
    v = Version.parse("3.13")
    print(v, repr(v), v < Version(4), sorted([Version(2), Version(1, 5)]), Version(1, label="a") == Version(1, label="b"), hash(Version(1)) == hash(Version(1)), max(v, Version(3, 2)))
    for bad in (lambda: setattr(v, "major", 1), lambda: delattr(v, "minor"), lambda: setattr(v, "other", 1), lambda: Version(), lambda: replace(u, token="q"), lambda: v < 3, lambda: User(1, "d", "n", "pw"), lambda: asdict(5), lambda: hash(u), lambda: replace(users[0], nope=1)):
        try:
            print(bad())
        except Exception as e:
            print(f"{type(e).__name__}: {e}")
    tree = Node(1, [Node(2, [Node(3)]), Node(4)])
    print(list(tree), asdict(tree), tree == Node(1), Node("x"))
    clone = copy.deepcopy(tree)
    clone.children[0].value = 99
    print(list(clone), list(tree), copy.copy(tree).children is tree.children, copy.replace(v, minor=9))
    print({Key(1): "k"}[Key(1)], Quiet.__repr__ is object.__repr__, Quiet(3) == Quiet(3))
    Point = make_dataclass("Point", [("x", int), ("y", int, field(default=5)), "z"][:2], namespace={"norm": lambda self: abs(self.x) + abs(self.y)})
    print(Point(1), Point(3, 4).norm(), Point.__annotations__)
    match u:
        case User(id=1, name=n, tags=set(t)):
            print("matched", n, t)
    tree.children.append(tree)
    print(tree)
    print(Version.__slots__, hasattr(v, "__dict__"), Base(1) == User(1), Base.__eq__(Base(1), 5), User.__init__.__annotations__["password"] if False else "")
    print(partial(User, 5, name="p")(password="q"), User.__doc__, Base.__doc__)


asyncio.run(main())
