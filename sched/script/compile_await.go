package script

import (
	"loopscope/sched"
	"loopscope/sched/script/syntax"
)

// await compiles an await. Its line is where the frame is suspended.
func (c *compiler) await(e *syntax.Await) evalFn {
	line := int32(e.Where().Pos.Line)
	if call, ok := e.Value.(*syntax.Call); ok {
		if nextOfFresh(call) {
			return c.awaitNext(call, line)
		}
		if of := stepOfFresh(call); of != nil {
			return c.awaitStep(call, of, line)
		}
		if find, params, at := c.plainCallee(call); find != nil {
			return awaitCall(find, params, at, line)
		}
	}
	eval := c.expr(e.Value)
	return func(fr *frame) (Value, error) {
		v, err := eval(fr)
		if err != nil {
			return nil, err
		}
		fr.line = line
		return fr.m.await(fr, v)
	}
}

// A calleeFn gives what a call calls, and the object whose method it is; nil:
// it is no method, or bound already.
type calleeFn func(fr *frame) (f, self Value, err error)

// awaitCall is await f(...). The coroutine that an async def gives is nobody
// else's, so its frame is run here and the object is not made; the same holds
// for those of asyncio's coroutines that are awaited most. All that can be over
// before the await is in toAwait: what is still open stands on the stack of
// every task that waits here.
func awaitCall(find calleeFn, params []evalFn, call, line int32) evalFn {
	return func(fr *frame) (Value, error) {
		v, self, pos, err := fr.toAwait(find, params, call)
		if err != nil {
			return nil, err
		}
		fr.line = line
		switch v := v.(type) {
		case *frame:
			return fr.awaitFrame(v)
		case awaitFn:
			return fr.awaited(v(fr, self, pos))
		}
		return fr.m.await(fr, v)
	}
}

// An awaitFn does what calling a function or method of asyncio and awaiting
// what it gives does; self is nil for a function.
type awaitFn func(fr *frame, self Value, pos []Value) (Value, error)

// toAwait calls what is awaited then: it gives a value; or the frame of an
// async def that has yet to run; or an awaitFn with its arguments.
func (fr *frame) toAwait(find calleeFn, params []evalFn, call int32) (v, self Value, pos []Value, err error) {
	f, self, err := find(fr)
	if err != nil {
		return nil, nil, nil, err
	}
	if f, ok := f.(*function); ok && f.code.plainAsync && takes(f, self, len(params)) {
		callee, err := fr.arrange(f, self, params, call)
		return callee, nil, nil, err
	}
	if pos, err = fr.evaluate(params); err != nil {
		return nil, nil, nil, err
	}
	if b, ok := f.(*builtin); ok && b.await != nil && len(pos) == b.awaitTakes && (self == nil) == (b.of == nil) {
		return b.await, self, pos, nil
	}
	fr.line = call
	v, err = fr.m.callFound(f, self, pos)
	return v, nil, nil, err
}

// takes says whether a function has no more and no fewer parameters than are
// given, self included.
func takes(f *function, self Value, n int) bool {
	if self != nil {
		n++
	}
	return f.code.simple && n == len(f.code.sig.params)
}

// awaitFrame runs the frame of an async def on the stack of the coroutine that
// awaits it. It does what coroutine.run and Coro.Await do.
func (fr *frame) awaitFrame(callee *frame) (Value, error) {
	begun := callee.beginAwait(fr.suspend)
	v, err := callee.run()
	return fr.awaited(callee.endAwait(begun, v, err))
}

// beginAwait makes a frame ready to be run, and gives how many handles have
// begun.
func (fr *frame) beginAwait(s sched.Suspend) (begun int) {
	fr.prepare()
	fr.awaitedBy(s)
	return fr.m.loop.Begun()
}

// endAwait lets go of the frame, with what its code came to.
func (fr *frame) endAwait(begun int, v Value, err error) (Value, error) {
	m := fr.m
	m.loop.Awaited(begun)
	m.recycle(fr)
	return v, noStopIteration(err)
}
