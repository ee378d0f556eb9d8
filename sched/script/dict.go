package script

// A table is the hash table of a dict, and of a set whose order is that of
// insertion. Entries stand in order; a deleted one has no key.
type table struct {
	entries []entry
	index   []int32 // open addressing: 0 free, -1 deleted, else entry + 1
	live    int
	used    int // slots of index that are not free
}

type entry struct {
	hash       int64
	key, value Value
}

const (
	// slotSize is what a slot of the index takes with its part of the entries,
	// in bytes.
	slotSize = 31

	// measuredTable is from how many entries a table is measured before it
	// grows.
	measuredTable = 1 << 15
)

// find gives the entry of a key, or -1, and the slot of the index where it is.
func (t *table) find(m *machine, key Value, hash int64) (at, slot int, err error) {
	if len(t.index) == 0 {
		return -1, 0, nil
	}
	mask := len(t.index) - 1
	for i := int(mix(hash)) & mask; ; i = (i + 1) & mask {
		n := t.index[i]
		if n == 0 {
			return -1, i, nil
		}
		if n < 0 || t.entries[n-1].hash != hash {
			continue
		}
		same, err := m.equal(t.entries[n-1].key, key)
		if err != nil {
			return -1, 0, err
		}
		if same {
			return int(n - 1), i, nil
		}
	}
}

// mix spreads the hashes of small integers and pointers.
func mix(h int64) uint64 {
	x := uint64(h) * 0x9e3779b97f4a7c15
	return x >> 20
}

func (t *table) set(m *machine, key, value Value) error {
	hash, err := m.hash(key)
	if err != nil {
		return err
	}
	at, slot, err := t.find(m, key, hash)
	if err != nil {
		return err
	}
	if at >= 0 {
		t.entries[at].value = value
		return nil
	}
	if (t.used+1)*3 > len(t.index)*2 {
		if t.live > measuredTable && m != nil {
			if err := m.roomText(t.size() * slotSize); err != nil {
				return err
			}
		}
		t.rebuild()
		_, slot, err = t.find(m, key, hash)
		if err != nil {
			return err
		}
	}
	t.entries = append(t.entries, entry{hash, key, value})
	t.index[slot] = int32(len(t.entries))
	t.live++
	t.used++
	return nil
}

// size gives how many slots the index is to have.
func (t *table) size() int {
	size := 8
	for size < t.live*3 {
		size *= 2
	}
	return size
}

// rebuild drops deleted entries and makes room for as many again.
func (t *table) rebuild() {
	size := t.size()
	kept := make([]entry, 0, size*2/3)
	for _, e := range t.entries {
		if e.key != nil {
			kept = append(kept, e)
		}
	}
	t.entries, t.index, t.used = kept, make([]int32, size), len(kept)
	for n, e := range kept {
		i := int(mix(e.hash)) & (size - 1)
		for t.index[i] != 0 {
			i = (i + 1) & (size - 1)
		}
		t.index[i] = int32(n + 1)
	}
}

func (t *table) get(m *machine, key Value) (Value, error) {
	hash, err := m.hash(key)
	if err != nil {
		return nil, err
	}
	at, _, err := t.find(m, key, hash)
	if at < 0 || err != nil {
		return nil, err
	}
	return t.entries[at].value, nil
}

// remove deletes a key and gives its value, nil if it was not there.
func (t *table) remove(m *machine, key Value) (Value, error) {
	hash, err := m.hash(key)
	if err != nil {
		return nil, err
	}
	at, slot, err := t.find(m, key, hash)
	if at < 0 || err != nil {
		return nil, err
	}
	v := t.entries[at].value
	t.entries[at] = entry{}
	t.index[slot] = -1
	t.live--
	if t.live == 0 {
		t.clear()
	}
	return v, nil
}

func (t *table) clear() { *t = table{} }

// keys gives the keys in order.
func (t *table) keys() []Value {
	keys := make([]Value, 0, t.live)
	for _, e := range t.entries {
		if e.key != nil {
			keys = append(keys, e.key)
		}
	}
	return keys
}

func (t *table) copy() table {
	c := table{entries: t.entries, live: t.live}
	c.rebuild()
	return c
}

// A dict keeps the order of insertion.
type dict struct {
	table
	heir *heir
}

// A view is what dict.keys, values and items give.
type view struct {
	of *dict
	t  *Type
}

var (
	dictType   = newType("dict")
	viewType   = newType("dict_view") // the base of the three
	keysType   = subtype("dict_keys", viewType)
	valuesType = subtype("dict_values", viewType)
	itemsType  = subtype("dict_items", viewType)
)

func (d *dict) class() *Type { return d.heir.classOf(dictType) }
func (v *view) class() *Type { return v.t }

func newDict() *dict { return &dict{} }

// put sets the value of a string, which cannot fail.
func (d *dict) put(key string, v Value) { _ = d.set(nil, key, v) }

// list gives what a view shows.
func (v *view) list() []Value {
	all := make([]Value, 0, v.of.live)
	for _, e := range v.of.entries {
		switch {
		case e.key == nil:
		case v.t == keysType:
			all = append(all, e.key)
		case v.t == valuesType:
			all = append(all, e.value)
		default:
			all = append(all, newTuple(e.key, e.value))
		}
	}
	return all
}
