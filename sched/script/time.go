package script

import (
	"math"
	"math/big"
	"time"

	"loopscope/sched/trace"
)

// timeModule is time on the virtual clock, in UTC.
func timeModule() *module {
	now := func(m *machine, _ args) (Value, error) { return m.loop.Time().Seconds(), nil }
	nowNS := func(m *machine, _ args) (Value, error) { return integer(int64(m.loop.Time()) * 1000), nil }
	var clocks []*builtin
	for _, name := range []string{"time", "monotonic", "perf_counter", "process_time", "thread_time"} {
		clocks = append(clocks, inC(name, withoutArguments("time."+name, now)), inC(name+"_ns", withoutArguments("time."+name+"_ns", nowNS)))
	}
	mod := newModule("time", timeFunctions, clocks)
	mod.attrs["struct_time"] = structTimeType
	mod.attrs["timezone"], mod.attrs["altzone"], mod.attrs["daylight"] = integer(0), integer(0), integer(0)
	mod.attrs["tzname"] = newTuple("UTC", "UTC")
	return mod
}

func withoutArguments(name string, fn func(*machine, args) (Value, error)) func(*machine, args) (Value, error) {
	return func(m *machine, a args) (Value, error) {
		if err := a.between(name, 0, 0); err != nil {
			return nil, err
		}
		return fn(m, a)
	}
}

var structTimeType = newRecordType("time.struct_time", "tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst")

var timeFunctions = []*builtin{
	inC("sleep", timeSleep),
	inC("gmtime", func(m *machine, a args) (Value, error) { return m.brokenDown("gmtime", a) }),
	inC("localtime", func(m *machine, a args) (Value, error) { return m.brokenDown("localtime", a) }),
	inC("ctime", func(m *machine, a args) (Value, error) {
		v, err := m.brokenDown("ctime", a)
		if err != nil {
			return nil, err
		}
		t, err := timeFields(v)
		return t.Format(ctimeLayout), err
	}),
	inC("asctime", func(m *machine, a args) (Value, error) {
		if err := a.between("asctime", 0, 1); err != nil {
			return nil, err
		}
		v := a.at(0, nil)
		if v == nil {
			v = structTime(m.wallClock())
		}
		t, err := timeFields(v)
		return t.Format(ctimeLayout), err
	}),
	inC("mktime", func(_ *machine, a args) (Value, error) {
		if err := a.between("time.mktime", 1, 1); err != nil {
			return nil, err
		}
		t, err := timeFields(a.pos[0])
		return float64(t.Unix()), err
	}),
	inC("strftime", func(m *machine, a args) (Value, error) {
		if err := a.between("strftime", 1, 2); err != nil {
			return nil, err
		}
		format, ok := asStr(a.pos[0])
		if !ok {
			return nil, typeError("strftime() argument 1 must be str, not %s", typeOf(a.pos[0]).name)
		}
		d := dateFormat{t: m.wallClock(), zone: "GMT", offset: "+0000"}
		if len(a.pos) == 2 {
			var err error
			if d.t, err = timeFields(a.pos[1]); err != nil {
				return nil, err
			}
			if typeOf(a.pos[1]) != structTimeType {
				d.zone = "UTC"
			}
		}
		text := strftime(format, d)
		return text, m.roomText(len(text))
	}),
	inC("strptime", func(m *machine, a args) (Value, error) {
		if err := a.between("strptime", 1, 2); err != nil {
			return nil, err
		}
		p, err := m.strptime(a.pos[0], a.at(1, "%a %b %d %H:%M:%S %Y"))
		if err != nil {
			return nil, err
		}
		return p.structTime(), nil
	}),
}

const ctimeLayout = "Mon Jan _2 15:04:05 2006"

func timeSleep(m *machine, a args) (Value, error) {
	if err := a.between("sleep", 1, 1); err != nil {
		return nil, err
	}
	x, ok := asFloat(a.pos[0])
	switch {
	case !ok:
		return nil, typeError("'%s' object cannot be interpreted as an integer", typeOf(a.pos[0]).name)
	case x < 0:
		return nil, valueError("sleep length must be non-negative")
	case x > 1e12 || x != x:
		return nil, raise("OverflowError", "timestamp too large to convert to C PyTime_t")
	}
	m.loop.Work(microseconds(x))
	return None, nil
}

// wallClock is now, in UTC.
func (m *machine) wallClock() time.Time {
	return time.UnixMicro(int64(m.loop.Time() / trace.Microsecond)).UTC()
}

// brokenDown is gmtime, and localtime, which is the same here.
func (m *machine) brokenDown(name string, a args) (Value, error) {
	if err := a.between(name, 0, 1); err != nil {
		return nil, err
	}
	v := a.at(0, None)
	if v == None {
		return structTime(m.wallClock()), nil
	}
	x, ok := asFloat(v)
	if !ok {
		return nil, typeError("'%s' object cannot be interpreted as an integer", typeOf(v).name)
	}
	if _, big := v.(*big.Int); big || math.Abs(x) > 2.5e11 {
		return nil, raise("OverflowError", "timestamp out of range for platform time_t")
	}
	return structTime(time.Unix(int64(math.Floor(x)), 0).UTC()), nil
}

func structTime(t time.Time) *tuple {
	n := func(i int) Value { return integer(int64(i)) }
	r := newRecord(structTimeType, n(t.Year()), n(int(t.Month())), n(t.Day()), n(t.Hour()), n(t.Minute()), n(t.Second()),
		n((int(t.Weekday())+6)%7), n(t.YearDay()), n(0))
	r.heir.attrs = newDict()
	r.heir.attrs.put("tm_zone", "GMT")
	r.heir.attrs.put("tm_gmtoff", n(0))
	return r
}

// timeFields mirrors gettmarg: a struct_time, or a tuple of nine integers.
func timeFields(v Value) (time.Time, error) {
	t, ok := v.(*tuple)
	if !ok {
		return time.Time{}, typeError("Tuple or struct_time argument required")
	}
	if len(t.items) < 9 {
		return time.Time{}, typeError("strftime(): illegal time tuple argument")
	}
	var f [9]int
	for i := range f {
		n, ok := asInt(t.items[i])
		if !ok {
			return time.Time{}, typeError("'%s' object cannot be interpreted as an integer", typeOf(t.items[i]).name)
		}
		f[i] = int(n)
	}
	return time.Date(f[0], time.Month(f[1]), f[2], f[3], f[4], f[5], 0, time.UTC), nil
}
