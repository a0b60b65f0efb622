package resolve

import (
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// Words of travel: before "to" and the like, and right before the name of a
// place.
var (
	journeys = set("fly flies flew flown flying flight travel travels traveled travelled traveling travelling trip journey go goes going gone went mission delegation tour visit visits sail sailed drive drove head heads headed heading return returned returns sent send sends back left leave leaves moved move envoy envoys")
	arrivals = set("arrive arrives arrived arriving land lands landed call calls called")
	visits   = set("visit visits visited visiting")
)

// away tells whether the article says of each of the mention's spans that
// somebody or something goes there: the places that it names beside may be where
// they come from.
func (r *reading) away(m *graph.Mention) bool {
	for _, s := range m.Spans {
		if !r.reached(s) {
			return false
		}
	}
	return len(m.Spans) > 0
}

// reached tells whether the words before a span lead there: "flew to Paris",
// "arrived in Paris", "visited Paris".
func (r *reading) reached(s graph.NamedSpan) bool {
	words := strings.Fields(terms.Fold(string(r.text[min(s.Sentence.Start, s.Start):s.Start])))
	n := len(words) - 1
	switch {
	case n < 1:
		return false
	case visits[words[n]]:
		return true
	case words[n] == "to" || words[n] == "for":
		return hasAny(words[max(0, n-4):n], journeys)
	case words[n] == "in" || words[n] == "at":
		return arrivals[words[n-1]]
	}
	return false
}
