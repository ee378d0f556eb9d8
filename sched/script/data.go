package script

// The modules that work on data. Those whose classes are Python's in CPython
// too are files of lib; what these take from C is in a module with _ before
// its name.

func dataModules() []*module {
	return []*module{randomModule(), mathModule(), itertoolsModule(), collectionsModule(),
		operatorModule(), heapModule(), bisectModule(), copyModule(), jsonModule(), statisticsModule(), textwrapModule()}
}

// setupData adds the setups of their types.
func setupData(setups map[*Type]func(*Type)) {
	setups[randomType] = setupRandom
	setupItertools(setups)
	setupCollections(setups)
	setupOperator(setups)
}
