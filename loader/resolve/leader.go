package resolve

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/gazetteer"
)

//go:embed leaders.txt
var leadersText string

// leaders leads from the folded names of leaders.txt to their states.
var leaders = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(leadersText) {
		state, names, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || line[0] == '#' {
			continue
		}
		for n := range strings.SplitSeq(names, ";") {
			full, alone := strings.CutSuffix(strings.TrimSpace(n), "*")
			out[terms.Fold(full)] = state
			if alone {
				words := strings.Fields(full)
				out[terms.Fold(words[len(words)-1])] = state
			}
		}
	}
	return out
})

// leads returns the state that the mention's bearer leads in all news, "" if
// none. A bare surname may have been read as a place or a body, unless it is one.
func leads(m *graph.Mention) string {
	if m.Kind != graph.KindPerson && len(gazetteer.Places(m.Name)) > 0 {
		return ""
	}
	return leaders()[terms.Fold(m.Name)]
}
