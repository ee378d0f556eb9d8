package script

import "loopscope/sched"

// shutdownMethods gives loops the coroutines of BaseEventLoop in
// asyncio/base_events.py that end a loop by hand.
func shutdownMethods(t *Type) {
	t.declareMethod("shutdown_asyncgens", "", func(m *machine, _ Value, _ []Value) (Value, error) {
		return m.loopCoroutine("shutdown_asyncgens", m.shutdownGenerators), nil
	})
	t.declareMethod("shutdown_default_executor", "timeout=None", func(m *machine, _ Value, _ []Value) (Value, error) {
		return m.loopCoroutine("shutdown_default_executor", func(*frame) (Value, error) { return None, nil }), nil
	})
}

// loopCoroutine makes the coroutine of a method of the loop.
func (m *machine) loopCoroutine(method string, body func(fr *frame) (Value, error)) *coroutine {
	name := "BaseEventLoop." + method
	return native(m.loop.NewCoro(name, func(s sched.Suspend) (any, error) {
		return body(&frame{m: m, code: &code{name: method, qualname: name, lib: nowhere}, suspend: s, back: m.top})
	}), origin{})
}

func (m *machine) shutdownGenerators(fr *frame) (Value, error) {
	closing := m.generatorsToClose()
	if len(closing) == 0 {
		return None, nil
	}
	g, err := m.loop.Gather(closing, sched.GatherOptions{ReturnExceptions: true})
	if err != nil {
		return nil, err
	}
	if _, err := m.await(fr, wrap(g)); err != nil {
		return nil, err
	}
	return None, m.loop.TellNotClosed(closing)
}
