package extract

// lostSubject is the pattern of a subject that the parser hung elsewhere.
var lostSubject = pattern{slot: "surface", source: "right before the verb"}

// lostSubject returns the subject of a finite verb that has none in the parse
// because it was taken for part of the phrase in front: "Ahead of talks with
// Rusk, President Tito | spoke". It is named right before the verb; -1 if not.
func (d *document) lostSubject(v int) int {
	if d.Tokens[v].Tag == "VB" {
		return d.subjectAfterFor(v)
	}
	if tag := d.Tokens[v].Tag; tag != "VBD" && tag != "VBZ" || d.Tokens[v].Dep != "ROOT" || d.child(v, "nsubj", "nsubjpass", "expl", "csubj") >= 0 || v == 0 {
		return -1
	}
	i := v - 1
	for i > 0 && d.Tokens[i].POS == "ADV" {
		i--
	}
	m := d.mentionAt(i)
	if m == nil || m.end != i+1 || !d.isPersonal(m) || m.kind != byName || d.Tokens[m.head].Head > i {
		return -1
	}
	t := m.head
	for d.Tokens[t].Dep == "conj" { // up to the first of "A and B" that is a person too
		h := d.mentionAt(d.Tokens[t].Head)
		if h == nil || !d.isPersonal(h) {
			break
		}
		t = h.head
	}
	if t <= d.SentOf(v).Start || d.Tokens[t].Dep != "conj" && d.Tokens[t].Dep != "appos" {
		return -1
	}
	return t
}

// subjectAfterFor returns the subject of an infinitive that the parser left
// with its "for": "made a request for President Tito | to meet"; -1 if none.
func (d *document) subjectAfterFor(v int) int {
	if d.child(v, "nsubj", "nsubjpass") >= 0 {
		return -1
	}
	for _, c := range d.Children(v) {
		if d.Tokens[c].Tag != "TO" || c == 0 {
			continue
		}
		if m := d.mentionAt(c - 1); m != nil && d.isPersonal(m) && d.Tokens[m.head].Dep == "pobj" && d.Tokens[d.Tokens[m.head].Head].Lower == "for" {
			return m.head
		}
	}
	return -1
}
