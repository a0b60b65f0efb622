package extract

import (
	"github.com/whomet/whomet/loader/datafile"
	"github.com/whomet/whomet/loader/gazetteer"
)

// What a word that is all the text gives of someone does, undergoes and has, as
// only people do: "X resigned", "X was jailed", "X's wife".

// The [lives] of people.txt.
var (
	lives             = readTable(datafile.Sections(peopleText)["lives"])
	doing, undergoing = lives.column("does"), lives.column("undergoes")
	boarding, owned   = lives.column("goes"), lives.column("owned")
)

// livesAsPerson tells whether a name stands where only people's do: its bearer
// does or undergoes what only people do and undergo, or has what only they have.
func (r *reader) livesAsPerson(s *span) bool {
	t := &r.Tokens[r.firstConjunct(s.end-1)]
	v := &r.Tokens[t.Head]
	switch t.Dep {
	case "nsubj":
		return doing[v.Lemma] && v.POS == "VERB" || contest[v.Lemma] && r.againstPerson(t.Head) || r.boards(t.Head, s.label != "ORG") || r.swornIn(t.Head)
	case "nsubjpass", "dobj":
		return undergoing[v.Lemma] || r.swornIn(t.Head)
	case "poss":
		return t == &r.Tokens[s.end-1] && owned[v.Lemma] && v.Tag != "NNP"
	}
	return false
}

// boards tells whether verb v takes its subject to a place: "X flew to Lima". A
// firm may fly there too, but then does so day by day; much else than people
// returns to places and arrives there.
func (r *reader) boards(v int, much bool) bool {
	t := &r.Tokens[v]
	if !boarding[t.Lemma] && !(much && (going[t.Lemma] || arriving[t.Lemma])) || t.Tag != "VBD" && t.Tag != "VBN" {
		return false
	}
	for _, c := range r.Children(v) {
		if r.Tokens[c].Lower == "home" || r.Tokens[c].Lower == "back" {
			return boarding[t.Lemma]
		}
		o := r.child(c, "pobj")
		if r.Tokens[c].Dep != "prep" || o < 0 || r.in[o] < 0 {
			continue
		}
		switch r.spans[r.in[o]].entry.Kind {
		case gazetteer.City, gazetteer.Country, gazetteer.Region:
			return true
		}
	}
	return false
}

// againstPerson tells whether the other side in the contest that verb v tells of is a
// person: "X beat Nadal in five sets", "X lost to Nadal". Both sides are of one kind.
func (r *reader) againstPerson(v int) bool {
	if o := r.child(v, "dobj"); o >= 0 && r.in[o] >= 0 {
		return r.personAt(o)
	}
	for _, c := range r.Children(v) {
		if w := r.Tokens[c].Lower; w == "to" || w == "against" || w == "with" {
			if o := r.child(c, "pobj"); o >= 0 && r.personAt(o) {
				return true
			}
		}
	}
	return false
}

// swornIn tells whether verb v is of the oath that holders of offices take.
func (r *reader) swornIn(v int) bool {
	return r.Tokens[v].Lemma == "swear" && (r.child(v, "prt") >= 0 || r.lowerAt(v+1) == "in")
}

// coined tells whether a name of one word is no word of the language, and so a name
// whatever it stands for.
func (r *reader) coined(s *span) bool { return !r.Word(r.Tokens[s.end-1].Lower) }

// bearsFamilyName tells whether a name of one word ends as the family names of some
// language do and is the subject of a verb, or is known as a family name and that of a
// verb of saying: it is no word of the language, and no price falls and no side wins.
func (r *reader) bearsFamilyName(s *span) bool {
	t := &r.Tokens[r.firstConjunct(s.end-1)]
	v := &r.Tokens[t.Head]
	word := surname(s.form)
	return (gazetteer.Family(word) && r.speaks(s.end-1) || surnameEnding(word)) && r.coined(s) && !r.ofSport() &&
		(t.Dep == "nsubj" || t.Dep == "nsubjpass") && v.POS == "VERB" && !contest[v.Lemma] && !trading[v.Lemma]
}

// trading are lemmas of what firms and prices do.
var trading = wordSet("rise fall gain drop slip climb jump tumble slide plunge soar surge edge close open trade post launch acquire buy sell merge list float manufacture make produce build employ")
