package resolve

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// Where family names are not what people go by, a ruler is told of by the given name
// and the office: Prime Minister Abiy, the emir, Sheikh Tamim, King Abdullah. That name
// alone is anybody's; with an office that one person holds at a time, its state and its
// days it is that of whoever's full name has all of these.

// rule is such an office, as a name is given it. Years are enough to tell reigns apart,
// and the day of the latest article would make each one change who may be who.
type rule struct {
	office      string // folded
	of          graph.ID
	first, last int // years; 0: unknown
}

// rules are the offices of rulers that articles give with the name.
func (n *name) rules() []rule {
	var out []rule
	for _, h := range n.Held {
		office := terms.Fold(h.Title)
		if h.Of != "" && (levelOf(office) == led || office == "crown prince") {
			out = append(out, rule{strings.Replace(office, "premier", "prime minister", 1), h.Of, yearOf(h.First), yearOf(h.Last)})
		}
	}
	return out
}

// ruling returns the rules in words, for [name.bearing].
func (n *name) ruling() string {
	out := ""
	for _, r := range n.rules() {
		out += fmt.Sprint(r.office, r.of, r.first, r.last, ";")
	}
	return out
}

// short tells whether it is a name that says less than a ruler's own: one word,
// without a number.
func (p person) short() bool { return p.bare() && p.suffix == "" }

// rulerBlocks are the blocks by which the name of a ruler in one word and the full
// one find each other.
func (n *name) rulerBlocks(p person) []string {
	group := "G2:"
	if p.short() {
		group = "G1:"
	}
	var out []string
	for _, r := range n.rules() {
		for _, k := range p.words[0].coarse() {
			out = append(out, group+k+"|"+r.office+"|"+string(r.of))
		}
	}
	return out
}

// maxReign is the most years from an article that gives one name the office to one that
// gives it the other: terms are four years, and a successor may be a namesake.
const maxReign = 4

// compareRulers compares two names that are not alike: one is less than the other
// where it is its first word, both have one office, of one state and at one time, and
// no article gives the lesser another state.
func compareRulers(a, b *unit) (comparison, bool) {
	p, q := a.asPerson(), b.asPerson()
	c := comparison{relation: lesser, score: 0.7}
	if q.short() {
		a, b, p, q = b, a, q, p
		c.relation = greater
	}
	if !p.short() || q.short() || p.words[0].like(q.words[0]) < sameSound {
		return c, false
	}
	held := b.name.rules()
	agree := 0
	for _, r := range a.name.rules() {
		if slices.ContainsFunc(held, func(s rule) bool { return r.of == s.of && r.office == s.office && r.near(s) }) {
			agree++
		} else if !slices.ContainsFunc(held, func(s rule) bool { return r.of == s.of }) { // a king of elsewhere
			return c, false
		}
	}
	c.reasons = []string{fmt.Sprintf("%s holds the same office as %s", p.full, q.full)}
	return c, agree > 0
}

// near tells whether the years of two rules are known and meet, or nearly.
func (r rule) near(s rule) bool {
	return r.first != 0 && s.first != 0 && s.first-r.last <= maxReign && r.first-s.last <= maxReign
}

// yearOf returns the year that the date is in, 0 for none.
func yearOf(d graph.PartialDate) int {
	year, _, _ := strings.Cut(string(d), "-")
	n, err := strconv.Atoi(year)
	if err != nil {
		return 0
	}
	return n
}
