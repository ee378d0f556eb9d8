import asyncio
import sys


async def cleanup(name):
    await asyncio.sleep(0.1)
    print("cleaned", name)


async def main(code):
    try:
        await asyncio.sleep(0.1)
        if code is not None:
            sys.exit(code)
        return "no exit"
    finally:
        await cleanup(repr(code))


for code in (None, 0, 3, "fatal"):
    try:
        print("returned", asyncio.run(main(code)))
    except SystemExit as e:
        print("SystemExit", repr(e.code), e.args)


async def exit_in_callback():
    asyncio.get_running_loop().call_later(0.2, sys.exit, 7)
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("cancelled by the shutdown")
        raise


try:
    asyncio.run(exit_in_callback())
except SystemExit as e:
    print("callback exit", e.code)
sys.exit()
