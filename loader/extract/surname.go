package extract

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
	"github.com/whomet/whomet/loader/nlp"
)

// evidenceOfSurname adds what tells for a person whom a single word names. News
// written days after a meeting give no more of people than their surnames, which
// the language model takes for bodies and places, or overlooks; but people meet,
// tell and promise each other things, and lists are of one kind.
func (r *reader) evidenceOfSurname(s *span, f *form) {
	if r.ownedByAnotherState(s) || r.metWithPerson(s) {
		f.person += 8
		f.personSure = true
		return
	}
	if s.entry.Kind == gazetteer.City && !s.entry.Seat && s.end-s.start == 1 && r.underOfficePlural(s) {
		f.person += 6 // "Senators Cole and Lima"
		return
	}
	if !r.madeAsSurname(s) {
		return
	}
	if r.underOfficePlural(s) {
		f.person += 3
	}
	if r.withColleague(s) {
		f.person += 3
	}
	if r.spokenOfAsPerson(s) {
		f.person += 2.2
	}
	if r.actsAsPerson(s) {
		switch s.label {
		case "ORG":
			f.person += 1.6
		case "":
			f.person += 3 // nothing but the capital tells that it is a name
		default:
			f.person += 2.1
		}
	}
}

// madeAsSurname tells whether a name is one word, or two with a hyphen, that
// nothing lists and that is not made as those of bodies and places.
func (r *reader) madeAsSurname(s *span) bool {
	l, at := lex(), s.end-1
	w, sense := &r.Tokens[at], r.word(at)
	if sense.representative || sense.person || sense.press || r.afterStop(s.start) {
		return false // "U.S. Officials"
	}
	return (at == s.start || r.textAt(at-1) == "-") && s.entry.Kind == gazetteer.None && s.known == "" && s.kind == "" && s.start != r.datelineAt &&
		!isAcronym(w.Text) && !hasDigit(w.Text) && !l.orgHeads[w.Lower] && !l.placeHeads[w.Lower] && !l.things[w.Lower] && !l.bodies[w.Lower] && !corporate[w.Lower]
}

// spokenOfAsPerson tells whether "he" or "she" later in the sentence can only be
// who is its subject, or has what is: "X said of her talks", "X's office said
// that he".
func (r *reader) spokenOfAsPerson(s *span) bool {
	t := &r.Tokens[s.end-1]
	if t.Dep == "poss" && r.Tokens[t.Head].Dep != "nsubj" || t.Dep != "poss" && t.Dep != "nsubj" && t.Dep != "nsubjpass" {
		return false
	}
	sent := r.SentOf(s.start)
	for i := sent.Start; i < sent.End; i++ {
		if i >= s.start && i < s.end {
			continue
		}
		switch r.Tokens[i].Lower {
		case "he", "she", "him", "his", "her":
			if i > s.end {
				return true
			}
		}
		if k := r.in[i]; k >= 0 && r.spans[k].label == "PERSON" || k < 0 && (r.isTitle(i) || kin[r.Tokens[i].Lower] != 0) {
			return false // it may be another's
		}
	}
	return false
}

// underOfficePlural tells whether the holders of an office are named by this
// name: "the ministers X and Y", "the presidents of Peru and Chile, X and Y".
func (r *reader) underOfficePlural(s *span) bool {
	first := r.firstConjunct(s.end - 1)
	holders := first // the tree often makes "the ministers, X and Y" one list
	if r.Tokens[first].Dep == "appos" {
		holders = r.Tokens[first].Head
	}
	before := min(first, s.start) - 1 // "the ministers X and Y"
	for _, i := range []int{holders, max(before, 0)} {
		t := &r.Tokens[i]
		if c := lex().titleHeads[strings.TrimSuffix(t.Lower, "s")]; (t.Tag == "NNS" || t.Tag == "NNPS") && holding[c.class] {
			return true
		}
	}
	return false
}

// holding are the classes of offices that are named with their holders'
// surnames, not with those of the firms they head: bankers may be banks.
var holding = wordSet("president premier king leader chancellor minister foreign secretary ambassador envoy negotiator senator governor mayor bishop judge mp commissioner pope prince delegate councillor speaker")

// withColleague tells whether a name is that of someone's colleague, or of one
// who has one: "her Peruvian colleague X", "X and his Peruvian colleague".
func (r *reader) withColleague(s *span) bool {
	own := func(i int) bool {
		return r.lowerAt(i) == "his" || r.lowerAt(i) == "her"
	}
	if p := s.start - 1; colleagues[r.lowerAt(p)] {
		for i := p - 1; i >= 0 && i > p-4; i-- {
			if own(i) || r.Tokens[i].Tag == "POS" {
				return true
			}
		}
	}
	if r.lowerAt(s.end) == "and" && own(s.end+1) {
		for i := s.end + 2; i < len(r.Tokens) && i < s.end+5; i++ {
			if colleagues[r.Tokens[i].Lower] {
				return true
			}
		}
	}
	return false
}

var colleagues = wordSet("colleague counterpart homologue host guest")

// actsAsPerson tells whether a name stands where people do: who meets someone,
// or does something together with people.
func (r *reader) actsAsPerson(s *span) bool {
	first := r.firstConjunct(s.end - 1)
	t := &r.Tokens[first]
	v := t.Head
	among := r.amongPersons(s)
	switch t.Dep {
	case "nsubj", "nsubjpass":
		switch {
		case r.meetsAt(v) && (among || s.label != "ORG"):
			return true
		case thingLabel[s.label] && (lex().goes[r.Tokens[v].Lemma] || r.Tokens[v].Lemma == "visit"):
			return true // no work or product visits a town
		case (among || s.label != "ORG") && r.atMeeting(v), among && conversing[r.Tokens[v].Lemma], r.whenMet(v, among || r.addressed(v)):
			return true
		case facing[r.Tokens[v].Lemma] || phoning[r.Tokens[v].Lemma] || r.Tokens[v].Lemma == "summon": // "X met Y"
			o := r.child(v, "dobj", "npadvmod")
			return o >= 0 && (r.personAt(o) || r.lowerAt(o) == "him" || r.lowerAt(o) == "her" || s.label != "ORG" && r.bareAt(o) && !r.ofSport())
		case addressing[r.Tokens[v].Lemma]: // "X told Y"
			o := r.child(v, "dobj", "dative")
			return o >= 0 && (r.personAt(o) || s.label != "ORG" && r.bareAt(o))
		}
	case "dobj":
		if x := r.child(v, "xcomp"); x >= 0 && phoning[r.Tokens[x].Lemma] { // "led X to telephone Y"
			return true
		}
		fallthrough
	case "dative":
		c := r.child(v, "nsubj")
		if c < 0 && r.Tokens[v].Dep == "xcomp" {
			c = r.child(r.Tokens[v].Head, "dobj", "nsubj")
		}
		switch lemma := r.Tokens[v].Lemma; {
		case phoning[lemma]:
			return true
		case facing[lemma], addressing[lemma], lemma == "summon": // "when she met X"
			return c >= 0 && (r.lowerAt(c) == "he" || r.lowerAt(c) == "she" || r.lowerAt(c) == "who" || r.personAt(c) || s.label != "ORG" && r.bareAt(c) && !r.ofSport())
		}
		return among && r.atMeeting(v) || r.whenMet(v, c >= 0)
	case "pobj":
		of := &r.Tokens[v]
		switch of.Lower {
		case "with": // "his talks with X"
			if s.label != "ORG" && meetings[r.Tokens[of.Head].Lemma] {
				return true
			}
			p := r.child(of.Head, "poss")
			return personalDeed[r.Tokens[of.Head].Lemma] && p >= 0 && (r.lowerAt(p) == "his" || r.lowerAt(p) == "her" || r.personAt(p))
		case "between":
			at := of.Head
			if r.Tokens[at].Dep == "attr" { // "the meeting was the second between X and Y"
				at = r.child(r.Tokens[at].Head, "nsubj")
			}
			return at >= 0 && meetings[r.Tokens[at].Lemma] && (among || s.label != "ORG")
		case "of":
			return meetings[r.Tokens[of.Head].Lemma] && among
		case "to":
			g := of.Head
			if r.Tokens[g].Dep == "dobj" { // "gave a promise to X"
				g = r.Tokens[g].Head
			}
			return r.whenMet(g, true)
		}
	}
	return false
}

// addressing are lemmas of what is said to people.
var addressing = wordSet("tell assure promise urge warn ask invite remind thank brief congratulate beg persuade")

// bareAt tells whether a single word at token i is a name that nothing lists.
func (r *reader) bareAt(i int) bool { return r.in[i] >= 0 && r.madeAsSurname(&r.spans[r.in[i]]) }

// ofSport tells whether the text is of matches, in which sides meet.
func (r *reader) ofSport() bool {
	n := 0
	for i := range r.Tokens {
		n += bit(sports[r.Tokens[i].Lower])
	}
	return n > 1
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// meetsAt tells whether verb v says that its subject has a meeting: "X and Y had
// their first talks".
func (r *reader) meetsAt(v int) bool {
	o := r.child(v, "dobj")
	return o >= 0 && meetings[r.Tokens[o].Lemma] && (r.Tokens[v].Lemma == "have" || r.Tokens[v].Lemma == "hold" || r.Tokens[v].Lemma == "give")
}

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
			return meetings[r.Tokens[of.Head].Lemma]
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

// conversing are lemmas of what two people do together.
var conversing = wordSet("meet discuss talk speak confer dine agree settle decide")

// phoning are lemmas of what is done to people alone.
var phoning = wordSet("telephone phone")

// meetings are lemmas for what only people have, or bodies that act by them.
var meetings = wordSet("meeting talk conversation encounter discussion dinner lunch summit")

// atMeeting tells whether what verb v tells was done at a meeting: "presented
// the plan at a meeting".
func (r *reader) atMeeting(v int) bool {
	for _, c := range r.Children(v) {
		switch r.Tokens[c].Lower {
		case "at", "in", "during":
			if o := r.child(c, "pobj"); o >= 0 && meetings[r.Tokens[o].Lemma] {
				return true
			}
		}
	}
	return false
}

// whenMet tells whether a clause below verb v says that whom v tells of met:
// "promised it to X when they met", where there are two, and "after she met Y".
func (r *reader) whenMet(v int, two bool) bool {
	for _, c := range r.Children(v) {
		if r.Tokens[c].Dep != "advcl" || !facing[r.Tokens[c].Lemma] {
			continue
		}
		switch who := r.child(c, "nsubj"); {
		case who < 0:
		case r.lowerAt(who) == "they":
			return two
		case r.lowerAt(who) == "he" || r.lowerAt(who) == "she":
			return true
		}
	}
	return false
}

// addressed tells whether verb v has someone whom what it tells is done to.
func (r *reader) addressed(v int) bool {
	for _, c := range r.Children(v) {
		switch o := r.child(c, "pobj"); {
		case r.Tokens[c].Dep == "dobj" && r.in[c] >= 0, r.Tokens[c].Dep == "dative":
			return true
		case r.Tokens[c].Lower == "to" && o >= 0 && r.in[o] >= 0:
			return true
		}
	}
	return false
}

// personAt tells whether the name at token i is that of a person, as far as the
// language model or its own words tell.
func (r *reader) personAt(i int) bool {
	if r.in[i] < 0 {
		return false
	}
	s := &r.spans[r.in[i]]
	return s.label == "PERSON" || r.personLike(s)
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

// ownedByAnotherState tells the name of a country that is a person's: no country
// has another with which it talks, "her talks with Brazil's Montenegro".
func (r *reader) ownedByAnotherState(s *span) bool {
	if s.entry.Kind != gazetteer.Country || s.start < 2 || r.Tokens[s.start-1].Tag != "POS" || r.in[s.start-2] < 0 {
		return false
	}
	o := &r.spans[r.in[s.start-2]]
	if o.entry.Kind != gazetteer.Country || o.entry.Country == s.entry.Country {
		return false
	}
	t := &r.Tokens[s.end-1]
	v := &r.Tokens[t.Head]
	switch t.Dep {
	case "pobj":
		return v.Lower == "with" && (meetings[r.Tokens[v.Head].Lemma] || conversing[r.Tokens[v.Head].Lemma])
	case "nsubj", "dobj", "conj":
		return slices.Contains([]string{"meet", "tell", "say", "telephone"}, v.Lemma)
	}
	return false
}

// metWithPerson tells the name of a country that is a person's: who is joined
// with a person and whom the text then says to have met, "X and Montenegro agreed
// on it when they met".
func (r *reader) metWithPerson(s *span) bool {
	t := &r.Tokens[s.end-1]
	if s.entry.Kind != gazetteer.Country || s.end-s.start > 1 || t.Dep != "conj" || r.Tokens[t.Head].Dep != "nsubj" || r.in[t.Head] < 0 {
		return false
	}
	o := &r.spans[r.in[t.Head]]
	return o.label == "PERSON" && o.entry.Kind == gazetteer.None && r.whenMet(r.Tokens[t.Head].Head, true)
}

// compoundSurname tells whether a name is two words with a hyphen, or a particle
// and a word.
func (r *reader) compoundSurname(s *span) bool {
	return r.madeAsSurname(s) || s.end-s.start == 2 && isParticle(r.Tokens[s.start].Lower)
}
