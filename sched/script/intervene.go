package script

import (
	"errors"
	"fmt"

	"loopscope/sched/script/syntax"
)

// exceptionFromCommand is Host.Exception: an exception that a user raises in a
// task.
func exceptionFromCommand(class string, message *string) (error, error) {
	t := excTypes[class]
	if t == nil {
		return nil, fmt.Errorf("%s is no exception of Python's own or asyncio's: use ValueError, TimeoutError or another one", class)
	}
	var a args
	if message != nil {
		a = positional(*message)
	}
	v, err := t.construct(nil, t, a)
	if err != nil {
		return nil, fmt.Errorf("%s is not made of a message alone: raise another exception", class)
	}
	return v.(*exception), nil
}

// longestLiteral bounds the text of a value, in bytes.
const longestLiteral = 10_000

// literalFromCommand is Host.Literal: a value of None, truth values, numbers,
// texts, tuples, lists, sets and dicts of those, as ast.literal_eval takes them.
func (m *machine) literalFromCommand(text string) (any, error) {
	wrong := fmt.Errorf("%s is no value: give None, a number, a text in quotes, or a tuple, list or dict of those", shortened(text))
	if len(text) > longestLiteral {
		return nil, fmt.Errorf("a value of %d bytes is too long: %d at most", len(text), longestLiteral)
	}
	tree, err := syntax.Parse("value", []byte(text))
	if err != nil || len(tree.Body) != 1 {
		return nil, wrong
	}
	only, ok := tree.Body[0].(*syntax.ExprStmt)
	if !ok {
		return nil, wrong
	}
	v, err := m.literal(only.Value)
	if err != nil {
		return nil, wrong
	}
	return v, nil
}

// shortened gives the beginning of a text for a message.
func shortened(text string) string {
	const most = 60
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

var errNoLiteral = errors.New("no literal")

// literal mirrors ast.literal_eval, without its sums.
func (m *machine) literal(e syntax.Expr) (Value, error) {
	switch e := e.(type) {
	case *syntax.Constant:
		if e.Kind != syntax.Imag {
			return constantValue(e), nil
		}
	case *syntax.UnaryOp:
		if k, ok := e.Operand.(*syntax.Constant); ok && (k.Kind == syntax.Int || k.Kind == syntax.Float) && e.Op != syntax.Not {
			return m.unaryOp(e.Op, constantValue(k))
		}
	case *syntax.Tuple:
		items, err := m.literals(e.Elts)
		return newTuple(items...), err
	case *syntax.List:
		items, err := m.literals(e.Elts)
		return newList(items...), err
	case *syntax.Set:
		items, err := m.literals(e.Elts)
		if err != nil {
			return nil, err
		}
		return m.call(setType, positional(newList(items...)))
	case *syntax.Dict:
		return m.literalDict(e)
	}
	return nil, errNoLiteral
}

func (m *machine) literals(all []syntax.Expr) ([]Value, error) {
	items := make([]Value, len(all))
	for i, e := range all {
		v, err := m.literal(e)
		if err != nil {
			return nil, err
		}
		items[i] = v
	}
	return items, nil
}

func (m *machine) literalDict(e *syntax.Dict) (Value, error) {
	keys, err := m.literals(e.Keys)
	if err != nil {
		return nil, err
	}
	values, err := m.literals(e.Values)
	if err != nil {
		return nil, err
	}
	d := newDict()
	for i, k := range keys {
		if err := d.set(m, k, values[i]); err != nil {
			return nil, err
		}
	}
	return d, nil
}
