package script

import (
	"math"
	"slices"

	"loopscope/sched"
	"loopscope/sched/trace"
)

// asyncioModule is the module asyncio, as far as it is here.
func asyncioModule() *module {
	mod := newModule("asyncio", asyncioTasks, asyncioRunning)
	for _, name := range []string{"FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"} {
		mod.attrs[name] = name
	}
	for _, name := range append([]string{"TimeoutError"}, asyncioExceptions...) {
		mod.attrs[name] = excTypes[name]
	}
	mod.attrs["Future"], mod.attrs["Task"] = futureType, taskType
	for _, t := range []*Type{taskGroupType, lockType, eventType, conditionType, semaphoreType, boundedSemaphoreType, barrierType,
		queueType, priorityQueueType, lifoQueueType} {
		mod.attrs[t.name] = t
	}
	mod.attrs["Handle"], mod.attrs["TimerHandle"] = handleType, timerHandleType
	mod.attrs["Runner"], mod.attrs["Timeout"] = runnerType, timeoutType
	mod.attrs["AbstractEventLoop"], mod.attrs["BaseEventLoop"] = abstractLoopType, baseLoopType
	mod.attrs["EventLoop"], mod.attrs["SelectorEventLoop"] = loopType, loopType
	mod.attrs["AbstractEventLoopPolicy"], mod.attrs["DefaultEventLoopPolicy"] = abstractPolicyType, policyType
	return mod
}

func newModule(name string, tables ...[]*builtin) *module {
	mod := &module{name: name, attrs: map[string]Value{"__name__": name}}
	for _, table := range tables {
		for _, b := range table {
			mod.attrs[b.name] = b
		}
	}
	return mod
}

// running checks that a loop runs: get_running_loop.
func (m *machine) running() error {
	if m.runningLoop == nil || m.loop.InThread() {
		return raise("RuntimeError", "no running event loop")
	}
	return nil
}

// someLoop checks that there is a loop for what asks for none by name.
func (m *machine) someLoop() error {
	if m.loop.InThread() {
		return raise("RuntimeError", "There is no current event loop in thread 'asyncio_0'.")
	}
	_, err := m.getEventLoop()
	return err
}

// asyncioRunning are the functions about the loop that runs.
var asyncioRunning = []*builtin{
	declare("run", "main, *, debug=None, loop_factory=None", func(m *machine, v []Value) (Value, error) {
		return m.runLoop(v[0], v[1], v[2])
	}),
	declare("get_running_loop", "", func(m *machine, _ []Value) (Value, error) { return m.loopObject(), m.running() }),
	inC("get_event_loop", func(m *machine, a args) (Value, error) {
		if err := a.between("get_event_loop", 0, 0); err != nil {
			return nil, err
		}
		return m.getEventLoop()
	}),
	declare("new_event_loop", "", func(*machine, []Value) (Value, error) { return newLoopObject(), nil }),
	declare("set_event_loop", "loop", func(m *machine, v []Value) (Value, error) { return None, m.setEventLoop(v[0]) }),
	declare("get_event_loop_policy", "", func(*machine, []Value) (Value, error) { return thePolicy, nil }),
	declare("set_event_loop_policy", "policy", func(_ *machine, v []Value) (Value, error) {
		if _, ok := v[0].(*policy); !ok && v[0] != None {
			return nil, unsupported("an event loop policy of the script's own is")
		}
		return None, nil
	}),
	declare("current_task", "loop=None", func(m *machine, v []Value) (Value, error) {
		if err := m.loopArgument(v[0]); err != nil {
			return nil, err
		}
		if t := m.loop.CurrentTask(); t != nil {
			return wrap(&t.Future), nil
		}
		return None, nil
	}),
	declare("all_tasks", "loop=None", func(m *machine, v []Value) (Value, error) {
		if err := m.loopArgument(v[0]); err != nil {
			return nil, err
		}
		var all []Value
		for _, t := range m.loop.AllTasks() {
			all = append(all, wrap(&t.Future))
		}
		return orderedSet(m, all), nil
	}),
	declare("iscoroutine", "obj", func(_ *machine, v []Value) (Value, error) {
		return isCoroutine(v[0]), nil
	}),
	declare("isfuture", "obj", func(_ *machine, v []Value) (Value, error) {
		_, ok := v[0].(*future)
		return ok, nil
	}),
	declare("iscoroutinefunction", "func", func(m *machine, v []Value) (Value, error) { return m.isCoroutineFunction(v[0]) }),
}

// asyncNames are what asyncio has by async def, functions and methods.
var asyncNames = []string{"sleep", "wait", "wait_for", "to_thread", "get", "put", "join", "acquire", "reset", "abort",
	"shutdown_asyncgens", "shutdown_default_executor"}

func (b *builtin) isAsync() bool { return b.python && slices.Contains(asyncNames, b.name) }

// isCoroutineFunction mirrors iscoroutinefunction in asyncio/coroutines.py:
// methods and partials are what they call, and what is none of these may say
// that it is one.
func (m *machine) isCoroutineFunction(of Value) (Value, error) {
	inner := of
	for {
		switch fn := inner.(type) {
		case *method:
			inner = fn.fn
			continue
		case *partial:
			inner = fn.fn
			continue
		case *function:
			if fn.code.plainAsync {
				return true, nil
			}
		case *builtin:
			return fn.isAsync(), nil
		}
		break
	}
	mark, err := m.getAttr(inner, "_is_coroutine_mark")
	if e := catchable(err); e != nil && e.cls.is(excTypes["AttributeError"]) {
		return false, nil
	}
	return mark == true, err
}

// asyncioTasks are the functions of asyncio/tasks.py and timeouts.py.
var asyncioTasks = []*builtin{
	declare("create_task", "coro, *, name=None, context=None", func(m *machine, v []Value) (Value, error) {
		if err := m.running(); err != nil {
			return nil, err
		}
		return m.createTask(v[0], v[1], v[2])
	}),
	declare("ensure_future", "coro_or_future, *, loop=None", func(m *machine, v []Value) (Value, error) {
		return m.ensureFuture(v[0], func(aw sched.Awaitable) (*sched.Future, error) { return m.loop.EnsureFuture(aw) })
	}),
	declare("shield", "arg", func(m *machine, v []Value) (Value, error) {
		return m.ensureFuture(v[0], func(aw sched.Awaitable) (*sched.Future, error) { return m.loop.Shield(aw) })
	}),
	declare("gather", "*coros_or_futures, return_exceptions=False", gather),
	sleepFunction(),
	declare("wait", "fs, *, timeout=None, return_when='ALL_COMPLETED'", func(m *machine, v []Value) (Value, error) {
		fs, timeout, when := v[0], v[1], v[2]
		return m.nativeCoroutine("wait", waitOrigin, v[:1], func() (*sched.Coro, error) { return m.wait(fs, timeout, when) }), nil
	}),
	declare("wait_for", "fut, timeout", func(m *machine, v []Value) (Value, error) {
		fut, timeout := v[0], v[1]
		home := waitForOrigin
		if x, ok := asFloat(timeout); ok && x <= 0 {
			home = waitForNoTime
		}
		return m.nativeCoroutine("wait_for", home, v[:1], func() (*sched.Coro, error) { return m.waitFor(fut, timeout) }), nil
	}),
	declare("as_completed", "fs, *, timeout=None", newAsCompleted),
	declare("to_thread", "func, /, *args, **kwargs", toThread),
	eagerTaskFactory, eagerFactoryMaker,
	declare("timeout", "delay", func(m *machine, v []Value) (Value, error) { return m.timeoutAfter(v[0]) }),
	declare("timeout_at", "when", func(m *machine, v []Value) (Value, error) { return m.timeoutAt(v[0]) }),
}

// awaitable gives what the loop can await, nil if v is nothing like that.
func awaitable(v Value) sched.Awaitable {
	switch v := v.(type) {
	case *coroutine:
		return v.c
	case *future:
		return v.f
	}
	return nil
}

func (m *machine) createTask(coro, name, context Value) (Value, error) {
	return m.makeTask(coro, []Value{name, context}, func(ctx *contextObject, co *sched.Coro, name string) (*sched.Task, error) {
		if ctx != nil {
			return m.loop.CreateTaskIn(ctx, co, name), nil
		}
		return m.loop.CreateTask(co, name), nil
	})
}

// makeTask makes a task by one of the loop's functions; options are the
// arguments name and context.
func (m *machine) makeTask(coro Value, options []Value, create func(*contextObject, *sched.Coro, string) (*sched.Task, error)) (Value, error) {
	name, context := options[0], options[1]
	co, ok := m.forTask(coro).(*coroutine)
	if !ok {
		text, err := m.repr(coro)
		if err != nil {
			return nil, err
		}
		return nil, typeError("a coroutine was expected, got %s", text)
	}
	ctx, err := contextArgument(context)
	if err != nil {
		return nil, err
	}
	text := ""
	if name != None {
		if text, err = m.str(name); err != nil {
			return nil, err
		}
	}
	if err := m.newTask(co); err != nil {
		return nil, err
	}
	t, err := create(ctx, co.c, text)
	if err != nil {
		return nil, err
	}
	return wrap(&t.Future), nil
}

// loopArgument checks the argument loop, or that one runs where it is None.
func (m *machine) loopArgument(v Value) error {
	if v == None {
		return m.running()
	}
	return nil
}

// newTask checks that a task can be made of a coroutine.
func (m *machine) newTask(co *coroutine) error {
	if err := m.oneMoreTask(); err != nil {
		return err
	}
	return co.taken()
}

// nest wraps a future that depends on others, which must not be too many one
// below the other.
func (m *machine) nest(f *sched.Future, below ...Value) (Value, error) {
	v := wrap(f)
	for _, b := range below {
		if child, ok := b.(*future); ok && child != v {
			v.depth = max(v.depth, child.depth+1)
		}
	}
	if v.depth > maxNesting {
		return nil, m.limit(LimitMemory)
	}
	return v, m.charge(objectSize)
}

// wrapAwaitable mirrors _wrap_awaitable: what is no coroutine or future but can
// be awaited becomes a coroutine.
func (m *machine) wrapAwaitable(v Value) Value {
	v = m.forTask(v)
	if awaitable(v) != nil || typeOf(v).await == nil {
		return v
	}
	name := "ensure_future.<locals>._wrap_awaitable"
	return native(m.loop.NewCoro(name, func(s sched.Suspend) (any, error) {
		return m.await(&frame{m: m, code: &code{name: name, qualname: name}, suspend: s}, v)
	}), wrapOrigin)
}

// ensureFuture makes a future of an awaitable by one of the loop's functions.
func (m *machine) ensureFuture(v Value, f func(sched.Awaitable) (*sched.Future, error)) (Value, error) {
	v = m.wrapAwaitable(v)
	aw := awaitable(v)
	if aw == nil {
		return nil, typeError("An asyncio.Future, a coroutine or an awaitable is required")
	}
	if co, ok := v.(*coroutine); ok {
		if err := m.someLoop(); err != nil {
			return nil, err
		}
		if err := m.newTask(co); err != nil {
			return nil, err
		}
	}
	made, err := f(aw)
	if err != nil {
		return nil, err
	}
	return m.nest(made, v)
}

func gather(m *machine, v []Value) (Value, error) {
	all, err := m.truth(v[0])
	if err != nil {
		return nil, err
	}
	items := v[1].(*tuple).items
	aws := make([]sched.Awaitable, len(items))
	m.gathers++
	if len(items) == 0 {
		if err := m.someLoop(); err != nil {
			return nil, err
		}
	}
	for i, item := range items {
		item = m.wrapAwaitable(item)
		if co, ok := item.(*coroutine); ok && co.seen != m.gathers { // twice is one child
			co.seen = m.gathers
			if err := m.someLoop(); err != nil {
				return nil, err
			}
			if err := m.newTask(co); err != nil {
				return nil, err
			}
		}
		aws[i] = awaitable(item) // nil is refused in its turn
	}
	f, err := m.loop.Gather(aws, sched.GatherOptions{ReturnExceptions: all})
	if err != nil {
		return nil, err
	}
	return m.nest(f, items...)
}

// nativeCoroutine makes a coroutine of asyncio's own whose arguments are
// looked at when it is awaited, as those of an async def are.
func (m *machine) nativeCoroutine(name string, home origin, args []Value, begin func() (*sched.Coro, error)) *coroutine {
	var co *coroutine
	co = native(m.loop.NewCoro(name, func(s sched.Suspend) (any, error) {
		c, err := begin()
		var v any
		if err == nil {
			v, err = c.Await(s)
		}
		co.passed(err)
		return v, err
	}), home)
	co.native.args = args
	return co
}

// sleepFunction is asyncio.sleep.
func sleepFunction() *builtin {
	b := declare("sleep", "delay, result=None", func(m *machine, v []Value) (Value, error) { return m.sleep(v[0], v[1]), nil })
	b.awaitTakes = 1
	b.await = func(fr *frame, _ Value, pos []Value) (Value, error) {
		if x, ok := asFloat(pos[0]); ok && plainDelay(x) {
			return fromLoop(fr.m.loop.AwaitSleep(fr.suspend, microseconds(x), None))
		}
		return fr.m.await(fr, fr.m.sleep(pos[0], None))
	}
	return b
}

// plainDelay says whether a sleep is one turn or a timer that is due later.
func plainDelay(x float64) bool { return x <= 0 && x > -1e12 || x >= 1e-6 && x < 1e12 }

// sleep mirrors asyncio.sleep.
func (m *machine) sleep(delay, result Value) *coroutine {
	x, ok := asFloat(delay)
	if ok && plainDelay(x) {
		home := sleepOrigin
		if x <= 0 {
			home = sleepZeroOrigin
		}
		return native(m.loop.Sleep(microseconds(x), result), home)
	}
	return m.nativeCoroutine("sleep", sleepOrigin, nil, func() (*sched.Coro, error) {
		if !ok {
			return nil, typeError("'<=' not supported between instances of '%s' and 'int'", typeOf(delay).name)
		}
		if math.IsNaN(x) {
			return nil, valueError("Invalid delay: NaN (not a number)")
		}
		if x > 1 {
			return nil, raise("OverflowError", "cannot convert float infinity to integer")
		}
		return m.loop.NewCoro("sleep", func(s sched.Suspend) (any, error) { return m.blink(s, result) }), nil
	})
}

// blink is a sleep of less than a microsecond: a timer that is due at once.
func (m *machine) blink(s sched.Suspend, result Value) (any, error) {
	f := m.loop.NewFuture("sleep")
	timer := m.loop.CallLater(0, "sleep", func() error {
		if f.Done() {
			return nil
		}
		return f.SetResult(result)
	})
	defer timer.Cancel()
	return f.Await(s)
}

// microseconds rounds a number of seconds as the virtual clock does.
func microseconds(seconds float64) trace.Time {
	return trace.Time(math.RoundToEven(seconds * float64(trace.Second)))
}

// duration reads an optional number of seconds.
func (m *machine) duration(v Value) (*trace.Time, error) {
	if v == None {
		return nil, nil
	}
	x, ok := asFloat(v)
	switch {
	case !ok:
		return nil, typeError("'<=' not supported between instances of '%s' and 'int'", typeOf(v).name)
	case math.IsNaN(x):
		return nil, valueError("cannot convert float NaN to integer")
	case math.Abs(x) >= 1e12:
		return nil, raise("OverflowError", "cannot convert float infinity to integer")
	}
	t := microseconds(x)
	return &t, nil
}

// wait mirrors the checks of asyncio.wait before the loop's own.
func (m *machine) wait(fs, timeout, when Value) (*sched.Coro, error) {
	if awaitable(fs) != nil {
		return nil, typeError("expect a list of futures, not %s", typeOf(fs).name)
	}
	if any, err := m.truth(fs); !any || err != nil {
		if err != nil {
			return nil, err
		}
		return nil, valueError("Set of Tasks/Futures is empty.")
	}
	items, err := m.collect(fs)
	if err != nil {
		return nil, err
	}
	if _, ok := asFloat(timeout); !ok && timeout != None {
		return nil, typeError("unsupported operand type(s) for +: 'float' and '%s'", typeOf(timeout).name)
	}
	limit, err := m.duration(timeout)
	if err != nil {
		return nil, err
	}
	aws := make([]sched.Awaitable, len(items))
	for i, v := range items {
		if aws[i] = awaitable(v); aws[i] == nil {
			return nil, raise("AttributeError", "'%s' object has no attribute 'add_done_callback'", typeOf(v).name)
		}
	}
	how, ok := when.(string)
	if !ok {
		how = "?"
	}
	return m.loop.Wait(aws, sched.WaitOptions{Timeout: limit, When: sched.ReturnWhen(how)}), nil
}

func (m *machine) waitFor(v, timeout Value) (*sched.Coro, error) {
	limit, err := m.duration(timeout)
	if err != nil {
		return nil, err
	}
	if co, ok := v.(*coroutine); ok {
		if err := co.awaited(m); err != nil {
			return nil, err
		}
	}
	v = m.wrapAwaitable(m.asCoroutine(v))
	aw := awaitable(v)
	if aw == nil && (limit == nil || *limit > 0) {
		aw = notAwaitable{v}
	}
	return m.loop.WaitFor(aw, limit), nil
}

// notAwaitable stands for what cannot be awaited, where CPython finds out only
// by the await.
type notAwaitable struct{ v Value }

func (n notAwaitable) Await(sched.Suspend) (any, error) {
	return nil, typeError("object %s can't be used in 'await' expression", typeOf(n.v).name)
}
