package script

import "iter"

// A genStack is a goroutine of iter.Pull on which the bodies of generators
// run, one after the other. A machine keeps those that are free.
type genStack struct {
	gen   *generator
	next  func() (struct{}, bool) // switches to it until its generator yields, awaits or ends
	stop  func()
	yield func(struct{}) bool
	index int // in the machine's list of stacks
}

// dropped unwinds the stack of a generator that is never resumed again. It is
// a panic and no error, so that no cleanup of the script runs after the run.
type dropped struct{}

// maxFreeStacks bounds the stacks that are kept for later.
const maxFreeStacks = 64

// takeStack gives a free stack to a generator.
func (m *machine) takeStack(g *generator) (*genStack, error) {
	if n := len(m.freeStacks); n > 0 {
		st := m.freeStacks[n-1]
		m.freeStacks = m.freeStacks[:n-1]
		st.gen = g
		return st, nil
	}
	if int64(len(m.stacks)) >= m.opts.MaxBytes/taskSize {
		return nil, m.limit(LimitMemory)
	}
	if err := m.charge(taskSize); err != nil {
		return nil, err
	}
	st := &genStack{gen: g, index: len(m.stacks)}
	st.next, st.stop = iter.Pull(st.loop)
	m.stacks = append(m.stacks, st)
	return st, nil
}

func (m *machine) freeStack(st *genStack) {
	st.gen = nil
	if len(m.freeStacks) < maxFreeStacks {
		m.freeStacks = append(m.freeStacks, st)
		return
	}
	last := m.stacks[len(m.stacks)-1]
	last.index = st.index
	m.stacks[st.index] = last
	m.stacks = m.stacks[:len(m.stacks)-1]
	st.stop()
}

// closeStacks ends the goroutines of all generators, wherever they stand.
func (m *machine) closeStacks() {
	for _, st := range m.stacks {
		st.stop()
	}
	m.stacks, m.freeStacks = nil, nil
}

// leftGenerator refuses a run whose script has dropped a generator where
// closing it would run its cleanup: when CPython does that depends on its
// counts of references.
func (m *machine) leftGenerator() error {
	for _, st := range m.stacks {
		if g := st.gen; g != nil && g.state == genSuspended && g.guarded {
			return unsupported("leaving the generator %s unfinished, with cleanup to be run, is", g.qualname)
		}
	}
	return nil
}

// loop is the sequence that iter.Pull drives: the body of a generator, then,
// when the stack is taken again, the next one's.
func (st *genStack) loop(yield func(struct{}) bool) {
	defer func() {
		if p := recover(); p != nil {
			if _, ok := p.(dropped); !ok {
				panic(p)
			}
		}
	}()
	st.yield = yield
	for {
		st.gen.body()
		if !yield(struct{}{}) {
			return
		}
	}
}

// leave switches back to whoever resumed the generator, until it is resumed.
func (st *genStack) leave() {
	if !st.yield(struct{}{}) {
		panic(dropped{})
	}
}
