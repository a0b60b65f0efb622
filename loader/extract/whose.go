package extract

import "github.com/whomet/whomet/loader/gazetteer"

// Whose and where something is: what only bodies have, who stands beside them, and
// what lies in what.

// ownsPerson tells whether a name of one word that no list has stands as the owner of
// a person named in full, as bodies do: "Halvard's Karen Holm". People own kin and
// aides, and the word for these stands between.
func (r *reader) ownsPerson(s *span) bool {
	if s.end-s.start != 1 || r.textAt(s.end+1) == "" || r.Tokens[s.end].Tag != "POS" || s.known != "" || gazetteer.IsLeader(s.form) || gazetteer.Given(s.form) {
		return false
	}
	k := r.in[s.end+1]
	return k >= 0 && r.spans[k].label == "PERSON" && r.spans[k].start == s.end+1 && r.spans[k].end-r.spans[k].start > 1 && r.personLike(&r.spans[k])
}

// liesIn tells whether a place of this name lies in the country or region that is named
// at token i, or behind "in" there: "Galicia, in Spain".
func (r *reader) liesIn(s *span, i int) bool {
	if r.lowerAt(i) == "in" {
		i++
	}
	if i >= len(r.Tokens) || r.in[i] < 0 {
		return false
	}
	in := r.spans[r.in[i]].entry
	if in.Kind != gazetteer.Country && in.Kind != gazetteer.Region {
		return false
	}
	for _, m := range gazetteer.Places(s.text(r)) {
		for p := m.Within; p != nil; p = p.Within {
			if p.Name == in.Name {
				return true
			}
		}
	}
	return false
}

// hasOffices tells whether a coined word is what something is of that firms have:
// "the headquarters of Halvard".
func (r *reader) hasOffices(s *span) bool {
	p := s.start - 1
	return p > 0 && s.end-s.start == 1 && s.label != "PERSON" && r.Tokens[p].Lower == "of" && ofFirms[r.Tokens[p-1].Lower] && r.coined(s)
}

// ofFirms are nouns for what firms have.
var ofFirms = wordSet("offices headquarters shareholders shares employees takeover acquisition bankruptcy insolvency nationalisation nationalization privatisation privatization flotation subsidiary subsidiaries")

// listedWithBody tells whether a single word that the model takes for a place is
// joined with a body whose own words tell it: "Quist Group and Denvo".
func (r *reader) listedWithBody(s *span) bool {
	t := &r.Tokens[s.end-1]
	if s.label != "GPE" || s.end-s.start != 1 || t.Dep != "conj" || r.in[t.Head] < 0 || !r.coined(s) {
		return false
	}
	o := &r.spans[r.in[t.Head]]
	return o.label == "ORG" && o.end-o.start > 1 && lex().orgHeads[r.Tokens[o.end-1].Lower]
}
