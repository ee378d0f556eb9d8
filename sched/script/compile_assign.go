package script

import (
	"loopscope/sched/script/syntax"
)

// A storeFn puts a value where a target says.
type storeFn func(fr *frame, v Value) error

func (c *compiler) assign(s *syntax.Assign) execFn {
	eval := c.expr(s.Value)
	if len(s.Targets) == 1 {
		if name, ok := s.Targets[0].(*syntax.Name); ok {
			if at := c.r.find(c.scope, name.ID); at.kind == localRef && c.scope.kind != classScope {
				slot := at.slot
				if c.code.async {
					store := storeDropping(slot)
					return func(fr *frame) (signal, error) {
						v, err := eval(fr)
						if err != nil {
							return goOn, err
						}
						return goOn, store(fr, v)
					}
				}
				return func(fr *frame) (signal, error) {
					v, err := eval(fr)
					if err != nil {
						return goOn, err
					}
					if fr.m.cleaning != 0 {
						return goOn, fr.m.replace(&fr.slots[slot], v)
					}
					fr.slots[slot] = v
					return goOn, nil
				}
			}
		}
	}
	targets := make([]storeFn, len(s.Targets))
	for i, t := range s.Targets {
		targets[i] = c.target(t)
	}
	return func(fr *frame) (signal, error) {
		v, err := eval(fr)
		if err != nil {
			return goOn, err
		}
		for _, store := range targets {
			if err := store(fr, v); err != nil {
				return goOn, err
			}
		}
		return goOn, nil
	}
}

// target compiles an assignment's left side.
func (c *compiler) target(e syntax.Expr) storeFn {
	if c.teller != nil {
		return c.toldTarget(e)
	}
	return c.storer(e)
}

// storer compiles what stores into an assignment's left side.
func (c *compiler) storer(e syntax.Expr) storeFn {
	switch e := e.(type) {
	case *syntax.Name:
		return c.storeName(e.ID)
	case *syntax.Attribute:
		object := c.expr(e.Value)
		name := e.Attr
		return func(fr *frame, v Value) error {
			o, err := object(fr)
			if err != nil {
				return err
			}
			return fr.m.setAttr(o, name, v)
		}
	case *syntax.Subscript:
		object, key := c.expr(e.Value), c.expr(e.Slice)
		return func(fr *frame, v Value) error {
			o, err := object(fr)
			if err != nil {
				return err
			}
			k, err := key(fr)
			if err != nil {
				return err
			}
			return fr.m.setItem(o, k, v)
		}
	case *syntax.Tuple:
		return c.unpack(e.Elts)
	case *syntax.List:
		return c.unpack(e.Elts)
	}
	panic("script: internal error: a target that cannot be assigned")
}

func (c *compiler) storeName(name string) storeFn {
	at := c.r.find(c.scope, name)
	slot := at.slot
	switch at.kind {
	case localRef:
		if c.scope.kind == classScope {
			return c.storeInClass(name, slot)
		}
		return func(fr *frame, v Value) error {
			if fr.m.cleaning != 0 {
				return fr.m.replace(&fr.slots[slot], v)
			}
			fr.slots[slot] = v
			return nil
		}
	case cellRef:
		return func(fr *frame, v Value) error { return fr.m.replace(&fr.slots[slot].(*cell).v, v) }
	}
	if c.r.lib != nil {
		place := c.globalPlace(slot)
		return func(fr *frame, v Value) error {
			*place(fr.m) = v
			return nil
		}
	}
	if c.r.namespaces {
		return func(fr *frame, v Value) error {
			fr.m.noteGlobal(slot, v)
			return fr.m.replace(&fr.m.globals[slot], v)
		}
	}
	return func(fr *frame, v Value) error { return fr.m.replace(&fr.m.globals[slot], v) }
}

// unpack compiles a, b, *rest on the left side.
func (c *compiler) unpack(elts []syntax.Expr) storeFn {
	targets := make([]storeFn, len(elts))
	star := -1
	for i, e := range elts {
		if s, ok := e.(*syntax.Starred); ok {
			star, e = i, s.Value
		}
		targets[i] = c.target(e)
	}
	return func(fr *frame, v Value) error {
		items, err := fr.m.unpack(v, len(targets), star)
		if err != nil {
			return err
		}
		for i, store := range targets {
			if err := store(fr, items[i]); err != nil {
				return err
			}
		}
		return nil
	}
}

// unpack mirrors _PyEval_UnpackIterableStackRef: n values, of which the one at
// star, if that is not -1, is a list of all that the others leave.
func (m *machine) unpack(v Value, n, star int) ([]Value, error) {
	t := typeOf(v)
	if t.iter == nil {
		return nil, typeError("cannot unpack non-iterable %s object", t.name)
	}
	var items []Value
	if one, ok := v.(*tuple); ok && one.heir == nil {
		items = one.items
	} else if held, ok := plainItems(v); ok {
		items = append(items, held...)
	} else {
		it, err := m.iterate(v)
		if err != nil {
			return nil, err
		}
		for star >= 0 || len(items) <= n {
			item, err := it.next(m)
			if err != nil {
				return nil, err
			}
			if item == nil {
				break
			}
			items = append(items, item)
			if err := m.grown(len(items)); err != nil {
				return nil, err
			}
		}
	}
	if star < 0 {
		switch {
		case len(items) > n:
			return nil, valueError("too many values to unpack (expected %d)", n)
		case len(items) < n:
			return nil, valueError("not enough values to unpack (expected %d, got %d)", n, len(items))
		}
		return items, nil
	}
	if len(items) < n-1 {
		return nil, valueError("not enough values to unpack (expected at least %d, got %d)", n-1, len(items))
	}
	after := n - 1 - star
	rest := &list{items: append([]Value(nil), items[star:len(items)-after]...)}
	out := append(append([]Value(nil), items[:star]...), rest)
	return append(out, items[len(items)-after:]...), nil
}

func (c *compiler) augAssign(s *syntax.AugAssign) execFn {
	op := s.Op
	value := c.expr(s.Value)
	switch t := s.Target.(type) {
	case *syntax.Name:
		return c.augName(t, op, value)
	case *syntax.Attribute:
		object, name := c.expr(t.Value), t.Attr
		return func(fr *frame) (signal, error) {
			o, err := object(fr)
			if err != nil {
				return goOn, err
			}
			old, err := fr.m.getAttr(o, name)
			if err != nil {
				return goOn, err
			}
			v, err := fr.augmented(op, old, value)
			if err != nil {
				return goOn, err
			}
			return goOn, fr.m.setAttr(o, name, v)
		}
	}
	t := s.Target.(*syntax.Subscript)
	object, key := c.expr(t.Value), c.expr(t.Slice)
	return func(fr *frame) (signal, error) {
		o, err := object(fr)
		if err != nil {
			return goOn, err
		}
		k, err := key(fr)
		if err != nil {
			return goOn, err
		}
		old, err := fr.m.getItem(o, k)
		if err != nil {
			return goOn, err
		}
		v, err := fr.augmented(op, old, value)
		if err != nil {
			return goOn, err
		}
		return goOn, fr.m.setItem(o, k, v)
	}
}

func (c *compiler) augName(t *syntax.Name, op syntax.Operator, value evalFn) execFn {
	load, store := c.loadName(t.ID), c.storeName(t.ID)
	if at := c.r.find(c.scope, t.ID); at.kind == localRef && c.scope.kind != classScope {
		slot := at.slot
		return func(fr *frame) (signal, error) {
			old, err := load(fr)
			if err != nil {
				return goOn, err
			}
			v, err := fr.augmented(op, old, value)
			if err != nil {
				return goOn, err
			}
			fr.slots[slot] = v
			return goOn, nil
		}
	}
	return func(fr *frame) (signal, error) {
		old, err := load(fr)
		if err != nil {
			return goOn, err
		}
		v, err := fr.augmented(op, old, value)
		if err != nil {
			return goOn, err
		}
		return goOn, store(fr, v)
	}
}

// augmented computes old op= value.
func (fr *frame) augmented(op syntax.Operator, old Value, value evalFn) (Value, error) {
	v, err := value(fr)
	if err != nil {
		return nil, err
	}
	if x, ok := old.(int64); ok && op != syntax.Pow && op != syntax.MatMult {
		if y, ok := v.(int64); ok {
			return fr.m.intOp(op, x, y)
		}
	}
	return fr.m.inplaceOp(op, old, v)
}

func (c *compiler) deleteStmt(s *syntax.Delete) execFn {
	var all []execFn
	for _, t := range s.Targets {
		all = append(all, c.deletion(t))
	}
	return func(fr *frame) (signal, error) {
		for _, del := range all {
			if _, err := del(fr); err != nil {
				return goOn, err
			}
		}
		return goOn, nil
	}
}

func (c *compiler) deletion(e syntax.Expr) execFn {
	switch e := e.(type) {
	case *syntax.Name:
		load, store := c.loadName(e.ID), c.storeName(e.ID)
		if at := c.r.find(c.scope, e.ID); at.kind == localRef && c.scope.kind != classScope && c.code.async {
			store = storeDropping(at.slot)
		}
		global := c.r.find(c.scope, e.ID).kind == globalRef
		slot := c.r.find(c.scope, e.ID).slot
		name, place := e.ID, c.globalPlace(slot)
		return func(fr *frame) (signal, error) {
			if global && *place(fr.m) == nil {
				return goOn, raise("NameError", "name '%s' is not defined", name)
			}
			if _, err := load(fr); err != nil {
				return goOn, err
			}
			return goOn, store(fr, nil)
		}
	case *syntax.Attribute:
		object, name := c.expr(e.Value), e.Attr
		return func(fr *frame) (signal, error) {
			o, err := object(fr)
			if err != nil {
				return goOn, err
			}
			return goOn, fr.m.delAttr(o, name)
		}
	case *syntax.Subscript:
		object, key := c.expr(e.Value), c.expr(e.Slice)
		return func(fr *frame) (signal, error) {
			o, err := object(fr)
			if err != nil {
				return goOn, err
			}
			k, err := key(fr)
			if err != nil {
				return goOn, err
			}
			return goOn, fr.m.setItem(o, k, nil)
		}
	case *syntax.Tuple:
		return c.deleteStmt(&syntax.Delete{Targets: e.Elts})
	case *syntax.List:
		return c.deleteStmt(&syntax.Delete{Targets: e.Elts})
	}
	panic("script: internal error: a target that cannot be deleted")
}
