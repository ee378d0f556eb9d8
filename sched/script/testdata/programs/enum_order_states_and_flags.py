import asyncio
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class State(Enum):
    NEW = auto()
    PAID = auto()
    SENT = auto()
    DONE = auto()
    CLOSED = DONE

    def next(self):
        members = list(type(self))
        i = members.index(self)
        return members[i + 1] if i + 1 < len(members) else self

    @property
    def final(self):
        return self is State.DONE

    @classmethod
    def parse(cls, text):
        try:
            return cls[text.upper()]
        except KeyError:
            raise ValueError(f"no state {text!r}") from None


class Priority(IntEnum):
    LOW = 1
    HIGH = 10
    URGENT = 100


class Perm(Flag):
    READ = auto()
    WRITE = auto()
    EXEC = auto()
    ALL = READ | WRITE | EXEC


class Mode(IntFlag):
    A = 1
    B = 2


class Colour(StrEnum):
    RED = auto()
    GREEN = "g"


class Planet(Enum):
    EARTH = (5.976e24, 6.37814e6)
    MARS = (6.421e23, 3.3972e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67300e-11 * self.mass / self.radius ** 2


async def order(name, priority):
    state = State.NEW
    while not state.final:
        await asyncio.sleep(1 / priority)
        state = state.next()
        print(f"{name:<6} {state.name:<5} {state.value} {state} {priority!r}")
    return state


async def main():
    print(await asyncio.gather(order("book", Priority.HIGH), order("lamp", Priority.URGENT)))
    print(list(State), State.CLOSED, State(2), State["SENT"], State.parse("paid"))
    print(State.__members__.keys(), len(State), State.NEW in State, 3 in State)
    for bad in (lambda: State(9), lambda: State["X"], lambda: State.parse("x")):
        try:
            bad()
        except (ValueError, KeyError) as e:
            print(type(e).__name__, e)
    rw = Perm.READ | Perm.WRITE
    print(rw, repr(rw), Perm.READ in rw, Perm.EXEC in rw, ~rw, rw & Perm.WRITE, bool(rw & Perm.EXEC), list(Perm.ALL))
    print(Perm(0), Perm(5), rw.value, Perm.ALL ^ Perm.READ, len(rw))
    print(Mode.A | Mode.B, repr(Mode.A | Mode.B), Mode.A + 1, Mode(7), repr(Mode(0)))
    print(Colour.RED, repr(Colour.GREEN), Colour.RED == "red", f"{Colour.GREEN:>4}", Colour.RED.upper())
    print(f"{Priority.HIGH} {Priority.HIGH:03d} {Priority.HIGH + 1} {max(Priority)!r} {Priority.LOW < Priority.HIGH}")
    print(f"{Planet.EARTH.gravity:.2f} {Planet.MARS} {Planet.MARS.value}", [p.name for p in Planet])
    try:
        @unique
        class Twice(Enum):
            ONE = 1
            UNO = 1
    except ValueError as e:
        print(e)
    try:
        State.NEW = 5
    except AttributeError as e:
        print(e)
    try:
        State.NEW < State.PAID
    except TypeError as e:
        print(e)
    Animal = Enum("Animal", "CAT DOG")
    print(Animal.CAT, list(Animal), Animal.DOG.value, {Animal.CAT: 1})
    match State.PAID:
        case State.NEW:
            print("new")
        case State.PAID | State.SENT as s:
            print("under way", s.name)


asyncio.run(main())
