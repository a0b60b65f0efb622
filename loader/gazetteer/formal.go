package gazetteer

import (
	"strings"

	"github.com/whomet/whomet/graph/terms"
)

// What states call themselves: the last word of a style before "of", and the words
// that may stand before it.
var (
	stateStyles = setOf("republic kingdom state sultanate emirate principality commonwealth federation duchy union")
	styleWords  = setOf("islamic federal federative democratic socialist soviet people s arab hashemite plurinational bolivarian cooperative co operative oriental united independent grand popular")
)

func setOf(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// mayBeFormal tells whether a name, as written, has what every formal one has.
func mayBeFormal(name string) bool {
	lower := strings.ToLower(name)
	return strings.Contains(lower, "of") || strings.Contains(lower, "republic") || strings.Contains(lower, "federation") || strings.Contains(lower, "kingdom")
}

// formal returns the country that a folded name is the formal name of, though no
// line lists it: "republic of iraq", "hashemite kingdom of jordan", "french
// republic", "syrian arab republic"; nil if it is none. Of a country and a region
// of one name, a republic is the country, a state or commonwealth the region.
func (w *world) formal(folded string) *Place {
	words := strings.Fields(strings.TrimPrefix(folded, "the "))
	styled := 0
	for styled < len(words) && styleWords[words[styled]] {
		styled++
	}
	if styled < len(words) && stateStyles[words[styled]] {
		style, rest := words[styled], words[styled+1:]
		if len(rest) < 2 || rest[0] != "of" {
			return nil
		}
		if rest = rest[1:]; rest[0] == "the" && len(rest) > 1 {
			rest = rest[1:]
		}
		name := strings.Join(rest, " ")
		if style == "state" || style == "commonwealth" {
			for _, m := range w.bearers[name] {
				if m.Kind == Region {
					return m.Place
				}
			}
			return w.country(name, false)
		}
		return w.country(name, true)
	}
	if n := len(words); n > 1 && (words[n-1] == "republic" || words[n-1] == "federation" || words[n-1] == "kingdom") {
		n--
		for n > 1 && styleWords[words[n-1]] {
			n--
		}
		name := strings.Join(words[:n], " ")
		if p := w.country(name, false); p != nil && w.demonyms[name] {
			return p
		}
	}
	return nil
}

// country returns the country that bears a folded name before all others, or, where
// a shared name will do, that bears it at all.
func (w *world) country(folded string, shared bool) *Place {
	for _, m := range w.bearers[folded] {
		if m.Kind == Country && (shared && terms.Fold(m.Name) == folded || m.Rank == Usual) {
			return m.Place
		}
	}
	return nil
}
