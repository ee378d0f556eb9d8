package script

// A set iterates in the order of CPython's hash table (Objects/setobject.c),
// which shows for numbers. One that asyncio.wait returns iterates in the order
// of insertion instead, as TRACE.md asks.
type set struct {
	t       *Type  // setType or frozensetType
	ordered *table // nil: the order is that of the hash table
	slots   []setSlot
	fill    int // used and deleted slots
	live    int
	finger  int // where pop looks first
	heir    *heir
}

type setSlot struct {
	hash int64
	key  Value // nil: free, unless deleted
	dead bool
}

const setMin = 8 // slots of the smallest table

var (
	setType       = newType("set")
	frozensetType = newType("frozenset")
)

func (s *set) class() *Type { return s.heir.classOf(s.t) }

func newSet(t *Type) *set { return &set{t: t} }

// orderedSet makes a set that keeps the order of its items.
func orderedSet(m *machine, items []Value) *set {
	s := &set{t: setType, ordered: &table{}}
	for _, v := range items {
		_ = s.ordered.set(m, v, None)
	}
	return s
}

func (s *set) len() int {
	if s.ordered != nil {
		return s.ordered.live
	}
	return s.live
}

func (s *set) items() []Value {
	if s.ordered != nil {
		return s.ordered.keys()
	}
	all := make([]Value, 0, s.live)
	for i := range s.slots {
		if s.slots[i].key != nil {
			all = append(all, s.slots[i].key)
		}
	}
	return all
}

// lookup mirrors set_lookkey: the slot of a key, or the one where it is to go,
// which is the last deleted one on the way to a free one.
func (s *set) lookup(m *machine, key Value, hash int64) (int, error) {
	mask := uint64(len(s.slots) - 1)
	perturb := uint64(hash)
	deleted := -1
	for i := uint64(hash) & mask; ; i = (i*5 + 1 + perturb) & mask {
		for j := i; j <= i+probes(i, mask); j++ {
			slot := &s.slots[j]
			switch {
			case slot.key != nil:
				if slot.hash != hash {
					continue
				}
				if same, err := m.equal(slot.key, key); same || err != nil {
					return int(j), err
				}
			case !slot.dead && deleted >= 0:
				return deleted, nil
			case !slot.dead:
				return int(j), nil
			default:
				deleted = int(j)
			}
		}
		perturb >>= 5
	}
}

// probes gives how many neighbours of a slot are tried before a jump.
func probes(i, mask uint64) uint64 {
	const linear = 9
	if i+linear <= mask {
		return linear
	}
	return 0
}

// add mirrors set_add_entry.
func (s *set) add(m *machine, key Value) error {
	if s.ordered != nil {
		return s.ordered.set(m, key, None)
	}
	hash, err := m.hash(key)
	if err != nil {
		return err
	}
	if s.slots == nil {
		s.slots = make([]setSlot, setMin)
	}
	i, err := s.lookup(m, key, hash)
	if err != nil || s.slots[i].key != nil {
		return err
	}
	s.live++
	if s.slots[i].dead {
		s.slots[i] = setSlot{hash: hash, key: key}
		return nil
	}
	s.slots[i] = setSlot{hash: hash, key: key}
	s.fill++
	if s.fill*5 < (len(s.slots)-1)*3 {
		return nil
	}
	if s.live > 50000 {
		s.resize(s.live * 2)
	} else {
		s.resize(s.live * 4)
	}
	return nil
}

// resize mirrors set_table_resize.
func (s *set) resize(atLeast int) {
	size := setMin
	for size <= atLeast {
		size *= 2
	}
	old := s.slots
	s.slots, s.fill = make([]setSlot, size), s.live
	for _, slot := range old {
		if slot.key != nil {
			s.insertClean(slot)
		}
	}
}

// insertClean mirrors set_insert_clean.
func (s *set) insertClean(slot setSlot) {
	mask := uint64(len(s.slots) - 1)
	perturb := uint64(slot.hash)
	for i := uint64(slot.hash) & mask; ; i = (i*5 + 1 + perturb) & mask {
		for j := i; j <= i+probes(i, mask); j++ {
			if s.slots[j].key == nil {
				s.slots[j] = slot
				return
			}
		}
		perturb >>= 5
	}
}

func (s *set) has(m *machine, key Value) (bool, error) {
	if s.ordered != nil {
		v, err := s.ordered.get(m, key)
		return v != nil, err
	}
	key = hashableOf(key)
	hash, err := m.hash(key)
	if err != nil || s.slots == nil {
		return false, err
	}
	i, err := s.lookup(m, key, hash)
	return err == nil && s.slots[i].key != nil, err
}

// hashableOf gives what a set that is looked for stands for in a set: a
// frozenset of the same items.
func hashableOf(key Value) Value {
	if s, ok := key.(*set); ok && s.t == setType {
		c := *s
		c.t, c.heir = frozensetType, nil
		return &c
	}
	return key
}

// remove deletes a key and says whether it was there.
func (s *set) remove(m *machine, key Value) (bool, error) {
	if s.ordered != nil {
		v, err := s.ordered.remove(m, key)
		return v != nil, err
	}
	key = hashableOf(key)
	hash, err := m.hash(key)
	if err != nil || s.slots == nil {
		return false, err
	}
	i, err := s.lookup(m, key, hash)
	if err != nil || s.slots[i].key == nil {
		return false, err
	}
	s.slots[i] = setSlot{dead: true}
	s.live--
	return true, nil
}

func (s *set) clear() {
	if s.ordered != nil {
		s.ordered.clear()
		return
	}
	s.slots, s.fill, s.live = nil, 0, 0
}

// copyAs gives a set of the same items.
func (s *set) copyAs(m *machine, t *Type) (*set, error) {
	c := &set{t: t}
	if s.ordered != nil {
		kept := s.ordered.copy()
		c.ordered = &kept
		return c, nil
	}
	return c, c.mergeSet(m, s)
}

// mergeSet mirrors set_merge.
func (s *set) mergeSet(m *machine, from *set) error {
	if from == s || from.live == 0 {
		return nil
	}
	if s.slots == nil {
		s.slots = make([]setSlot, setMin)
	}
	if (s.fill+from.live)*5 >= (len(s.slots)-1)*3 {
		s.resize((s.live + from.live) * 2)
	}
	if s.fill > 0 {
		for _, v := range from.items() {
			if err := s.add(m, v); err != nil {
				return err
			}
		}
		return nil
	}
	s.live, s.fill = from.live, from.live
	if len(s.slots) == len(from.slots) && from.fill == from.live {
		copy(s.slots, from.slots)
		return nil
	}
	for _, slot := range from.slots {
		if slot.key != nil {
			s.insertClean(slot)
		}
	}
	return nil
}
