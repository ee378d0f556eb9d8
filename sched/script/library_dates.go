package script

import (
	"math"
	"math/big"
	"slices"
	"time"
)

// libDates are the functions of _lib that lib/datetime.py needs.
var libDates = []*builtin{
	inC("days_of_date", func(_ *machine, a args) (Value, error) {
		y, m, d := small(a.pos[0]), small(a.pos[1]), small(a.pos[2])
		return integer(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix()/daySeconds + epochDays), nil
	}),
	inC("date_of_days", func(_ *machine, a args) (Value, error) {
		t := time.Unix(int64(small(a.pos[0])-epochDays)*daySeconds, 0).UTC()
		return newTuple(integer(int64(t.Year())), integer(int64(t.Month())), integer(int64(t.Day()))), nil
	}),
	inC("now_micros", func(m *machine, _ args) (Value, error) { return integer(int64(m.loop.Time())), nil }),
	inC("round_half_even", addRounded),
	inC("ratio", func(_ *machine, a args) (Value, error) {
		x, _ := asFloat(a.pos[0])
		switch {
		case math.IsNaN(x):
			return nil, valueError("cannot convert NaN to integer ratio")
		case math.IsInf(x, 0):
			return nil, raise("OverflowError", "cannot convert Infinity to integer ratio")
		}
		r := new(big.Rat).SetFloat64(x)
		return newTuple(bigInteger(r.Num()), bigInteger(r.Denom())), nil
	}),
	inC("like_c", likeC),
	inC("field", func(_ *machine, a args) (Value, error) { return &field{name: a.pos[0].(string)}, nil }),
	inC("member", func(_ *machine, a args) (Value, error) { return &field{a.pos[0].(string), true}, nil }),
	inC("strftime", formatDate),
	inC("strptime", parseDate),
}

const (
	daySeconds = 86_400
	epochDays  = 719_163 // of 1970-01-01, counted from 0001-01-01 as 1
)

func small(v Value) int {
	n, _ := asInt(v)
	return int(n)
}

// addRounded adds to a whole number of microseconds what is left of them, as
// microseconds are rounded in Modules/_datetimemodule.c: a tie makes the sum
// even.
func addRounded(_ *machine, a args) (Value, error) {
	total, _ := asBig(a.pos[0])
	rest := a.pos[1].(float64)
	whole := math.Round(rest)
	if math.Abs(whole-rest) == 0.5 {
		odd := float64(total.Bit(0))
		whole = 2*math.Round((rest+odd)*0.5) - odd
	}
	return bigInteger(new(big.Int).Add(total, big.NewInt(int64(whole)))), nil
}

// likeC gives a class the name that messages have of a type that CPython
// writes in C: with its module.
func likeC(_ *machine, a args) (Value, error) {
	t := a.pos[0].(*Type)
	t.name = t.fullName()
	return t, nil
}

// A field is an attribute that a class in Python computes by its _read, and
// that cannot be set: a getset of a type in C, or a member.
type field struct {
	name   string
	member bool
}

var fieldType = newType("getset_descriptor")

func (*field) class() *Type { return fieldType }

func (f *field) get(m *machine, self Value, _ *Type) (Value, error) {
	if self == nil {
		return f, nil
	}
	return m.callSpecial(self, "_read", f.name)
}

func (f *field) set(_ *machine, self, _ Value) error {
	for _, c := range typeOf(self).mro {
		if f.member || c.user == nil {
			break
		}
		if slices.Contains(c.user.order, f.name) {
			return raise("AttributeError", "attribute '%s' of '%s' objects is not writable", f.name, c.name)
		}
	}
	return raise("AttributeError", "readonly attribute")
}

// formatDate takes a format, a tuple of year to microsecond, the name of the
// zone, and its offset without and with colons.
func formatDate(m *machine, a args) (Value, error) {
	format, _ := asStr(a.pos[0])
	f := a.pos[1].(*tuple).items
	d := dateFormat{
		t: time.Date(small(f[0]), time.Month(small(f[1])), small(f[2]), small(f[3]), small(f[4]), small(f[5]), small(f[6])*1000, time.UTC),
	}
	d.zone, _ = asStr(a.pos[2])
	d.offset, _ = asStr(a.pos[3])
	d.colonOffset, _ = asStr(a.pos[4])
	d.fraction = true
	text := strftime(format, d)
	return text, m.roomText(len(text))
}

// parseDate gives a tuple of year to microsecond, the name of the zone and its
// offset in microseconds.
func parseDate(m *machine, a args) (Value, error) {
	p, err := m.strptime(a.pos[0], a.pos[1])
	if err != nil {
		return nil, err
	}
	out := &tuple{}
	for _, n := range []int{p.date.Year(), int(p.date.Month()), p.date.Day(), p.date.Hour(), p.date.Minute(), p.date.Second(), p.micro} {
		out.items = append(out.items, integer(int64(n)))
	}
	var zone, offset Value = None, None
	if p.zone != "" {
		zone = p.zone
	}
	if p.offset != nil {
		offset = integer(int64(*p.offset))
	}
	out.items = append(out.items, zone, offset)
	return out, nil
}
