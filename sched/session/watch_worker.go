package session

import "loopscope/sched/trace"

// broke notes in a request that runs on at which breakpoint it stops, after
// what came behind event from.
func (w *worker) broke(r *request, from int) {
	points := w.watching.Load()
	if points == nil || !r.runsOn() || w.log.Len() == from {
		return
	}
	v := w.log
	r.hit = w.eventIn(r, points, v, from)
	if len(points.lines) > 0 && w.detailer != nil && r.blind == nil {
		r.hit = r.hit.or(w.lineBefore(r, points, from))
	}
	if points.ahead {
		r.hit = r.hit.or(crossed(points, v, from, r.now))
		r.now = max(r.now, lastTime(v))
	}
	if r.met != 0 && r.hit.pos >= r.met {
		r.hit = hit{}
	}
	if !r.hit.ok && r.met == 0 && points.ahead {
		r.hit = w.foretold(points, v, r.now)
	}
}

// runsOn reports whether breakpoints end a request.
func (r *request) runsOn() bool { return r.aim == aimEnd || r.aim == aimEvents || r.aim == aimTest }

// or gives the hit that comes first.
func (h hit) or(other hit) hit {
	if !h.ok || other.ok && other.pos < h.pos {
		return other
	}
	return h
}

// crossed gives the first breakpoint at a time behind now that the events
// behind event from have reached: where the handle began, if the loop had
// rested until then, else at the handle's end.
func crossed(points *watch, v events, from int, now trace.Time) hit {
	b, ok := points.time(now, lastTime(v))
	if !ok {
		return hit{}
	}
	if e := v.At(from + 1); timed(e) && e.T >= b.T {
		return hit{ok: true, brk: b, pos: from, t: b.T}
	}
	return hit{ok: true, brk: b, pos: v.Len()}
}

// eventIn gives the first hit among the events behind from. A step before which
// the request began is passed.
func (w *worker) eventIn(r *request, points *watch, v events, from int) hit {
	if points.tasks {
		w.names.follow(v, from)
	}
	for n := from + 1; n <= v.Len(); n++ {
		if points.tasks {
			w.names.follow(v, n)
		}
		if h := points.event(v, n, w.names); h.ok && h.pos > r.began {
			return h
		}
	}
	return hit{}
}

// lineBefore gives the first line with a breakpoint among those that began
// behind event from.
func (w *worker) lineBefore(r *request, points *watch, from int) hit {
	for n := from; n < w.log.Len(); {
		lines, err := w.detail(r, n)
		if err != nil {
			r.blind = err
			return hit{}
		}
		if f := w.lineIn(points, lines, 0); f.ok {
			return f.hit()
		}
		n = lines.To
	}
	return hit{}
}

// foretold gives the breakpoint at what the source runs next.
func (w *worker) foretold(points *watch, v events, now trace.Time) hit {
	source, ok := w.src.(Foreteller)
	if !ok || w.ended {
		return hit{}
	}
	t, task, ok := source.Foretell()
	if !ok {
		return hit{}
	}
	n := v.Len()
	if b, ok := points.time(now, t); ok {
		return hit{ok: true, brk: b, pos: n, t: b.T}
	}
	if points.tasks {
		w.names.follow(v, n)
	}
	b, ok := points.step(task, n, w.names)
	return hit{ok: ok, brk: b, pos: n}
}
