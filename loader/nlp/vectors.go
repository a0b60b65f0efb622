package nlp

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"strconv"

	"github.com/vmihailenco/msgpack/v5"
)

// vectors are the word vectors that the md and lg models know beside those
// that they learn.
type vectors struct {
	width int
	rows  map[uint64]int32 // row by id of the text; several texts may share one
	data  []float32        // [rows][width]
}

// find returns the vector of the text with that id, or nil if it has none.
func (v *vectors) find(id uint64) []float32 {
	row, ok := v.rows[id]
	if !ok || row < 0 {
		return nil
	}
	return v.data[int(row)*v.width:][:v.width]
}

// readVectors reads vocab/vectors, vocab/key2row and vocab/vectors.cfg of a
// pipeline.
func readVectors(f folder) (*vectors, error) {
	b, err := f.read("vocab/vectors.cfg")
	if err != nil {
		return nil, err
	}
	var cfg struct{ Mode string }
	if err := json.Unmarshal(b, &cfg); err != nil {
		return nil, fmt.Errorf("vectors.cfg: %w", err)
	}
	if cfg.Mode != "default" {
		return nil, fmt.Errorf("vectors of mode %q are not supported", cfg.Mode)
	}
	if b, err = f.read("vocab/vectors"); err != nil {
		return nil, err
	}
	v := &vectors{}
	if v.data, v.width, err = readNPY(b); err != nil {
		return nil, err
	}
	if b, err = f.read("vocab/key2row"); err != nil {
		return nil, err
	}
	if err := msgpack.Unmarshal(b, &v.rows); err != nil {
		return nil, fmt.Errorf("key2row: %w", err)
	}
	for _, row := range v.rows {
		if int(row) >= len(v.data)/v.width {
			return nil, fmt.Errorf("key2row: row %d of %d", row, len(v.data)/v.width)
		}
	}
	return v, nil
}

var npyHeader = regexp.MustCompile(`'descr': '<f4', 'fortran_order': False, 'shape': \((\d+), (\d+)\)`)

// readNPY reads a matrix of float32 in NumPy's format, version 1
// (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html).
func readNPY(b []byte) (data []float32, width int, err error) {
	const magic = "\x93NUMPY\x01\x00"
	if !bytes.HasPrefix(b, []byte(magic)) || len(b) < 10 {
		return nil, 0, fmt.Errorf("no NumPy file of version 1")
	}
	from := 10 + int(binary.LittleEndian.Uint16(b[8:]))
	if from > len(b) {
		return nil, 0, fmt.Errorf("NumPy file ends in its header")
	}
	m := npyHeader.FindSubmatch(b[10:from])
	if m == nil {
		return nil, 0, fmt.Errorf("NumPy file with header %.100q, want a matrix of <f4", b[10:from])
	}
	rows, _ := strconv.Atoi(string(m[1]))
	width, _ = strconv.Atoi(string(m[2]))
	if b = b[from:]; width == 0 || len(b)%(4*width) != 0 || len(b)/(4*width) != rows {
		return nil, 0, fmt.Errorf("NumPy file of %s by %s with %d bytes", m[1], m[2], len(b))
	}
	data = make([]float32, rows*width)
	for i := range data {
		data[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return data, width, nil
}
