package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
	"github.com/whomet/whomet/loader/nlp"
)

// span is a proper name in the text, found by the gazetteer, the language
// model or its capitals; decide settles its kind, cluster whose name it is.
type span struct {
	start, end int // tokens, end exclusive, without titles, "the" and "'s"
	kind       graph.NodeKind
	entry      gazetteer.Entry // what the gazetteer says, zero if nothing
	known      string          // the full name of a known organization
	label      string          // the language model's label, "" where it saw no name
	form       string          // folded text
	formOf     nlp.Span        // the tokens that form is of
	cluster    int
}

func (s *span) demonym() bool {
	return s.entry.Kind == gazetteer.Demonym || s.entry.Kind == gazetteer.Regional
}

// reader reads whom a document names. Its methods run once, in the order of
// document.readEntities.
type reader struct {
	*document
	skip    []bool // tokens of page furniture and addresses
	spans   []span // by start, no two overlapping
	titled  []bool // tokens of fixed titles, see titlePhrases
	small   set    // words that the text has in small letters, filled by inSmall
	persons set    // last words of what the model labelled a person
	in      []int  // token -> index of its span, -1 if none

	datelineAt int // the token that the dateline begins at, -1 if none

	forms    map[string]*form
	acronyms map[string]string // acronym -> form of the name it was given for, "" if of a thing
	bearer   map[string]string // form -> form of today's name of the same bearer
	clusters []cluster
}

// readEntities fills entities, mentions, at and dateline.
func (d *document) readEntities() {
	d.attach()
	r := &reader{document: d, skip: d.furniture(), acronyms: map[string]string{}, datelineAt: -1}
	r.findNames()
	r.openDateline()
	r.decide()
	r.closeDateline()
	r.clusterNames()
	r.writeEntities()
	r.readNations()
	r.readTitles()
	r.readPluralTitles()
	r.readGenders()
	r.readNominals()
	r.namePositions()
}

// findNames collects the proper names: what the gazetteer and the list of
// known organizations have, what the language model saw, lower-case bodies,
// and capitalised runs that none of them saw.
func (r *reader) findNames() {
	r.in = make([]int, len(r.Tokens))
	for i := range r.in {
		r.in[i] = -1
	}
	r.titled = r.titlePhrases()
	listed := r.listedNames()
	listedAt := make([]int, len(r.Tokens)) // token -> index into listed, or -1
	for i := range listedAt {
		listedAt[i] = -1
	}
	for k, s := range listed {
		for i := s.start; i < s.end; i++ {
			listedAt[i] = k
		}
	}
	found := make([]span, 0, len(r.Ents)+len(listed)+8)
	taken := make([]bool, len(r.Tokens))
	take := func(s span) {
		for i := s.start; i < s.end; i++ {
			if taken[i] {
				return
			}
		}
		for i := s.start; i < s.end; i++ {
			taken[i] = true
		}
		found = append(found, s)
	}
	r.persons = set{}
	for _, e := range r.Ents {
		if e.Label == "PERSON" {
			r.persons[r.Tokens[e.End-1].Text] = true
		}
	}
	for _, s := range r.clubs(listed, listedAt) {
		take(s)
	}
	for _, e := range r.Ents {
		if e.End-e.Start == 1 && e.End < len(r.Tokens) && thingLabel[e.Label] && r.properAt(e.End) && r.Tokens[e.End].EntType == "" {
			continue // "Hugo" as a prize before a surname: let the run speak
		}
		for _, whole := range r.repair(e) {
			s, ok := r.weigh(whole, listed, listedAt)
			if ok && s.start > whole.start {
				s, ok = r.trim(s) // "Jordanian King Hussein"
			}
			if ok {
				take(s)
			}
		}
	}
	for _, s := range r.lowerBodies(listed, listedAt) {
		take(s)
	}
	for _, s := range listed {
		take(s)
	}
	for _, s := range r.runs(taken) {
		take(s)
	}
	r.setSpans(found)
	r.extend()
	r.joinParts()
	r.joinOf()
	r.readAcronyms()
}

// thingLabel are the labels of what is no one.
var thingLabel = map[string]bool{"EVENT": true, "WORK_OF_ART": true, "PRODUCT": true}

// setSpans takes over spans in any order, sorts them and indexes them.
func (r *reader) setSpans(spans []span) {
	byStart := func(a, b span) int { return a.start - b.start }
	if !slices.IsSortedFunc(spans, byStart) {
		slices.SortFunc(spans, byStart)
	}
	r.spans = spans
	for i := range r.in {
		r.in[i] = -1
	}
	for k := range r.spans {
		s := &r.spans[k]
		for j := s.start; j < s.end; j++ {
			r.in[j] = k
		}
		if now := (nlp.Span{Start: s.start, End: s.end}); s.formOf != now {
			s.form, s.formOf = fold(r.nameText(s.start, s.end)), now
		}
	}
}
