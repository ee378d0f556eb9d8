package script

import (
	"errors"
	"fmt"
	"sync"

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

	asyncGens bool // it has async generators, which the traceback of an earlier exception may hold

	turns turns // of its runs

	once   sync.Once
	teller *Program // the same program, telling its lines; nil: not asked for yet
	shown  []int32  // of that one: the globals that are shown, in order
}

// Load reads, checks and compiles a script without running any of it. The
// error is a *Refusal; the Program is there even then, and its Run tells of the
// refusal in its events.
func Load(listing trace.Listing, opts Options) (*Program, error) {
	p := &Program{listing: listing, opts: opts.withDefaults()}
	p.compile(nil)
	if p.refusal != nil {
		return p, p.refusal
	}
	return p, nil
}

// compile fills the Program, or says why not. A bug of ours in one of the
// passes is no reason for the process to end.
func (p *Program) compile(teller *lineTeller) {
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
	p.main = compileModule(tree, r, teller)
	p.globals, p.doc, p.asyncGens = r.names, docstring(tree.Body), r.hasAsyncGenerators()
	for _, name := range r.firsts {
		if i, ok := r.globals[name]; ok && teller != nil && !hidden(name) {
			p.shown = append(p.shown, int32(i))
		}
	}
}

// tells gives the same program, compiled so that it tells its lines.
func (p *Program) tells() (*Program, error) {
	p.once.Do(func() {
		p.teller = &Program{listing: p.listing, opts: p.opts}
		p.teller.compile(&lineTeller{after: map[syntax.Expr]int32{}, plain: map[syntax.Expr]bool{}})
	})
	if no := p.teller.refusal; no != nil {
		return nil, no
	}
	return p.teller, nil
}

func refusedSyntax(err error) *Refusal {
	var e *syntax.Error
	if !errors.As(err, &e) {
		return &Refusal{Reason: err.Error(), Line: 1}
	}
	return &Refusal{Reason: e.Kind + ": " + e.Msg, Line: e.Line, Syntax: e}
}
