import asyncio
import shlex


class Command:
    registry: dict[str, type["Command"]] = {}
    name: str
    aliases: tuple[str, ...] = ()

    def __init_subclass__(cls, /, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.name = name or cls.__name__.removesuffix("Command").lower()
        for n in (cls.name, *cls.aliases):
            if n in cls.registry:
                raise TypeError(f"command {n!r} defined twice")
            cls.registry[n] = cls

    def __init__(self, *args):
        self.args = args

    async def run(self, state):
        raise NotImplementedError(type(self).__qualname__)


class AddCommand(Command):
    aliases = ("a", "+")

    async def run(self, state):
        await asyncio.sleep(0.1)
        state.setdefault("todo", []).extend(self.args)
        return len(state["todo"])


class DoneCommand(Command, name="finish"):
    async def run(self, state):
        for a in self.args:
            state["todo"].remove(a)
        return state["todo"]


class ListCommand(Command):
    async def run(self, state):
        return [f"{i}. {t}" for i, t in enumerate(state.get("todo", ()), 1)]


class BrokenCommand(Command):
    pass


async def execute(line, state):
    verb, *args = shlex.split(line)
    try:
        command = Command.registry[verb](*args)
    except KeyError as e:
        return f"unknown command {e}"
    try:
        return await command.run(state)
    except (ValueError, NotImplementedError) as e:
        return f"{type(e).__name__}: {e}"


async def main():
    state = {}
    for line in ["list", "add milk 'brown bread'", "+ eggs", "list", "finish milk", "finish cheese", "broken", "fly"]:
        print(f"{line:<24}", await execute(line, state))
    print(sorted(Command.registry), Command.registry["a"] is AddCommand, DoneCommand.name)
    try:
        class Again(Command, name="add"):
            pass
    except TypeError as e:
        print(e)
    print(Command.__annotations__, [c.__name__ for c in Command.__subclasses__()])


asyncio.run(main())
