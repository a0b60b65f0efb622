package extract

import (
	"strings"

	"github.com/whomet/whomet/loader/gazetteer"
)

// listedWithPersons tells whether a name stands in a list beside a person's name
// of so many words or more.
func (r *reader) listedWithPersons(s *span, words int) bool {
	person := func(i int) bool {
		if i < 0 || i >= len(r.Tokens) || r.in[i] < 0 {
			return false
		}
		o := &r.spans[r.in[i]]
		return o.label == "PERSON" && o.end-o.start >= words
	}
	joint := func(i int) bool {
		return r.textAt(i) == "," || r.textAt(i) == "and"
	}
	return joint(s.end) && person(s.end+1) || joint(s.start-1) && (person(s.start-2) || joint(s.start-2) && person(s.start-3))
}

// besidePlace tells whether a name is joined with that of a listed place where
// something is or goes: "in Strasbourg and X", "flies to X and Cork".
func (r *reader) besidePlace(s *span) bool {
	place := func(k int) bool {
		if k < 0 || k >= len(r.spans) {
			return false
		}
		switch r.spans[k].entry.Kind {
		case gazetteer.City, gazetteer.Country, gazetteer.Region:
			return true
		}
		return false
	}
	if in := r.lowerAt(s.end); (in == "in" || in == "at") && place(r.in[min(s.end+1, len(r.in)-1)]) {
		return false // "met A in Strasbourg and X in Cork"
	}
	first := s.start
	switch {
	case s.end+1 < len(r.Tokens) && r.Tokens[s.end].Lower == "and" && place(r.in[s.end+1]):
	case s.start > 1 && r.Tokens[s.start-1].Lower == "and" && place(r.in[s.start-2]):
		first = r.spans[r.in[s.start-2]].start
	default:
		return false
	}
	p := r.before(first)
	if p < 0 || r.Tokens[p].POS != "ADP" {
		return false
	}
	switch governor := r.Tokens[r.Tokens[p].Head]; r.Tokens[p].Lower {
	case "in", "near", "at":
		return true
	case "to", "via", "through", "from":
		return going[governor.Lemma]
	}
	return false
}

// kin are nouns that a called or named one is a person by, with their sex.
var kin = map[string]byte{"son": 'm', "daughter": 'f', "man": 'm', "woman": 'f', "boy": 'm', "girl": 'f', "child": '?', "brother": 'm', "sister": 'f', "husband": 'm', "wife": 'f',
	"father": 'm', "mother": 'f', "widow": 'f', "widower": 'm', "uncle": 'm', "aunt": 'f', "nephew": 'm', "niece": 'f', "cousin": '?', "twin": '?'}

// appositionBefore reads what stands before a comma and a name: "the chair of
// the Committee, X" is a person, "an extremist alliance, X" a body. What the model
// takes for a person is rather one who holds an office of the body: "the head of
// the agency, X".
func (r *reader) appositionBefore(comma int, s *span, f *form) {
	l := lex()
	for i := comma - 1; i >= 0 && i > comma-12 && r.Tokens[i].Sent == r.Tokens[comma].Sent; i-- {
		t := &r.Tokens[i]
		switch t.POS {
		case "VERB", "AUX", "SCONJ", "CCONJ":
			return
		case "PUNCT":
			if t.Text != "-" && t.Text != "(" && t.Text != ")" {
				return
			}
		case "NOUN", "PROPN":
			c := l.titleHeads[t.Lower]
			if t.Lower == "counterpart" && i == comma-1 {
				f.person += 4 // "his Peruvian counterpart, X"
				return
			}
			if c.class != "" && c.class != "mr" && (i == comma-1 || r.textAt(i+1) == "of" || r.textAt(i+1) == "to" || r.textAt(i+1) == "for" || r.textAt(i+1) == "in") {
				f.person += 2.5
				return
			}
			if i == comma-1 && l.orgKinds[t.Lower] && t.POS == "NOUN" {
				if s.label == "PERSON" && (r.officeOver(i) || personalOf[t.Lower]) {
					continue // "the head of the agency, X", "her rival, X"
				}
				f.org += 4
				return
			}
			if owned := i > 0 && (r.Tokens[i-1].Tag == "PRP$" || r.Tokens[i-1].Tag == "WP$"); i == comma-1 && owned && (kin[t.Lower] != 0 || l.placeKinds[t.Lower]) {
				if kin[t.Lower] != 0 {
					f.person += 4 // "his wife, X"
				} else {
					f.place += 4 // "her home, X"
				}
				return
			}
		}
	}
}

// officeOver tells whether the noun at token i is what someone is the head of.
func (r *reader) officeOver(i int) bool {
	of := r.Tokens[i].Head
	return r.Tokens[i].Dep == "pobj" && lex().titleHeads[r.Tokens[r.Tokens[of].Head].Lower].isOffice()
}

// appositionAfter reads what stands after a name and a comma: "X, a former
// minister, …" is a person, "X, the port of …" a place.
func (r *reader) appositionAfter(s *span, f *form) {
	l, comma := lex(), s.end
	listed := s.entry.Kind != gazetteer.None
	for i := comma + 1; i < len(r.Tokens) && i < comma+10 && r.Tokens[i].Sent == r.Tokens[comma].Sent; i++ {
		t := &r.Tokens[i]
		switch t.POS {
		case "DET", "ADJ", "ADV", "PART", "NUM":
		case "VERB":
			if t.Tag != "VBN" && t.Tag != "VBG" || i == comma+1 {
				return // but "a little known group"
			}
		case "NOUN", "PROPN":
			if i+1 < len(r.Tokens) && t.POS == "NOUN" && r.Tokens[i+1].POS == "NOUN" {
				continue // its head follows
			}
			if c := l.titleHeads[t.Lower]; c.class != "" && c.class != "mr" && (i+1 >= len(r.Tokens) || !isCapital(r.Tokens[i+1].Text)) {
				if listed {
					return
				}
				f.person += 2
				if s.label == "" && r.madeAsSurname(s) && r.coined(s) {
					f.person++
				}
				return
			}
			if l.orgKinds[t.Lower] && t.POS == "NOUN" && i > comma+1 {
				f.org += 4
				return
			}
			if next := r.lowerAt(i + 1); l.placeKinds[t.Lower] && t.POS == "NOUN" && i > comma+1 && (next == "," || next == "." || next == "of" || next == "in" || next == "on") {
				f.place += 4
				return
			}
		default:
			if t.Text != "-" && t.Text != "(" && t.Text != ")" {
				return
			}
		}
	}
}

// headsBody tells whether "of" or a genitive at token p comes after a title:
// what follows is the body that someone is the head of.
func (r *reader) headsBody(p int) bool {
	if r.Tokens[p].Tag == "POS" {
		if p == 0 || r.in[p-1] < 0 {
			return false
		}
		p = r.spans[r.in[p-1]].start - 1
		if p >= 0 && r.Tokens[p].Tag == "DT" {
			p--
		}
	}
	if p < 1 || r.Tokens[p].Lower != "of" {
		return false
	}
	c := lex().titleHeads[r.Tokens[p-1].Lower]
	return c.isOffice() && c.class != "official"
}

// speaks tells whether token i is the subject of a verb of saying.
func (r *reader) speaks(i int) bool {
	t := &r.Tokens[i]
	return t.Dep == "nsubj" && lex().speech[r.Tokens[t.Head].Lemma]
}

// holdings are what someone has in a company.
var holdings = set{"share": true, "shares": true, "stake": true, "stakes": true, "stock": true, "shareholding": true, "investor": true, "investors": true, "shareholder": true, "shareholders": true}

// managing are lemmas of what is done to companies and other bodies.
var managing = set{"run": true, "found": true, "co-found": true, "own": true, "chair": true, "manage": true, "acquire": true, "nationalise": true, "nationalize": true, "privatise": true, "privatize": true}

// inMatch tells whether token i is a side in a match that the sentence gives
// the score of: "Rovers beat Albion 2-0".
func (r *reader) inMatch(i int) bool {
	t := &r.Tokens[i]
	verb := &r.Tokens[t.Head]
	if t.Dep == "pobj" && (verb.Lower == "to" || verb.Lower == "against" || verb.Lower == "with" || verb.Lower == "by") {
		verb = &r.Tokens[verb.Head]
	} else if t.Dep != "nsubj" && t.Dep != "dobj" && t.Dep != "nsubjpass" && t.Dep != "npadvmod" {
		return false
	}
	if !contest[verb.Lemma] {
		return false
	}
	for j := r.SentOf(i).Start; j < r.SentOf(i).End; j++ {
		if r.scoreAt(j) {
			return true
		}
	}
	return false
}

// contest are lemmas of what sides do in a match.
var contest = set{"beat": true, "defeat": true, "thrash": true, "overcome": true, "edge": true, "hammer": true, "crush": true, "stun": true, "draw": true, "hold": true, "win": true, "lose": true, "face": true, "play": true}

// scoreAt tells whether a score stands at token i: "2-0".
func (r *reader) scoreAt(i int) bool {
	goals := func(s string) bool { return len(s) > 0 && len(s) < 4 && strings.Trim(s, "0123456789") == "" }
	dash := r.textAt(i + 1)
	return (dash == "-" || dash == "–") && !r.Tokens[i].Space && goals(r.Tokens[i].Text) && goals(r.textAt(i+2))
}

// ledAsCompany tells whether the name that ends before token i is told to have
// what companies have at their head: "Halvard chief executive X", "Halvard's
// CEO".
func (r *reader) ledAsCompany(i int) bool {
	if r.Tokens[i].Tag == "POS" {
		i++
	}
	switch r.lowerAt(i) {
	case "ceo", "shares":
		return true
	case "chief":
		return r.lowerAt(i+1) == "executive" || r.lowerAt(i+1) == "financial" && r.lowerAt(i+2) == "officer"
	case "managing", "finance":
		return r.lowerAt(i+1) == "director"
	case "chairman":
		return r.lowerAt(i+1) == "and" && r.lowerAt(i+2) == "chief"
	}
	return false
}

// afterOffice tells whether a name stands at token i right behind an office and
// whose or what it is, so that it is the holder's: "Ambassador to China X",
// "Archbishop of Canterbury X", "Secretary for Foreign Affairs X".
func (r *reader) afterOffice(i int) bool {
	p := i - 1
	for p > 0 && r.Tokens[p].Sent == r.Tokens[i].Sent && lex().titleHeads[r.Tokens[p].Lower].class == "rank" {
		p--
	}
	if p < 1 || r.Tokens[p].Sent != r.Tokens[i].Sent {
		return false
	}
	switch k := r.in[p]; {
	case k >= 0:
		p = r.spans[k].start - 1
		if r.lowerAt(p) == "of" && p > 1 && r.in[p-1] >= 0 { // "of the Communist Party of Vietnam"
			p = r.spans[r.in[p-1]].start - 1
		}
	case r.titled[p] && lex().fields[r.Tokens[p].Lower]:
		for p > 0 && r.Tokens[p].Lower != "of" && r.Tokens[p].Lower != "for" {
			p--
		}
	default:
		return false
	}
	return r.closesOffice(p + 1)
}

// closesOffice tells whether what begins at token i is whose or what a
// capitalised office before it is: "Ambassador to [Ghana]".
func (r *reader) closesOffice(i int) bool {
	p := i - 1
	if p > 0 && r.Tokens[p].Tag == "DT" {
		p--
	}
	switch r.lowerAt(p) {
	case "of", "for", "to":
		_, c, ok := r.titleWordsEndingAt(p - 1)
		return ok && c.isOffice() && c.class != "role" && c.class != "member" && (isCapital(r.Tokens[p-1].Text) || r.lowerAt(p) == "to" && c.class == "ambassador")
	}
	return false
}

// kindAfter tells whether the common nouns from token i on end in one that says
// what body the name before them is.
func (r *reader) kindAfter(i int) bool {
	kind := false
	for ; i < len(r.Tokens) && (r.Tokens[i].POS == "NOUN" || r.Tokens[i].POS == "ADJ") && !isCapital(r.Tokens[i].Text); i++ {
		kind = lex().orgKinds[r.Tokens[i].Lower]
	}
	return kind
}
