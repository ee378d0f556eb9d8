package script

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A parsedTime is what strptime has read.
type parsedTime struct {
	date   time.Time // without fraction and offset
	micro  int
	zone   string // as %Z had it; "": none
	offset *int   // microseconds east of UTC, as %z had it; nil: none
}

// strptimeFields are the regular expressions of the directives
// (Lib/_strptime.py), in the C locale.
var strptimeFields = map[byte]string{
	'd': `(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])`, 'f': `(?P<f>[0-9]{1,6})`, 'H': `(?P<H>2[0-3]|[0-1]\d|\d)`,
	'I': `(?P<I>1[0-2]|0[1-9]|[1-9])`, 'j': `(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])`,
	'm': `(?P<m>1[0-2]|0[1-9]|[1-9])`, 'M': `(?P<M>[0-5]\d|\d)`, 'S': `(?P<S>6[0-1]|[0-5]\d|\d)`, 'w': `(?P<w>[0-6])`,
	'u': `(?P<u>[1-7])`, 'y': `(?P<y>\d\d)`, 'Y': `(?P<Y>\d\d\d\d)`, 'z': `(?P<z>[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z))`,
	'A': `(?P<A>wednesday|thursday|saturday|tuesday|monday|friday|sunday)`, 'a': `(?P<a>mon|tue|wed|thu|fri|sat|sun)`,
	'B': `(?P<B>september|february|november|december|january|october|august|march|april|june|july|may)`,
	'b': `(?P<b>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)`, 'p': `(?P<p>am|pm)`, 'Z': `(?P<Z>utc|gmt)`, '%': `%`,
}

var (
	strptimeLonger = strings.NewReplacer("%c", "%a %b %d %H:%M:%S %Y", "%x", "%m/%d/%y", "%X", "%H:%M:%S")
	spaces         = regexp.MustCompile(`\s+`)
)

// strptimePattern mirrors TimeRE.pattern.
func strptimePattern(format string) (*regexp.Regexp, error) {
	format = strptimeLonger.Replace(format)
	var out strings.Builder
	out.WriteString("(?i)^")
	for rest := format; rest != ""; {
		before, after, found := strings.Cut(rest, "%")
		for i, part := range spaces.Split(before, -1) {
			if i > 0 {
				out.WriteString(`\s+`)
			}
			out.WriteString(regexp.QuoteMeta(part))
		}
		if !found {
			break
		}
		if after == "" {
			return nil, valueError("stray %% in format '%s'", format)
		}
		field, ok := strptimeFields[after[0]]
		if !ok {
			if strings.IndexByte("GVUW", after[0]) >= 0 {
				return nil, unsupported("%%%c in strptime is", after[0])
			}
			return nil, valueError("'%c' is a bad directive in format '%s'", after[0], format)
		}
		if strings.Contains(out.String(), "(?P<"+after[:1]+">") {
			return nil, unsupported("a directive twice in strptime is")
		}
		out.WriteString(field)
		rest = after[1:]
	}
	re, err := regexp.Compile(out.String())
	if err != nil {
		return nil, unsupported("the format of strptime is")
	}
	return re, nil
}

// maxFormat is how long a format of strptime may be, in bytes.
const maxFormat = 10_000

// strptime mirrors _strptime._strptime.
func (m *machine) strptime(text, format Value) (*parsedTime, error) {
	data, ok := asStr(text)
	if !ok {
		return nil, typeError("strptime() argument 0 must be str, not <class '%s'>", typeOf(text).fullName())
	}
	how, ok := asStr(format)
	if !ok {
		return nil, typeError("strptime() argument 1 must be str, not <class '%s'>", typeOf(format).fullName())
	}
	if len(how) > maxFormat {
		return nil, unsupported("a format of strptime that is so long is")
	}
	re, err := strptimePattern(how)
	if err != nil {
		return nil, err
	}
	at := re.FindStringSubmatchIndex(data)
	if at == nil {
		shown, err := m.repr(data)
		if err != nil {
			return nil, err
		}
		shownFormat, err := m.repr(how)
		if err != nil {
			return nil, err
		}
		return nil, valueError("time data %s does not match format %s", shown, shownFormat)
	}
	if at[1] != len(data) {
		return nil, valueError("unconverted data remains: %s", data[at[1]:])
	}
	found := map[string]string{}
	for i, name := range re.SubexpNames() {
		if name != "" && at[2*i] >= 0 {
			found[name] = strings.ToLower(data[at[2*i]:at[2*i+1]])
		}
	}
	p := &parsedTime{zone: strings.ToUpper(found["Z"])}
	if z, ok := found["z"]; ok {
		if p.offset, err = parseOffset(z); err != nil {
			return nil, err
		}
	}
	return p, p.fill(found)
}

// number reads a field that is a number, otherwise is what it is without one.
func number(found map[string]string, field string, otherwise int) int {
	if text, ok := found[field]; ok {
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if err == nil {
			return n
		}
	}
	return otherwise
}

// fill sets the date of the fields that were found.
func (p *parsedTime) fill(found map[string]string) error {
	year := number(found, "Y", 1900)
	if y := number(found, "y", -1); y >= 0 {
		year = 1900 + y
		if y <= 68 {
			year = 2000 + y
		}
	}
	month := number(found, "m", 1)
	for _, field := range []string{"B", "b"} {
		if name := found[field]; name != "" {
			month = 1 + strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", name[:3])/3
		}
	}
	hour := number(found, "H", 0)
	if h := number(found, "I", -1); h >= 0 {
		hour = h % 12
		if found["p"] == "pm" {
			hour += 12
		}
	}
	if f := found["f"]; f != "" {
		p.micro, _ = strconv.Atoi(f + "000000"[len(f):])
	}
	day := number(found, "d", 1)
	if j := number(found, "j", 0); j > 0 {
		month, day = 1, j
	} else if last := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day(); day > last {
		return valueError("day is out of range for month")
	}
	if year < 1 {
		return valueError("year %d is out of range", year)
	}
	date := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	seconds := hour*3600 + number(found, "M", 0)*60
	p.date = date.Add(time.Duration(seconds) * time.Second)
	s := number(found, "S", 0)
	if s > 59 {
		return valueError("second must be in 0..59")
	}
	p.date = p.date.Add(time.Duration(s) * time.Second)
	return nil
}

// parseOffset reads %z.
func parseOffset(z string) (*int, error) {
	offset := 0
	if z == "z" {
		return &offset, nil
	}
	digits := z[1:]
	if digits[2] == ':' {
		digits = digits[:2] + digits[3:]
		if len(digits) > 4 {
			if digits[4] != ':' {
				return nil, valueError("Inconsistent use of : in %s", z)
			}
			digits = digits[:4] + digits[5:]
		}
	}
	digits, fraction, _ := strings.Cut(digits, ".")
	part := func(i int) int {
		if i+2 > len(digits) {
			return 0
		}
		n, _ := strconv.Atoi(digits[i : i+2])
		return n
	}
	offset = ((part(0)*60+part(2))*60 + part(4)) * 1_000_000
	if fraction != "" {
		n, _ := strconv.Atoi(fraction + "000000"[len(fraction):])
		offset += n
	}
	if z[0] == '-' {
		offset = -offset
	}
	return &offset, nil
}

// structTime is what time.strptime gives.
func (p *parsedTime) structTime() Value {
	t := structTime(p.date)
	t.items[8] = integer(-1)
	var zone, offset Value = None, None
	if p.zone != "" {
		t.items[8], zone = integer(0), p.zone
	}
	if p.offset != nil {
		offset = integer(int64(*p.offset / 1_000_000))
	}
	t.heir.attrs.put("tm_zone", zone)
	t.heir.attrs.put("tm_gmtoff", offset)
	return t
}
