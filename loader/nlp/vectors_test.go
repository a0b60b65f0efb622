package nlp

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/vmihailenco/msgpack/v5"
)

const npy2x3 = "\x93NUMPY\x01\x00\x46\x00{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }          \n" +
	"\x00\x00\x80\x3f\x00\x00\x00\x40\x00\x00\x40\x40\x00\x00\x80\x40\x00\x00\xa0\x40\x00\x00\xc0\x40"

func writeVectors(t *testing.T, npy, cfg string, rows map[uint64]int32) folder {
	t.Helper()
	keys, err := msgpack.Marshal(rows)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "vocab"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{"vectors": npy, "vectors.cfg": cfg, "key2row": string(keys)} {
		if err := os.WriteFile(filepath.Join(dir, "vocab", name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder(dir)
}

func TestReadVectors(t *testing.T) {
	v, err := readVectors(writeVectors(t, npy2x3, `{"mode": "default"}`, map[uint64]int32{7: 1, 8: 0, 9: -1}))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := v.find(7), []float32{4, 5, 6}; !slices.Equal(got, want) {
		t.Errorf("vector %v, want %v", got, want)
	}
	if got := v.find(9); got != nil {
		t.Errorf("vector %v of a key without", got)
	}
	if got := v.find(1); got != nil {
		t.Errorf("vector %v of no key", got)
	}
}

func TestReadVectorsRefuses(t *testing.T) {
	for name, f := range map[string]folder{
		"floret":    writeVectors(t, npy2x3, `{"mode": "floret"}`, nil),
		"truncated": writeVectors(t, npy2x3[:len(npy2x3)-4], `{"mode": "default"}`, nil),
		"no header": writeVectors(t, npy2x3[:9], `{"mode": "default"}`, nil),
		"row":       writeVectors(t, npy2x3, `{"mode": "default"}`, map[uint64]int32{7: 2}),
	} {
		if _, err := readVectors(f); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
