import asyncio
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Button(Enum):
    LEFT = 1
    RIGHT = 2


@dataclass
class Click:
    x: int
    y: int
    button: Button = Button.LEFT


class Key(NamedTuple):
    code: str
    mods: frozenset = frozenset()


class Scroll:
    __match_args__ = ("dx", "dy")

    def __init__(self, dx=0, dy=0):
        self.dx, self.dy = dx, dy


LIMIT = 100


class Const:
    ORIGIN = (0, 0)


def describe(event):
    match event:
        case Click(0, 0):
            return "click at origin"
        case Click(x, y) if x > LIMIT or y > LIMIT:
            return f"click outside {x},{y}"
        case Click(x=x, button=Button.RIGHT):
            return f"right click, x={x}"
        case Click() as c:
            return f"click {c}"
        case Key("q" | "Q" as k, mods) if "ctrl" in mods:
            return f"quit with {k}"
        case Key(code=str(code)):
            return f"key {code!r}"
        case Scroll(0, dy):
            return f"scroll {dy} down"
        case Scroll(dx=dx):
            return f"scroll {dx} right"
        case []:
            return "empty sequence"
        case [x]:
            return f"one: {x}"
        case [int(a) | float(a), str(b), *_]:
            return f"number {a} then string {b}"
        case [Const.ORIGIN, *rest]:
            return f"from origin: {rest}"
        case (x, y, *rest) if len(rest) > 2:
            return f"many: {x} {y} +{len(rest)}"
        case [["a", x], {"k": v}]:
            return f"nested {x} {v}"
        case {"type": "move", "to": [x, y], **extra}:
            return f"move to {x},{y} with {extra}"
        case {"type": "text", "body": str(body) | bytes(body)} if body:
            return f"text {body}"
        case {"type": t}:
            return f"unknown type {t}"
        case {}:
            return "some mapping"
        case None | True | False:
            return f"constant {event}"
        case -1 | 0 | 1:
            return "small int"
        case 3.5:
            return "three and a half"
        case int() | float() as n:
            return f"number {n}"
        case "":
            return "empty string"
        case str() | bytes():
            return f"stringy {event!r}"
        case _:
            return f"something else: {type(event).__name__}"


async def main():
    events = [Click(0, 0), Click(500, 1), Click(3, 4, Button.RIGHT), Click(5, 6), Key("q", frozenset({"ctrl"})), Key("x"), Scroll(0, 3), Scroll(7),
              [], [1], (2, "b", 3), [(0, 0), 1, 2], range(6), [["a", 1], {"k": 2, "z": 3}], {"type": "move", "to": (1, 2), "speed": 9},
              {"type": "text", "body": b"hi"}, {"type": "text", "body": ""}, {"no": 1}, {}, None, True, 0, 1.0, 3.5, 42, "", "abc", b"x", {1, 2}, [1, 2], len]
    queue = asyncio.Queue()

    async def source():
        for e in events:
            await asyncio.sleep(0.01)
            queue.put_nowait(e)
        queue.shutdown()

    async with asyncio.TaskGroup() as tg:
        tg.create_task(source())
        n = 0
        try:
            while True:
                event = await queue.get()
                n += 1
                print(n, describe(event))
        except asyncio.QueueShutDown:
            print("done after", n)
    try:
        match 5:
            case Scroll(1, 2, 3):
                pass
            case Click(1, 2, 3, 4):
                pass
            case int(1, 2):
                pass
            case int(x):
                print("x is", x)
        match Scroll(1, 2):
            case Scroll(1, 2, 3):
                pass
    except TypeError as e:
        print(e)


asyncio.run(main())
