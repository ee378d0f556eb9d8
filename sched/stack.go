package sched

import "iter"

// A stack is a goroutine of iter.Pull on which coroutines run, one after the
// other: making one costs more than most coroutines, so a Loop keeps them.
type stack struct {
	coro    *Coro                   // the coroutine that runs or is suspended on it
	next    func() (struct{}, bool) // switches to it until its coroutine suspends or ends
	suspend Suspend
	index   int32 // in the loop's list of stacks
	ending  bool  // it is being unwound
}

// dropped unwinds a stack whose coroutine is never resumed again. It is a
// panic and no error, so that no cleanup of a program runs after the run.
type dropped struct{}

// takeStack gives a stack that is free, a new one if there is none.
func (l *Loop) takeStack() *stack {
	if n := len(l.free); n > 0 {
		st := l.free[n-1]
		l.free = l.free[:n-1]
		return st
	}
	st := &stack{index: int32(len(l.stacks))}
	st.next, _ = iter.Pull(st.coros()) // end stops it
	l.stacks = append(l.stacks, st)
	return st
}

// maxFree bounds the stacks that are kept for later: about 130 MB, of which
// ReleaseStacks gives back what is needed elsewhere. A stack that has grown is
// worth keeping: to grow takes longer than most coroutines.
const maxFree = 1 << 15

func (l *Loop) freeStack(st *stack) {
	st.coro = nil
	if len(l.free) < maxFree {
		l.free = append(l.free, st)
		return
	}
	l.endStack(st)
}

func (l *Loop) endStack(st *stack) {
	last := l.stacks[len(l.stacks)-1]
	last.index = st.index
	l.stacks[st.index] = last
	l.stacks = l.stacks[:len(l.stacks)-1]
	st.end()
}

// ReleaseStacks ends the stacks that are kept for coroutines to come, and
// gives their memory back.
func (l *Loop) ReleaseStacks() {
	free := l.free
	l.free = nil
	for _, st := range free {
		l.endStack(st)
	}
}

// coros is the sequence that iter.Pull drives: a coroutine's body, then, when
// the stack is taken again, the next one's. It is a literal, and so are others
// that stand below a coroutine, because the frames that call a method by its
// value take room on the stack, which is small at first and costs much to grow.
func (st *stack) coros() iter.Seq[struct{}] {
	return func(yield func(struct{}) bool) {
		defer func() {
			if p := recover(); p != nil {
				if _, ok := p.(dropped); !ok {
					panic(p)
				}
			}
		}()
		st.suspend = func(y any) error {
			c := st.coro
			if y != nil {
				c.value = y
			}
			if !st.ending {
				yield(struct{}{})
			}
			if st.ending {
				panic(dropped{})
			}
			err := c.err
			if err != nil {
				c.err = nil
			}
			return err
		}
		for !st.ending {
			c := st.coro
			c.value, c.err = c.entry().Run(st.suspend)
			c.end()
			yield(struct{}{})
		}
	}
}

// end unwinds the stack, of which one coroutine at least has had some.
func (st *stack) end() {
	st.ending = true
	st.next()
}

// Close ends the loop: every coroutine that is still suspended is dropped
// where it stands, without running its cleanup, and no goroutine is left. It
// must not be called by a coroutine or callback of the loop.
func (l *Loop) Close() {
	l.closed = true
	for _, st := range l.stacks {
		st.end()
	}
	l.stacks, l.free = nil, nil
}
