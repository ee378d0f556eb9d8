package regex

// repeat compiles a repetition: of one character by a loop, of more by a
// function that calls itself for each round.
func (c *compiler) repeat(n *node) matcher {
	body := n.parts[0]
	var made matcher
	switch {
	case body.kind <= oneOf:
		made = runs(n, single(body))
	case n.how == lazy:
		made = lazyRounds(n, c.node(body))
	default:
		made = rounds(n, c.node(body))
	}
	if n.how == possessive {
		return whole(made)
	}
	return made
}

// runs repeats one character.
func runs(n *node, test func(rune) bool) matcher {
	if n.how == lazy {
		return func(m *matching, i int, k rest) bool {
			for count := 0; ; count++ {
				if count >= n.low && k(m, i+count) {
					return true
				}
				if count >= n.high || i+count >= m.end || !test(m.text[i+count]) || !m.step() {
					return false
				}
			}
		}
	}
	return func(m *matching, i int, k rest) bool {
		most := min(n.high, m.end-i)
		count := 0
		for count < most && test(m.text[i+count]) {
			count++
		}
		for ; count >= n.low; count-- {
			if k(m, i+count) {
				return true
			}
			if !m.step() {
				return false
			}
		}
		return false
	}
}

// deeper counts a round that waits for the next.
func (m *matching) deeper() bool {
	if m.depth++; m.depth > maxDepth && m.err == nil {
		m.err = TooDeep
	}
	return m.step()
}

// rounds mirrors SRE_OP_MAX_UNTIL: a round that moves nothing is the last.
func rounds(n *node, body matcher) matcher {
	var round func(m *matching, i, count, before int, k rest) bool
	round = func(m *matching, i, count, before int, k rest) bool {
		if !m.deeper() {
			return false
		}
		defer func() { m.depth-- }()
		next := func(m *matching, j int) bool { return round(m, j, count+1, i, k) }
		if count < n.low {
			return body(m, i, func(m *matching, j int) bool { return round(m, j, count+1, before, k) })
		}
		if count < n.high && i != before && body(m, i, next) {
			return true
		}
		return m.err == nil && k(m, i)
	}
	return func(m *matching, i int, k rest) bool { return round(m, i, 0, -1, k) }
}

// lazyRounds mirrors SRE_OP_MIN_UNTIL.
func lazyRounds(n *node, body matcher) matcher {
	var round func(m *matching, i, count, before int, k rest) bool
	round = func(m *matching, i, count, before int, k rest) bool {
		if !m.deeper() {
			return false
		}
		defer func() { m.depth-- }()
		if count < n.low {
			return body(m, i, func(m *matching, j int) bool { return round(m, j, count+1, before, k) })
		}
		if k(m, i) {
			return true
		}
		if count >= n.high || i == before || m.err != nil {
			return false
		}
		return body(m, i, func(m *matching, j int) bool { return round(m, j, count+1, i, k) })
	}
	return func(m *matching, i int, k rest) bool { return round(m, i, 0, -1, k) }
}
