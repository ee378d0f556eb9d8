import asyncio
t = asyncio.Timeout(None)
print(t, t.when())
for f in (lambda: t.reschedule(1), lambda: asyncio.Timeout(), lambda: asyncio.timeout(1), lambda: asyncio.timeout_at(1).when(), lambda: asyncio.Timeout(1,2)):
    try:
        print(f())
    except Exception as e:
        print(repr(e))
async def main():
    async with asyncio.Timeout(when=0.5) as t:
        print(t)
    try:
        async with t: pass
    except RuntimeError as e:
        print(e)
asyncio.run(main())
