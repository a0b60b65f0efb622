package extract

import (
	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
)

// clubs finds sports clubs called by their town, or by a word that means nothing
// else, and a word that only clubs have: "FC Halvard", "Halvard F.C.". Language
// models take them for the town or for a person.
func (r *reader) clubs(listed []span, listedAt []int) []span {
	var out []span
	for i := range r.Tokens {
		if !lex().clubs[r.Tokens[i].Text] || r.skip[i] || listedAt[i] >= 0 && listed[listedAt[i]].known != "" {
			continue
		}
		if end := r.townFrom(i+1, listed, listedAt); end > 0 {
			out = append(out, span{start: i, end: end, kind: graph.KindOrganization, label: "ORG"})
		} else if start := r.townUpTo(i, listed, listedAt); start >= 0 && isUpper(r.Tokens[i].Text) {
			out = append(out, span{start: start, end: i + 1, kind: graph.KindOrganization, label: "ORG"})
		}
	}
	return out
}

// townFrom returns where the town or the coined word ends that begins at token i, 0 if
// there is none.
func (r *reader) townFrom(i int, listed []span, listedAt []int) int {
	if i >= len(r.Tokens) || r.Tokens[i].Sent != r.Tokens[i-1].Sent || !r.properAt(i) {
		return 0
	}
	if k := listedAt[i]; k >= 0 {
		if s := &listed[k]; s.entry.Kind == gazetteer.City && s.start == i {
			return s.end
		}
		return 0
	}
	mark := r.Tokens[i-1].Text
	initials := len(mark) == 2 && isUpper(mark) && mark != "FC" // "AS Moreau" may be anyone
	if initials || r.Word(r.Tokens[i].Lower) || r.isTitle(i) || isAcronym(r.Tokens[i].Text) {
		return 0
	}
	return i + 1
}

// townUpTo returns where the town or the coined word begins that ends before token i, -1
// if there is none.
func (r *reader) townUpTo(i int, listed []span, listedAt []int) int {
	if i == 0 || r.Tokens[i].Sent != r.Tokens[i-1].Sent || !r.properAt(i-1) {
		return -1
	}
	if k := listedAt[i-1]; k >= 0 {
		switch s := &listed[k]; {
		case s.entry.Kind == gazetteer.City, s.known != "":
			return s.start
		}
		return -1
	}
	if r.Word(r.Tokens[i-1].Lower) || r.isTitle(i-1) || isAcronym(r.Tokens[i-1].Text) {
		return -1
	}
	return i - 1
}
