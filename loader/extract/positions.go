package extract

import "strings"

// namePositions drops positions that say less than another of the same person
// ("minister" beside "foreign minister of Iran") and moves ranks to the end.
func (r *reader) namePositions() {
	for i := range r.entities {
		e := &r.entities[i]
		kept := e.positions[:0:0]
		for a, p := range e.positions {
			less := false
			for b, q := range e.positions {
				if a == b || less {
					continue
				}
				inside := containsWords(strings.ToLower(q.title), strings.ToLower(p.title))
				same := p.of == q.of && p.ofText == q.ofText
				bare := p.of < 0 && p.ofText == ""
				if inside && (same || bare) && (len(q.title) > len(p.title) || !bare && !same || bare && !same || same && b < a) {
					less = true
				}
			}
			if !less {
				kept = append(kept, p)
			}
		}
		e.positions = kept
	}
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
