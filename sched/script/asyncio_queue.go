package script

import (
	"fmt"
	"strconv"

	"loopscope/sched"
)

// A queue is an asyncio.Queue or one of its subclasses.
type queue struct {
	asyncObject
	of *sched.Queue // nil: not made yet
}

var (
	queueType         = newType("Queue")
	priorityQueueType = subtype("PriorityQueue", queueType)
	lifoQueueType     = subtype("LifoQueue", queueType)
)

// Where asyncio/queues.py has its coroutines.
var (
	queuePutOrigin  = origin{"asyncio/queues.py", 125, 139}
	queueGetOrigin  = origin{"asyncio/queues.py", 172, 186}
	queueJoinOrigin = origin{"asyncio/queues.py", 242, 251}
)

func queueOf(v Value) *sched.Queue {
	q := v.(*queue)
	if q.of == nil {
		_ = q.begin(0)
	}
	return q.of
}

// begin is Queue.__init__.
func (q *queue) begin(maxsize int) error {
	if q.cls.user != nil && (q.cls.overridden("_init") || q.cls.overridden("_put") || q.cls.overridden("_get")) {
		return q.beginOwn(maxsize)
	}
	switch loop := q.m.loop; {
	case q.cls.is(priorityQueueType):
		q.of = loop.NewPriorityQueue(maxsize)
	case q.cls.is(lifoQueueType):
		q.of = loop.NewLifoQueue(maxsize)
	default:
		q.of = loop.NewQueue(maxsize)
	}
	q.override()
	if q.cls.user != nil {
		sched.Relabel(q.of, q.label)
	}
	return nil
}

func setupQueue(t *Type) {
	queueMethods(t)
	ownQueueMethods(t)
	begin := func(_ *machine, self Value, v []Value) error {
		n, err := count(v[0], "<=")
		if err != nil {
			return err
		}
		return self.(*queue).begin(n)
	}
	t.setupAsyncObject("maxsize=0", func(o asyncObject) Value { return &queue{asyncObject: o} }, begin)
}

func queueMethods(t *Type) {
	of := queueOf
	t.computed("_unfinished_tasks", func(v Value) Value { return integer(int64(of(v).State().Unfinished)) })
	t.repr = func(m *machine, v Value) (string, error) { return v.(*queue).describe(m, " at "+m.address(v)) }
	t.str = func(m *machine, v Value) (string, error) { return v.(*queue).describe(m, "") }
	t.declareMethod("put", "item", func(m *machine, self Value, v []Value) (Value, error) {
		if err := m.grown(of(self).Size()); err != nil {
			return nil, err
		}
		return native(of(self).Put(v[0]), queuePutOrigin), nil
	})
	t.declareMethod("put_nowait", "item", func(m *machine, self Value, v []Value) (Value, error) {
		if err := m.grown(of(self).Size()); err != nil {
			return nil, err
		}
		return None, of(self).PutNowait(v[0])
	})
	put := t.attrs["put"].(*builtin)
	put.awaitTakes = 1
	put.await = func(fr *frame, self Value, pos []Value) (Value, error) {
		if err := fr.m.grown(of(self).Size()); err != nil {
			return nil, err
		}
		return None, of(self).AwaitPut(fr.suspend, pos[0])
	}
	t.coroutineMethod("get", queueGetOrigin, func(v Value) *sched.Coro { return of(v).Get() })
	t.attrs["get"].(*builtin).await = func(fr *frame, self Value, _ []Value) (Value, error) {
		return fromLoop(of(self).AwaitGet(fr.suspend))
	}
	t.declareMethod("get_nowait", "", func(_ *machine, self Value, _ []Value) (Value, error) {
		return fromLoop(of(self).GetNowait())
	})
	t.coroutineMethod("join", queueJoinOrigin, func(v Value) *sched.Coro { return of(v).Join() })
	t.actMethod("task_done", func(v Value) error { return of(v).TaskDone() })
	t.testMethod("empty", func(v Value) bool { return of(v).Empty() })
	t.testMethod("full", func(v Value) bool { return of(v).Full() })
	t.declareMethod("qsize", "", func(_ *machine, self Value, _ []Value) (Value, error) {
		return integer(int64(of(self).Size())), nil
	})
	t.declareMethod("shutdown", "immediate=False", func(m *machine, self Value, v []Value) (Value, error) {
		now, err := m.truth(v[0])
		if err != nil {
			return nil, err
		}
		if now {
			return None, of(self).ShutdownNow()
		}
		of(self).Shutdown()
		return None, nil
	})
	t.computed("maxsize", func(v Value) Value { return integer(int64(of(v).MaxSize())) })
}

// describe mirrors Queue._format; at is the address, or "".
func (q *queue) describe(m *machine, at string) (string, error) {
	return m.display(q, "...", func() (string, error) {
		s := queueOf(q).State()
		text := "<" + q.cls.name + at + " maxsize=" + strconv.Itoa(q.of.MaxSize())
		if len(s.Items) > 0 {
			items := make([]Value, len(s.Items))
			for i, item := range s.Items {
				items[i] = valueOf(item)
			}
			all, err := m.reprAll(items)
			if err != nil {
				return "", err
			}
			text += " _queue=[" + all + "]"
		}
		if s.Getters > 0 {
			text += fmt.Sprintf(" _getters[%d]", s.Getters)
		}
		if s.Putters > 0 {
			text += fmt.Sprintf(" _putters[%d]", s.Putters)
		}
		if s.Unfinished > 0 {
			text += fmt.Sprintf(" tasks=%d", s.Unfinished)
		}
		if s.Shutdown {
			text += " shutdown"
		}
		return text + ">", nil
	})
}
