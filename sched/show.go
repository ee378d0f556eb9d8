package sched

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"loopscope/sched/trace"
)

func (l *Loop) show(v any) string {
	if l.host.Show != nil {
		return l.host.Show(v)
	}
	return Show(v)
}

func (l *Loop) showError(err error) string {
	if l.host.ShowError != nil {
		return l.host.ShowError(err)
	}
	return ShowError(err)
}

func (l *Loop) repr(v any) string {
	if l.host.Repr != nil {
		return l.host.Repr(v)
	}
	return Show(v)
}

func (l *Loop) str(v any) string {
	if l.host.Str != nil {
		return l.host.Str(v)
	}
	if s, ok := v.(string); ok {
		return s
	}
	return l.show(v)
}

// Show gives the text that a plain Go value has in events: TRACE.md's
// canonical text of the Python value nearest to it.
func Show(v any) string {
	switch v := v.(type) {
	case nil:
		return "None"
	case bool:
		if v {
			return "True"
		}
		return "False"
	case string:
		return "'" + v + "'"
	case float64:
		return showFloat(v)
	case trace.Time:
		return v.String()
	case Sets:
		return "[" + Show(v.Done) + ", " + Show(v.Pending) + "]"
	case *Task:
		return "<Task " + v.Name() + ">"
	case *Future:
		if v.Task() != nil {
			return Show(v.Task())
		}
		return "<Future>"
	case *Coro:
		return "<coroutine>"
	case error:
		return ShowError(v)
	}
	return showKind(reflect.ValueOf(v))
}

func showKind(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return strconv.FormatUint(v.Uint(), 10)
	case reflect.Float32:
		return showFloat(v.Float())
	case reflect.String:
		return Show(v.String())
	case reflect.Slice, reflect.Array:
		texts := make([]string, v.Len())
		for i := range texts {
			texts[i] = Show(v.Index(i).Interface())
		}
		return "[" + strings.Join(texts, ", ") + "]"
	}
	return "<" + typeName(v.Type()) + ">"
}

// showFloat gives six decimals at most and no trailing zeros.
func showFloat(x float64) string {
	s := strings.TrimRight(strings.TrimRight(strconv.FormatFloat(x, 'f', 6, 64), "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

func typeName(t reflect.Type) string {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Name() == "" {
		return t.Kind().String()
	}
	return t.Name()
}

// ShowError gives the text that a plain Go error has in events: as TRACE.md
// says for one of asyncio's exceptions, else its type and its message.
func ShowError(err error) string {
	e, ok := err.(*Error)
	if !ok {
		name := typeName(reflect.TypeOf(err))
		if first := name[0]; first < 'A' || first > 'Z' {
			name = "error" // errors.New, fmt.Errorf
		}
		return fmt.Sprintf("%s('%s')", name, err.Error())
	}
	switch e.Class {
	case ErrValue, ErrTimeout, ErrCancelled, ErrSystemExit, ErrKeyboardInterrupt,
		ErrBaseExceptionGroup, ErrExceptionGroup:
		args := make([]string, len(e.Args))
		for i, a := range e.Args {
			args[i] = Show(a)
		}
		return e.Class.Error() + "(" + strings.Join(args, ", ") + ")"
	}
	return e.Class.Error()
}
