package script

import (
	"fmt"
	"slices"
	"strings"
)

// The attributes that classes of exceptions have besides args
// (Objects/exceptions.c). They stand in exception.fields.

// exceptionKind gives the nearest class with an __init__ of its own.
func exceptionKind(t *Type) string {
	for _, c := range t.mro {
		if c.user == nil && exceptionFields[c.name] != nil {
			return c.name
		}
	}
	return ""
}

// exceptionFields are the attributes by class; what is not given is None.
var exceptionFields = map[string][]string{
	"StopIteration":         {"value"},
	"SystemExit":            {"code"},
	"OSError":               {"errno", "strerror", "filename", "filename2"},
	"ImportError":           {"msg", "name", "path", "name_from"},
	"NameError":             {"name"},
	"AttributeError":        {"name", "obj"},
	"SyntaxError":           {"msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"},
	"UnicodeDecodeError":    unicodeFields,
	"UnicodeEncodeError":    unicodeFields,
	"UnicodeTranslateError": {"object", "start", "end", "reason"},
}

var unicodeFields = []string{"encoding", "object", "start", "end", "reason"}

// keywordFields are those that may be given by keyword.
var keywordFields = map[string][]string{
	"ImportError": {"name", "path", "name_from"}, "NameError": {"name"}, "AttributeError": {"name", "obj"},
}

// initException mirrors the __init__ of the exception's kind.
func initException(e *exception, a args) error {
	kind := exceptionKind(e.cls)
	e.args = slices.Clone(a.pos)
	if len(a.kw) > 0 && keywordFields[kind] == nil {
		return typeError("%s() takes no keyword arguments", e.cls.name)
	}
	if kind == "" {
		return nil
	}
	e.fields = map[string]Value{}
	for _, k := range a.kw {
		if !slices.Contains(keywordFields[kind], k.name) {
			return typeError("%s() got an unexpected keyword argument '%s'", kind, k.name)
		}
		e.fields[k.name] = k.v
	}
	switch n := len(a.pos); kind {
	case "StopIteration":
		e.fields["value"] = first(a.pos)
	case "SystemExit":
		e.fields["code"] = first(a.pos)
		if n > 1 {
			e.fields["code"] = newTuple(e.args...)
		}
	case "OSError":
		e.initOSError()
	case "ImportError":
		if n == 1 {
			e.fields["msg"] = a.pos[0]
		}
	case "SyntaxError":
		e.initSyntaxError()
	case "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeTranslateError":
		return e.initUnicode(kind)
	}
	return nil
}

// initOSError mirrors oserror_parse_args: with a file name args are the first
// two alone.
func (e *exception) initOSError() {
	n := len(e.args)
	if n < 2 || n > 5 {
		return
	}
	e.fields["errno"], e.fields["strerror"] = e.args[0], e.args[1]
	if n > 2 {
		if e.args[2] != None {
			e.fields["filename"] = e.args[2]
		}
		if n == 5 {
			e.fields["filename2"] = e.args[4]
		}
		e.args = e.args[:2:2]
	}
}

// initSyntaxError mirrors SyntaxError_init.
func (e *exception) initSyntaxError() {
	e.fields["msg"] = first(e.args)
	if len(e.args) != 2 {
		return
	}
	if info, ok := e.args[1].(*tuple); ok {
		for i, name := range []string{"filename", "lineno", "offset", "text", "end_lineno", "end_offset"} {
			if i < len(info.items) {
				e.fields[name] = info.items[i]
			}
		}
	}
}

func (e *exception) initUnicode(kind string) error {
	fields := exceptionFields[kind]
	if len(e.args) != len(fields) {
		return typeError("function takes exactly %d arguments (%d given)", len(fields), len(e.args))
	}
	for i, name := range fields {
		v := e.args[i]
		_, isStr := asStr(v)
		_, isInt := asInt(v)
		_, isBytes := asBytes(v)
		switch {
		case name == "object" && kind == "UnicodeDecodeError":
			if !isBytes {
				return typeError("a bytes-like object is required, not '%s'", typeOf(v).name)
			}
		case name == "start" || name == "end":
			if !isInt {
				return typeError("'%s' object cannot be interpreted as an integer", typeOf(v).name)
			}
		case !isStr:
			return typeError("argument %d must be str, not %s", i+1, typeOf(v).name)
		}
		e.fields[name] = v
	}
	return nil
}

// field gives an attribute of the exception's kind, nil if it has none of that
// name.
func (e *exception) field(name string) Value {
	kind := exceptionKind(e.cls)
	if kind == "" {
		return nil
	}
	if v := e.fields[name]; v != nil {
		return v
	}
	if !slices.Contains(exceptionFields[kind], name) {
		return nil
	}
	switch {
	case kind == "StopIteration":
		return first(e.args)
	case kind == "SystemExit" && e.fields == nil:
		return first(e.args)
	}
	return None
}

// strUnicode mirrors UnicodeEncodeError_str and its kin.
func (e *exception) strUnicode() string {
	encoding, _ := asStr(e.fields["encoding"])
	reason, _ := asStr(e.fields["reason"])
	start, _ := asInt(e.fields["start"])
	end, _ := asInt(e.fields["end"])
	verb := "encode"
	kind := exceptionKind(e.cls)
	if kind == "UnicodeDecodeError" {
		verb = "decode"
		if data := bytesOf(e.fields["object"]); end == start+1 && start < int64(len(data)) {
			return fmt.Sprintf("'%s' codec can't decode byte 0x%02x in position %d: %s", encoding, data[start], start, reason)
		}
		return fmt.Sprintf("'%s' codec can't decode bytes in position %d-%d: %s", encoding, start, end-1, reason)
	}
	text, _ := asStr(e.fields["object"])
	prefix := fmt.Sprintf("'%s' codec can't %s", encoding, verb)
	if kind == "UnicodeTranslateError" {
		prefix = "can't translate"
	}
	if runes := runesOf(text); end == start+1 && start >= 0 && start < int64(len(runes)) {
		return fmt.Sprintf("%s character '%s' in position %d: %s", prefix, escaped(runes[start]), start, reason)
	}
	return fmt.Sprintf("%s characters in position %d-%d: %s", prefix, start, end-1, reason)
}

func escaped(r rune) string {
	switch {
	case r <= 0xff:
		return fmt.Sprintf(`\x%02x`, r)
	case r <= 0xffff:
		return fmt.Sprintf(`\u%04x`, r)
	}
	return fmt.Sprintf(`\U%08x`, r)
}

// strOS mirrors OSError_str; ok is false where it is BaseException's.
func (m *machine) strOS(e *exception) (text string, ok bool, err error) {
	no, message := e.fields["errno"], e.fields["strerror"]
	name, second := e.fields["filename"], e.fields["filename2"]
	if no == nil || message == nil {
		return "", false, nil
	}
	if text, err = m.str(no); err != nil {
		return "", true, err
	}
	said, err := m.str(message)
	if err != nil {
		return "", true, err
	}
	text = "[Errno " + text + "] " + said
	if name == nil {
		return text, true, nil
	}
	if said, err = m.repr(name); err != nil {
		return "", true, err
	}
	text += ": " + said
	if second != nil && second != None {
		if said, err = m.repr(second); err != nil {
			return "", true, err
		}
		text += " -> " + said
	}
	return text, true, nil
}

// strSyntax mirrors SyntaxError_str.
func (m *machine) strSyntax(e *exception) (string, error) {
	text, err := m.str(e.field("msg"))
	if err != nil {
		return "", err
	}
	name, hasName := asStr(e.field("filename"))
	line, hasLine := asInt(e.field("lineno"))
	name = name[strings.LastIndexByte(name, '/')+1:]
	switch {
	case hasName && hasLine:
		return fmt.Sprintf("%s (%s, line %d)", text, name, line), nil
	case hasName:
		return fmt.Sprintf("%s (%s)", text, name), nil
	case hasLine:
		return fmt.Sprintf("%s (line %d)", text, line), nil
	}
	return text, nil
}

// setSpecial sets what every exception has; done is false for another name.
func (e *exception) setSpecial(name string, item Value) (done bool, err error) {
	exceptionOrNone := func(what string) (*exception, error) {
		if item == None {
			return nil, nil
		}
		if other, ok := item.(*exception); ok {
			return other, nil
		}
		return nil, typeError("exception %s must be None or derive from BaseException", what)
	}
	switch name {
	case "__cause__":
		if item == nil {
			return true, typeError("__cause__ may not be deleted")
		}
		cause, err := exceptionOrNone("cause")
		if err == nil {
			e.cause, e.suppress = cause, true
		}
		return true, err
	case "__context__":
		if item == nil {
			return true, typeError("__context__ may not be deleted")
		}
		context, err := exceptionOrNone("context")
		if err == nil {
			e.context, e.contextless = context, context == nil
		}
		return true, err
	case "__suppress_context__":
		yes, ok := item.(bool)
		if !ok {
			return true, typeError("attribute value type must be bool")
		}
		e.suppress = yes
		return true, nil
	case "__traceback__":
		if item == nil {
			return true, typeError("__traceback__ may not be deleted")
		}
		return true, e.setTraceback(item)
	}
	return false, nil
}

// addNote mirrors BaseException.add_note.
func addNote(m *machine, self Value, a args) (Value, error) {
	if err := a.between("BaseException.add_note", 1, 1); err != nil {
		return nil, err
	}
	if _, ok := asStr(a.pos[0]); !ok {
		return nil, typeError("note must be a str, not '%s'", typeOf(a.pos[0]).name)
	}
	e := self.(*exception)
	if e.attrs == nil {
		e.attrs = newDict()
	}
	notes := e.attrs.str("__notes__")
	if notes == nil {
		notes = newList()
		e.attrs.put("__notes__", notes)
	}
	l, ok := notes.(*list)
	if !ok {
		return nil, typeError("Cannot add note: __notes__ is not a list")
	}
	l.items = append(l.items, a.pos[0])
	return None, m.grown(len(l.items))
}
