package script

import (
	"slices"
	"strings"
)

// suggestion gives what a traceback adds to the message of a NameError or an
// AttributeError: the name that was meant, the module that was not imported.
// It mirrors TracebackException.__init__ and _compute_suggestion_error in
// Lib/traceback.py; frames are those of the traceback, the outermost last, nil
// where it is not looked at.
func (m *machine) suggestion(e *exception, frames []traced) string {
	wrong, ok := asStr(e.fields["name"])
	isName := e.cls.is(excTypes["NameError"])
	if !ok || !isName && !e.cls.is(excTypes["AttributeError"]) {
		return ""
	}
	near, text := "", ""
	if isName {
		near = m.nearName(wrong, frames)
	} else {
		near = m.nearAttribute(wrong, e.fields["obj"], frames)
	}
	if near != "" {
		text = ". Did you mean: '" + near + "'?"
	}
	if !isName || !slices.Contains(standardModules, wrong) {
		return text
	}
	if near == "" {
		return ". Did you forget to import '" + wrong + "'?"
	}
	return text + " Or did you forget to import '" + wrong + "'?"
}

// nearName looks through the variables that a frame sees, and the attributes
// of the object whose method it is of.
func (m *machine) nearName(wrong string, frames []traced) string {
	if len(frames) == 0 {
		return ""
	}
	locals := frames[0].last.locals()
	if self := locals.str("self"); self != nil {
		if found, err := m.getAttr(self, wrong); err == nil && found != nil {
			return "self." + wrong
		}
	}
	var names []string
	for _, key := range locals.keys() {
		names = append(names, key.(string))
	}
	for i, name := range m.names {
		if m.globals[i] != nil {
			names = append(names, name)
		}
	}
	return suggest(wrong, append(names, builtinsInOrder...))
}

// nearAttribute looks through what dir() of the object gives; names that begin
// with an underscore are meant only where the wrong one does too, or in a
// method of the object.
func (m *machine) nearAttribute(wrong string, obj Value, frames []traced) string {
	if obj == nil {
		obj = None
	}
	names := m.namesOf(obj)
	private := strings.HasPrefix(wrong, "_")
	if !private && len(frames) > 0 {
		self := frames[0].last.locals().str("self")
		private = self != nil && identical(self, obj)
	}
	if !private {
		names = slices.DeleteFunc(names, func(name string) bool { return strings.HasPrefix(name, "_") })
	}
	return suggest(wrong, names)
}

// namesOf gives what dir() gives, nil if that fails.
func (m *machine) namesOf(v Value) []string {
	if mod, ok := v.(*module); ok {
		var names []string
		for name := range knownNames[mod.name] {
			names = append(names, name)
		}
		slices.Sort(names)
		return names
	}
	made, err := dirFunction(m, positional(v))
	if err != nil {
		return nil
	}
	var names []string
	for _, item := range made.(*list).items {
		if name, ok := asStr(item); ok {
			names = append(names, name)
		}
	}
	return names
}

// builtinsInOrder are the names of the module builtins, as they come there.
var builtinsInOrder = strings.Fields(builtinsText)

// standardModules are the public names of sys.stdlib_module_names.
var standardModules = strings.Fields(modulesText)

const builtinsText = "__build_class__ __import__ abs all any ascii bin breakpoint callable chr compile delattr dir divmod eval exec format getattr globals hasattr hash hex " +
	"id input isinstance issubclass iter aiter len locals max min next anext oct ord pow print repr round setattr sorted sum vars None Ellipsis " +
	"NotImplemented False True bool memoryview bytearray bytes classmethod complex dict enumerate filter float frozenset property int list map object range " +
	"reversed set slice staticmethod str super tuple type zip __debug__ BaseException BaseExceptionGroup Exception GeneratorExit KeyboardInterrupt " +
	"SystemExit ArithmeticError AssertionError AttributeError BufferError EOFError ImportError LookupError MemoryError NameError OSError ReferenceError " +
	"RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError TypeError ValueError Warning FloatingPointError OverflowError ZeroDivisionError " +
	"BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning " +
	"UnicodeWarning UserWarning BlockingIOError ChildProcessError ConnectionError FileExistsError FileNotFoundError InterruptedError IsADirectoryError " +
	"NotADirectoryError PermissionError ProcessLookupError TimeoutError IndentationError _IncompleteInputError IndexError KeyError ModuleNotFoundError " +
	"NotImplementedError PythonFinalizationError RecursionError UnboundLocalError UnicodeError BrokenPipeError ConnectionAbortedError " +
	"ConnectionRefusedError ConnectionResetError TabError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError ExceptionGroup EnvironmentError " +
	"IOError open quit exit copyright credits license help"

const modulesText = "abc antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile calendar cmath cmd code codecs codeop collections " +
	"colorsys compileall concurrent configparser contextlib contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest " +
	"email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext " +
	"glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib importlib inspect io ipaddress itertools json keyword linecache locale logging " +
	"lzma mailbox marshal math mimetypes mmap modulefinder msvcrt multiprocessing netrc nt ntpath nturl2path numbers opcode operator optparse os pathlib " +
	"pdb pickle pickletools pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue " +
	"quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtplib socket " +
	"socketserver sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess symtable sys sysconfig syslog " +
	"tabnanny tarfile tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo " +
	"types typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib " +
	"zoneinfo"
