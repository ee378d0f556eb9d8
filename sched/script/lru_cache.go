package script

// An lruCache is what functools.lru_cache makes of a function. It mirrors
// lru_cache_object in Modules/_functoolsmodule.c.
type lruCache struct {
	fn     Value
	size   int64 // how many results are kept; -1: all
	typed  bool
	hits   int64
	misses int64
	found  *dict     // *lruEntry or, without a bound, results by key
	recent *lruEntry // a ring through it, the last used first; nil: no bound
	info   Value     // CacheInfo
	attrs  *dict
}

// An lruEntry is a result in the ring of those that are kept.
type lruEntry struct {
	key, result  Value
	newer, older *lruEntry
}

func newRing() *lruEntry {
	e := &lruEntry{}
	e.newer, e.older = e, e
	return e
}

// remove takes an entry out of its ring.
func (e *lruEntry) remove() { e.newer.older, e.older.newer = e.older, e.newer }

// pushFront puts an entry right after the root of a ring.
func (e *lruEntry) pushFront(root *lruEntry) {
	e.newer, e.older = root, root.older
	root.older.newer, root.older = e, e
}

var (
	lruCacheType = newType("functools._lru_cache_wrapper")
	lruEntryType = newType("lru_list_elem")
)

func (*lruCache) class() *Type { return lruCacheType }
func (*lruEntry) class() *Type { return lruEntryType }

// keywordMark stands in keys before the keywords.
var keywordMark = &instance{cls: objectType}

// makeLruCache makes a cache of a function, the size or None, whether 1 and 1.0
// are told apart, and the class of what cache_info gives.
func makeLruCache(m *machine, a args) (Value, error) {
	c := &lruCache{fn: a.pos[0], size: -1, found: newDict(), info: a.pos[3]}
	if a.pos[1] != None {
		c.size, _ = asInt(a.pos[1])
		c.recent = newRing()
	}
	var err error
	c.typed, err = m.truth(a.pos[2])
	return c, err
}

// key mirrors lru_cache_make_key: a lone int or str is its own key.
func (c *lruCache) key(a args) Value {
	if !c.typed && len(a.kw) == 0 && len(a.pos) == 1 {
		if t := typeOf(a.pos[0]); t == intType || t == strType {
			return a.pos[0]
		}
	}
	key := append([]Value(nil), a.pos...)
	if len(a.kw) > 0 {
		key = append(key, keywordMark)
		for _, k := range a.kw {
			key = append(key, k.name, k.v)
		}
	}
	if c.typed {
		for _, v := range a.pos {
			key = append(key, typeOf(v))
		}
		for _, k := range a.kw {
			key = append(key, typeOf(k.v))
		}
	}
	return &tuple{items: key}
}

func (c *lruCache) call(m *machine, a args) (Value, error) {
	if err := m.deeper(maxNesting); err != nil {
		return nil, err
	}
	defer m.shallower()
	if c.size == 0 {
		c.misses++
		return m.call(c.fn, a)
	}
	key := c.key(a)
	found, err := c.found.get(m, key)
	if err != nil {
		return nil, err
	}
	if e, ok := found.(*lruEntry); ok {
		c.hits++
		e.remove()
		e.pushFront(c.recent)
		return e.result, nil
	}
	if found != nil {
		c.hits++
		return found, nil
	}
	c.misses++
	result, err := m.call(c.fn, a)
	if err != nil {
		return nil, err
	}
	return result, c.keep(m, key, result)
}

// keep notes a result. The call may have noted one of the same key itself.
func (c *lruCache) keep(m *machine, key, result Value) error {
	if c.recent == nil {
		if err := c.found.set(m, key, result); err != nil {
			return err
		}
		return m.grown(c.found.live)
	}
	again, err := c.found.get(m, key)
	if again != nil || err != nil {
		return err
	}
	if int64(c.found.live) >= c.size {
		oldest := c.recent.newer
		if _, err := c.found.remove(m, oldest.key); err != nil {
			return err
		}
		oldest.remove()
	}
	e := &lruEntry{key: key, result: result}
	e.pushFront(c.recent)
	if err := c.found.set(m, key, e); err != nil {
		return err
	}
	return m.grown(c.found.live)
}

func setupLruCache(t *Type) {
	t.call = func(m *machine, v Value, a args) (Value, error) { return v.(*lruCache).call(m, a) }
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		c := v.(*lruCache)
		if c.attrs == nil {
			c.attrs = newDict()
		}
		if name == "__dict__" {
			return c.attrs, nil
		}
		return c.attrs.str(name), nil
	}
	t.setAttr = func(m *machine, v Value, name string, item Value) error {
		c := v.(*lruCache)
		if c.attrs == nil {
			c.attrs = newDict()
		}
		if item != nil {
			c.attrs.put(name, item)
			return m.charge(1)
		}
		_, err := c.attrs.remove(m, name)
		return err
	}
	t.methods(map[string]nativeFn{
		"cache_info": func(m *machine, self Value, a args) (Value, error) {
			c := self.(*lruCache)
			if err := a.between("functools._lru_cache_wrapper.cache_info", 0, 0); err != nil {
				return nil, err
			}
			return m.call(c.info, positional(integer(c.hits), integer(c.misses), c.maxSize(), integer(int64(c.found.live))))
		},
		"cache_clear": func(_ *machine, self Value, a args) (Value, error) {
			c := self.(*lruCache)
			c.hits, c.misses, c.found = 0, 0, newDict()
			if c.recent != nil {
				c.recent = newRing()
			}
			return None, a.between("functools._lru_cache_wrapper.cache_clear", 0, 0)
		},
		"cache_parameters": func(_ *machine, self Value, a args) (Value, error) {
			c := self.(*lruCache)
			d := newDict()
			d.put("maxsize", c.maxSize())
			d.put("typed", c.typed)
			return d, a.between("cache_parameters", 0, 0)
		},
		"__get__": func(_ *machine, self Value, a args) (Value, error) {
			if err := a.between("__get__", 1, 2); err != nil {
				return nil, err
			}
			if a.pos[0] == None {
				return self, nil
			}
			return &method{self: a.pos[0], fn: self}, nil
		},
	})
}

func (c *lruCache) maxSize() Value {
	if c.size < 0 {
		return None
	}
	return integer(c.size)
}

// get binds the cache of a method to an object.
func (c *lruCache) get(_ *machine, self Value, _ *Type) (Value, error) {
	if self == nil {
		return c, nil
	}
	return &method{self: self, fn: c}, nil
}
