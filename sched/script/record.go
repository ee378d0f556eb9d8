package script

import (
	"slices"
	"strings"
)

// A record type is a tuple of CPython's own whose items have names too
// (Objects/structseq.c).
var recordFields = map[*Type][]string{}

func newRecordType(name, fields string) *Type {
	t := subtype(name, tupleType)
	recordFields[t] = strings.Fields(fields)
	return t
}

// newRecord makes a record. What only a name gives is in its heir.
func newRecord(t *Type, items ...Value) *tuple {
	return &tuple{items: items, heir: &heir{cls: t}}
}

func setupRecord(t *Type) {
	fields := recordFields[t]
	t.construct = func(m *machine, _ *Type, a args) (Value, error) {
		if len(a.pos) != 1 || t != structTimeType {
			return nil, typeError("cannot create '%s' instances", t.name)
		}
		items, err := m.collect(a.pos[0])
		if err != nil {
			return nil, err
		}
		if len(items) != len(fields) {
			return nil, typeError("%s() takes an at least %d-sequence (%d-sequence given)", t.name, len(fields), len(items))
		}
		return newRecord(t, items...), nil
	}
	t.alloc = nil
	t.repr = func(m *machine, v Value) (string, error) {
		var parts []string
		for i, name := range fields {
			text, err := m.repr(v.(*tuple).items[i])
			if err != nil {
				return "", err
			}
			parts = append(parts, name+"="+text)
		}
		return t.name + "(" + strings.Join(parts, ", ") + ")", nil
	}
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		if i := slices.Index(fields, name); i >= 0 {
			return v.(*tuple).items[i], nil
		}
		if more := v.(*tuple).heir.attrs; more != nil {
			return more.str(name), nil
		}
		return nil, nil
	}
}

var (
	versionInfoType = newRecordType("sys.version_info", "major minor micro releaselevel serial")
	floatInfoType   = newRecordType("sys.float_info", "max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds")
	intInfoType     = newRecordType("sys.int_info", "bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold")
	hashInfoType    = newRecordType("sys.hash_info", "width modulus inf nan imag algorithm hash_bits seed_bits cutoff")
)
