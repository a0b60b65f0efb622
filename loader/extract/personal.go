package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
)

// madeAsPersons tells whether a name has two to four words, none of which bodies,
// places or things have in their names: what people's full names look like.
func (r *reader) madeAsPersons(s *span) bool {
	l := lex()
	if n := s.end - s.start; n < 2 || n > 6 || !fullName(s.form) || strings.Count(s.form, " ") > 3 || s.entry.Kind != gazetteer.None || s.known != "" {
		return false
	}
	if r.several(s) || r.beginsWithPeople(s) {
		return false
	}
	for i := s.start; i < s.end; i++ {
		w := r.Tokens[i].Lower
		if l.orgHeads[w] || l.placeHeads[w] || l.things[w] || corporate[w] || l.bodies[w] || isAcronym(r.Tokens[i].Text) || hasDigit(w) {
			return false
		}
	}
	return r.textAt(s.end) != "&" && r.lowerAt(s.end) != "-"
}

// several tells whether a name is a plural that no given name begins, as those of
// teams, parties and regiments are: "Northern Rovers", "Social Democrats".
func (r *reader) several(s *span) bool {
	return s.end-s.start > 1 && r.Tokens[s.end-1].Tag == "NNPS" && !gazetteer.Given(firstOf(s.form))
}

// beginsWithPeople tells whether a name begins with the adjective of a people or a
// faith, as bodies' names do and people's do not: "Islamic Jihad".
func (r *reader) beginsWithPeople(s *span) bool {
	first := r.Tokens[s.start].Text
	switch gazetteer.Lookup(first).Kind {
	case gazetteer.People, gazetteer.Demonym, gazetteer.Regional:
		return adjectival(first) && !gazetteer.Given(fold(first)) || first == "Muslim" || first == "Islamic"
	}
	return false
}

// personLike tells whether a name made as people's are begins with a given name
// or ends as surnames do in some language.
func (r *reader) personLike(s *span) bool {
	return r.madeAsPersons(s) && (gazetteer.Given(firstOf(s.form)) || surnameEnding(surname(s.form)))
}

// surnameEnding tells whether a folded word ends as the surnames of some
// language do: "-enko", "-shvili".
func surnameEnding(word string) bool {
	const shortest, longest = 3, 6 // of the endings
	for n := shortest; n <= longest && n < len(word)-1; n++ {
		if lex().surnameEndings[word[len(word)-n:]] {
			return true
		}
	}
	return false
}

// evidenceOfPerson adds what tells for a person where the language model saw
// none.
func (r *reader) evidenceOfPerson(s *span, f *form) {
	if !r.madeAsPersons(s) {
		return
	}
	if r.personLike(s) {
		f.person += 2.2
	}
	if r.isNational(s) {
		f.person += 2
	}
	if r.underOfficePlural(s) {
		f.person += 3
	}
	if r.ofPerson(s) {
		f.person += 3
	}
	if r.saidOfPerson(s) {
		f.person += 2
	}
	if r.saidOfBody(s) {
		f.person -= 3
	}
	switch {
	case s.label == "" && (r.dealsWith(s.end-1) || r.actsAsPerson(s)):
		f.person += 3
	case s.label == "ORG" && r.amongPeople(s.end-1):
		f.person += 1.6
	}
}

// personalOf are nouns of which the object is most often a person when it is
// made as a person's name: "critics of X", "the arrest of X".
var personalOf = wordSet(`critic supporter opponent follower ally aide friend rival backer admirer loyalist confidant protege biographer biography
	widow brother sister son daughter father mother wife husband family arrest death assassination murder resignation release trial
	election re-election inauguration appointment dismissal ouster funeral extradition`)

// ofPerson tells whether a name stands after what persons have: "supporters of
// X", "Peru's X".
func (r *reader) ofPerson(s *span) bool {
	p := s.start - 1
	if p < 1 {
		return false
	}
	return r.Tokens[p].Lower == "of" && personalOf[r.Tokens[p-1].Lemma]
}

// isNational tells whether a name is told to be of a state or of a known body by a
// genitive, as news tells whose leader, minister or head someone is: "Peru's X".
func (r *reader) isNational(s *span) bool {
	p := s.start - 1
	if p < 1 || r.Tokens[p].Tag != "POS" || r.in[p-1] < 0 {
		return false
	}
	o := &r.spans[r.in[p-1]]
	return o.entry.Kind == gazetteer.Country || o.known != ""
}

// saidOfPerson tells whether "he" or "she" begins the next sentence, or a clause
// of this one, where this name is the subject, and no other name is one.
func (r *reader) saidOfPerson(s *span) bool {
	t := &r.Tokens[s.end-1]
	if t.Dep != "nsubj" && t.Dep != "nsubjpass" {
		return false
	}
	sent := r.SentOf(s.start)
	for i := sent.Start; i < sent.End; i++ {
		if k := r.in[i]; (i < s.start || i >= s.end) && (k >= 0 && r.spans[k].label == "PERSON" || k < 0 && r.isTitle(i)) {
			return false
		}
	}
	for i := sent.End; i < len(r.Tokens) && r.Tokens[i].Sent <= t.Sent+1; i++ {
		switch {
		case r.Tokens[i].POS == "SPACE":
		case r.Tokens[i].Lower == "he", r.Tokens[i].Lower == "she":
			return r.Tokens[i].Dep == "nsubj" || r.Tokens[i].Dep == "nsubjpass"
		default:
			return false
		}
	}
	return false
}

// saidOfBody tells whether "it" is what the name, the subject, speaks of as
// itself: "X said it would buy the plant".
func (r *reader) saidOfBody(s *span) bool {
	t := &r.Tokens[s.end-1]
	if t.Dep != "nsubj" || !r.speaks(s.end-1) {
		return false
	}
	for i := s.end; i < r.SentOf(s.start).End; i++ {
		if n := &r.Tokens[i]; n.Lower == "it" && n.Dep == "nsubj" {
			said := &r.Tokens[n.Head]
			return said.Dep == "ccomp" && said.Head == t.Head
		}
	}
	return false
}

// dealsWith tells whether token i is the subject of a verb of saying, or does
// to or with someone what is done among people.
func (r *reader) dealsWith(i int) bool {
	i = r.firstConjunct(i)
	return r.speaks(i) || r.amongPeople(i)
}

// firstConjunct returns the word whose list token i is in, which stands for the
// whole list in the tree; i where it is in none.
func (r *reader) firstConjunct(i int) int {
	for n := 0; r.Tokens[i].Dep == "conj" && n < 8; n++ {
		i = r.Tokens[i].Head
	}
	return i
}

// amongPeople tells whether token i does to or with someone, or is done to,
// what people do with each other.
func (r *reader) amongPeople(i int) bool {
	t := &r.Tokens[r.firstConjunct(i)]
	verb := &r.Tokens[t.Head]
	switch {
	case t.Dep == "pobj" && (verb.Lower == "with" || verb.Dep == "agent"):
		verb = &r.Tokens[verb.Head]
	case t.Dep != "nsubj" && t.Dep != "dobj":
		return false
	}
	return personalDeed[verb.Lemma]
}

// readGenders gives the persons of whom no title tells it the sex that their
// given name is of. A family name that stands first tells nothing.
func (r *reader) readGenders() {
	for c := range r.entities {
		e := &r.entities[c]
		if e.kind != graph.KindPerson || e.gender != 0 {
			continue
		}
		if name := fold(e.name); fullName(name) && !lex().families[firstOf(name)] {
			e.gender = gazetteer.Sex(firstOf(name))
			e.guessed = e.gender != 0
		}
	}
}
