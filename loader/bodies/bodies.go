// Package bodies knows well-known organizations by all their names: acronyms, those
// of other languages, former ones, and the houses that stand for who works in them.
// The reader tells by it that a name is an organization's, the resolver that two
// names are one's.
package bodies

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/whomet/whomet/loader/datafile"
)

//go:embed bodies.txt
var file string

// Body is an organization that goes by several names.
type Body struct {
	// Names are as they are written, the usual one first.
	Names []string
	// Country is the common name of the state that the body is of, "" if the list
	// does not tell.
	Country string
	// PartOf is the first name of the body that it is a part of, "" if of none.
	PartOf string
}

// All returns the bodies of bodies.txt in its order. The slice must not be changed.
var All = sync.OnceValue(func() []Body {
	var out []Body
	first := map[string]bool{}
	for _, line := range datafile.Lines(file) {
		names, of, _ := strings.Cut(line, "@")
		b := Body{Names: datafile.List(names, ";")}
		if of = strings.TrimSpace(of); first[of] {
			b.PartOf = of
		} else {
			b.Country = of
		}
		first[b.Names[0]] = true
		out = append(out, b)
	}
	return out
})
