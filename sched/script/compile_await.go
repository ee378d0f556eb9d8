package script

import "loopscope/sched/script/syntax"

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
// for those of asyncio's coroutines that are awaited most.
func awaitCall(find calleeFn, params []evalFn, call, line int32) evalFn {
	return func(fr *frame) (Value, error) {
		f, self, err := find(fr)
		if err != nil {
			return nil, err
		}
		if f, ok := f.(*function); ok && f.code.plainAsync && takes(f, self, len(params)) {
			callee, err := fr.arrange(f, self, params, call)
			if err != nil {
				return nil, err
			}
			fr.line = line
			return fr.awaitFrame(callee)
		}
		pos, err := fr.evaluate(params)
		if err != nil {
			return nil, err
		}
		if b, ok := f.(*builtin); ok && b.await != nil && len(pos) == b.awaitTakes && (self == nil) == (b.of == nil) {
			fr.line = line
			return fr.awaited(b.await(fr, self, pos))
		}
		fr.line = call
		v, err := fr.m.callFound(f, self, pos)
		if err != nil {
			return nil, err
		}
		fr.line = line
		return fr.m.await(fr, v)
	}
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
	m := fr.m
	callee.prepare()
	callee.awaitedBy(fr.suspend)
	begun := m.loop.Begun()
	v, err := callee.run()
	err = noStopIteration(err)
	m.loop.Awaited(begun)
	m.recycle(callee)
	return fr.awaited(v, err)
}
