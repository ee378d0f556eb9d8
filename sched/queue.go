package sched

// A Store is how a queue holds its items: Queue._init, _get and _put in
// asyncio/queues.py.
type Store interface {
	Len() int
	Put(item any) error
	Get() (any, error) // asked for only if Len is not 0
	Items() []any      // in the order in which they are stored
}

// A Queue passes items from those who put to those who get: asyncio.Queue. It
// hands nothing over: who was woken looks again, and somebody may have been
// faster.
type Queue struct {
	loop       *Loop
	object     *object
	store      Store
	maxsize    int // 0 or less: no limit
	getters    waiters
	putters    waiters
	unfinished int
	finished   *Event
	isShutdown bool

	// PutNow and GetNow are what Put and Get call in the end, where a subclass has
	// a put_nowait or get_nowait of its own; nil: PutNowait and GetNowait.
	PutNow func(item any) error
	GetNow func() (any, error)
}

// NewQueue makes a queue of at most maxsize items, first in, first out; 0 or
// less is no limit.
func (l *Loop) NewQueue(maxsize int) *Queue {
	return l.newQueue(maxsize, &fifo{}).tell("Queue")
}

// NewLifoQueue makes a queue whose latest item comes first: asyncio.LifoQueue.
func (l *Loop) NewLifoQueue(maxsize int) *Queue {
	return l.newQueue(maxsize, &lifo{}).tell("LifoQueue")
}

// NewPriorityQueue makes a queue whose least item comes first, by Host.Less:
// asyncio.PriorityQueue.
func (l *Loop) NewPriorityQueue(maxsize int) *Queue {
	return l.newQueue(maxsize, &heapq{less: l.less}).tell("PriorityQueue")
}

// NewQueueOf makes a queue that holds its items in a way of its own; class is
// its name.
func (l *Loop) NewQueueOf(class string, maxsize int, st Store) *Queue {
	return l.newQueue(maxsize, st).tell(class)
}

func (l *Loop) newQueue(maxsize int, st Store) *Queue {
	return &Queue{loop: l, store: st, maxsize: maxsize, finished: &Event{loop: l, flag: true}}
}

// tell makes the queue an object of the trace.
func (q *Queue) tell(class string) *Queue {
	q.object = q.loop.newObject(objectSort{kind: "Queue", class: class, limit: q.maxsize}, q.Size, &q.getters, &q.putters, &q.finished.waiters)
	return q
}

// Size gives the number of items: qsize.
func (q *Queue) Size() int { return q.store.Len() }

// MaxSize gives the most items that the queue holds; 0 or less is no limit.
func (q *Queue) MaxSize() int { return q.maxsize }

// Empty reports whether there is no item.
func (q *Queue) Empty() bool { return q.store.Len() == 0 }

// Full reports whether no more items fit.
func (q *Queue) Full() bool { return q.maxsize > 0 && q.store.Len() >= q.maxsize }

// A QueueState is what asyncio's repr of a queue tells.
type QueueState struct {
	Items            []any // in the order in which they are stored
	Getters, Putters int   // who wait
	Unfinished       int   // items that were put and not reported by TaskDone
	Shutdown         bool
}

// State gives what a repr tells.
func (q *Queue) State() QueueState {
	return QueueState{
		Items: q.store.Items(), Getters: len(q.getters), Putters: len(q.putters),
		Unfinished: q.unfinished, Shutdown: q.isShutdown,
	}
}

// Put gives a coroutine that waits for room and puts an item; a QueueShutDown
// if the queue is shut down. It mirrors Queue.put in asyncio/queues.py.
func (q *Queue) Put(item any) *Coro {
	return q.loop.NewCoro("Queue.put", func(s Suspend) (any, error) { return nil, q.put(s, item) })
}

// AwaitPut does in the coroutine that s belongs to what awaiting a Put does,
// without a Coro of its own.
func (q *Queue) AwaitPut(s Suspend, item any) error {
	begun := q.loop.begun
	err := q.put(s, item)
	q.loop.Awaited(begun)
	return err
}

func (q *Queue) put(s Suspend, item any) error {
	for q.Full() {
		if q.isShutdown {
			return q.loop.newError(ErrQueueShutDown)
		}
		if err := q.await(s, &q.putters, "Queue.put", (*Queue).Full); err != nil {
			return err
		}
	}
	if q.PutNow != nil {
		return q.PutNow(item)
	}
	return q.PutNowait(item)
}

// await waits in one of the lines. Who cannot take what it was woken for wakes
// the next, unless there is nothing to be had.
func (q *Queue) await(s Suspend, line *waiters, label string, nothing func(*Queue) bool) error {
	f := q.loop.newFutureOf(q.object, label)
	line.add(f)
	q.object.op("wait")
	_, err := f.Await(s)
	if err == nil {
		return nil
	}
	f.Cancel(nil)
	line.remove(f)
	q.object.op("leave")
	if !nothing(q) && !f.Cancelled() {
		q.wakeNext(line)
	}
	return err
}

// wakeNext mirrors Queue._wakeup_next.
func (q *Queue) wakeNext(line *waiters) {
	for len(*line) > 0 {
		if f := line.pop(); !f.Done() {
			f.setResult(nil)
			return
		}
	}
}

// PutNowait puts an item at once; a QueueFull if there is no room, a
// QueueShutDown if the queue is shut down. It mirrors Queue.put_nowait in
// asyncio/queues.py.
func (q *Queue) PutNowait(item any) error {
	if q.isShutdown {
		return q.loop.newError(ErrQueueShutDown)
	}
	if q.Full() {
		return q.loop.newError(ErrQueueFull)
	}
	if err := q.store.Put(item); err != nil {
		return err
	}
	q.unfinished++
	q.object.op("put")
	q.finished.Clear()
	q.wakeNext(&q.getters)
	return nil
}

// Get gives a coroutine that waits for an item and takes it; a QueueShutDown
// if the queue is empty and shut down. It mirrors Queue.get in
// asyncio/queues.py.
func (q *Queue) Get() *Coro {
	return q.loop.NewCoro("Queue.get", func(s Suspend) (any, error) { return q.get(s, "Queue.get") })
}

// AwaitGet does in the coroutine that s belongs to what awaiting a Get does,
// without a Coro of its own.
func (q *Queue) AwaitGet(s Suspend) (any, error) {
	begun := q.loop.begun
	item, err := q.get(s, "Queue.get")
	q.loop.Awaited(begun)
	return item, err
}

// get is Get with the label of its futures.
func (q *Queue) get(s Suspend, label string) (any, error) {
	for q.Empty() {
		if q.isShutdown {
			return nil, q.loop.newError(ErrQueueShutDown)
		}
		if err := q.await(s, &q.getters, label, (*Queue).Empty); err != nil {
			return nil, err
		}
	}
	if q.GetNow != nil {
		return q.GetNow()
	}
	return q.GetNowait()
}

// GetNowait takes an item at once; a QueueEmpty if there is none, a
// QueueShutDown if there will be none. It mirrors Queue.get_nowait in
// asyncio/queues.py.
func (q *Queue) GetNowait() (any, error) {
	if q.Empty() {
		if q.isShutdown {
			return nil, q.loop.newError(ErrQueueShutDown)
		}
		return nil, q.loop.newError(ErrQueueEmpty)
	}
	item, err := q.store.Get()
	if err != nil {
		return nil, err
	}
	q.object.op("get")
	q.wakeNext(&q.putters)
	return item, nil
}

// TaskDone reports that the work on an item is done; a ValueError if there
// were not as many. It mirrors Queue.task_done in asyncio/queues.py.
func (q *Queue) TaskDone() error {
	if q.unfinished <= 0 {
		return q.loop.newError(ErrValue, "task_done() called too many times")
	}
	q.unfinished--
	q.object.op("task_done")
	if q.unfinished == 0 {
		q.finished.Set()
	}
	return nil
}

// Join gives a coroutine that waits until the work on all items is done. It
// mirrors Queue.join in asyncio/queues.py.
func (q *Queue) Join() *Coro {
	return q.loop.NewCoro("Queue.join", func(s Suspend) (any, error) {
		if q.unfinished > 0 {
			f := q.loop.newFutureOf(q.object, "Event.wait")
			if err := q.finished.waiters.await(s, f, q.object); err != nil {
				return nil, err
			}
		}
		q.object.op("join")
		return nil, nil
	})
}

// Shutdown has every Put raise QueueShutDown, and every Get once the queue is
// empty. It mirrors Queue.shutdown in asyncio/queues.py.
func (q *Queue) Shutdown() {
	q.isShutdown = true
	q.object.op("shutdown")
	for _, line := range []*waiters{&q.getters, &q.putters} {
		for len(*line) > 0 {
			q.wakeNext(line)
		}
	}
}

// ShutdownNow is Shutdown that first drops the items, whose work counts as
// done: shutdown(immediate=True).
func (q *Queue) ShutdownNow() error {
	q.isShutdown = true
	for !q.Empty() {
		if _, err := q.store.Get(); err != nil {
			return err
		}
		if q.unfinished > 0 {
			q.unfinished--
		}
	}
	if q.unfinished == 0 {
		q.finished.Set()
	}
	q.Shutdown()
	return nil
}

// fifo is a deque whose first item is taken.
type fifo struct{ all []any }

func (st *fifo) Len() int     { return len(st.all) }
func (st *fifo) Items() []any { return st.all }

func (st *fifo) Put(item any) error {
	st.all = append(st.all, item)
	return nil
}

func (st *fifo) Get() (any, error) {
	item := st.all[0]
	st.all[0] = nil
	st.all = st.all[1:]
	return item, nil
}

// lifo is a list whose last item is taken.
type lifo struct{ fifo }

func (st *lifo) Get() (any, error) {
	last := len(st.all) - 1
	item := st.all[last]
	st.all[last] = nil
	st.all = st.all[:last]
	return item, nil
}
