package bodies_test

import (
	"testing"

	"github.com/whomet/whomet/loader/bodies"
	"github.com/whomet/whomet/loader/gazetteer"
)

// Every line names a body, and a state where it says so; no name leads to two.
func TestAll(t *testing.T) {
	first := map[string]string{}
	for _, b := range bodies.All() {
		if len(b.Names) == 0 {
			t.Fatal("a line has no name")
		}
		if b.Country != "" && gazetteer.Lookup(b.Country).Name != b.Country {
			t.Errorf("%s is of %q, which is no state's common name", b.Names[0], b.Country)
		}
		for _, n := range b.Names {
			if other, ok := first[n]; ok {
				t.Errorf("%q is a name of %s and of %s", n, other, b.Names[0])
			}
			first[n] = b.Names[0]
		}
	}
}
