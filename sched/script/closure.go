package script

import (
	"slices"
	"strings"
)

// A cellObject is what __closure__ gives of a variable that functions share.
type cellObject struct{ of *cell }

var cellType = newType("cell")

func (*cellObject) class() *Type { return cellType }

func setupCell(t *Type) {
	t.repr = func(m *machine, v Value) (string, error) {
		held := v.(*cellObject).of.v
		if held == nil {
			return "<cell at " + m.address(v) + ": empty>", nil
		}
		return "<cell at " + m.address(v) + ": " + typeOf(held).name + " object at " + m.address(held) + ">", nil
	}
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		if name != "cell_contents" {
			return nil, nil
		}
		if held := v.(*cellObject).of.v; held != nil {
			return held, nil
		}
		return nil, valueError("cell is empty")
	}
}

// freeVars gives the names of what a function takes from around it, in
// CPython's order, and where each stands in function.closure.
func (k *code) freeVars() (names []string, at []int) {
	free := k.names[min(k.closure, len(k.names)):]
	for i := range free {
		at = append(at, i)
	}
	slices.SortFunc(at, func(a, b int) int { return strings.Compare(free[a], free[b]) })
	for _, i := range at {
		names = append(names, free[i])
	}
	return names, at
}

// closureOf is __closure__.
func (f *function) closureOf() Value {
	if len(f.closure) == 0 {
		return None
	}
	t := &tuple{}
	_, at := f.code.freeVars()
	for _, i := range at {
		t.items = append(t.items, &cellObject{f.closure[i]})
	}
	return t
}
