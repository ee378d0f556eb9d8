package script

import "loopscope/sched"

// A runner is an asyncio.Runner. It mirrors Runner in asyncio/runners.py.
type runner struct {
	of             *sched.Runner
	debug, factory Value
	lo             *loopObject    // nil: it has not begun, or is closed
	ctx            *contextObject // of its runs
	closed         bool
}

var runnerType = newType("Runner")

func (*runner) class() *Type { return runnerType }

func setupRunner(t *Type) {
	init := declare("Runner.__init__", "self, *, debug=None, loop_factory=None", func(m *machine, v []Value) (Value, error) {
		return &runner{of: m.loop.NewRunner(), debug: v[1], factory: v[2]}, nil
	})
	t.construct = func(m *machine, _ *Type, a args) (Value, error) {
		return init.fn(m, nil, args{pos: append([]Value{None}, a.pos...), kw: a.kw})
	}
	t.declareMethod("__enter__", "", func(m *machine, self Value, _ []Value) (Value, error) {
		return self, self.(*runner).begin(m)
	})
	t.declareMethod("__exit__", "exc_type, exc_val, exc_tb", func(m *machine, self Value, _ []Value) (Value, error) {
		return None, self.(*runner).close(m)
	})
	t.declareMethod("close", "", func(m *machine, self Value, _ []Value) (Value, error) {
		return None, self.(*runner).close(m)
	})
	t.declareMethod("get_loop", "", func(m *machine, self Value, _ []Value) (Value, error) {
		r := self.(*runner)
		if err := r.begin(m); err != nil {
			return nil, err
		}
		return r.lo, nil
	})
	t.declareMethod("run", "coro, *, context=None", func(m *machine, self Value, v []Value) (Value, error) {
		return self.(*runner).run(m, v[0], v[1])
	})
}

// begin mirrors Runner._lazy_init.
func (r *runner) begin(m *machine) error {
	if r.closed {
		return raise("RuntimeError", "Runner is closed")
	}
	if r.lo != nil {
		return nil
	}
	lo, err := m.makeLoop(r.debug, r.factory)
	if err != nil {
		return err
	}
	r.lo = lo
	if r.ctx = m.copyContext(); r.ctx == nil {
		r.ctx = &contextObject{}
	}
	if r.factory == None {
		return m.setEventLoop(lo)
	}
	return nil
}

func (r *runner) run(m *machine, main, context Value) (Value, error) {
	if _, ok := main.(*coroutine); ok && m.runningLoop != nil {
		return nil, raise("RuntimeError", "Runner.run() cannot be called from a running event loop")
	}
	ctx, err := contextArgument(context)
	if err != nil {
		return nil, err
	}
	co, err := m.mainOf(main)
	if err != nil {
		return nil, err
	}
	if err := r.begin(m); err != nil {
		return nil, err
	}
	if ctx == nil {
		ctx = r.ctx
	}
	return r.lo.running(m, func() (any, error) { return r.of.Run(ctx, co.c) })
}

func (r *runner) close(m *machine) error {
	if r.lo == nil {
		return nil
	}
	lo := r.lo
	r.lo, r.closed = nil, true
	_, err := lo.running(m, func() (any, error) { return nil, r.of.Close() })
	if m.told {
		return err
	}
	if r.factory == None {
		m.currentLoop = nil
	}
	if err := lo.close(m); err != nil {
		return err
	}
	if err := m.leftOpen(); err != nil {
		return err
	}
	return err
}
