package resolve

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// Many a state is called after its river. English tells them apart by the article: the
// Mississippi is a river, Mississippi a state. Of states that have one too ("the
// Congo"), only what is said of a river tells.

// Names that a river and a state bear, and those of them where the state's may have an
// article.
var (
	riverNames = set(`alabama arkansas colorado connecticut delaware illinois iowa kansas kentucky minnesota mississippi missouri ohio tennessee wisconsin
		jordan niger paraguay senegal uruguay congo gambia`)
	withArticle = set("congo gambia")
	ofRivers    = set(`river rivers bank banks barge barges upstream downstream ferry ferries tributary tributaries estuary riverbank flows flowed`)
	// What may come behind a name that has no noun behind it.
	behindNames = set(`is was are were has had which that where who and or but at in on to from by near with for as into through after before between
		flows flowed burst bursts rose rises fell falls flooded runs ran`)
)

// river returns the river that the mention means, if every time it is named it is as
// rivers are.
func (r *reading) river(m *graph.Mention) (spot, bool) {
	name := terms.Fold(m.Name)
	if !riverNames[name] || len(m.Spans) == 0 {
		return spot{}, false
	}
	for _, s := range m.Spans {
		if terms.Fold(s.Text) != name || !r.at(s.Start-len("the "), "the ") && !r.at(s.Start-len("the "), "The ") || r.modifies(s.End) {
			return spot{}, false
		}
		if withArticle[name] && !slices.ContainsFunc(strings.Fields(terms.Fold(string(r.text[s.Sentence.Start:s.Sentence.End]))), func(w string) bool { return ofRivers[w] }) {
			return spot{}, false
		}
	}
	return readPlace(m.Name + " River"), true
}

// modifies tells whether the name that ends at the offset stands before a noun: "the
// Mississippi governor".
func (r *reading) modifies(end int) bool {
	if end >= len(r.text) || r.text[end] != ' ' {
		return false
	}
	rest := strings.Fields(string(r.text[end:min(len(r.text), end+30)]))
	return len(rest) > 0 && !behindNames[strings.Trim(rest[0], ",.;:")]
}
