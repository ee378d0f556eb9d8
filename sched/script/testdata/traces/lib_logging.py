import asyncio, logging, sys, io

logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format="%(asctime)s %(levelname)-8s [%(name)s] %(message)s (%(filename)s:%(lineno)d %(funcName)s) %(taskName)s %(threadName)s")
log = logging.getLogger(__name__)
sub = logging.getLogger("app.db.pool")
app = logging.getLogger("app")
print(log, sub, app, logging.root, sub.parent, app.getChild("db"), sub.parent)
print(logging.root.handlers[0].level, logging.getLevelName(20), logging.getLevelName("INFO"), logging.getLevelName(5))
log.info("hello %s", "world")
log.debug("debug %d %r", 3, "x")
log.warning("dict %(a)s", {"a": 1})
log.error("no args %")
log.critical("c")
sub.setLevel("ERROR")
sub.warning("hidden")
sub.error("shown")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed %s", "x")
    log.error("with info", exc_info=True)
    log.info("no tb")

class ListHandler(logging.Handler):
    def __init__(self, level=logging.NOTSET):
        super().__init__(level)
        self.records = []
    def emit(self, record):
        self.records.append(self.format(record))

h = ListHandler(logging.INFO)
h.setFormatter(logging.Formatter("{levelname}|{name}|{message}", style="{"))
app.addHandler(h)
app.propagate = False
app.info("to list %s", [1])
app.debug("below handler")
sub.error("child to list")
print(h.records, h, app.handlers == [h], app.hasHandlers())
app.removeHandler(h)
f2 = logging.Formatter("$levelname $$ ${message} %(x)s", style="$")
rec = logging.LogRecord("n", logging.INFO, "path/to/x.py", 10, "msg %s", ("a",), None)
print(f2.format(rec), rec.getMessage(), rec.module, rec.filename, rec)

class Only(logging.Filter):
    def filter(self, record):
        record.extra_field = "E"
        return "keep" in record.getMessage()
buf = io.StringIO()
sh = logging.StreamHandler(buf)
sh.setFormatter(logging.Formatter("%(extra_field)s %(message)s", datefmt="%H:%M"))
sh.addFilter(Only())
sh.addFilter(lambda r: True)
other = logging.getLogger("other")
other.propagate = False
other.addHandler(sh)
other.warning("drop me")
other.warning("keep me")
print(repr(buf.getvalue()))
ad = logging.LoggerAdapter(log, {"request": 7})
ad.info("adapter")
class Prefix(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['id']}] {msg}", kwargs
Prefix(log, {"id": 3}).warning("pre %d", 5)
print(ad, log.isEnabledFor(logging.DEBUG), log.getEffectiveLevel(), sub.getEffectiveLevel())
logging.addLevelName(25, "NOTICE")
log.log(25, "notice")
logging.disable(logging.INFO)
log.info("disabled")
log.warning("still")
logging.disable(logging.NOTSET)
logging.basicConfig(format="ignored")
log.info("after second basicConfig")
logging.basicConfig(format="%(levelname)s:%(message)s", level="WARNING", stream=sys.stdout, force=True)
log.info("no")
log.warning("forced")
for bad in (lambda: log.setLevel("NOPE"), lambda: log.setLevel(1.5), lambda: logging.getLogger(3), lambda: logging.Formatter("no field"), lambda: logging.Formatter("{x", style="{"),
            lambda: logging.Formatter(style="!"), lambda: log.log("x", "y"), lambda: logging.basicConfig(nope=1, force=True), lambda: log.warning("x", extra={"name": 1}), lambda: logging.Handler().emit(None)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
logging.basicConfig(format="%(relativeCreated)d %(created).2f %(msecs)03d %(message)s", level=0, stream=sys.stdout, force=True)
async def worker(n):
    lg = logging.getLogger(f"w.{n}")
    lg.info("start")
    await asyncio.sleep(0.25 * n)
    lg.info("end")
async def main():
    logging.getLogger().handlers[0].setFormatter(logging.Formatter("%(asctime)s.%(msecs)03d %(taskName)s %(name)s %(message)s", "%H:%M:%S"))
    async with asyncio.TaskGroup() as tg:
        for i in range(3):
            tg.create_task(worker(i), name=f"worker-{i}")
asyncio.run(main())
logging.info("root info"); logging.warning("root %s", "warn")
print(sorted(logging.getLogger("w").getChildren(), key=lambda l: l.name))
print(logging.getLogger() is logging.root, logging.getLogger("root") is logging.root, logging.WARN, logging.getLevelNamesMapping()["FATAL"])
def helper():
    log.info("level", stacklevel=2)
logging.root.handlers[0].setFormatter(logging.Formatter("%(lineno)d %(funcName)s %(message)s"))
def caller():
    helper()
caller()
