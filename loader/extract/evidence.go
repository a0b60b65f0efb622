package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
)

// evidence adds what one mention says about its form.
func (r *reader) evidence(s *span, f *form) {
	l := lex()
	multi := s.end-s.start > 1
	first, last := &r.Tokens[s.start], &r.Tokens[s.end-1]
	if s.label != "" {
		f.seen = true
	}
	if p := r.before(s.start); p >= 0 && r.Tokens[p].Sent == first.Sent && !isOpenQuote(r.Tokens[p].Text) {
		f.initial = false
	}
	switch s.label {
	case "PERSON":
		f.person += 1
		if multi {
			f.person += 1
		}
	case "ORG":
		f.org += 1
		if multi {
			f.org += 0.5
		}
	case "GPE":
		f.place += 1.2
	case "LOC", "FAC":
		f.place += 1
	case "NORP":
		f.org += 0.8
		f.place += 0.3
		f.person += 0.1
	case "EVENT", "WORK_OF_ART", "PRODUCT":
		f.none += 1
	}
	if s.entry.Kind != gazetteer.None && (s.entry.Kind != gazetteer.City || s.entry.Seat || s.entry.Noted) {
		f.seen = true
	}
	switch s.entry.Kind {
	case gazetteer.Country, gazetteer.Region, gazetteer.Demonym, gazetteer.Regional:
		f.place += 6
	case gazetteer.City:
		f.place += 2
		if s.entry.Seat {
			f.place += 3
		}
		if multi && s.entry.Noted && !gazetteer.Given(firstOf(s.form)) {
			f.place += 2 // "Newcastle upon Tyne"
		}
	}
	if s.start == r.datelineAt {
		f.place += 6
		f.placeSure = true
	}
	if s.known != "" || s.kind == graph.KindOrganization {
		f.org += 6
	}
	if multi {
		switch {
		case l.orgHeads[last.Lower] && !l.placeHeads[last.Lower]:
			f.org += 4
		case l.placeHeads[last.Lower] && !l.orgHeads[last.Lower]:
			f.place += 4
		}
		body := r.headedBody(s)
		if body {
			f.org += 4
		}
		if l.things[last.Lower] && !l.orgHeads[last.Lower] && !l.placeHeads[last.Lower] && !body {
			f.none += 5
		}
		if l.vessels[first.Lower] && s.end-s.start == 2 {
			f.none += 6 // "Cyclone Berta"
		}
		if l.placeFirsts[first.Lower] {
			f.place += 1.5
		}
		if l.directions[first.Lower] {
			f.place += 2
		}
		if s.label == "PERSON" && gazetteer.Lookup(last.Text).Kind == gazetteer.Country && gazetteer.Lookup(first.Text).Kind != gazetteer.None {
			f.person -= 2
		}
		if l.orgHeads[first.Lower] && gazetteer.Lookup(last.Text).Kind == gazetteer.Country {
			f.org += 3 // "Radio Iran"
		}
	}
	if r.sideOfMany(s) {
		f.org += 4
	}
	if l.bodies[s.form] {
		f.org += 4 // "Central Bank", which is no river's; "in Parliament"
	}
	if s.label == "PERSON" && !multi && s.entry.Kind == gazetteer.City && !s.entry.Seat && r.doesWithPerson(s) {
		f.person += 2 // "Belo and Whitford made a deal": the name of some town too
	}
	if s.label != "PERSON" {
		r.evidenceOfPerson(s, f)
		r.evidenceOfSurname(s, f)
	}
	f.orgSure = f.orgSure || s.known != "" || s.kind == graph.KindOrganization || multi && l.orgHeads[last.Lower]
	f.placeSure = f.placeSure || s.entry.Kind != gazetteer.None && s.entry.Kind != gazetteer.City || s.entry.Seat || multi && l.placeHeads[last.Lower]
	if isAcronym(s.text(r)) && s.entry.Kind == 0 {
		f.org += 1.5
		if s.label == "" && r.actingAcronym(s) {
			f.org += 1.6
		}
	}
	r.evidenceBefore(s, f)
	r.evidenceAfter(s, f)
}

// sideOfMany tells whether a name is that of many who act as one, "the Northern
// Rovers", "Peru's Social Democrats": a plural with an article or an owner that is
// no place's and does or undergoes something.
func (r *reader) sideOfMany(s *span) bool {
	last := &r.Tokens[s.end-1]
	if p := s.start - 1; p < 0 || r.lowerAt(p) != "the" && r.Tokens[p].Tag != "POS" || !r.several(s) || s.entry.Kind != gazetteer.None {
		return false
	}
	switch s.label {
	case "PERSON", "NORP", "ORG", "":
	default:
		return false
	}
	by := last.Dep == "pobj" && (sideBy[r.Tokens[last.Head].Lower] || s.label == "NORP")
	return (last.Dep == "nsubj" || last.Dep == "nsubjpass" || last.Dep == "dobj" && contest[r.Tokens[last.Head].Lemma] || by) && !lex().placeHeads[last.Lower] && !lex().things[last.Lower]
}

// sideBy are prepositions before those who act, rather than before places.
var sideBy = wordSet("by against for")

// headedBody tells whether the noun that the name's "of" hangs on is one of
// bodies, whatever its last word: "Permanent Committee of the Harbour
// Conference".
func (r *reader) headedBody(s *span) bool {
	for i := s.start + 1; i < s.end; i++ {
		if r.Tokens[i].Lower == "of" {
			return lex().orgHeads[r.Tokens[i-1].Lower]
		}
	}
	return false
}

// bounds are nouns that what stands after "with" or "of" is a place by.
var bounds = set{"border": true, "frontier": true, "boundary": true, "residents": true, "resident": true, "villagers": true, "inhabitants": true, "elders": true, "outskirts": true, "streets": true, "suburbs": true, "slums": true, "shores": true, "coast": true, "north": true, "south": true, "east": true, "west": true}

// scandal are nouns that the press names one by: a word in "-gate" before them
// is nobody's name.
var scandal = set{"scandal": true, "affair": true, "saga": true, "row": true, "controversy": true, "revelations": true, "inquiry": true, "allegations": true}

// evidenceBefore adds what stands before a mention.
func (r *reader) evidenceBefore(s *span, f *form) {
	l := lex()
	multi := s.end-s.start > 1
	first, last := &r.Tokens[s.start], &r.Tokens[s.end-1]
	if p := r.before(s.start); p >= 0 {
		t := &r.Tokens[p]
		if _, c, ok := r.titleWordsEndingAt(p); ok && s.entry.Kind != gazetteer.Country && !s.demonym() && !l.orgHeads[last.Lower] {
			if c.class == "mr" && t.Lower != "lord" && t.Lower != "count" || isCapital(t.Text) && (c.class != "rank" || s.label != "" || multi) {
				f.person += 5
				f.personSure = true
			} else if c.class != "official" && c.class != "member" {
				f.person += 2
			}
		}
		if t.Lower == "counterpart" && s.entry.Kind == gazetteer.None {
			f.person += 4
		}
		if l.directions[t.Lower] && s.kind == "" {
			f.place += 2.5
		}
		if l.vessels[t.Lower] && t.Sent == first.Sent {
			f.none += 6
		}
		if r.besidePlace(s) {
			f.place += 2.5
		}
		if (t.Lower == "from" || t.Lower == "to" || t.Lower == "between") && s.end+1 < len(r.Tokens) {
			if n := r.textAt(s.end); (n == "to" || n == "and" || n == "from") && r.in[s.end+1] >= 0 && (t.Lower == "from" || n != "and") {
				if o := &r.spans[r.in[s.end+1]]; o.entry.Kind == gazetteer.City || o.entry.Kind == gazetteer.Country || o.entry.Kind == gazetteer.Region {
					f.place += 1.5 // "from X to Istanbul"
				}
			}
		}
		switch {
		case t.Lower == "in" && p > 0 && holdings[r.Tokens[p-1].Lower]:
			f.org += 3
		case t.Lower == "in" || t.Lower == "near" || t.Lower == "outside":
			f.place += 1.2
			if n := min(s.end, len(r.Tokens)-1); r.Tokens[n].Lower == "on" && r.Tokens[min(n+1, len(r.Tokens)-1)].EntType == "DATE" {
				f.place += 2 // "in X on Tuesday"
			}
		case (t.Lower == "with" || t.Lower == "near" || t.Lower == "of") && p > 0 && bounds[r.Tokens[p-1].Lower]:
			f.place += 3
		case t.Lower == "at" || t.Lower == "from" || t.Lower == "to" || t.Lower == "across" || t.Lower == "through":
			f.place += 0.4
		case (t.Lower == "of" || t.Lower == "at" || t.Lower == "in") && p > 0 && l.placeKinds[r.Tokens[p-1].Lower]:
			f.place += 4
		case l.placeKinds[t.Lower] && (t.Head == p || t.Dep != "amod"):
			f.place += 2
		case l.orgKinds[t.Lower] && t.POS == "NOUN" && !(s.label == "PERSON" && personalOf[t.Lower]):
			f.org += 4
		case kin[t.Lower] != 0 && t.Tag == "NN" && p > 0 && (r.Tokens[p-1].Tag == "POS" || r.Tokens[p-1].Tag == "PRP$") && s.known == "":
			f.person += 4 // "Quist's son Eduardo", "her brother X"
		case t.Text == ",":
			r.appositionBefore(p, s, f)
		case t.Text == "(" && s.label == "PERSON" && !multi && r.Tokens[min(s.end, len(r.Tokens)-1)].Text == ")":
			f.none += 2 // "(Brian) Mulroney"
		case (t.Lower == "called" || t.Lower == "named") && p > 0 && kin[r.Tokens[p-1].Lower] != 0:
			f.person += 3
		case t.Lower == "of" && s.entry.Kind == 0 && p > 0 && ofLand[l.titleHeads[r.Tokens[p-1].Lower].class]:
			f.place += 3
		case (t.Lower == "of" || t.Tag == "POS") && s.entry.Kind == 0 && r.headsBody(p):
			f.org += 3
		case isOpenQuote(t.Text) && isCloseQuote(r.textAt(s.end)) && r.textAt(s.end+1) != "s":
			f.none += 2
		case t.Lower == "the" && s.label != "PERSON":
			f.person -= 1
		case t.Lower == "the" && !multi && last.Dep != "compound" && last.Dep != "nmod":
			f.person -= 1.5 // "at the Waldorf": a person's name has no article
		}
	}
	if multi && s.entry.Kind == 0 && s.kind == "" && r.listedWithPersons(s, 2) {
		f.person += 1.6
	}
	if s.entry.Kind == gazetteer.None && s.known == "" && r.afterOffice(s.start) {
		f.person += 5
		f.personSure = true
	}
}

// evidenceAfter adds what stands after a mention, and what it does.
func (r *reader) evidenceAfter(s *span, f *form) {
	l := lex()
	last := &r.Tokens[s.end-1]
	if a := s.end; a < len(r.Tokens) {
		t := &r.Tokens[a]
		if r.ledAsCompany(a) && f.words == 1 {
			f.org += 3
		}
		if c := l.titleHeads[t.Lower]; c.class == "governor" || c.class == "chiefminister" || t.Lower == "mayor" {
			f.place += 2
		}
		if t.Text == "," && r.liesIn(s, a+1) {
			f.place += 3
		}
		switch {
		case (t.Lower == "who" || t.Text == "," && r.lowerAt(a+1) == "who") && !r.isLocative(s.start):
			f.person += 3
			f.personSure = true
		case t.Lower == "family":
			f.none += 2
		case scandal[t.Lower] && strings.HasSuffix(last.Lower, "gate"):
			f.none += 6 // "the Harbourgate affair"
		case t.Text == "," && a+1 < len(r.Tokens) && r.in[a+1] >= 0 && r.spans[r.in[a+1]].entry.Kind == gazetteer.Country && s.label != "PERSON":
			f.place += 0.7
		case t.Text == "," && hasDigit(r.Tokens[min(a+1, len(r.Tokens)-1)].Text) && len(r.Tokens[min(a+1, len(r.Tokens)-1)].Text) == 2 && r.lowerAt(a+2) == ",":
			f.person += 3 // ", 53,"
			f.personSure = true
		case t.Text == "-" && (r.lowerAt(a+1) == "based" || r.lowerAt(a+1) == "born"):
			f.place += 2
		case t.Tag == "POS" && r.lowerAt(a+1) == "administration" && s.entry.Kind == 0:
			f.person += 1
		case (t.Lower == "administration" || t.Lower == "presidency" || t.Lower == "era" || t.Lower == "doctrine" || t.Lower == "policy") && s.entry.Kind == 0:
			f.person += 1
		case last.Dep == "compound" && s.entry.Kind == 0 && r.kindAfter(s.end) && r.Tokens[last.Head].POS == "NOUN":
			f.org += 3 // "Xinhua news agency", "the Sabz militant network"
		case last.Dep == "compound" && (s.label != "PERSON" || s.end-s.start == 1) && s.entry.Kind == 0 && l.placeKinds[r.Tokens[r.compoundNoun(s.end-1)].Lemma]:
			f.place += 2
		case t.Text == "." && last.Sent == t.Sent && len(last.Text) == 1:
			f.person += 1
		}
	}
	if r.textAt(s.end) == "," && (s.entry.Kind == 0 || s.entry.Kind == gazetteer.City && !s.entry.Seat) {
		r.appositionAfter(s, f)
	}
	if s.entry.Kind == gazetteer.None && (r.ownsPerson(s) || r.hasOffices(s) || r.listedWithBody(s)) {
		f.org += 3
		if s.label == "PERSON" {
			f.person--
		}
	}
	if s.entry.Kind == gazetteer.None && r.Tokens[s.end-1].Dep == "dobj" && managing[r.Tokens[r.Tokens[s.end-1].Head].Lemma] {
		f.org += 2
	}
	if f.words == 1 && (s.entry.Kind == gazetteer.None || s.entry.Kind == gazetteer.City) && r.inMatch(s.end-1) {
		f.org += 4
	}
	if r.speaks(s.end - 1) {
		f.person += 0.6
	}
}
