import asyncio
import logging
import sys

logger = logging.getLogger("app")


class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append(self.format(record))


class TaskFilter(logging.Filter):
    def filter(self, record):
        try:
            record.task = asyncio.current_task().get_name()
        except RuntimeError:
            record.task = "-"
        return True


async def work(n):
    log = logging.getLogger(f"app.worker{n}")
    log.debug("starting %d", n)
    await asyncio.sleep(n / 10)
    log.info("half way: %s of %r", n, "ten")
    try:
        1 / (n - 2)
    except ZeroDivisionError:
        log.error("failed in %s", log.name)
    log.log(logging.WARNING, "done")


async def main():
    handler = ListHandler()
    handler.setFormatter(logging.Formatter("%(levelname)-8s %(name)-12s [%(task)s] %(message)s"))
    handler.addFilter(TaskFilter())
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    logger.propagate = False
    logger.info("before")
    async with asyncio.TaskGroup() as tg:
        for n in (1, 2, 3):
            tg.create_task(work(n), name=f"task-{n}")
    logging.getLogger("app.worker1").setLevel(logging.ERROR)
    logging.getLogger("app.worker1").warning("not shown")
    print(*handler.records, sep="\n")
    print(logger.level, logging.getLevelName(30), logger.isEnabledFor(logging.DEBUG), logger.hasHandlers())
    print(logging.getLogger("app") is logger, logging.getLogger("app.worker1").getEffectiveLevel(), logging.getLogger().name)


out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter("{levelname}:{message}", style="{"))
root = logging.getLogger("printed")
root.addHandler(out)
root.warning("to stdout %s", [1, 2])
asyncio.run(main())
