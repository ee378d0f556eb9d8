package script

import (
	"fmt"
	"strings"
	"time"
)

// A dateFormat is a moment as strftime shows it.
type dateFormat struct {
	t            time.Time // in UTC; its fields are what is shown
	zone, offset string    // %Z and %z
	colonOffset  string    // %:z
	fraction     bool      // there is %f, the microsecond
}

// strftime mirrors the C library's in the C locale; what is no directive stays
// as it is.
func strftime(format string, d dateFormat) string {
	var out strings.Builder
	const most = 1 << 26 // bytes; more than that no script may have
	for i := 0; i < len(format) && out.Len() < most; i++ {
		if format[i] != '%' || i == len(format)-1 {
			out.WriteByte(format[i])
			continue
		}
		from := i
		i++
		flag := byte(0)
		for i < len(format)-1 && strings.IndexByte("_-0^#", format[i]) >= 0 {
			flag = format[i]
			i++
		}
		width := 0
		for i < len(format)-1 && format[i] >= '0' && format[i] <= '9' && width < 100 {
			width = width*10 + int(format[i]-'0')
			i++
		}
		if format[i] == ':' && i < len(format)-1 && format[i+1] == 'z' {
			i++
			out.WriteString(d.colonOffset)
			continue
		}
		text, ok := d.directive(format[i], flag, width)
		if !ok {
			text = format[from : i+1]
		}
		out.WriteString(text)
	}
	return out.String()
}

// directive gives what stands for %c.
func (d *dateFormat) directive(c, flag byte, width int) (string, bool) {
	if n, digits, pad, ok := d.number(c); ok {
		return padded(n, digits, pad, flag, width), true
	}
	text, ok := d.text(c)
	switch {
	case !ok:
		return "", false
	case flag == '^':
		text = strings.ToUpper(text)
	case flag == '#' && (c == 'p' || c == 'Z'):
		text = strings.ToLower(text)
	case flag == '#':
		text = strings.ToUpper(text)
	}
	if len(text) < width {
		text = strings.Repeat(" ", width-len(text)) + text
	}
	return text, true
}

// padded fills a number up to its digits, or to the width that is given.
func padded(n, digits int, pad, flag byte, width int) string {
	switch flag {
	case '-':
		return fmt.Sprint(n)
	case '_':
		pad = ' '
	case '0':
		pad = '0'
	}
	text := fmt.Sprint(n)
	if digits = max(digits, width); len(text) < digits {
		text = strings.Repeat(string(pad), digits-len(text)) + text
	}
	return text
}

// number gives a directive that is a number, with its digits and what fills
// them up.
func (d *dateFormat) number(c byte) (n, digits int, pad byte, ok bool) {
	t := d.t
	weekday := int(t.Weekday())
	switch c {
	case 'd':
		return t.Day(), 2, '0', true
	case 'e':
		return t.Day(), 2, ' ', true
	case 'm':
		return int(t.Month()), 2, '0', true
	case 'Y':
		return t.Year(), 1, '0', true
	case 'y':
		return t.Year() % 100, 2, '0', true
	case 'C':
		return t.Year() / 100, 2, '0', true
	case 'H':
		return t.Hour(), 2, '0', true
	case 'k':
		return t.Hour(), 2, ' ', true
	case 'I':
		return (t.Hour()+11)%12 + 1, 2, '0', true
	case 'l':
		return (t.Hour()+11)%12 + 1, 2, ' ', true
	case 'M':
		return t.Minute(), 2, '0', true
	case 'S':
		return t.Second(), 2, '0', true
	case 'j':
		return t.YearDay(), 3, '0', true
	case 'w':
		return weekday, 1, '0', true
	case 'u':
		return (weekday+6)%7 + 1, 1, '0', true
	case 'U':
		return (t.YearDay() + 6 - weekday) / 7, 2, '0', true
	case 'W':
		return (t.YearDay() + 6 - (weekday+6)%7) / 7, 2, '0', true
	case 's':
		return int(t.Unix()), 1, '0', true
	}
	year, week := t.ISOWeek()
	switch c {
	case 'V':
		return week, 2, '0', true
	case 'G':
		return year, 1, '0', true
	case 'g':
		return year % 100, 2, '0', true
	}
	return 0, 0, 0, false
}

// text gives a directive that is a text.
func (d *dateFormat) text(c byte) (string, bool) {
	layouts := map[byte]string{
		'a': "Mon", 'A': "Monday", 'b': "Jan", 'h': "Jan", 'B': "January", 'p': "PM", 'c': ctimeLayout, 'D': "01/02/06", 'x': "01/02/06",
		'T': "15:04:05", 'X': "15:04:05", 'R': "15:04", 'r': "03:04:05 PM",
	}
	switch c {
	case 'F':
		return fmt.Sprintf("%d-", d.t.Year()) + d.t.Format("01-02"), true
	case 'P':
		return strings.ToLower(d.t.Format("PM")), true
	case 'n':
		return "\n", true
	case 't':
		return "\t", true
	case '%':
		return "%", true
	case 'f':
		return fmt.Sprintf("%06d", d.t.Nanosecond()/1000), d.fraction
	case 'z':
		return d.offset, true
	case 'Z':
		return d.zone, true
	}
	layout, ok := layouts[c]
	return d.t.Format(layout), ok
}
