package session

import (
	"slices"

	"loopscope/sched/trace"
)

// mostPlaces is how many things done can be taken back.
const mostPlaces = 10_000

// The history of what the user did is a stack of places, each noted before
// something was done there: a move, or a command. Taking back goes to the
// newest and notes, on a second stack, where that left from. A move is undone
// by going there; a command by making a run without it.

// A place is a moment of a run.
type place struct {
	run     *Run
	pos     int            // -1: where the run opens
	command *trace.Command // that was given there, at the newest event; nil: a move
}

// here gives the place that is being watched.
func (rs *Runs) here() place {
	if s := rs.current.sess; s.Opening() {
		return place{run: rs.current, pos: -1}
	}
	return place{run: rs.current, pos: rs.current.sess.Pos()}
}

// note keeps the place for the history, before something is done there.
func (rs *Runs) note(c *trace.Command) {
	if rs.moving || rs.hold == holding && c == nil {
		return
	}
	if rs.hold == holds {
		rs.hold = holding
	}
	rs.settle()
	p := rs.here()
	if c != nil {
		copied := *c
		p.command = &copied
		rs.outcome = Outcome{}
	}
	rs.left = &p
}

// The stages of a hold.
const (
	free    uint8 = iota
	holds         // the next move is noted
	holding       // moves are not noted any more
)

// Hold makes the moves from now on one thing done, until Release: a ruler that
// is dragged, say.
func (rs *Runs) Hold() { rs.hold = holds }

// Release ends what Hold began.
func (rs *Runs) Release() { rs.hold = free }

// settle puts the place noted last on the stack, if something came of what was
// done there.
func (rs *Runs) settle() {
	p := rs.left
	rs.left = nil
	if p == nil || p.command == nil && *p == rs.here() {
		return
	}
	rs.forth = nil
	if len(rs.back) == mostPlaces {
		rs.back = slices.Delete(rs.back, 0, 1)
	}
	rs.back = append(rs.back, *p)
}

// TakeBack takes back what was done last, a move or a command. A run that went
// on with the command stays in the list, and another one is made without it.
// The error is ErrNothingBack, or why that cannot be, one that wraps
// errors.ErrUnsupported.
func (rs *Runs) TakeBack() error {
	rs.settle()
	from, k := rs.here(), len(rs.back)-1
	for k >= 0 && rs.back[k] == from {
		k--
	}
	if k < 0 {
		return ErrNothingBack
	}
	p := rs.back[k]
	if p.command != nil && p.run.sess.obeyed(p.pos) {
		if err := rs.without(&p); err != nil {
			return err
		}
	}
	rs.back = rs.back[:k]
	rs.forth = append(rs.forth, from)
	rs.goTo(p)
	return nil
}

// Redo does again what was taken back last. The error is ErrNothingOn.
func (rs *Runs) Redo() error {
	rs.settle()
	from, k := rs.here(), len(rs.forth)-1
	for k >= 0 && rs.forth[k] == from {
		k--
	}
	if k < 0 {
		return ErrNothingOn
	}
	p := rs.forth[k]
	rs.forth = rs.forth[:k]
	rs.back = append(rs.back, from)
	rs.goTo(p)
	return nil
}

// goTo watches a place.
func (rs *Runs) goTo(p place) {
	rs.moving = true
	if p.run != rs.current {
		rs.watch(p.run)
	}
	if p.pos >= 0 {
		p.run.sess.Seek(p.pos)
	}
	rs.moving = false
}

// obeyed reports whether a command that was given at position n took effect, or
// may still do.
func (s *Session) obeyed(n int) bool {
	for _, c := range s.commands {
		if c.After >= n {
			return s.tl.View().At(c.After+1).Kind == trace.CommandDone
		}
	}
	return s.unheard > 0
}

// without makes a run that takes the place of p's: the same, but for the
// command given at p and what came after. The old one comes from it then, and
// has the name of the command. What is noted of the old one was before that, and
// is true of the new one.
func (rs *Runs) without(p *place) error {
	src, err := rs.rewind()
	if err != nil {
		return err
	}
	old := p.run
	r := &Run{Name: old.Name, Parent: old.Parent, Same: old.Same, Made: old.Made, Kept: old.Kept}
	old.Name = rs.unique(nameOf(*p.command, old.sess.tl, p.pos))
	old.Parent, old.Same, old.Made = r, p.pos, *p.command
	for _, c := range old.sess.commands {
		if c.After >= p.pos {
			old.Same, old.Made = c.After, c
			break
		}
	}
	for _, one := range rs.all {
		if one.Parent == old && one.Same <= p.pos {
			one.Parent = r
		}
	}
	rs.add(r, src, rs.replay(old.sess, old.sess.given(p.pos), max(p.pos, 1)), slices.Index(rs.all, old))
	for i := range rs.back {
		if rs.back[i].run == old {
			rs.back[i].run = r
		}
	}
	p.run, p.command = r, nil
	rs.makeRoom()
	return nil
}

// forget drops the places of a run that is gone.
func (rs *Runs) forget(r *Run) {
	gone := func(p place) bool { return p.run == r }
	rs.back, rs.forth = slices.DeleteFunc(rs.back, gone), slices.DeleteFunc(rs.forth, gone)
	if rs.left != nil && rs.left.run == r {
		rs.left = nil
	}
}
