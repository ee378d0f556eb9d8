package sched

import (
	"math"
	"strconv"
)

// A Lock is locked by one at a time: asyncio.Lock. Who releases it does not
// hand it over, but nobody jumps the queue of those who wait.
type Lock struct {
	loop    *Loop
	object  *object
	locked  bool
	waiters waiters
}

// NewLock makes a lock that is unlocked.
func (l *Loop) NewLock() *Lock {
	lk := &Lock{loop: l}
	lk.object = l.newObject(objectSort{kind: "Lock", class: "Lock"}, lk.size, &lk.waiters)
	return lk
}

func (lk *Lock) size() int { return oneIf(lk.locked) }

// Locked reports whether the lock is taken.
func (lk *Lock) Locked() bool { return lk.locked }

// State gives what asyncio's repr has in brackets: "locked, waiters:2".
func (lk *Lock) State() string { return lk.waiters.state(lockedOr(lk.locked, "unlocked")) }

func lockedOr(locked bool, text string) string {
	if locked {
		return "locked"
	}
	return text
}

func (ws waiters) state(text string) string {
	if len(ws) > 0 {
		text += ", waiters:" + strconv.Itoa(len(ws))
	}
	return text
}

// Acquire gives a coroutine that waits for the lock and takes it; its result
// is true. It mirrors Lock.acquire in asyncio/locks.py.
func (lk *Lock) Acquire() *Coro {
	return lk.loop.NewCoro("Lock.acquire", func(s Suspend) (any, error) { return truly(lk.acquire(s)) })
}

// truly is the outcome of a coroutine that returns True.
func truly(err error) (any, error) {
	if err != nil {
		return nil, err
	}
	return true, nil
}

func (lk *Lock) acquire(s Suspend) error {
	if !lk.locked && !lk.waiters.waiting() {
		lk.locked = true
		lk.object.op("acquire")
		return nil
	}
	f := lk.loop.newFutureOf(lk.object, "Lock.acquire")
	f.handover = true
	err := lk.waiters.await(s, f, lk.object)
	switch {
	case err == nil:
		lk.locked = true
		lk.object.op("acquire")
	case isA(err, ErrCancelled) && !lk.locked:
		lk.wakeFirst()
	}
	return err
}

// Release unlocks the lock and wakes the first who waits; a RuntimeError if it
// is not locked. It mirrors Lock.release in asyncio/locks.py.
func (lk *Lock) Release() error {
	if !lk.locked {
		return lk.loop.newError(ErrRuntime, "Lock is not acquired.")
	}
	lk.locked = false
	lk.object.op("release")
	lk.wakeFirst()
	return nil
}

// wakeFirst mirrors Lock._wake_up_first: one that is done is on its way.
func (lk *Lock) wakeFirst() {
	if len(lk.waiters) > 0 {
		lk.waiters[:1].wake(1, true)
	}
}

// An Event is a flag that can be waited for: asyncio.Event.
type Event struct {
	loop    *Loop
	object  *object
	flag    bool
	waiters waiters
}

// NewEvent makes an event that is not set.
func (l *Loop) NewEvent() *Event {
	ev := &Event{loop: l}
	ev.object = l.newObject(objectSort{kind: "Event", class: "Event"}, func() int { return oneIf(ev.flag) }, &ev.waiters)
	return ev
}

// IsSet reports whether the event is set.
func (ev *Event) IsSet() bool { return ev.flag }

// State gives what asyncio's repr has in brackets: "unset, waiters:2".
func (ev *Event) State() string {
	if ev.flag {
		return ev.waiters.state("set")
	}
	return ev.waiters.state("unset")
}

// Set wakes all who wait, also if Clear follows at once. It mirrors Event.set
// in asyncio/locks.py.
func (ev *Event) Set() {
	was := ev.flag
	ev.flag = true
	ev.object.op("set")
	if !was {
		ev.waiters.wake(math.MaxInt, true)
	}
}

// Clear takes the flag back.
func (ev *Event) Clear() {
	ev.flag = false
	ev.object.op("clear")
}

// Wait gives a coroutine that waits until the event is set; its result is
// true. It mirrors Event.wait in asyncio/locks.py.
func (ev *Event) Wait() *Coro {
	return ev.loop.NewCoro("Event.wait", func(s Suspend) (any, error) { return truly(ev.wait(s)) })
}

func (ev *Event) wait(s Suspend) error {
	if ev.flag {
		return nil
	}
	err := ev.waiters.await(s, ev.loop.newFutureOf(ev.object, "Event.wait"), ev.object)
	if err == nil {
		ev.object.op("wake")
	}
	return err
}

// A Condition is waited for under a lock: asyncio.Condition.
type Condition struct {
	*Lock   // its locked, acquire and release
	object  *object
	waiters waiters
}

// NewCondition makes a condition of a lock; nil is one of its own.
func (l *Loop) NewCondition(lock *Lock) *Condition {
	c := &Condition{Lock: lock}
	if lock != nil {
		is := objectSort{kind: "Condition", class: "Condition"}
		if lock.object != nil {
			is.lock = lock.object.num
		}
		c.object = l.newObject(is, lock.size, &c.waiters)
		return c
	}
	c.Lock = &Lock{loop: l}
	c.object = l.newObject(objectSort{kind: "Condition", class: "Condition"}, c.size, &c.waiters, &c.Lock.waiters)
	c.Lock.object = c.object
	return c
}

// State gives what asyncio's repr has in brackets: "locked, waiters:2".
func (c *Condition) State() string { return c.waiters.state(lockedOr(c.locked, "unlocked")) }

// Wait gives a coroutine that releases the lock, waits to be notified, and
// takes the lock back, also if it is cancelled; its result is true. It mirrors
// Condition.wait in asyncio/locks.py.
func (c *Condition) Wait() *Coro {
	return c.loop.NewCoro("Condition.wait", func(s Suspend) (any, error) { return truly(c.wait(s)) })
}

func (c *Condition) wait(s Suspend) error {
	if !c.locked {
		return c.loop.newError(ErrRuntime, "cannot wait on un-acquired lock")
	}
	f := c.loop.newFutureOf(c.object, "Condition.wait")
	if err := c.Release(); err != nil {
		return err
	}
	err := c.waiters.await(s, f, c.object)
	if err == nil {
		c.object.op("wake")
	}
	for {
		again := c.acquire(s)
		if again != nil {
			err = again
		}
		if !isA(again, ErrCancelled) {
			break
		}
	}
	if err != nil {
		c.wake(1) // it may have been notified: another one shall be
	}
	return err
}

// WaitFor gives a coroutine that waits until the predicate's value is true by
// truth; its result is that value. It mirrors Condition.wait_for in
// asyncio/locks.py.
func (c *Condition) WaitFor(predicate func() (v any, truth bool, err error)) *Coro {
	return c.loop.NewCoro("Condition.wait_for", func(s Suspend) (any, error) {
		for {
			v, truth, err := predicate()
			if err != nil || truth {
				return v, err
			}
			if err := c.wait(s); err != nil {
				return nil, err
			}
		}
	})
}

// Notify wakes up to n who wait; a RuntimeError if the lock is not locked. It
// mirrors Condition.notify in asyncio/locks.py.
func (c *Condition) Notify(n int) error {
	if !c.locked {
		return c.loop.newError(ErrRuntime, "cannot notify on un-acquired lock")
	}
	c.wake(n)
	c.object.op("notify")
	return nil
}

// NotifyAll wakes all who wait; errors are as of Notify.
func (c *Condition) NotifyAll() error { return c.Notify(len(c.waiters)) }

// wake mirrors Condition._notify.
func (c *Condition) wake(n int) { c.waiters.wake(n, false) }

// A Semaphore lets so many in at a time: asyncio.Semaphore. Who releases it
// hands over to the first who waits.
type Semaphore struct {
	loop    *Loop
	object  *object
	value   int
	waiters waiters
}

// NewSemaphore makes a semaphore; a ValueError if value is negative.
func (l *Loop) NewSemaphore(value int) (*Semaphore, error) {
	sem := &Semaphore{loop: l, value: value}
	if err := sem.begin("Semaphore"); err != nil {
		return nil, err
	}
	return sem, nil
}

// begin checks the value and tells of the object.
func (sem *Semaphore) begin(class string) error {
	l := sem.loop
	if sem.value < 0 {
		return l.newError(ErrValue, "Semaphore initial value must be >= 0")
	}
	sem.object = l.newObject(objectSort{kind: "Semaphore", class: class, limit: sem.value}, sem.Value, &sem.waiters)
	return nil
}

// Value gives how many are let in yet.
func (sem *Semaphore) Value() int { return sem.value }

// Locked reports whether Acquire would wait.
func (sem *Semaphore) Locked() bool { return sem.value == 0 || sem.waiters.waiting() }

// State gives what asyncio's repr has in brackets: "unlocked, value:1".
func (sem *Semaphore) State() string {
	return sem.waiters.state(lockedOr(sem.Locked(), "unlocked, value:"+strconv.Itoa(sem.value)))
}

// Acquire gives a coroutine that waits to be let in; its result is true. It
// mirrors Semaphore.acquire in asyncio/locks.py.
func (sem *Semaphore) Acquire() *Coro {
	return sem.loop.NewCoro("Semaphore.acquire", func(s Suspend) (any, error) { return truly(sem.acquire(s)) })
}

func (sem *Semaphore) acquire(s Suspend) error {
	if !sem.Locked() {
		sem.value--
		sem.object.op("acquire")
		return nil
	}
	f := sem.loop.newFutureOf(sem.object, "Semaphore.acquire")
	f.handover = true
	err := sem.waiters.await(s, f, sem.object)
	if err == nil {
		sem.object.op("acquire")
	}
	if isA(err, ErrCancelled) && f.Done() && !f.Cancelled() {
		sem.value++ // it was let in, and does not come
		sem.object.op("give back")
	}
	for sem.value > 0 && sem.wakeNext() {
	}
	return err
}

// Release lets another one in. It mirrors Semaphore.release in
// asyncio/locks.py.
func (sem *Semaphore) Release() error {
	sem.value++
	sem.object.op("release")
	sem.wakeNext()
	return nil
}

// wakeNext mirrors Semaphore._wake_up_next.
func (sem *Semaphore) wakeNext() bool {
	if sem.waiters.wake(1, true) == 0 {
		return false
	}
	sem.value--
	return true
}

// A BoundedSemaphore is released no more often than acquired:
// asyncio.BoundedSemaphore.
type BoundedSemaphore struct {
	Semaphore
	bound int
}

// NewBoundedSemaphore makes a bounded semaphore; a ValueError if value is
// negative.
func (l *Loop) NewBoundedSemaphore(value int) (*BoundedSemaphore, error) {
	sem := &BoundedSemaphore{Semaphore: Semaphore{loop: l, value: value}, bound: value}
	if err := sem.begin("BoundedSemaphore"); err != nil {
		return nil, err
	}
	return sem, nil
}

// Release lets another one in; a ValueError if that were more than at the
// beginning.
func (sem *BoundedSemaphore) Release() error {
	if sem.value >= sem.bound {
		return sem.loop.newError(ErrValue, "BoundedSemaphore released too many times")
	}
	return sem.Semaphore.Release()
}
