import asyncio
import io
import logging
import sys
import traceback
from contextlib import ExitStack, contextmanager, redirect_stdout, closing
from datetime import datetime, timedelta


class ColorFormatter(logging.Formatter):
    marks = {logging.DEBUG: ".", logging.INFO: "i", logging.WARNING: "!", logging.ERROR: "X"}

    def format(self, record):
        record.mark = self.marks.get(record.levelno, "?")
        base = super().format(record)
        return base if record.levelno < logging.ERROR else base.upper()


class MemoryHandler(logging.Handler):
    def __init__(self, capacity=3):
        super().__init__(level=logging.DEBUG)
        self.capacity = capacity
        self.buffer = []

    def emit(self, record):
        self.buffer.append((record.levelname, record.getMessage(), record.lineno, record.funcName))
        if len(self.buffer) > self.capacity:
            self.flush()

    def flush(self):
        for row in self.buffer:
            print("flush:", *row)
        self.buffer.clear()


def setup():
    root = logging.getLogger()
    root.setLevel(logging.DEBUG)
    out = logging.StreamHandler(sys.stdout)
    out.setFormatter(ColorFormatter("%(mark)s %(message)s (%(funcName)s)"))
    out.setLevel(logging.INFO)
    memory = MemoryHandler()
    root.addHandler(out)
    root.addHandler(memory)
    logging.getLogger("asyncio").setLevel(logging.WARNING)
    logging.getLogger("noisy").propagate = False
    logging.getLogger("noisy").addHandler(logging.NullHandler())
    return memory


class Schedule:
    def __init__(self, start):
        self.start = start
        self.items = []

    def add(self, minutes, what):
        self.items.append((self.start + timedelta(minutes=minutes), what))
        return self

    def __iter__(self):
        return iter(sorted(self.items))


def risky(n):
    if n % 2:
        raise LookupError(f"odd {n}")
    return n


async def runner(log, schedule):
    previous = schedule.start
    for when, what in schedule:
        await asyncio.sleep((when - previous).total_seconds() / 60)
        previous = when
        log.info("%s %s", when.strftime("%H:%M"), what)
        try:
            risky(when.minute)
        except LookupError:
            log.error("problem with %s", what)
            for line in traceback.format_exc().splitlines()[-1:]:
                print("last line:", line)


def main():
    memory = setup()
    log = logging.getLogger("app.runner")
    logging.getLogger("noisy").error("nobody sees this")
    schedule = Schedule(datetime(2024, 5, 17, 9, 0)).add(30, "standup").add(15, "coffee").add(90, "review").add(61, "mail")
    asyncio.run(runner(log, schedule))
    memory.flush()
    buf = io.StringIO()
    with closing(buf):
        print("written to buffer", 1, 2, sep="/", file=buf)
        print(repr(buf.getvalue()))
    print(log, log.parent, logging.getLogger("app"), logging.getLogger("app.runner") is log)
    with ExitStack() as stack:
        files = [stack.enter_context(closing(io.StringIO(f"line {i}\nsecond"))) for i in range(3)]
        print([f.readline().strip() for f in files])
    print([f.closed for f in files])
    for d in (timedelta(days=1, hours=2), timedelta(seconds=-1), timedelta(minutes=90) * 2, timedelta(hours=1) / 3):
        print(f"{d!s:>20} {d.total_seconds():>10.2f} {d!r}")


main()
