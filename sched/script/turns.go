package script

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// A turns knows which of the runs of a program goes on. What the process takes
// while it is another's turn is not a run's own memory.
type turns struct {
	now atomic.Pointer[machine]

	mu sync.Mutex // of left and others of a run that begins or ends its turn
}

// take has a run go on.
func (t *turns) take(m *machine) {
	if t.now.Load() != m {
		t.change(m)
	}
}

func (t *turns) change(m *machine) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.now.Load() != nil || m.left != 0 {
		runtime.GC() // what nobody refers to any more is nobody's
	}
	held, _ := heldBytes()
	if last := t.now.Load(); last != nil {
		last.left = held
	}
	if m.left != 0 {
		m.others += held - m.left
	}
	t.now.Store(m)
}

// end has nobody go on if it is the turn of a run.
func (t *turns) end(m *machine) { t.now.CompareAndSwap(m, nil) }
