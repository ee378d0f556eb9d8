import asyncio
from collections import Counter, defaultdict

LOG = """\
2024-03-01 10:00:01 INFO  server started on port=8080
2024-03-01 10:00:05 WARN  slow query ms=320 table=users
2024-03-01 10:00:09 ERROR timeout ms=5000 table=orders

# comment
2024-03-01 10:01:00 INFO  request path=/index.html ms=12
2024-03-01 10:01:02 ERROR disk full free=0
garbage line
2024-03-01 10:02:30 WARN  slow query ms=410 table=orders
"""


def lines(text):
    for number, line in enumerate(text.splitlines(), start=1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        yield number, line


def parse(numbered):
    bad = 0
    for number, line in numbered:
        try:
            date, time, level, rest = line.split(maxsplit=3)
        except ValueError as e:
            bad += 1
            print(f"line {number}: {e}")
            continue
        words = rest.split()
        pairs = dict(w.split("=", 1) for w in words if "=" in w)
        yield {"n": number, "at": f"{date}T{time}", "level": level, "text": " ".join(w for w in words if "=" not in w), **pairs}
    return bad


def numbers(records, *keys):
    for r in records:
        yield r | {k: int(r[k]) for k in keys if k in r}


def counted(gen, box):
    bad = yield from gen
    box.append(bad)


async def feed(queue):
    box = []
    for record in numbers(counted(parse(lines(LOG)), box), "ms", "free", "port"):
        await asyncio.sleep(0.1)
        await queue.put(record)
    await queue.put(None)
    return box


async def main():
    queue = asyncio.Queue(2)
    feeder = asyncio.create_task(feed(queue))
    levels, slow = Counter(), defaultdict(list)
    while (record := await queue.get()) is not None:
        levels[record["level"]] += 1
        match record:
            case {"ms": int(ms), "table": table} if ms > 300:
                slow[table].append(ms)
            case {"ms": ms}:
                print("fast enough:", ms)
            case {"level": "ERROR", "text": text, **rest}:
                print("error:", text, rest)
            case {"text": str() as text}:
                print("other:", text)
    print(levels, levels.most_common(1), dict(slow), slow)
    print({t: sum(v) / len(v) for t, v in slow.items()}, await feeder)


asyncio.run(main())
