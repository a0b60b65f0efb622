package thinc

import (
	"fmt"
	"math/bits"
)

// HashEmbed gives every 64-bit key a vector: the sum of four rows of a table,
// chosen by hashing, so that two keys that share one row still differ
// (https://arxiv.org/abs/1709.03933).
//
// The rows are kept multiplied by the weights of the layer that mixes the
// vectors of a token: it then only adds rows.
type HashEmbed struct {
	rows  uint32
	seed  uint32
	cols  int       // of the mixing layer
	table []float32 // [rows][cols]
}

// readHashEmbed makes the layer of a hashembed node with vectors of width. mix
// is the mixing layer, whose inputs for it begin at from.
func readHashEmbed(n *Node, width int, mix maxout, from int) (*HashEmbed, error) {
	e, err := n.Param("E", -1, width)
	if err != nil {
		return nil, err
	}
	rows := e.Shape[0]
	if rows == 0 {
		return nil, fmt.Errorf("layer %s: empty table", n.Name)
	}
	h := &HashEmbed{rows: uint32(rows), cols: mix.cols()}
	if err := n.Attr("seed", &h.seed); err != nil {
		return nil, err
	}
	product, err := NewAffine(mix.place(from, width), h.cols, width, nil, mix.order())
	if err != nil {
		return nil, err
	}
	h.table = make([]float32, 0, rows*h.cols)
	x, y := make([]float32, blockRows*width+product.w.inputs), make([]float32, blockRows*product.cols)
	for from := 0; from < rows; from += blockRows {
		n := copy(x[:blockRows*width], e.Data[from*width:]) / width
		product.apply(x, width, n, y)
		for r := range n {
			h.table = append(h.table, y[r*product.cols:][:h.cols]...)
		}
	}
	return h, nil
}

// lookup appends the four rows of key to rows.
func (h *HashEmbed) lookup(rows [][]float32, key uint64) [][]float32 {
	for _, k := range hashKey(key, h.seed) {
		rows = append(rows, h.table[int(k%h.rows)*h.cols:][:h.cols])
	}
	return rows
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
