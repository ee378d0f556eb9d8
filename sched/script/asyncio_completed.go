package script

import "loopscope/sched"

// An asCompleted is what asyncio.as_completed gives.
type asCompleted struct{ of *sched.AsCompleted }

var asCompletedType = iteratorSubtype("_AsCompletedIterator")

// Where asyncio/tasks.py has the coroutines of as_completed.
var (
	asCompletedOrigin = origin{"asyncio/tasks.py", 626, 630}
	anextOrigin       = origin{"asyncio/tasks.py", 598, 603}
)

func (*asCompleted) class() *Type { return asCompletedType }

func (it *asCompleted) next(*machine) (Value, error) {
	c, more := it.of.Next()
	if !more {
		return nil, nil
	}
	return native(c, asCompletedOrigin), nil
}

func setupAsCompleted(t *Type) {
	t.declareMethod("__aiter__", "", func(_ *machine, self Value, _ []Value) (Value, error) { return self, nil })
	t.coroutineMethod("__anext__", anextOrigin, func(v Value) *sched.Coro { return v.(*asCompleted).of.Anext() })
}

// newAsCompleted is asyncio.as_completed.
func newAsCompleted(m *machine, v []Value) (Value, error) {
	if canAwait(v[0]) {
		return nil, typeError("expects an iterable of awaitables, not %s", typeOf(v[0]).name)
	}
	limit, err := m.duration(v[1])
	if err != nil {
		return nil, err
	}
	items, err := m.collect(v[0])
	if err != nil {
		return nil, err
	}
	var aws []sched.Awaitable
	seen := map[Value]bool{} // the same one twice is one
	for _, item := range items {
		if typeOf(item).await == nil && awaitable(item) == nil {
			return nil, typeError("An asyncio.Future, a coroutine or an awaitable is required")
		}
		if seen[item] {
			continue
		}
		seen[item] = true
		item = m.wrapAwaitable(item)
		if co, ok := item.(*coroutine); ok {
			if err := m.someLoop(); err != nil {
				return nil, err
			}
			if err := m.newTask(co); err != nil {
				return nil, err
			}
		}
		aws = append(aws, awaitable(item))
	}
	of, err := m.loop.AsCompleted(aws, limit)
	if err != nil {
		return nil, err
	}
	return &asCompleted{of}, m.charge(objectSize)
}
