package nlp

import "encoding/binary"

// stringID returns the id that spaCy's StringStore gives s: 0 for "", a small
// number for its reserved symbols, else a hash.
func stringID(s string) uint64 {
	if s == "" {
		return 0
	}
	if id, ok := symbols[s]; ok {
		return id
	}
	return murmur64A(s, 1)
}

// murmur64A is Austin Appleby's MurmurHash64A.
func murmur64A(s string, seed uint64) uint64 {
	const (
		m = 0xc6a4a7935bd1e995
		r = 47
	)
	h := seed ^ uint64(len(s))*m
	for ; len(s) >= 8; s = s[8:] {
		var b [8]byte
		copy(b[:], s)
		k := binary.LittleEndian.Uint64(b[:]) * m
		k = (k ^ k>>r) * m
		h = (h ^ k) * m
	}
	if len(s) > 0 {
		var b [8]byte
		copy(b[:], s)
		h = (h ^ binary.LittleEndian.Uint64(b[:])) * m
	}
	h = (h ^ h>>r) * m
	return h ^ h>>r
}
