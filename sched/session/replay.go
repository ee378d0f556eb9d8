package session

import (
	"fmt"
	"time"

	"loopscope/sched/trace"
)

// atOnce is how many events a replay asks for at most before it looks around.
const atOnce = 4096

// replay gives a run commands as they were recorded, and runs it to an event.
// The error is why the source did not take one of them; the request then holds
// that command.
func (w *worker) replay(r *request) error {
	last := time.Now()
	for i := range r.replay {
		c := r.replay[i]
		if !w.runTo(c.After, r, &last) {
			return nil
		}
		from := w.log.Len()
		if err := w.do(c); err != nil {
			r.command = &c
			return err
		}
		w.next() // what it causes
		w.compare(r, from)
	}
	w.runTo(r.events, r, &last)
	r.like = trace.View{} // the other run may be closed before this one
	return nil
}

// runTo runs the source until the log has n events, and reports whether it has
// and the run goes on.
func (w *worker) runTo(n int, r *request, last *time.Time) bool {
	for !w.ended && w.ctx.Err() == nil && w.log.Len() < n {
		from := w.log.Len()
		w.batch(min(n-from, atOnce))
		w.next()
		w.compare(r, from)
		if now := time.Now(); now.Sub(*last) >= progress {
			*last = now
			w.publish(nil, nil)
		}
	}
	w.batch(1)
	if n := w.log.Len(); n > 0 && !w.ended {
		w.ended = final(w.log.View().At(n))
	}
	return !w.ended && w.ctx.Err() == nil
}

// batch has the source bring so many events with a Next, if it can.
func (w *worker) batch(events int) {
	if b, ok := w.src.(Batcher); ok {
		b.AtLeast(events)
	}
}

// compare ends the run if what came after event from is not what the run that
// it is to equal has there.
func (w *worker) compare(r *request, from int) {
	v := w.log.View()
	for n := max(from+1, r.like.First()); n <= min(v.Len(), r.events, r.like.Len()); n++ {
		if v.At(n) != r.like.At(n) {
			w.ended, w.err = true, fmt.Errorf("the program went another way than before: event %d is now %s and was %s",
				n, trace.Format(v, n), trace.Format(r.like, n))
			return
		}
	}
}
