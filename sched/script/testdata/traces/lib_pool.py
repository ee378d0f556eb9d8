"""A resource pool with nested context managers and logging to stdout."""
import asyncio
import contextlib
import logging
import sys
import time

logging.basicConfig(
    level=logging.INFO,
    stream=sys.stdout,
    format="[%(asctime)s] %(levelname)s %(name)s: %(message)s",
    datefmt="%H:%M:%S",
)
logger = logging.getLogger("pool")


class PoolError(Exception):
    """Raised when the pool misbehaves."""


class Connection:
    _next_id = 1

    def __init__(self):
        self.id = Connection._next_id
        Connection._next_id += 1
        self.closed = False

    async def query(self, sql):
        await asyncio.sleep(0.05 * len(sql.split()))
        if "boom" in sql:
            raise PoolError(f"connection {self.id} failed on {sql!r}")
        return f"{self.id}:{sql.upper()}"

    async def aclose(self):
        await asyncio.sleep(0.01)
        self.closed = True
        logger.info("connection %d closed", self.id)

    def __repr__(self):
        return f"<Connection {self.id}{' closed' if self.closed else ''}>"


class Pool:
    def __init__(self, size):
        self.size = size
        self.stack = contextlib.AsyncExitStack()
        self.queue = asyncio.Queue()
        self.log = logging.LoggerAdapter(logger, {"size": size})

    async def __aenter__(self):
        await self.stack.__aenter__()
        for _ in range(self.size):
            conn = Connection()
            await self.stack.enter_async_context(contextlib.aclosing(conn))
            self.queue.put_nowait(conn)
        self.log.info("pool of %s ready", self.size)
        return self

    async def __aexit__(self, *exc_info):
        self.log.info("shutting down %s", exc_info[0].__name__ if exc_info[0] else None)
        return await self.stack.__aexit__(*exc_info)

    @contextlib.asynccontextmanager
    async def acquire(self):
        conn = await self.queue.get()
        logger.debug("acquired %r", conn)
        start = time.perf_counter()
        try:
            yield conn
        except PoolError as exc:
            logger.warning("bad use: %s", exc)
            raise RuntimeError("query failed") from exc
        finally:
            self.queue.put_nowait(conn)
            logger.info("released %r after %.2fs", conn, time.perf_counter() - start)


@contextlib.contextmanager
def timed(label):
    start = time.monotonic()
    try:
        yield lambda: time.monotonic() - start
    finally:
        print(f"{label}: {time.monotonic() - start:.3f}")


async def worker(pool, name, sqls):
    out = []
    for sql in sqls:
        try:
            async with asyncio.timeout(0.4), pool.acquire() as conn:
                out.append(await conn.query(sql))
        except RuntimeError as exc:
            out.append(f"{name} got {exc} <- {exc.__cause__}")
            logger.error("worker %s", name, exc_info=False)
        except TimeoutError:
            out.append(f"{name} timed out")
            logger.exception("timeout in %s", name) if False else logger.critical("timeout in %s", name)
    return out


async def main():
    with timed("total") as elapsed:
        async with Pool(2) as pool:
            jobs = {
                "a": ["select 1", "select 2 3"],
                "b": ["boom now", "insert x"],
                "c": ["one two three four five six seven eight nine ten"],
            }
            results = await asyncio.gather(*(worker(pool, n, s) for n, s in jobs.items()))
            for name, result in zip(jobs, results):
                print(name, result)
        print(f"{elapsed():.2f}")
    with contextlib.suppress(PoolError):
        async with Pool(1) as pool:
            async with pool.acquire():
                pass
            raise PoolError("outer")
    print("after suppress")
    try:
        async with Pool(1) as pool:
            async with contextlib.AsyncExitStack() as stack:
                conn = await stack.enter_async_context(pool.acquire())
                stack.push_async_callback(asyncio.sleep, 0.2)
                stack.callback(print, "sync callback", conn)
                raise PoolError("inner")
    except RuntimeError as e:
        print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__))


asyncio.run(main())
