import asyncio


class ValidationError(ValueError):
    def __init__(self, field, message):
        super().__init__(f"{field}: {message}")
        self.field = field


async def validate(field, value):
    await asyncio.sleep(0.1)
    if not value:
        raise ValidationError(field, "must not be empty")
    return field, value


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            ok = tg.create_task(validate("name", "ann"))
            bad = tg.create_task(validate("mail", ""))
            worse = tg.create_task(validate("phone", ""))
    except* ValidationError as eg:
        print(sorted(e.field for e in eg.exceptions), ok.result())
        raise ExceptionGroup("form is invalid", [RuntimeError(f"bad {e.field}") for e in eg.exceptions]) from eg
    finally:
        print("finally")


async def shell():
    helper = asyncio.create_task(asyncio.sleep(3))
    try:
        await main()
    except ExceptionGroup as eg:
        print(eg, "|", eg.__cause__)
        print([type(e).__name__ for e in eg.exceptions])
        e = eg.exceptions[0]
        e.add_note("seen by the shell")
        raise e


asyncio.run(shell())
