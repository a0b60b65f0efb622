package thinc

import (
	"fmt"
	"math/bits"
)

// HashEmbed gives every 64-bit key a vector: the sum of four rows of a table,
// chosen by hashing, so that two keys that share one row still differ
// (https://arxiv.org/abs/1709.03933).
type HashEmbed struct {
	rows  uint32
	seed  uint32
	table []float32 // [rows][96]
}

// readHashEmbed makes the layer of a hashembed node.
func readHashEmbed(n *Node) (*HashEmbed, error) {
	e, err := n.Param("E", -1, Width)
	if err != nil {
		return nil, err
	}
	if e.Shape[0] == 0 {
		return nil, fmt.Errorf("layer %s: empty table", n.Name)
	}
	h := &HashEmbed{rows: uint32(e.Shape[0]), table: e.Data}
	if err := n.Attr("seed", &h.seed); err != nil {
		return nil, err
	}
	return h, nil
}

// embed writes the vector of key to out, [96].
func (h *HashEmbed) embed(key uint64, out []float32) {
	out = out[:Width]
	clear(out)
	for _, k := range hashKey(key, h.seed) {
		r := int(k%h.rows) * Width
		for i, v := range h.table[r : r+Width] {
			out[i] += v
		}
	}
}

// hashKey returns four hashes of key. thinc calls the function
// MurmurHash3_x86_128_uint64; it is of that family, but its own.
func hashKey(key uint64, seed uint32) [4]uint32 {
	h1 := bits.RotateLeft64(key*0x87c37b91114253d5, 31) * 0x4cf5ad432745937f
	h1 ^= uint64(seed) ^ 8
	h2 := uint64(seed) ^ 8
	h1 += h2
	h2 += h1
	h1, h2 = mix64(h1), mix64(h2)
	h1 += h2
	h2 += h1
	return [4]uint32{uint32(h1), uint32(h1 >> 32), uint32(h2), uint32(h2 >> 32)}
}

// mix64 is the finalizer of MurmurHash3.
func mix64(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
