package script

import "slices"

// asyncioParts are the modules of the package asyncio with what a script can
// find in each; parts of some are in Python.
var asyncioParts = map[string][]string{
	"base_events": {"BaseEventLoop"}, "coroutines": {"iscoroutine", "iscoroutinefunction"},
	"events": {"AbstractEventLoop", "AbstractEventLoopPolicy", "Handle", "TimerHandle", "get_event_loop", "get_event_loop_policy", "get_running_loop",
		"new_event_loop", "set_event_loop", "set_event_loop_policy"},
	"exceptions": {"BrokenBarrierError", "CancelledError", "InvalidStateError", "TimeoutError"},
	"futures":    {"Future", "isfuture"}, "locks": {"Barrier", "BoundedSemaphore", "Condition", "Event", "Lock", "Semaphore"},
	"protocols": nil, "queues": {"LifoQueue", "PriorityQueue", "Queue", "QueueEmpty", "QueueFull", "QueueShutDown"},
	"runners": {"Runner", "run"}, "streams": nil, "taskgroups": {"TaskGroup"},
	"tasks": {"ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION", "Task", "all_tasks", "as_completed", "create_eager_task_factory", "create_task", "current_task",
		"eager_task_factory", "ensure_future", "gather", "shield", "sleep", "wait", "wait_for"},
	"threads": {"to_thread"}, "timeouts": {"Timeout", "timeout", "timeout_at"}, "transports": nil,
}

// asyncioLate are the names of asyncio that are in Python here, with the module
// that has each. It is loaded when a script asks for one.
var asyncioLate = func() map[string]string {
	late := map[string]string{}
	for part, names := range map[string][]string{
		"exceptions": {"IncompleteReadError", "LimitOverrunError", "SendfileNotAvailableError"},
		"futures":    {"run_coroutine_threadsafe", "wrap_future"},
		"protocols":  {"BaseProtocol", "BufferedProtocol", "DatagramProtocol", "Protocol", "SubprocessProtocol"},
		"streams":    {"StreamReader"},
		"transports": {"BaseTransport", "DatagramTransport", "ReadTransport", "SubprocessTransport", "Transport", "WriteTransport"},
	} {
		for _, name := range names {
			late[name] = "asyncio." + part
		}
	}
	return late
}()

// asyncioModules gives asyncio with its parts.
func asyncioModules() []*module {
	mod := asyncioModule()
	mod.late = asyncioLate
	all := []*module{mod}
	for part, names := range asyncioParts {
		inner := newModule("asyncio." + part)
		for _, name := range names {
			inner.attrs[name] = mod.attrs[name]
		}
		if part == "tasks" {
			inner.late = map[string]string{"run_coroutine_threadsafe": "asyncio.futures"}
		}
		if mod.attrs[part] == nil {
			all = append(all, inner)
		}
	}
	return all
}

// wantLate loads the module in Python that has a name which another gives, or
// that is itself the part of a package that was asked for.
func (m *machine) wantLate(mod *module, name string) error {
	path := mod.late[name]
	if inner := mod.name + "." + name; path == "" && mod.late != nil && modules[inner] != nil {
		path = inner
	}
	if path == "" || m.loadingLate(path) {
		return nil
	}
	return m.importPath(path)
}

// loadingLate says that a module is being loaded, or is.
func (m *machine) loadingLate(path string) bool {
	mod := modules[path]
	return mod.lib == nil || m.isLoaded(mod.lib)
}

// lateAttr gives a name that another module has; nil: it is none.
func (m *machine) lateAttr(mod *module, name string) Value {
	from := modules[mod.late[name]]
	if from == nil || !m.isLoaded(from.lib) || !slices.Contains(from.lib.names, name) {
		return nil
	}
	return m.moduleAttr(from, name)
}
