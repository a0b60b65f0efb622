package resolve

import (
	"slices"
	"strings"
	"sync"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/gazetteer"
)

// leader is who stands for a state, by his full name, folded.
type leader struct{ state, full string }

// leaders leads from the folded names of [gazetteer.Leaders] to whose they are.
var leaders = sync.OnceValue(func() map[string]leader {
	out, shared := map[string]leader{}, map[string]leader{}
	for _, g := range gazetteer.Leaders() {
		l, surname := leader{g.State, terms.Fold(g.Name)}, g.Surname()
		out[l.full] = l
		if g.Alone {
			out[surname] = l
		}
		if was, ok := shared[surname]; ok && readName(was.full).relate(readName(l.full)) == different {
			delete(out, officeAnd+surname) // Fidel and Raul
			continue
		}
		if shared[surname] = l; g.Alone || g.InOffice {
			out[officeAnd+surname] = l
		}
	}
	return out
})

// officeAnd stands before a surname that tells with the office.
const officeAnd = "office "

// inOffice returns the leader whom all news means by the surname with one of the titles:
// President Clinton.
func inOffice(surname string, titles []string) (leader, bool) {
	l, ok := leaders()[officeAnd+surname]
	return l, ok && slices.ContainsFunc(titles, func(t string) bool { return levelOf(t) == led })
}

// leads returns the state that the mention's bearer leads in all news, "" if
// none. A bare surname may have been read as a place or a body, unless it is one.
func leads(m *graph.Mention) string {
	if m.Kind != graph.KindPerson && len(gazetteer.Places(m.Name)) > 0 {
		return ""
	}
	return leaders()[terms.Fold(m.Name)].state
}

// byOffice tells whether the name is that of an office with the surname by which all
// news means one leader, and the other is his full name: President Erdoğan.
func byOffice(name string, p, full person) bool {
	title, ok := strings.CutSuffix(terms.Fold(name), " "+p.surname)
	return ok && p.bare() && !full.bare() && levelOf(title) == led && leaders()[p.surname].full == full.full
}

// ofLeader returns, of what a surname alone may be short for, the leader whom all
// news means by it, where no other leader is among them; else all.
func ofLeader(targets map[int]bool, u *unit, units []*unit, nodes forest) map[int]bool {
	if u.kind != graph.KindPerson || !u.asPerson().short() {
		return targets
	}
	l, ok := leaders()[u.asPerson().surname]
	if !ok {
		return targets
	}
	his := map[int]bool{}
	for i, v := range units {
		t := nodes.root(i)
		if !targets[t] || v.asPerson().short() {
			continue
		}
		switch {
		case readName(l.full).relate(v.asPerson()) != different:
			his[t] = true
		case leaders()[v.name.Key].state != "":
			return targets
		}
	}
	if len(his) != 1 {
		return targets
	}
	return his
}
