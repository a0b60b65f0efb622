package extract

import "strings"

// namePositions ends the reading of offices: positions that say less than
// another of the same person fall, and what the rest of the text tells of the
// others is added.
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
	r.findBodies()
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
