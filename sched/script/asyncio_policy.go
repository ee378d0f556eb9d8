package script

// A policy is the event loop policy: there is one.
type policy struct{}

var (
	abstractPolicyType = newType("AbstractEventLoopPolicy")
	policyType         = subtype("_UnixDefaultEventLoopPolicy", abstractPolicyType)
	thePolicy          = &policy{}
)

func (*policy) class() *Type { return policyType }

func setupPolicy(t *Type) {
	t.construct = func(_ *machine, t *Type, a args) (Value, error) { return &policy{}, a.between(t.name, 0, 0) }
	t.declareMethod("get_event_loop", "", func(m *machine, _ Value, _ []Value) (Value, error) { return m.policyLoop() })
	t.declareMethod("set_event_loop", "loop", func(m *machine, _ Value, v []Value) (Value, error) {
		return None, m.setEventLoop(v[0])
	})
	t.declareMethod("new_event_loop", "", func(*machine, Value, []Value) (Value, error) { return newLoopObject(), nil })
}

// policyLoop mirrors BaseDefaultEventLoopPolicy.get_event_loop in
// asyncio/events.py.
func (m *machine) policyLoop() (Value, error) {
	if m.currentLoop == nil {
		if m.loopSet {
			return nil, raise("RuntimeError", "There is no current event loop in thread 'MainThread'.")
		}
		m.currentLoop, m.loopSet = newLoopObject(), true
	}
	return m.currentLoop, nil
}

// getEventLoop is asyncio.get_event_loop.
func (m *machine) getEventLoop() (Value, error) {
	if m.runningLoop != nil {
		return m.runningLoop, nil
	}
	return m.policyLoop()
}

// setEventLoop is asyncio.set_event_loop.
func (m *machine) setEventLoop(v Value) error {
	lo, ok := v.(*loopObject)
	if !ok && v != None {
		return typeError("loop must be an instance of AbstractEventLoop or None, not '%s'", typeOf(v).short())
	}
	m.currentLoop, m.loopSet = lo, true
	return nil
}
