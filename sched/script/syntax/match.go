package syntax

import (
	"maps"
	"slices"
	"strings"
)

// A patternState is what the patterns of one case have bound so far.
type patternState struct {
	bound       []string
	irrefutable bool // a pattern that always matches may stand here
}

// matchStmt checks the cases (compiler_match and compiler_pattern of
// Python/compile.c).
func (c *compiler) matchStmt(s *Match) {
	c.expr(s.Subject)
	for i, mc := range s.Cases {
		c.cases = patternState{irrefutable: mc.Guard != nil || i == len(s.Cases)-1}
		c.pattern(mc.Pattern)
		if mc.Guard != nil {
			c.expr(mc.Guard)
		}
		c.body(mc.Body)
	}
}

func (c *compiler) pattern(p Pattern) {
	switch p := p.(type) {
	case *MatchValue:
		if _, formatted := p.Value.(*JoinedStr); formatted {
			reject(p.Span, "patterns may only match literals and attribute lookups")
		}
		c.expr(p.Value)
	case *MatchSequence:
		c.sequencePattern(p)
	case *MatchMapping:
		c.mappingPattern(p)
	case *MatchClass:
		c.classPattern(p)
	case *MatchStar:
		c.bind(p.Span, p.Name)
	case *MatchAs:
		c.asPattern(p)
	case *MatchOr:
		c.orPattern(p)
	}
}

// bind notes a name that a pattern captures.
func (c *compiler) bind(s Span, name string) {
	if name == "" {
		return
	}
	c.notDebug(s, name, Store)
	if slices.Contains(c.cases.bound, name) {
		reject(s, "multiple assignments to name '%s' in pattern", name)
	}
	c.cases.bound = append(c.cases.bound, name)
}

// subpatterns checks patterns within a pattern, where any may stand.
func (c *compiler) subpatterns(list []Pattern) {
	irrefutable := c.cases.irrefutable
	c.cases.irrefutable = true
	for _, p := range list {
		c.pattern(p)
	}
	c.cases.irrefutable = irrefutable
}

func (c *compiler) asPattern(p *MatchAs) {
	switch {
	case p.Pattern != nil:
		c.pattern(p.Pattern)
	case !c.cases.irrefutable && p.Name == "":
		reject(p.Span, "wildcard makes remaining patterns unreachable")
	case !c.cases.irrefutable:
		reject(p.Span, "name capture '%s' makes remaining patterns unreachable", p.Name)
	}
	c.bind(p.Span, p.Name)
}

func (c *compiler) sequencePattern(p *MatchSequence) {
	stars := 0
	for _, sub := range p.Patterns {
		if _, ok := sub.(*MatchStar); ok {
			stars++
		}
	}
	if stars > 1 {
		reject(p.Span, "multiple starred names in sequence pattern")
	}
	c.subpatterns(p.Patterns)
}

func (c *compiler) mappingPattern(p *MatchMapping) {
	seen := map[string]bool{}
	for _, key := range p.Keys {
		if _, formatted := key.(*JoinedStr); formatted {
			reject(p.Span, "mapping pattern keys may only match literals and attribute lookups")
		}
		if text, literal := literalRepr(key); literal {
			value := equalTo(key, text)
			if seen[value] {
				reject(p.Span, "mapping pattern checks duplicate key (%s)", text)
			}
			seen[value] = true
		}
		c.expr(key)
	}
	c.subpatterns(p.Patterns)
	c.bind(p.Span, p.Rest)
}

// equalTo returns the same text for literals that are equal in Python, as
// 0, 0.0, -0 and False are; repr is the literal's own.
func equalTo(e Expr, repr string) string {
	switch repr {
	case "False", "-0.0", "0j", "-0j":
		return "0"
	case "True":
		return "1"
	}
	if c, ok := e.(*Constant); ok && (c.Kind == Str || c.Kind == Bytes) {
		return repr
	}
	return strings.TrimSuffix(repr, ".0")
}

func (c *compiler) classPattern(p *MatchClass) {
	for i, name := range p.KwdAttrs {
		c.notDebug(p.KwdPatterns[i].Where(), name, Store)
		if slices.Contains(p.KwdAttrs[:i], name) {
			reject(p.KwdPatterns[i].Where(), "attribute name repeated in class pattern: %s", name)
		}
	}
	c.expr(p.Cls)
	c.subpatterns(p.Patterns)
	c.subpatterns(p.KwdPatterns)
}

// orPattern checks alternatives, which must bind the same names.
func (c *compiler) orPattern(p *MatchOr) {
	outer := c.cases
	var first map[string]bool
	var names []string
	for i, alt := range p.Patterns {
		c.cases = patternState{irrefutable: outer.irrefutable && i == len(p.Patterns)-1}
		c.pattern(alt)
		bound := map[string]bool{}
		for _, name := range c.cases.bound {
			bound[name] = true
		}
		if i == 0 {
			first, names = bound, c.cases.bound
		} else if !maps.Equal(first, bound) {
			reject(p.Span, "alternative patterns bind different names")
		}
	}
	c.cases = outer
	for _, name := range names {
		c.bind(p.Span, name)
	}
}
