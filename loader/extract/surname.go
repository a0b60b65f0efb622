package extract

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/loader/gazetteer"
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
	if gazetteer.IsLeader(s.form) {
		f.person += 4
	}
	if r.underOfficePlural(s) {
		f.person += 3
	}
	if p := r.before(s.start); s.label == "" && p >= 0 && r.isTitle(p) && r.coined(s) {
		f.person++ // "the defender Thuram", besides what any title tells
	}
	if r.withColleague(s) {
		f.person += 3
	}
	if r.spokenOfAsPerson(s) {
		f.person += 2.2
		if s.label == "" && r.coined(s) {
			f.person += 0.8 // nothing says that it is any other's name
		}
	}
	if r.bearsFamilyName(s) {
		switch s.label {
		case "":
			f.person += 3
		case "NORP":
			f.person += 1.6
		default:
			f.person += 0.5
		}
	}
	if r.actsAsPerson(s) || r.livesAsPerson(s) || r.doesWithPerson(s) {
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

// madeAsSurname tells whether a name is one word, two with a hyphen, or a particle and a word, that
// nothing lists and that is not made as those of bodies and places.
func (r *reader) madeAsSurname(s *span) bool {
	l, at := lex(), s.end-1
	w, sense := &r.Tokens[at], r.word(at)
	if sense.representative || sense.person || sense.press || r.afterStop(s.start) {
		return false // "U.S. Officials"
	}
	led := at == s.start+1 && isParticle(r.Tokens[s.start].Lower) // "Le Pen"
	return (at == s.start || r.textAt(at-1) == "-" || led) && s.entry.Kind == gazetteer.None && s.known == "" && s.kind == "" && s.start != r.datelineAt &&
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

// bareAt tells whether a single word at token i is a name that nothing lists.
func (r *reader) bareAt(i int) bool { return r.in[i] >= 0 && r.madeAsSurname(&r.spans[r.in[i]]) }

// personAt tells whether the name at token i is that of a person, as far as the
// language model or its own words tell.
func (r *reader) personAt(i int) bool {
	if r.in[i] < 0 {
		return false
	}
	s := &r.spans[r.in[i]]
	return s.label == "PERSON" || r.personLike(s)
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
		return v.Lower == "with" && (hadByPeople[r.Tokens[v.Head].Lemma] || conversing[r.Tokens[v.Head].Lemma])
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
