import asyncio
import asyncio.exceptions
from asyncio import tasks, IncompleteReadError
from asyncio.locks import Lock
async def reads(r):
    print(await r.readline())
    print(await r.readexactly(4))
    print(await r.read(3), r)
    try:
        await r.readexactly(100)
    except asyncio.IncompleteReadError as e:
        print(repr(e), e.partial, e.expected)
    print(r.at_eof(), await r.read())
async def main():
    r = asyncio.StreamReader()
    t = asyncio.create_task(reads(r), name='reads')
    await asyncio.sleep(1)
    r.feed_data(b'hello\nab')
    await asyncio.sleep(1)
    r.feed_data(b'cdefghij')
    await asyncio.sleep(1)
    r.feed_eof()
    await t
    r = asyncio.StreamReader(limit=8)
    r.feed_data(b'line one is long\nline\n')
    try: await r.readline()
    except ValueError as e: print(repr(e))
    r.feed_eof()
    async for line in r: print(line)
    r = asyncio.StreamReader(limit=8)
    r.feed_data(b'abcdefghijkl')
    try: await r.readuntil(b';')
    except asyncio.LimitOverrunError as e: print(repr(e), e.consumed)
    try: raise asyncio.exceptions.TimeoutError('x')
    except asyncio.TimeoutError as e: print(repr(e))
    print(tasks.Task is asyncio.Task, Lock is asyncio.Lock, asyncio.exceptions.CancelledError, asyncio.IncompleteReadError, asyncio.StreamReader, asyncio.Protocol.__mro__)
    class P(asyncio.Protocol):
        def data_received(self, data): print('got', data)
    p = P(); p.data_received(b'x'); p.connection_lost(None)
    print(asyncio.queues.QueueEmpty, asyncio.events.get_running_loop() is asyncio.get_running_loop())
asyncio.run(main())
