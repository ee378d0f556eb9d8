import asyncio
import datetime
from datetime import timedelta, datetime as DT, timezone, date
import time

async def main():
    start = DT.now()
    print(start.isoformat())
    await asyncio.sleep(1.5)
    now = DT.now()
    print(now - start, (now - start).total_seconds(), now.strftime("%H:%M:%S.%f"))
    print(DT.now(timezone.utc), DT.now(timezone.utc).isoformat(timespec="milliseconds"))
    deadline = DT(2024, 3, 1, 9, 30) + timedelta(hours=36)
    print(deadline, f"{deadline:%A, %d %B %Y at %I:%M %p}")
    time.sleep(3600)
    print(f"{DT.now():%H:%M:%S}")
    print(DT.fromtimestamp(time.time(), tz=timezone.utc), DT.fromtimestamp(0.1234567, timezone.utc))
    await asyncio.sleep(timedelta(seconds=2).total_seconds())
    print(datetime.datetime.now().time())
asyncio.run(main())
days = [date(2024, 2, 28) + timedelta(days=i) for i in range(4)]
print([d.isoformat() for d in days], sorted(days, reverse=True)[0], min(days), days[0] in set(days))
span = timedelta(hours=25, minutes=3, seconds=7)
print(span, span.days, span.seconds, span // timedelta(minutes=1), span % timedelta(hours=1), str(timedelta(days=-1, hours=3)), timedelta(seconds=90) / 60)
h, rem = divmod(span.seconds, 3600)
print(h, divmod(rem, 60), divmod(span, timedelta(hours=1)))
birth = date(1990, 7, 15)
today = date(2024, 7, 14)
age = today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
print(age, (today - birth).days, birth.strftime("%j %U %w"), birth.weekday(), birth.isoweekday(), birth.isocalendar().week)
p = DT.strptime("15/Jul/1990 10:05:33", "%d/%b/%Y %H:%M:%S")
print(p, p.replace(year=2000), p.date() == birth, DT.combine(birth, p.time()), DT.strptime("2024-05-06T07:08:09.123456", "%Y-%m-%dT%H:%M:%S.%f"))
tz = timezone(timedelta(hours=5, minutes=30), "IST")
a = DT(2024, 1, 1, 12, tzinfo=tz)
print(a, a.astimezone(timezone.utc), a.tzname(), a.utcoffset(), a.strftime("%z %Z"), a == a.astimezone(timezone.utc), tz)
for d in (date(2021, 1, 3), date(2020, 12, 31), date(2018, 12, 31), date(2024, 12, 30), date(2026, 1, 1)):
    print(d, tuple(d.isocalendar()), date.fromisocalendar(*d.isocalendar()))
for y in range(1999, 2012, 3):
    print(date(y, 12, 31).timetuple().tm_yday, date(y, 1, 1).toordinal(), date.fromordinal(date(y, 6, 1).toordinal()))
events = {"a": timedelta(minutes=5), "b": timedelta(seconds=30)}
print(sum(events.values(), timedelta()), max(events, key=events.get), {k: v.total_seconds() for k, v in events.items()})
x = DT(2024, 10, 31)
print((x.replace(day=1) - timedelta(days=1)).day, x + timedelta(weeks=2), x - timedelta(microseconds=1))
