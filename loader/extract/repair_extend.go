package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
)

// extend lets names grow over the capitalised words beside them that the
// syntax ties to them: "HR [McMaster]", "[Anbar] Province", "UK [Independence
// Party]", "eastern [Ghouta]" (which stays an alias, see cluster).
func (r *reader) extend() {
	for k := range r.spans {
		s := &r.spans[k]
		team := r.teamOf(s)
		if m := r.in[min(s.end, len(r.in)-1)]; team && m >= 0 {
			r.spans[m].end = r.spans[m].start // the team's other word, emptied
		}
		if team || r.localBody(s) {
			s.end, s.label, s.kind, s.entry = s.end+1, "ORG", graph.KindOrganization, gazetteer.Entry{}
			r.in[s.end-1] = k
		}
		if s.entry.Kind == 0 || r.growsPlace(s) {
			r.growRight(k)
			r.growLeft(k)
		}
	}
	r.dropEmpty()
}

// growRight lets name k grow over words behind it.
func (r *reader) growRight(k int) {
	l, s := lex(), &r.spans[k]
	// "Richard von X", where only "Richard" was seen
	for n := s.end; s.label == "PERSON" && n+1 < len(r.Tokens) && isParticle(r.Tokens[n].Lower) && isLetter(r.Tokens[n].Text) && r.free(n) && n-s.end < 3; n++ {
		if r.free(n+1) && r.properAt(n+1) && r.Tokens[n+1].Sent == r.Tokens[s.start].Sent && strings.HasPrefix(r.Tokens[n].Tag, "N") {
			r.give(n+1, k)
			break
		}
	}
	for s.end < len(r.Tokens) && r.free(s.end) && r.properAt(s.end) && r.Tokens[s.end].Sent == r.Tokens[s.start].Sent && r.Tokens[s.end-1].Dep == "compound" && r.Tokens[s.end-1].Head >= s.end {
		next := r.Tokens[s.end].Lower
		if deed[next] && l.orgHeads[r.Tokens[s.end-1].Lower] {
			break
		}
		if r.isTitle(s.end) && !l.orgHeads[next] || epithet[next] && s.end+1 < len(r.Tokens) && r.isTitle(s.end+1) {
			break
		}
		if s.entry.Kind != 0 && !l.placeHeads[next] {
			break
		}
		r.give(s.end, k)
		s.known = ""
	}
	// "Huh Sun-yong", "Chan-o-cha": a hyphen and small letters go on with the name
	for s.label == "PERSON" && s.end+1 < len(r.Tokens) && r.Tokens[s.end].Text == "-" && !r.Tokens[s.end-1].Space && !r.Tokens[s.end].Space && r.in[s.end+1] < 0 && isLetter(r.Tokens[s.end+1].Text) && r.Tokens[s.end+1].Tag[0] == 'N' {
		r.in[s.end], r.in[s.end+1] = k, k
		s.end += 2
	}
	if s.label == "ORG" && s.known == "" && s.end < len(r.Tokens) && l.orgTails[r.Tokens[s.end].Lower] && r.in[s.end] < 0 {
		r.in[s.end] = k
		s.end++
	}
}

// growLeft lets name k grow over words before it.
func (r *reader) growLeft(k int) {
	l, s := lex(), &r.spans[k]
	for s.entry.Kind == 0 && s.start > 0 && s.known == "" {
		p := s.start - 1
		t := &r.Tokens[p]
		if r.skip[p] || r.titled[p] || t.Sent != r.Tokens[s.start].Sent {
			return
		}
		ofName := t.Head >= s.start && t.Head < s.end
		nation := ofName && r.in[p] >= 0 && (t.Dep == "compound" || t.Dep == "amod" || t.Dep == "nmod") &&
			l.orgHeads[r.Tokens[s.end-1].Lower] && isNation(r.spans[r.in[p]].entry.Kind) &&
			(s.label == "ORG" || s.kind == graph.KindOrganization || s.label == "" && r.spans[r.in[p]].entry.Kind == gazetteer.People)
		inside := ofName && t.Dep == "compound" && !l.directions[t.Lower]
		switch {
		case nation:
			gone := r.in[p]
			s.start = r.spans[gone].start
			r.spans[gone].end = r.spans[gone].start // emptied, dropped by extend
			for j := s.start; j < s.end; j++ {
				r.in[j] = k
			}
		case r.free(p) && (inside || s.label == "PERSON") && isCapital(t.Text) && t.POS == "PROPN" && !r.isTitle(p) && r.personal(s, p):
			r.give(p, k)
		default:
			return
		}
	}
}

// localBody tells whether a name is of the town or county whose body the small
// noun behind it names: "the Oldwick council".
func (r *reader) localBody(s *span) bool {
	if s.end >= len(r.Tokens) || !lex().local[r.Tokens[s.end].Lower] || r.Tokens[s.end].POS != "NOUN" || r.in[s.end] >= 0 || s.known != "" || s.kind != "" {
		return false
	}
	last := &r.Tokens[s.end-1]
	return last.Dep == "compound" && last.Head == s.end && isCapital(last.Text) && !isAcronym(last.Text) &&
		(s.entry.Kind == gazetteer.None || s.entry.Kind == gazetteer.City)
}

// teamOf tells whether a town's or a region's name is part of a team's, whose other
// word, a plural, follows: "the Miami Dolphins".
func (r *reader) teamOf(s *span) bool {
	if s.entry.Kind != gazetteer.City && s.entry.Kind != gazetteer.Region || s.end >= len(r.Tokens) || r.lowerAt(s.start-1) != "the" {
		return false
	}
	if k := r.in[s.end]; k >= 0 && (r.spans[k].end-r.spans[k].start > 1 || r.spans[k].known != "" || r.spans[k].entry.Kind != gazetteer.None) {
		return false
	}
	last, next, l := &r.Tokens[s.end-1], &r.Tokens[s.end], lex()
	one := strings.TrimSuffix(next.Lower, "s")
	return last.Dep == "compound" && last.Head == s.end && next.Tag == "NNPS" && r.properAt(s.end) && next.EntType != "EVENT" &&
		!l.placeHeads[next.Lower] && !l.placeHeads[one] && !l.things[next.Lower] && !l.things[one]
}

// isNation tells whether a listed word may begin a body's name: "Iraqi Armed
// Forces", "Islamic Jihad Movement".
func isNation(k gazetteer.Kind) bool {
	return k == gazetteer.Country || k == gazetteer.Demonym || k == gazetteer.People
}

// free tells whether token i may join a name beside it: it is in none, or in
// a run that only its capitals made a name.
func (r *reader) free(i int) bool {
	if r.skip[i] || r.titled[i] {
		return false
	}
	k := r.in[i]
	return k < 0 || r.spans[k].label == "" && r.spans[k].entry.Kind == 0 && r.spans[k].known == "" && r.spans[k].kind == ""
}

// give moves free token i, with the run it is in, into span k beside it.
func (r *reader) give(i, k int) {
	start, end := i, i+1
	if from := r.in[i]; from >= 0 {
		start, end = r.spans[from].start, r.spans[from].end
		r.spans[from].end = start // emptied
	}
	s := &r.spans[k]
	s.start, s.end = min(s.start, start), max(s.end, end)
	for j := s.start; j < s.end; j++ {
		r.in[j] = k
	}
}

// personal tells whether the word at p may be the beginning of the name s.
func (r *reader) personal(s *span, p int) bool {
	t := &r.Tokens[p]
	if s.label == "PERSON" || s.label == "" {
		return !isAcronym(t.Text) || len(t.Text) <= 3
	}
	return s.label == "ORG" || s.label == "FAC" || s.label == "LOC" || s.label == "GPE"
}

// growsPlace tells whether a listed place is followed by a capitalised word
// that makes it another place ("Baghdad International Airport").
func (r *reader) growsPlace(s *span) bool {
	if s.demonym() || s.end >= len(r.Tokens) || !isCapital(r.Tokens[s.end].Text) {
		return false
	}
	h := r.Tokens[s.end-1].Head
	return r.Tokens[s.end-1].Dep == "compound" && h >= s.end && h < s.end+4 && lex().placeHeads[r.Tokens[h].Lower]
}
