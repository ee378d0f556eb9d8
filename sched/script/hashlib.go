package script

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	hexcode "encoding/hex"
	"fmt"
	"hash"
)

// A hasher is a hash object of hashlib, which CPython has from OpenSSL
// (Modules/_hashopenssl.c).
type hasher struct {
	name string
	h    hash.Cloner
}

var hasherType = newType("_hashlib.HASH")

func (*hasher) class() *Type { return hasherType }

// hashers make the hashes by name.
var hashers = map[string]func() hash.Hash{
	"md5": md5.New, "sha1": sha1.New, "sha224": sha256.New224, "sha256": sha256.New, "sha384": sha512.New384, "sha512": sha512.New,
	"sha3_224": func() hash.Hash { return sha3.New224() }, "sha3_256": func() hash.Hash { return sha3.New256() },
	"sha3_384": func() hash.Hash { return sha3.New384() }, "sha3_512": func() hash.Hash { return sha3.New512() },
}

func hashlibModule() *module {
	mod := newModule("hashlib")
	for name := range hashers {
		b := inClinic("openssl_"+name, "string=b'', *, usedforsecurity=True", func(m *machine, v []Value) (Value, error) {
			return newHasher(m, name, v[0])
		})
		b.module = "_hashlib"
		mod.attrs[name] = b
	}
	mod.attrs["new"] = declare("__hash_new", "name, data=b'', *, usedforsecurity=True", func(m *machine, v []Value) (Value, error) {
		name, ok := asStr(v[0])
		if !ok || hashers[name] == nil {
			return nil, unsupported("hashlib.new of %s", shortRepr(m, v[0]))
		}
		return newHasher(m, name, v[1])
	})
	return mod
}

// shortRepr is the repr of a value for a message.
func shortRepr(m *machine, v Value) string {
	text, err := m.repr(v)
	if err != nil {
		return typeOf(v).name
	}
	return text
}

// newHasher makes a hash object of its first bytes.
func newHasher(m *machine, name string, data Value) (Value, error) {
	h, ok := hashers[name]().(hash.Cloner)
	if !ok {
		panic("script: internal error: " + name + " cannot be copied")
	}
	made := &hasher{name, h}
	return made, anyError(m.charge(objectSize), made.update(m, data))
}

// update mirrors GET_BUFFER_VIEW_OR_ERROUT in Modules/hashlib.h.
func (h *hasher) update(m *machine, data Value) error {
	const blockSteps = 16 // bytes in the time of a statement
	if _, text := asStr(data); text {
		return typeError("Strings must be encoded before hashing")
	}
	s, ok := asBytes(data)
	if !ok {
		return typeError("object supporting the buffer API required")
	}
	_, _ = h.h.Write([]byte(s))
	return m.spend(1 + len(s)/blockSteps)
}

func setupHasher(t *Type) {
	t.repr = func(m *machine, v Value) (string, error) {
		return fmt.Sprintf("<%s _hashlib.HASH object @ %s>", v.(*hasher).name, m.address(v)), nil
	}
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		switch h := v.(*hasher); name {
		case "name":
			return h.name, nil
		case "digest_size":
			return integer(int64(h.h.Size())), nil
		case "block_size":
			return integer(int64(h.h.BlockSize())), nil
		}
		return nil, nil
	}
	t.methods(map[string]nativeFn{
		"update": func(m *machine, self Value, a args) (Value, error) {
			if len(a.kw) > 0 || len(a.pos) != 1 {
				return nil, typeError("HASH.update() takes exactly one argument (%d given)", len(a.pos)+len(a.kw))
			}
			return None, self.(*hasher).update(m, a.pos[0])
		},
		"digest": func(_ *machine, self Value, a args) (Value, error) {
			return byteString(self.(*hasher).h.Sum(nil)), a.between("HASH.digest", 0, 0)
		},
		"hexdigest": func(_ *machine, self Value, a args) (Value, error) {
			return hexcode.EncodeToString(self.(*hasher).h.Sum(nil)), a.between("HASH.hexdigest", 0, 0)
		},
		"copy": func(m *machine, self Value, a args) (Value, error) {
			h := self.(*hasher)
			again, err := h.h.Clone()
			if err != nil {
				return nil, raise("ValueError", "%s", err)
			}
			return &hasher{h.name, again}, anyError(m.charge(objectSize), a.between("HASH.copy", 0, 0))
		},
	})
}
