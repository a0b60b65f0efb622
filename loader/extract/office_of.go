package extract

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// findBodies tells of offices that stand with a name and nothing else whose
// they are, by the rest of the text.
func (r *reader) findBodies() {
	r.inheritState()
	told := r.toldOffices()
	for i := range r.entities {
		for k := range r.entities[i].positions {
			p := &r.entities[i].positions[k]
			if p.of >= 0 || p.ofText != "" {
				continue
			}
			if of, ok := told[officeKey(p.title)]; ok && of >= 0 && !r.heldByOther(i, p.title, of) && (r.clusters[of].state || !isStateOffice(p.title)) {
				p.of = of
			} else if !isStateOffice(p.title) {
				continue
			} else if of := r.owner(i); of >= 0 {
				p.of = of
			}
		}
	}
}

func isStateOffice(title string) bool {
	title = strings.ToLower(title)
	return stateOffices[classOf(title).class] || strings.Contains(title, "central bank") || strings.HasPrefix(title, "national security advis")
}

// officeKey is what two mentions of one office share: "prime minister" and
// "premier".
func officeKey(title string) string {
	title = strings.ToLower(title)
	if c := classOf(title).class; single[c] {
		return c
	}
	return title
}

// inheritState lets a state's office in a list take the state of the one
// before it: "British Chancellor X, Foreign Secretary Y and …".
func (r *reader) inheritState() {
	for k := 1; k < len(r.mentions); k++ {
		m, prev := &r.mentions[k], &r.mentions[k-1]
		if m.title == "" || m.titleOf >= 0 || !isStateOffice(m.title) || prev.titleOf < 0 || !r.clusters[prev.titleOf].state {
			continue
		}
		// between them only the title, commas and "and"
		list := true
		for i := prev.end; i < m.start && list; i++ {
			t := &r.Tokens[i]
			list = t.Text == "," || t.POS == "CCONJ" || t.POS == "SPACE" || strings.Contains(m.title, t.Text)
		}
		if list {
			r.setState(m.refs[0], m.title, prev.titleOf)
			m.titleOf = prev.titleOf
		}
	}
}

// setState gives the position of that title without a body the state.
func (r *reader) setState(person int, title string, state int) {
	for i := range r.entities[person].positions {
		p := &r.entities[person].positions[i]
		if p.of < 0 && p.ofText == "" && strings.EqualFold(p.title, title) {
			p.of = state
		}
	}
}

// toldOffices returns the state or body of each office that the text tells
// with it and without a name: "a Halvard spokesman said … the spokesman, X,
// added"; -1 where it tells of several.
func (r *reader) toldOffices() map[string]int {
	told := map[string]int{}
	for i := range r.Tokens {
		if r.skip[i] || r.titleAt[i] >= 0 || r.at[i] >= 0 || !r.is(i, titleWord|titleEnd) {
			continue
		}
		o, _, ok := r.titleEndingAt(i)
		if !ok || !o.class.isOffice() || o.class.class == "official" || o.class.class == "member" || o.class.class == "role" {
			continue
		}
		if o.of < 0 {
			if of, _, ok := r.bodyAfter(o.end); ok {
				o.of = of
			}
		}
		if o.of < 0 || r.entities[o.of].kind == graph.KindPerson {
			continue
		}
		key := officeKey(r.nameText(o.start, o.end))
		if of, ok := told[key]; ok && of != o.of {
			told[key] = -1
		} else {
			told[key] = o.of
		}
	}
	return told
}

// heldByOther tells whether someone else holds that office of that state.
func (r *reader) heldByOther(person int, title string, of int) bool {
	class := classOf(title).class
	if !single[class] && class != "foreign" {
		return false
	}
	for i := range r.entities {
		if i != person && slices.ContainsFunc(r.entities[i].positions, func(p position) bool { return p.of == of && classOf(p.title).class == class }) {
			return true
		}
	}
	return false
}

// owner returns the state whose the text calls a person, "Chile's Quispe", or
// by whose office it speaks of one, "the Chilean leader"; -1 if none.
func (r *reader) owner(person int) int {
	for k := range r.mentions {
		m := &r.mentions[k]
		if len(m.refs) != 1 || m.refs[0] != person {
			continue
		}
		if m.kind == byTitle {
			if o, _, ok := r.titleEndingAt(m.head); ok && o.of >= 0 && r.clusters[o.of].state {
				return o.of
			}
		}
		if m.start < 2 || r.Tokens[m.start-1].Tag != "POS" {
			continue
		}
		if o := r.at[m.start-2]; o >= 0 && r.clusters[r.mentions[o].refs[0]].state {
			return r.mentions[o].refs[0]
		}
	}
	return -1
}
