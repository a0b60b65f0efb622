package resolve

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/whomet/whomet/loader/datafile"
	"github.com/whomet/whomet/loader/gazetteer"
)

//go:embed seats.txt
var seatsText string

// seats leads from the keys of bodies to the regions that they sit in: of a
// university's name not even the city need be in it.
var seats = sync.OnceValue(func() map[string]*gazetteer.Place {
	out := map[string]*gazetteer.Place{}
	for _, line := range datafile.Lines(seatsText) {
		region, bodies, _ := strings.Cut(line, ":")
		for _, b := range datafile.List(bodies, ";") {
			key, _, _ := organizationKey(b)
			out[key] = gazetteer.Holder(region)
		}
	}
	return out
})
