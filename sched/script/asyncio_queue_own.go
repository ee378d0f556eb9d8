package script

import "loopscope/sched"

// An ownStore holds the items of a queue whose class has a way of its own to
// hold them: the documented _init, _put and _get, which work on self._queue.
type ownStore struct{ q *queue }

// beginOwn is Queue.__init__ of such a class.
func (q *queue) beginOwn(maxsize int) error {
	st := &ownStore{q: q}
	q.of = q.m.loop.NewQueueOf(q.cls.name, maxsize, st)
	q.override()
	sched.Relabel(q.of, q.label)
	_, err := q.m.callSpecial(q, "_init", integer(int64(maxsize)))
	return err
}

// override has put and get call what the class has in place of put_nowait and
// get_nowait.
func (q *queue) override() {
	if q.cls.overridden("put_nowait") {
		q.of.PutNow = func(item any) error {
			_, err := q.m.callSpecial(q, "put_nowait", valueOf(item))
			return err
		}
	}
	if q.cls.overridden("get_nowait") {
		q.of.GetNow = func() (any, error) { return q.m.callSpecial(q, "get_nowait") }
	}
}

func (st *ownStore) Len() int {
	all, err := st.q.m.getAttr(st.q, "_queue")
	if err != nil {
		return 0
	}
	t := typeOf(all)
	if t.length == nil {
		return 0
	}
	n, err := t.length(st.q.m, all)
	if err != nil {
		return 0
	}
	return n
}

func (st *ownStore) Put(item any) error {
	_, err := st.q.m.callSpecial(st.q, "_put", valueOf(item))
	return err
}

func (st *ownStore) Get() (any, error) { return st.q.m.callSpecial(st.q, "_get") }

func (st *ownStore) Items() []any {
	all, err := st.q.m.getAttr(st.q, "_queue")
	if err != nil {
		return nil
	}
	items, err := st.q.m.collect(all)
	if err != nil {
		return nil
	}
	return items
}

// ownQueueMethods gives queues the methods that a class below them may replace,
// and call.
func ownQueueMethods(t *Type) {
	if t == queueType {
		t.attrs["_queue"] = &property{get: func(m *machine, self Value) (Value, error) { return self.(*queue).items(m) }}
	}
	t.inPython("_init", "maxsize", func(m *machine, v []Value) (Value, error) {
		var store Value = newList()
		if t == queueType {
			store = &deque{maxlen: -1}
		}
		return None, m.setAttr(v[0], "_queue", store)
	})
	t.inPython("_put", "item", func(m *machine, v []Value) (Value, error) {
		if t == priorityQueueType {
			return m.callLibrary("heapq", "heappush", v[0], v[1])
		}
		return m.callOn(v[0], "append", v[1])
	})
	t.inPython("_get", "", func(m *machine, v []Value) (Value, error) {
		switch t {
		case priorityQueueType:
			return m.callLibrary("heapq", "heappop", v[0])
		case lifoQueueType:
			return m.callOn(v[0], "pop")
		}
		return m.callOn(v[0], "popleft")
	})
}

// callOn calls a method of a queue's _queue.
func (m *machine) callOn(q Value, name string, pos ...Value) (Value, error) {
	all, err := m.getAttr(q, "_queue")
	if err != nil {
		return nil, err
	}
	fn, err := m.getAttr(all, name)
	if err != nil {
		return nil, err
	}
	return m.call(fn, args{pos: pos})
}

// callLibrary calls a function of a module with a queue's _queue.
func (m *machine) callLibrary(module, name string, q Value, pos ...Value) (Value, error) {
	all, err := m.getAttr(q, "_queue")
	if err != nil {
		return nil, err
	}
	if err := m.importPath(module); err != nil {
		return nil, err
	}
	fn, err := m.importName(modules[module], name)
	if err != nil {
		return nil, err
	}
	return m.call(fn, args{pos: append([]Value{all}, pos...)})
}

// items gives _queue of a queue that the loop holds: a copy.
func (q *queue) items(m *machine) (Value, error) {
	if q.attrs != nil {
		if found := q.attrs.str("_queue"); found != nil {
			return found, nil
		}
	}
	items := queueOf(q).State().Items
	if q.cls.is(priorityQueueType) || q.cls.is(lifoQueueType) {
		return listFromLoop(items), m.room(len(items))
	}
	d := &deque{maxlen: -1}
	for _, item := range items {
		if err := d.append(m, valueOf(item)); err != nil {
			return nil, err
		}
	}
	return d, nil
}
