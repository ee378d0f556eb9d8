package script

import "slices"

// toThreadOrigin is where asyncio/threads.py has its coroutine.
var toThreadOrigin = origin{"asyncio/threads.py", 12, 25}

// toThread is asyncio.to_thread: func, *args and **kwargs.
func toThread(m *machine, v []Value) (Value, error) {
	fn, a := v[0], args{pos: v[1].(*tuple).items}
	for _, e := range v[2].(*dict).entries {
		if e.key != nil {
			a.kw = append(a.kw, kwarg{e.key.(string), e.value})
		}
	}
	return native(m.loop.ToThread(callbackName(fn), func() (any, error) { return m.callIn(m.copyContext(), fn, a) }), toThreadOrigin), nil
}

// executorMethods gives the loop run_in_executor.
func executorMethods(t *Type) {
	t.declareMethod("run_in_executor", "executor, func, *args", func(m *machine, _ Value, v []Value) (Value, error) {
		if err := m.checkExecutor(v[0]); err != nil {
			return nil, err
		}
		fn, a := v[1], args{pos: v[2].(*tuple).items}
		f, err := m.loop.RunInExecutor(callbackName(fn), func() (any, error) { return m.callIn(nil, fn, a) })
		if err != nil {
			return nil, err
		}
		return wrap(f), nil
	})
	t.declareMethod("set_default_executor", "executor", func(_ *machine, _ Value, v []Value) (Value, error) {
		if t := typeOf(v[0]); t.user == nil || t.user.module != "concurrent.futures" {
			return nil, typeError("executor must be ThreadPoolExecutor instance")
		}
		return None, nil
	})
}

// checkExecutor lets a ThreadPoolExecutor be given, which runs functions no
// otherwise than the loop's own.
func (m *machine) checkExecutor(v Value) error {
	switch t := typeOf(v); {
	case v == None:
		return nil
	case t.user != nil && t.user.module == "concurrent.futures" && t.name == "ThreadPoolExecutor":
		_, err := m.callSpecial(v, "_check")
		return err
	}
	return unsupported("an executor of the script's own is")
}

// eagerTaskFactory is asyncio.eager_task_factory, which is only ever handed
// to set_task_factory here.
var eagerTaskFactory = newEagerFactory()

func newEagerFactory() *builtin {
	return declare("eager_task_factory", "loop, coro, *, name=None, context=None", func(*machine, []Value) (Value, error) {
		return nil, unsupported("calling asyncio.eager_task_factory is")
	})
}

// eagerFactoryMaker is asyncio.create_eager_task_factory, of asyncio's own
// tasks.
var eagerFactoryMaker = declare("create_eager_task_factory", "custom_task_constructor", func(m *machine, v []Value) (Value, error) {
	if v[0] != Value(taskType) {
		return nil, unsupported("a task constructor of the script's own is")
	}
	fn := newEagerFactory()
	m.eagerFactories = append(m.eagerFactories, fn)
	return fn, nil
})

// isEagerFactory says whether a value is asyncio.eager_task_factory or one like
// it.
func (m *machine) isEagerFactory(v Value) bool {
	fn, ok := v.(*builtin)
	return ok && (fn == eagerTaskFactory || slices.Contains(m.eagerFactories, fn))
}

// factoryMethods gives the loop set_task_factory and get_task_factory.
func factoryMethods(t *Type) {
	t.declareMethod("set_task_factory", "factory", func(m *machine, _ Value, v []Value) (Value, error) {
		switch fn := v[0]; {
		case fn == None:
			m.loop.Eager = false
			return None, nil
		case m.isEagerFactory(fn):
			m.loop.Eager, m.eagerFactory = true, fn.(*builtin)
			return None, nil
		case typeOf(fn).call == nil:
			return nil, typeError("task factory must be a callable or None")
		}
		return nil, unsupported("a task factory of the script's own is")
	})
	t.declareMethod("get_task_factory", "", func(m *machine, _ Value, _ []Value) (Value, error) {
		if m.loop.Eager {
			return m.eagerFactory, nil
		}
		return None, nil
	})
}
