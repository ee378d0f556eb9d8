import asyncio
import re
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    text: str
    at: int = 0


SPEC = [("NUM", r"\d+(?:\.\d*)?"), ("NAME", r"[A-Za-z_]\w*"), ("OP", r"\*\*|[-+*/()=]"), ("SKIP", r"\s+"), ("BAD", r".")]
PATTERN = re.compile("|".join(f"(?P<{name}>{rx})" for name, rx in SPEC))


def tokenize(text):
    for m in PATTERN.finditer(text):
        kind = m.lastgroup
        if kind == "SKIP":
            continue
        if kind == "BAD":
            raise SyntaxError(f"unexpected {m.group()!r} at {m.start()}")
        yield Token(kind, m.group(), m.start())
    yield Token("END", "", len(text))


class Parser:
    PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "**": 3}

    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.pos = 0

    def peek(self):
        return self.tokens[self.pos]

    def take(self):
        token = self.peek()
        self.pos += 1
        return token

    def parse(self, least=0):
        match self.take():
            case Token("NUM", text):
                left = float(text) if "." in text else int(text)
            case Token(kind="NAME", text=name):
                left = name
            case Token("OP", "("):
                left = self.parse()
                if self.take().text != ")":
                    raise SyntaxError("missing )")
            case Token("OP", "-"):
                left = ("neg", self.parse(3))
            case Token(_, text, at):
                raise SyntaxError(f"unexpected {text or 'end'!r} at {at}")
        while (p := self.PRECEDENCE.get(self.peek().text, -1)) > least or p == least == 3:
            op = self.take().text
            left = (op, left, self.parse(p))
        return left


def evaluate(tree, names):
    match tree:
        case int() | float():
            return tree
        case str(name):
            return names[name]
        case ("neg", x):
            return -evaluate(x, names)
        case (op, a, b):
            a, b = evaluate(a, names), evaluate(b, names)
            return {"+": a.__add__, "-": a.__sub__, "*": a.__mul__, "/": a.__truediv__, "**": a.__pow__}[op](b)


async def calculate(text, names):
    await asyncio.sleep(len(text) / 100)
    tree = Parser(text).parse()
    return tree, evaluate(tree, names)


async def main():
    names = {"x": 3, "pi": 3.14159}
    sums = ["1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-x ** 2", "10 / 4", "2 * pi * x", "y + 1", "1 +", "3 $ 4", "1 / (x - 3)"]
    for text, result in zip(sums, await asyncio.gather(*(calculate(s, names) for s in sums), return_exceptions=True)):
        print(f"{text:<12} -> {result!r}" if isinstance(result, Exception) else f"{text:<12} -> {result[0]} = {result[1]}")
    print(next(tokenize("a=1")), Token("OP", "+")._replace(at=9)._asdict(), Token._fields)


asyncio.run(main())
