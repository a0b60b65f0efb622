package datafile

import (
	"fmt"
	"maps"
	"slices"
	"testing"
)

const file = `# Fruit, by where it grows.
apple; pear ;; plum

[south]   # of the Alps
 fig
[north]
cloudberry # in bogs`

func ExampleLines() {
	for n, line := range Lines(file) {
		fmt.Println(n, line)
	}
	// Output:
	// 2 apple; pear ;; plum
	// 4 [south]
	// 5 fig
	// 6 [north]
	// 7 cloudberry
}

func TestSections(t *testing.T) {
	want := map[string][]string{"": {"apple; pear ;; plum"}, "south": {"fig"}, "north": {"cloudberry"}}
	if got := Sections(file); !maps.EqualFunc(got, want, slices.Equal) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestList(t *testing.T) {
	if got := List(Sections(file)[""][0], ";"); !slices.Equal(got, []string{"apple", "pear", "plum"}) {
		t.Errorf("got %q", got)
	}
}
