package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
	"github.com/whomet/whomet/loader/nlp"
)

// joinsPeople tells whether the "and" at token i of what the language model took
// for one name stands between two people: "a meeting between [X and Y]", "agreed
// by [X and Y] at talks", "X of [A and Y] of B".
func (r *reader) joinsPeople(e nlp.Ent, i int) bool {
	if r.Tokens[i].Lower != "and" || i == e.Start || i+1 >= e.End || e.End >= len(r.Tokens) || e.Start == 0 {
		return false
	}
	text := r.nameText(e.Start, e.End)
	if lex().known[text] != "" || isAcronym(r.textAt(i-1)) || !isCapital(r.textAt(i+1)) || strings.Count(text, " ") != 2 {
		return false
	}
	if r.lowerAt(e.Start-1) == "of" && r.lowerAt(e.End) == "of" {
		return true
	}
	t := &r.Tokens[r.firstConjunct(i-1)]
	v := t.Head
	switch t.Dep {
	case "pobj":
		of := &r.Tokens[v]
		switch of.Lower {
		case "between", "of", "with":
			return hadByPeople[r.Tokens[of.Head].Lemma]
		case "by":
			return conversing[r.Tokens[of.Head].Lemma]
		}
	case "nsubj":
		return facing[r.Tokens[v].Lemma] || r.meetsAt(v) || r.whenMet(v, true)
	}
	return false
}

// joinedPeopleAt returns the "and" that joins two people in what the language
// model took for one name, 0 if none does.
func (r *reader) joinedPeopleAt(e nlp.Ent) int {
	for i := e.Start + 1; i < e.End; i++ {
		if r.joinsPeople(e, i) {
			return i
		}
	}
	return 0
}

// amongPersons tells whether a name is in a list with that of a person, or in
// one of names that the model takes for several kinds of things: it is right
// about one of them at most.
func (r *reader) amongPersons(s *span) bool {
	labels := map[string]bool{s.label: true}
	person := false
	look := func(o *span) bool {
		if o.kind == graph.KindOrganization || o.known != "" || o.entry.Kind != gazetteer.None && o.label != "PERSON" {
			return false
		}
		labels[o.label] = true
		person = person || o.label == "PERSON" || r.personLike(o) || r.madeAsSurname(o) && surnameEnding(r.Tokens[o.end-1].Lower)
		return true
	}
	listed := false
	for at := r.pastState(s.end); ; {
		from := at
		for r.textAt(at) == "," || r.lowerAt(at) == "and" {
			at++
		}
		if at == from || at >= len(r.Tokens) || r.in[at] < 0 || !look(&r.spans[r.in[at]]) {
			break
		}
		listed = true
		at = r.pastState(r.spans[r.in[at]].end)
	}
	for at := s.start; at > 0; {
		from := at
		for at > 1 && (r.textAt(at-1) == "," || r.lowerAt(at-1) == "and") {
			at--
		}
		if at == from || r.in[at-1] < 0 {
			break
		}
		o := &r.spans[r.in[at-1]]
		if o.start > 1 && r.lowerAt(o.start-1) == "of" && r.in[o.start-2] >= 0 { // "X of Peru and"
			o = &r.spans[r.in[o.start-2]]
		}
		if !look(o) {
			break
		}
		listed = true
		at = o.start
	}
	delete(labels, "")
	return listed && (person || len(labels) > 1)
}

// pastState returns the token after "of Peru" at token i, else i.
func (r *reader) pastState(i int) int {
	j := i + 1
	if r.lowerAt(i) != "of" && r.lowerAt(i) != "from" {
		return i
	}
	if r.lowerAt(j) == "the" {
		j++
	}
	if j < len(r.Tokens) && r.in[j] >= 0 && r.spans[r.in[j]].entry.Kind == gazetteer.Country {
		return r.spans[r.in[j]].end
	}
	return i
}
