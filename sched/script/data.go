package script

// The modules that work on data. Those whose classes are Python's in CPython
// too are files of lib; what these take from C is in a module with _ before
// its name.

func dataModules() []*module {
	return []*module{randomModule(), mathModule(), itertoolsModule(), collectionsModule(),
		operatorModule(), heapModule(), bisectModule(), copyModule(), jsonModule(), statisticsModule(), textwrapModule(), pprintModule(), reModule(),
		decimalModule(), hashlibModule(), binasciiModule(), zlibModule()}
}

// setupData adds the setups of their types.
func setupData(setups map[*Type]func(*Type)) {
	setups[randomType] = setupRandom
	setups[hasherType] = setupHasher
	setupItertools(setups)
	setupCollections(setups)
	setupOperator(setups)
	setupRe(setups)
}

// pprintModule is what lib/pprint.py cannot ask in Python: whether a method is
// one that a dataclass has made.
func pprintModule() *module {
	return newModule("_pprint", []*builtin{inC("is_generated", func(_ *machine, a args) (Value, error) {
		f, ok := a.at(0, None).(*function)
		return ok && f.code.lib != nil && f.code.lib.main == nil, nil
	})})
}

// decimalModule is what lib/decimal.py cannot do in Python: CPython's Decimal
// is in C, so that messages call it by its module too.
func decimalModule() *module {
	return newModule("_decimal", []*builtin{inC("in_c", func(_ *machine, a args) (Value, error) {
		t := a.pos[0].(*Type)
		t.name = t.user.moduleName() + "." + t.name
		return t, nil
	})})
}
