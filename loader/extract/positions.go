package extract

import "strings"

// namePositions ends the reading of offices: in a list they share a state, and
// positions that say less than another of
// the same person fall.
func (r *reader) namePositions() {
	for i := range r.entities {
		e := &r.entities[i]
		kept := e.positions[:0:0]
		for a := range e.positions {
			if !r.saysLess(e.positions, a) {
				kept = append(kept, e.positions[a])
			}
		}
		e.positions = kept
	}
	r.inheritState()
}

// saysLess tells whether position a is told better by another one:
// "minister" beside "foreign minister of Iran".
func (r *reader) saysLess(all []position, a int) bool {
	p := &all[a]
	bare := p.of < 0 && p.ofText == ""
	for b := range all {
		q := &all[b]
		if a == b || !containsWords(strings.ToLower(q.title), strings.ToLower(p.title)) {
			continue
		}
		longer := len(q.title) > len(p.title)
		same := p.of == q.of && p.ofText == q.ofText
		switch {
		case same && (longer || b < a):
			return true
		case bare && !same:
			return true
		case longer && q.of < 0 && q.ofText == "" && classOf(q.title).class == "rank":
			q.of = p.of // "Iran's General X" and "Lieutenant General X"
			return true
		}
	}
	return false
}

// containsWords tells whether all words of b stand in a.
func containsWords(a, b string) bool {
	for _, w := range strings.Fields(b) {
		if !strings.Contains(" "+a+" ", " "+w+" ") {
			return false
		}
	}
	return true
}

// classOf returns the class of a written title: that of the whole, of its last
// two words or of its last.
func classOf(title string) titleClass {
	l := lex()
	title = strings.ToLower(title)
	if c, ok := l.titles[title]; ok {
		return c
	}
	if c, ok := l.titles[lastTwo(title)]; ok {
		return c
	}
	return l.titleHeads[lastWord(title)]
}

// stateOffices are the classes of titles that a state has one holder of.
var stateOffices = set{"president": true, "premier": true, "foreign": true, "minister": true, "chancellor": true, "secretary": true, "king": true, "vicepresident": true}

func isStateOffice(title string) bool {
	c := classOf(title).class
	return stateOffices[c] || strings.Contains(strings.ToLower(title), "central bank")
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
			list = t.Text == "," || t.POS == "CCONJ" || strings.Contains(m.title, t.Text)
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
