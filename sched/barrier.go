package sched

import "strconv"

type barrierState uint8

const (
	barrierFilling barrierState = iota
	barrierDraining
	barrierResetting
	barrierBroken
)

// String gives the word of asyncio/locks.py.
func (b barrierState) String() string {
	return [...]string{"filling", "draining", "resetting", "broken"}[b]
}

// A Barrier lets its parties go on when all have come. It mirrors Barrier in
// asyncio/locks.py: a Condition, so that those who are let go take its lock
// one after the other.
type Barrier struct {
	cond    *Condition
	object  *object
	parties int
	state   barrierState
	count   int // parties inside
}

// NewBarrier makes a barrier; a ValueError if parties is less than 1.
func (l *Loop) NewBarrier(parties int) (*Barrier, error) {
	if parties < 1 {
		return nil, l.newError(ErrValue, "parties must be > 0")
	}
	b := &Barrier{cond: &Condition{Lock: &Lock{loop: l}}, parties: parties}
	c := b.cond
	b.object = l.newObject(objectSort{kind: "Barrier", class: "Barrier", limit: parties}, func() int { return b.count }, &c.waiters, &c.Lock.waiters)
	c.object = b.object.part()
	c.Lock.object = c.object
	return b, nil
}

// Parties gives how many the barrier waits for.
func (b *Barrier) Parties() int { return b.parties }

// Waiting gives how many wait for it to fill: n_waiting.
func (b *Barrier) Waiting() int {
	if b.state == barrierFilling {
		return b.count
	}
	return 0
}

// Broken reports whether the barrier was aborted.
func (b *Barrier) Broken() bool { return b.state == barrierBroken }

// State gives what asyncio's repr has in brackets: "filling, waiters:1/3".
func (b *Barrier) State() string {
	if b.Broken() {
		return b.state.String()
	}
	return b.state.String() + ", waiters:" + strconv.Itoa(b.Waiting()) + "/" + strconv.Itoa(b.parties)
}

// Wait gives a coroutine that waits until all parties have come; its result is
// which one this was, from 0. A BrokenBarrierError if the barrier is reset or
// aborted meanwhile. It mirrors Barrier.wait.
func (b *Barrier) Wait() *Coro {
	return b.cond.loop.NewCoro("Barrier.wait", func(s Suspend) (any, error) {
		index := 0
		err := b.locked(s, func() error {
			if err := b.block(s); err != nil {
				return err
			}
			index = b.count
			b.count++
			b.object.op("wait")
			err := b.meet(s, index)
			b.count--
			if err != nil {
				b.object.op("leave")
			} else {
				b.object.op("pass")
			}
			if e := b.exit(); e != nil {
				err = e
			}
			return err
		})
		if err != nil {
			return nil, err
		}
		return index, nil
	})
}

// locked is `async with self._cond`.
func (b *Barrier) locked(s Suspend, body func() error) error {
	if err := b.cond.acquire(s); err != nil {
		return err
	}
	err := body()
	if e := b.cond.Release(); e != nil {
		return e
	}
	return err
}

// block waits while the barrier drains or is reset. It mirrors Barrier._block.
func (b *Barrier) block(s Suspend) error {
	for b.state == barrierDraining || b.state == barrierResetting {
		if err := b.cond.wait(s); err != nil {
			return err
		}
	}
	if b.state == barrierBroken {
		return b.broken("Barrier aborted")
	}
	return nil
}

// meet lets all go if this is the last party, else waits for it. It mirrors
// Barrier._release and Barrier._wait.
func (b *Barrier) meet(s Suspend, index int) error {
	if index+1 == b.parties {
		b.state = barrierDraining
		return b.cond.NotifyAll()
	}
	for b.state == barrierFilling {
		if err := b.cond.wait(s); err != nil {
			return err
		}
	}
	if b.state == barrierBroken || b.state == barrierResetting {
		return b.broken("Abort or reset of barrier")
	}
	return nil
}

// exit tells those who wait for the barrier to drain that it has. It mirrors
// Barrier._exit.
func (b *Barrier) exit() error {
	if b.count > 0 {
		return nil
	}
	if b.state == barrierResetting || b.state == barrierDraining {
		b.state = barrierFilling
	}
	return b.cond.NotifyAll()
}

func (b *Barrier) broken(why string) error { return b.cond.loop.newError(ErrBrokenBarrier, why) }

// Reset gives a coroutine that empties the barrier: those who wait get a
// BrokenBarrierError. It mirrors Barrier.reset.
func (b *Barrier) Reset() *Coro {
	return b.change("reset", func() {
		if b.count > 0 {
			b.state = barrierResetting
		} else {
			b.state = barrierFilling
		}
	})
}

// Abort gives a coroutine that breaks the barrier: who waits now or later gets
// a BrokenBarrierError. It mirrors Barrier.abort.
func (b *Barrier) Abort() *Coro {
	return b.change("abort", func() { b.state = barrierBroken })
}

func (b *Barrier) change(op string, to func()) *Coro {
	return b.cond.loop.NewCoro("Barrier."+op, func(s Suspend) (any, error) {
		return nil, b.locked(s, func() error {
			to()
			b.object.op(op)
			return b.cond.NotifyAll()
		})
	})
}
