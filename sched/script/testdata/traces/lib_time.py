import time
print(time.time(), time.monotonic_ns(), time.perf_counter())
time.sleep(90061.25)
print(time.time(), time.time_ns(), time.ctime(), time.ctime(0), time.asctime(time.gmtime()))
t = time.gmtime(1700000000)
print(t, len(t), t.tm_year, t[1], t.tm_zone, t.tm_gmtoff, tuple(t), t == tuple(t))
for f in "%Y-%m-%d %H:%M:%S", "%a %A %b %B %d %e %j %U %W %V %G %u %w %y %C", "%I:%M:%S %p %P", "%c|%x|%X|%D|%F|%T|%R|%r", "%%|%n|%t|%-d|%-m|%_d|%05d|%^a|%#Z|%s|%h|%g|%k|%l", "%z %Z", "plain", "%Q %":
    print(repr(time.strftime(f, t)))
print(time.strftime("%H:%M:%S"))
print(time.localtime())
print(time.mktime(t))
print(time.strptime("2024-02-29 13:05:07", "%Y-%m-%d %H:%M:%S"))
print(time.strptime("Tue 5 Mar 2024 01:02 PM", "%a %d %b %Y %I:%M %p"))
for s, f in ("x", "%Y"), ("2024-01-01x", "%Y-%m-%d"), ("2023-02-29", "%Y-%m-%d"), ("1", "%q"), ("1", "%"):
    try:
        print(time.strptime(s, f))
    except ValueError as e:
        print(e)
print(time.struct_time, isinstance(t, tuple), isinstance(t, time.struct_time))
