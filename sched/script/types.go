package script

import (
	"slices"

	"loopscope/sched/script/syntax"
)

// A Type is a class.
type Type struct {
	name  string  // as error messages have it: "_asyncio.Future" for what C defines in a module
	base  *Type   // nil for object
	mro   []*Type // itself first
	attrs map[string]Value
	alloc func(m *machine, t *Type, a args) (Value, error) // makes an instance for a subclass of the script; nil: there can be none
	user  *userClass                                       // nil: a type in Go
	boxes bool                                             // its values are plain Go values: a subclass of the script boxes them
	below *slots                                           // what such subclasses inherit; nil: not asked for yet
	meta  *Type                                            // what the class is an instance of; nil: type
	rules *metaclass                                       // of the classes that are instances of this type; nil: those of type
	thin  bool                                             // a type in Go that is as if a script had made it: it says nothing of what instances are
	slots
}

// slots say how the instances of a type behave. A nil slot is inherited from
// the base by ready; if the base has none either, instances cannot do it.
type slots struct {
	// construct makes an instance: what calling the type does.
	construct func(m *machine, t *Type, a args) (Value, error)

	repr     func(m *machine, v Value) (string, error)
	str      func(m *machine, v Value) (string, error) // nil: repr
	format   func(m *machine, v Value, spec string) (string, error)
	hash     func(m *machine, v Value) (int64, error)
	truth    func(m *machine, v Value) (bool, error)
	length   func(m *machine, v Value) (int, error)
	compare  func(m *machine, op syntax.CmpOperator, a, b Value) (Value, error)
	binary   func(m *machine, op syntax.Operator, a, b Value) (Value, error) // the type is a's
	reverse  func(m *machine, op syntax.Operator, a, b Value) (Value, error) // the type is b's
	inplace  func(m *machine, op syntax.Operator, a, b Value) (Value, error)
	unary    func(m *machine, op syntax.UnaryOperator, v Value) (Value, error)
	iter     func(m *machine, v Value) (iterator, error)
	contains func(m *machine, v, item Value) (bool, error)
	getItem  func(m *machine, v, key Value) (Value, error)
	setItem  func(m *machine, v, key, item Value) error // item nil: del
	call     func(m *machine, v Value, a args) (Value, error)
	getAttr  func(m *machine, v Value, name string) (Value, error) // the object's own; nil, nil: none
	setAttr  func(m *machine, v Value, name string, item Value) error

	await func(fr *frame, v Value) (Value, error)
	enter func(fr *frame, v Value) (Value, error)                            // async with
	exit  func(fr *frame, v Value, exc *exception) (swallow bool, err error) // async with
}

func (t *Type) class() *Type {
	if t.meta != nil {
		return t.meta
	}
	return typeType
}

// allTypes are the types of this package, a base before its subtypes.
var allTypes []*Type

// objectType is the base of all.
var objectType = subtype("object", nil)

// newType makes a type whose base is object.
func newType(name string) *Type { return subtype(name, objectType) }

// subtype makes a type that ready completes when all slots are set.
func subtype(name string, base *Type) *Type {
	t := &Type{name: name, base: base, attrs: map[string]Value{}}
	allTypes = append(allTypes, t)
	return t
}

// inherit gives a type its line of bases and the slots of its base, which the
// type's own then replace.
func (t *Type) inherit() {
	t.mro = []*Type{t}
	if t.base != nil {
		t.slots = t.base.slots
		t.mro = append(t.mro, t.base.mro...)
	}
}

// is says whether t is base or a subclass of it.
func (t *Type) is(base *Type) bool { return slices.Contains(t.mro, base) }

// lookup finds an attribute of the type and its bases.
func (t *Type) lookup(name string) Value {
	if t.user != nil {
		return t.lookupCached(name)
	}
	return t.search(name)
}

func (t *Type) search(name string) Value {
	for _, c := range t.mro {
		if v, ok := c.attrs[name]; ok {
			return v
		}
	}
	return nil
}

type nativeFn = func(m *machine, self Value, a args) (Value, error)

// method adds methods, given by name.
func (t *Type) methods(fns map[string]nativeFn) {
	for name, fn := range fns {
		t.attrs[name] = &builtin{name: name, of: t, fn: fn}
	}
}

// The types that have no file of their own.
var (
	noneType             = newType("NoneType")
	ellipsisType         = newType("ellipsis")
	notImplementedType   = newType("NotImplementedType")
	typeType             = newType("type")
	moduleType           = newType("module")
	functionType         = newType("function")
	builtinType          = newType("builtin_function_or_method")
	methodDescriptorType = newType("method_descriptor")
	methodType           = newType("method")
	sliceType            = newType("slice")
	getsetType           = newType("getset_descriptor")
)

// init completes the types: each inherits, then sets what is its own. It is
// no initializer of the variables because slots and types need one another.
func init() {
	setups := map[*Type]func(*Type){
		objectType: setupObject, noneType: setupNone, ellipsisType: named("Ellipsis"), notImplementedType: named("NotImplemented"), typeType: setupType, moduleType: setupModule, sliceType: setupSlice,
		functionType: setupFunction, builtinType: setupBuiltin, methodDescriptorType: setupBuiltin, methodType: setupMethod,
		intType: setupInt, boolType: setupBool, floatType: setupFloat, complexType: setupComplex, strType: setupStr,
		listType: setupList, tupleType: setupTuple, rangeType: setupRange,
		dictType: setupDict, viewType: setupView, generatorType: setupGenerator, asyncGeneratorType: setupAsyncGenerator, asyncSendType: setupAsyncStep, anextDefaultType: setupAnextDefault, asyncThrowType: setupAsyncStep, setType: setupSet, frozensetType: setupFrozenset, iteratorType: setupIterator,
		enumerateType: func(t *Type) { t.construct = constructEnumerate }, zipType: func(t *Type) { t.construct = constructZip },
		mapType: func(t *Type) { t.construct = constructMap }, filterType: func(t *Type) { t.construct = constructFilter },
		reversedType:      func(t *Type) { t.construct = constructReversed },
		baseExceptionType: setupException, baseGroupType: setupGroup, staticMethodType: setupStaticMethod, classMethodType: setupClassMethod, computedType: setupComputed, superType: setupSuper,
		futureType: setupFuture, taskType: setupTask, coroutineType: setupCoroutine, handleType: setupHandle,
		timerHandleType: setupTimerHandle, timeoutType: setupTimeout, loopType: setupLoop, runnerType: setupRunner, contextType: setupContext, contextVarType: setupContextVar, tokenType: setupToken, frameType: setupFrame, awaitIterType: setupAwaitIter, missingTokenType: setupMissingToken, policyType: setupPolicy, asCompletedType: setupAsCompleted,
		taskGroupType: setupTaskGroup, lockType: setupLock, eventType: setupEvent, conditionType: setupCondition, semaphoreType: setupSemaphore,
		boundedSemaphoreType: setupSemaphore, barrierType: setupBarrier,
		queueType: setupQueue, priorityQueueType: setupQueue,
		lifoQueueType: setupQueue, partialType: setupPartial, streamType: setupStream, tracebackType: setupTraceback,
	}
	setupData(setups)
	setupClasses(setups)
	setups[keysType], setups[itemsType] = setupSetView, setupSetView
	setups[passedFrameType], setups[passedCodeType] = setupPassedFrame, setupPassedCode
	setups[memberType], setups[cellType] = setupMember, setupCell
	setups[bytesType], setups[bytearrayType] = setupBytes, setupBytearray
	for _, t := range allTypes {
		t.inherit()
		if t == groupType {
			t.mro = []*Type{t, baseGroupType, excTypes["Exception"], baseExceptionType, objectType}
		}
		if t.base == objectType {
			t.construct = nil
		}
		if recordFields[t] != nil {
			setupRecord(t)
		}
		if setup := setups[t]; setup != nil {
			setup(t)
		}
		if t.is(baseExceptionType) && !t.is(baseGroupType) {
			t.alloc = allocException
		}
		if t.is(baseGroupType) {
			t.alloc = allocGroup
		}
		if t.alloc != nil && t.attrs["__new__"] == nil {
			t.attrs["__new__"] = newMethod(t)
		}
		t.addAsyncMethods()
	}
	for _, t := range allTypes {
		if t.thin {
			continue
		}
		t.addSlotMethods()
	}
}

func setupObject(t *Type) {
	t.hash = hashIdentity
	t.repr = reprObject
	t.alloc = allocInstance
	t.construct = func(_ *machine, t *Type, a args) (Value, error) {
		if len(a.pos)+len(a.kw) > 0 {
			return nil, typeError("object() takes no arguments")
		}
		return &instance{cls: t}, nil
	}
	t.methods(objectMethods)
	t.attrs["__dir__"] = dirMethod
	t.attrs["__init_subclass__"] = &classMethod{fn: inC("__init_subclass__", func(_ *machine, a args) (Value, error) {
		if len(a.kw) > 0 {
			return nil, typeError("%s.__init_subclass__() takes no keyword arguments", a.pos[0].(*Type).name)
		}
		return None, nil
	})}
}

// named makes the setup of a type of one object.
func named(name string) func(t *Type) {
	return func(t *Type) { t.repr = func(*machine, Value) (string, error) { return name, nil } }
}

func setupNone(t *Type) {
	t.repr = func(*machine, Value) (string, error) { return "None", nil }
	t.truth = func(*machine, Value) (bool, error) { return false, nil }
	t.hash = func(*machine, Value) (int64, error) { return 0xfca86420, nil }
}

func setupModule(t *Type) {
	t.repr = func(_ *machine, v Value) (string, error) {
		switch name := v.(*module).name; name {
		case "sys", "time", "itertools", "gc", "atexit":
			return "<module '" + name + "' (built-in)>", nil
		case "asyncio":
			return "<module 'asyncio' from 'asyncio/__init__.py'>", nil
		default:
			return "<module '" + name + "'>", nil
		}
	}
	t.getAttr = func(m *machine, v Value, name string) (Value, error) {
		mod := v.(*module)
		if found := mod.attrs[name]; found != nil { // by far the most
			return found, nil
		}
		if mod.late != nil {
			if err := m.wantLate(mod, name); err != nil {
				return nil, err
			}
		}
		return m.moduleAttr(mod, name), nil
	}
	t.setAttr = func(m *machine, v Value, name string, item Value) error {
		return m.setModuleAttr(v.(*module), name, item)
	}
}

func setupType(t *Type) {
	t.repr = reprType
	t.call = func(m *machine, v Value, a args) (Value, error) { return construct(m, v.(*Type), a) }
	t.getAttr = typeAttr
	t.setAttr = setTypeAttr
	t.construct, t.alloc = constructType, allocClass
	metaMethods(t)
	t.getItem = subscriptType
	t.binary, t.reverse = unionOf, unionOf
}

func reprType(_ *machine, v Value) (string, error) {
	return "<class '" + v.(*Type).fullName() + "'>", nil
}

// fullName gives the name with its module, as repr of a class does.
func (t *Type) fullName() string {
	if t.user != nil {
		return t.user.moduleName() + "." + t.user.qualname
	}
	if full, ok := typeModules[t.short()]; ok {
		return full + "." + t.short()
	}
	return t.name
}

// short gives the class's __name__.
func (t *Type) short() string { return bare(t.name) }

// typeModules says where the types live that are not built in.
var typeModules = map[string]string{
	"CancelledError": "asyncio.exceptions", "InvalidStateError": "asyncio.exceptions", "Task": "_asyncio",
	"Future": "_asyncio", "partial": "functools", "BrokenBarrierError": "asyncio.exceptions",
	"Lock": "asyncio.locks", "Event": "asyncio.locks", "Condition": "asyncio.locks", "Semaphore": "asyncio.locks",
	"Runner": "asyncio.runners", "Timeout": "asyncio.timeouts", "AbstractEventLoop": "asyncio.events", "BaseEventLoop": "asyncio.base_events",
	"_UnixSelectorEventLoop": "asyncio.unix_events", "_UnixDefaultEventLoopPolicy": "asyncio.unix_events", "AbstractEventLoopPolicy": "asyncio.events",
	"BoundedSemaphore": "asyncio.locks", "Barrier": "asyncio.locks", "TaskGroup": "asyncio.taskgroups",
	"Queue": "asyncio.queues", "PriorityQueue": "asyncio.queues", "LifoQueue": "asyncio.queues",
	"QueueEmpty": "asyncio.queues", "QueueFull": "asyncio.queues", "QueueShutDown": "asyncio.queues", "Handle": "asyncio.events", "TimerHandle": "asyncio.events",
}

// construct is what calling a type does.
func construct(m *machine, t *Type, a args) (Value, error) {
	switch {
	case t.construct != nil:
		return t.construct(m, t, a)
	case t == moduleType || t == functionType || t == codeType || t == tracebackType:
		return nil, unsupported("making a %s by calling its class is", t.name)
	}
	return nil, typeError("cannot create '%s' instances", t.name)
}

func constructType(m *machine, t *Type, a args) (Value, error) {
	if n := len(a.pos); n != 1 && n != 3 {
		return nil, typeError("type() takes 1 or 3 arguments")
	}
	if len(a.pos) == 3 {
		return m.typeOfThree(t, a)
	}
	return typeOf(a.pos[0]), nil
}

// isInstance mirrors isinstance for a type or a tuple of them.
func (m *machine) isInstance(v, of Value) (bool, error) {
	return m.checkClass(v, typeOf(v), of, "isinstance")
}

// notClasses is the error of a second argument that is no class.
func notClasses(fn string) error {
	if fn == "issubclass" {
		return typeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")
	}
	return typeError("%s() arg 2 must be a type, a tuple of types, or a union", fn)
}

func (m *machine) subclassOf(t *Type, of Value, fn string) (bool, error) {
	return m.checkClass(nil, t, of, fn)
}

// checkClass says whether t, which is the type of v if that is not nil, is
// below a class or one of a tuple of them.
func (m *machine) checkClass(v Value, t *Type, of Value, fn string) (bool, error) {
	switch of := of.(type) {
	case *Type:
		if of.meta != nil && of.meta.rules.check != nil {
			return of.meta.rules.check(m, v, t, of)
		}
		return t.is(of), nil
	case *tuple:
		if err := m.deeper(maxDisplays); err != nil {
			return false, err
		}
		defer m.shallower()
		for _, one := range of.items {
			if ok, err := m.checkClass(v, t, one, fn); ok || err != nil {
				return ok, err
			}
		}
		return false, nil
	case *unionType:
		for _, one := range of.args {
			if ok, err := m.checkClass(v, t, one, fn); ok || err != nil {
				return ok, err
			}
		}
		return false, nil
	case *genericAlias:
		return false, typeError("%s() argument 2 cannot be a parameterized generic", fn)
	case *instance:
		if v == nil {
			v = t
		}
		return m.checkHook(v, of, fn)
	}
	return false, notClasses(fn)
}
