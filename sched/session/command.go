package session

import (
	"errors"
	"fmt"

	"loopscope/sched/trace"
)

// What Do refuses by itself.
var (
	ErrPast    = errors.New("this moment is in the past: go to the newest one to act on the run")
	ErrEnded   = errors.New("the program has ended: there is nothing left to act on")
	ErrOpening = errors.New("the run is still on its way to this moment: wait until it is there")
)

// An Outcome is what became of a command.
type Outcome struct {
	Command trace.Command // as the run took it
	Event   int           // the event that tells, 0 if the source never took it
	Refused error         // the reason; nil: done
}

// Do gives a command to the run; its After and T are filled in. It acts now,
// at the newest moment, or at the end of the handle that is running. An error
// says why it could not be given; whether it was done is told by Outcome, once
// the run has answered.
func (s *Session) Do(c trace.Command) error {
	s.Drain()
	switch {
	case s.Opening() && s.opts.replays():
		return ErrOpening
	case s.ended || s.closed.Load():
		return ErrEnded
	case !s.Live():
		return ErrPast
	}
	if err := c.Check(); err != nil {
		return err
	}
	if !c.Op.NamesHandle() && s.tl.Lane(c.Task) == nil {
		return fmt.Errorf("there is no task %d", c.Task)
	}
	if s.edge() != s.pos {
		s.put(s.edge())
	}
	s.tell(&c)
	c.After, c.T = s.pos, s.now
	s.breaks = s.breaks || c.Kind == trace.CallbackBreak
	s.pending = append(s.pending, c)
	s.unheard++
	if s.asked == nil {
		s.hand()
		return nil
	}
	s.asked.halt()
	return nil
}

// hand gives the worker the first command that waits. What it causes is shown
// at once, while playing too.
func (s *Session) hand() {
	c := s.pending[0]
	s.pending = s.pending[1:]
	if s.goal == stay {
		s.goal = toStop
	}
	s.ask(&request{aim: aimOne, command: &c})
}

// hear notes what the events after n say of commands.
func (s *Session) hear(n int) {
	v := s.tl.View()
	for n++; n <= v.Len(); n++ {
		e := v.At(n)
		if e.Kind != trace.CommandDone && e.Kind != trace.CommandRefused {
			continue
		}
		c, _ := v.Payload(e).(trace.Command)
		s.outcome = Outcome{Command: c, Event: n}
		if e.Kind == trace.CommandRefused {
			s.outcome.Refused = errors.New(v.String(e.Name))
		}
		s.commands = append(s.commands, c)
		s.breaks = s.breaks || c.Kind == trace.CallbackBreak
		s.unheard = max(s.unheard-1, 0)
	}
}

// refuse notes that the source does not take a command at all.
func (s *Session) refuse(c trace.Command, err error) {
	s.outcome = Outcome{Command: c, Refused: err}
	s.unheard = max(s.unheard-1, 0)
}

// Outcome tells what became of the last command; ok is false when none was
// given, and while the run has not answered.
func (s *Session) Outcome() (o Outcome, ok bool) {
	return s.outcome, s.unheard == 0 && s.outcome.Command.Op != ""
}

// Commands gives the commands that the run has answered, in order. From them
// alone a deterministic run is the same again. Those it refused are among
// them: a refusal is an event too, and After counts it.
func (s *Session) Commands() []trace.Command { return s.commands }
