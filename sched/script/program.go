package script

import (
	"errors"
	"fmt"

	"loopscope/sched/script/syntax"
	"loopscope/sched/trace"
)

// A Program is a script that was read and compiled. It can be started any
// number of times; the runs share nothing that changes.
type Program struct {
	listing trace.Listing
	opts    Options
	refusal *Refusal // nil: it can run
	main    *code
	globals []string // names by number
	doc     Value    // the docstring, or None
}

// Load reads, checks and compiles a script without running any of it. The
// error is a *Refusal; the Program is there even then, and its Run tells of the
// refusal in its events.
func Load(listing trace.Listing, opts Options) (*Program, error) {
	p := &Program{listing: listing, opts: opts.withDefaults()}
	p.compile()
	if p.refusal != nil {
		return p, p.refusal
	}
	return p, nil
}

// compile fills the Program, or says why not. A bug of ours in one of the
// passes is no reason for the process to end.
func (p *Program) compile() {
	defer func() {
		if v := recover(); v != nil {
			p.refusal = &Refusal{Reason: fmt.Sprintf("internal error: the program cannot be compiled: %v", v), Line: 1}
		}
	}()
	if n := len(p.listing.Source); n > p.opts.Source {
		p.refusal = &Refusal{Reason: fmt.Sprintf("the program is too long: %d bytes of at most %d", n, p.opts.Source), Line: 1}
		return
	}
	tree, err := syntax.Parse(p.listing.Name, []byte(p.listing.Source))
	if err != nil {
		p.refusal = refusedSyntax(err)
		return
	}
	tree.Body = desugarGenerics(tree.Body)
	pruneTypeChecking(tree.Body)
	manglePrivate(tree.Body)
	r := resolve(tree)
	if p.refusal = refuse(tree, r); p.refusal != nil {
		return
	}
	p.main = compileModule(tree, r)
	p.globals, p.doc = r.names, docstring(tree.Body)
}

func refusedSyntax(err error) *Refusal {
	var e *syntax.Error
	if !errors.As(err, &e) {
		return &Refusal{Reason: err.Error(), Line: 1}
	}
	return &Refusal{Reason: e.Kind + ": " + e.Msg, Line: e.Line, Syntax: e}
}
