package script

import "loopscope/sched/script/syntax"

// A matchFn says whether a pattern matches, and notes in b what it captures.
type matchFn func(fr *frame, v Value, b *captures) (bool, error)

// captures are what a pattern binds if all of it matches.
type captures struct {
	stores []storeFn
	values []Value
}

func (b *captures) add(store storeFn, v Value) {
	b.stores, b.values = append(b.stores, store), append(b.values, v)
}

func (c *compiler) match(s *syntax.Match) execFn {
	type clause struct {
		match matchFn
		guard func(*frame) (bool, error)
		body  execFn
		line  int32
	}
	subject := c.expr(s.Subject)
	clauses := make([]clause, len(s.Cases))
	for i, k := range s.Cases {
		c.inLine = false
		c.line = k.Pattern.Where().Pos.Line
		clauses[i] = clause{match: c.pattern(k.Pattern), line: int32(c.line)}
		if k.Guard != nil {
			clauses[i].guard = c.condition(k.Guard)
		}
		clauses[i].body = c.block(k.Body)
	}
	return func(fr *frame) (signal, error) {
		v, err := subject(fr)
		if err != nil {
			return goOn, err
		}
		for i := range clauses {
			k := &clauses[i]
			fr.reach(k.line)
			yes, err := fr.captured(k.match, v)
			if yes && err == nil && k.guard != nil {
				yes, err = k.guard(fr)
			}
			if err != nil {
				return goOn, err
			}
			if yes {
				return k.body(fr)
			}
		}
		return goOn, nil
	}
}

// captured matches a pattern and binds what it captures.
func (fr *frame) captured(match matchFn, v Value) (bool, error) {
	var b captures
	yes, err := match(fr, v, &b)
	if !yes || err != nil {
		return false, err
	}
	for i, store := range b.stores {
		if err := store(fr, b.values[i]); err != nil {
			return false, err
		}
	}
	return true, nil
}

func (c *compiler) pattern(p syntax.Pattern) matchFn {
	switch p := p.(type) {
	case *syntax.MatchValue:
		want := c.expr(p.Value)
		return func(fr *frame, v Value, _ *captures) (bool, error) {
			w, err := want(fr)
			if err != nil {
				return false, err
			}
			same, err := fr.m.compare(syntax.Eq, v, w)
			if err != nil {
				return false, err
			}
			return fr.m.truth(same)
		}
	case *syntax.MatchSingleton:
		want := constantValue(&syntax.Constant{Kind: p.Kind})
		return func(_ *frame, v Value, _ *captures) (bool, error) { return v == want, nil }
	case *syntax.MatchSequence:
		return c.sequencePattern(p)
	case *syntax.MatchMapping:
		return c.mappingPattern(p)
	case *syntax.MatchClass:
		return c.classPattern(p)
	case *syntax.MatchAs:
		return c.asPattern(p)
	}
	var all []matchFn
	for _, one := range p.(*syntax.MatchOr).Patterns {
		all = append(all, c.pattern(one))
	}
	return func(fr *frame, v Value, b *captures) (bool, error) {
		for _, match := range all {
			own := captures{}
			yes, err := match(fr, v, &own)
			if err != nil {
				return false, err
			}
			if yes {
				b.stores, b.values = append(b.stores, own.stores...), append(b.values, own.values...)
				return true, nil
			}
		}
		return false, nil
	}
}

func (c *compiler) asPattern(p *syntax.MatchAs) matchFn {
	match := func(*frame, Value, *captures) (bool, error) { return true, nil }
	if p.Pattern != nil {
		match = c.pattern(p.Pattern)
	}
	if p.Name == "" {
		return match
	}
	store := c.storeName(p.Name)
	return func(fr *frame, v Value, b *captures) (bool, error) {
		yes, err := match(fr, v, b)
		if yes {
			b.add(store, v)
		}
		return yes, err
	}
}

func (c *compiler) sequencePattern(p *syntax.MatchSequence) matchFn {
	star := -1
	var rest storeFn
	all := make([]matchFn, len(p.Patterns))
	for i, one := range p.Patterns {
		s, ok := one.(*syntax.MatchStar)
		if !ok {
			all[i] = c.pattern(one)
			continue
		}
		star = i
		if s.Name != "" {
			rest = c.storeName(s.Name)
		}
	}
	return func(fr *frame, v Value, b *captures) (bool, error) {
		switch v.(type) {
		case *list, *tuple, *span, *deque:
		default:
			return false, nil
		}
		items, err := fr.m.collect(v)
		if err != nil || star < 0 && len(items) != len(all) || len(items) < len(all)-1 {
			return false, err
		}
		after := len(items) - len(all)
		for i, match := range all {
			switch {
			case i == star && rest != nil:
				b.add(rest, &list{items: append([]Value(nil), items[i:i+after+1]...)})
			case i == star:
			default:
				at := i
				if star >= 0 && i > star {
					at += after
				}
				if yes, err := match(fr, items[at], b); !yes || err != nil {
					return false, err
				}
			}
		}
		return true, nil
	}
}

func (c *compiler) mappingPattern(p *syntax.MatchMapping) matchFn {
	keys := c.exprs(p.Keys)
	all := make([]matchFn, len(p.Patterns))
	for i, one := range p.Patterns {
		all[i] = c.pattern(one)
	}
	var rest storeFn
	if p.Rest != "" {
		rest = c.storeName(p.Rest)
	}
	return func(fr *frame, v Value, b *captures) (bool, error) {
		d, ok := v.(*dict)
		if !ok {
			return false, nil
		}
		left := &dict{table: d.copy()}
		for i, key := range keys {
			k, err := key(fr)
			if err != nil {
				return false, err
			}
			item, err := d.get(fr.m, k)
			if item == nil || err != nil {
				return false, err
			}
			if yes, err := all[i](fr, item, b); !yes || err != nil {
				return false, err
			}
			if _, err := left.remove(fr.m, k); err != nil {
				return false, err
			}
		}
		if rest != nil {
			b.add(rest, left)
		}
		return true, nil
	}
}

// matchesItself are the types whose one positional pattern is for the value
// as a whole (Py_TPFLAGS MATCH_SELF).
func matchesItself(t *Type) bool {
	if t.user != nil {
		return t.base != nil && matchesItself(t.base)
	}
	switch t {
	case boolType, bytesType, bytearrayType, dictType, floatType, frozensetType, intType, listType, setType, strType, tupleType:
		return true
	}
	return false
}

func (c *compiler) classPattern(p *syntax.MatchClass) matchFn {
	cls := c.expr(p.Cls)
	var pos, named []matchFn
	for _, one := range p.Patterns {
		pos = append(pos, c.pattern(one))
	}
	for _, one := range p.KwdPatterns {
		named = append(named, c.pattern(one))
	}
	return func(fr *frame, v Value, b *captures) (bool, error) {
		of, err := cls(fr)
		if err != nil {
			return false, err
		}
		t, ok := of.(*Type)
		if !ok {
			return false, typeError("called match pattern must be a class")
		}
		if !typeOf(v).is(t) {
			return false, nil
		}
		if yes, err := fr.matchPositional(t, v, pos, b); !yes || err != nil {
			return false, err
		}
		for i, match := range named {
			if yes, err := fr.matchAttr(v, p.KwdAttrs[i], match, b); !yes || err != nil {
				return false, err
			}
		}
		return true, nil
	}
}

// matchPositional matches the attributes that __match_args__ names.
func (fr *frame) matchPositional(t *Type, v Value, pos []matchFn, b *captures) (bool, error) {
	if len(pos) == 0 {
		return true, nil
	}
	given := t.lookup("__match_args__")
	names, ok := given.(*tuple)
	whole := given == nil && matchesItself(t)
	switch {
	case whole && len(pos) == 1:
		return pos[0](fr, v, b)
	case given == nil:
		names = newTuple()
	case !ok:
		return false, typeError("%s.__match_args__ must be a tuple (got %s)", t.name, typeOf(given).name)
	}
	if most := len(names.items); len(pos) > most {
		if whole {
			most = 1
		}
		return false, typeError("%s() accepts %d positional sub-pattern%s (%d given)", t.name, most, plural(most), len(pos))
	}
	for i, match := range pos {
		name, ok := asStr(names.items[i])
		if !ok {
			return false, typeError("__match_args__ elements must be strings (got %s)", typeOf(names.items[i]).name)
		}
		if yes, err := fr.matchAttr(v, name, match, b); !yes || err != nil {
			return false, err
		}
	}
	return true, nil
}

func (fr *frame) matchAttr(v Value, name string, match matchFn, b *captures) (bool, error) {
	got, err := fr.m.getAttr(v, name)
	if e := catchable(err); e != nil && e.cls.is(excTypes["AttributeError"]) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return match(fr, got, b)
}

// patternParts gives the expressions in a pattern and the names that it binds.
func patternParts(p syntax.Pattern) (exprs []syntax.Expr, names []string) {
	var inner []syntax.Pattern
	switch p := p.(type) {
	case *syntax.MatchValue:
		exprs = append(exprs, p.Value)
	case *syntax.MatchSequence:
		inner = p.Patterns
	case *syntax.MatchMapping:
		exprs, inner = append(exprs, p.Keys...), p.Patterns
		names = append(names, p.Rest)
	case *syntax.MatchClass:
		exprs = append(exprs, p.Cls)
		inner = append(append(inner, p.Patterns...), p.KwdPatterns...)
	case *syntax.MatchStar:
		names = append(names, p.Name)
	case *syntax.MatchAs:
		names = append(names, p.Name)
		if p.Pattern != nil {
			inner = append(inner, p.Pattern)
		}
	case *syntax.MatchOr:
		inner = p.Patterns
	}
	for _, one := range inner {
		e, n := patternParts(one)
		exprs, names = append(exprs, e...), append(names, n...)
	}
	return exprs, names
}
