package extract

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract/gazetteer"
	"github.com/whomet/whomet/loader/nlp"
)

func tokenSpan(start, end int) nlp.Span { return nlp.Span{Start: start, End: end} }

// form is one written form of a name and what its mentions together say about
// its kind.
type form struct {
	person, org, place, none       float64 // all evidence, labels included
	initial                        bool    // no mention but at the beginning of a sentence
	orgSure, placeSure, personSure bool    // by the name's own words or what stands beside it
	mentions                       int
	words                          int
	seen                           bool // the model labelled one of them
}

// decide settles the kind of each name by all the evidence of the document for
// its written form: one mention with "Mr" before it tells what the others are.
// Names without enough evidence are dropped.
func (r *reader) decide() {
	r.forms = map[string]*form{}
	for k := range r.spans {
		s := &r.spans[k]
		f := r.forms[s.form]
		if f == nil {
			f = &form{initial: true, words: strings.Count(s.form, " ") + 1}
			r.forms[s.form] = f
		}
		f.mentions++
		r.evidence(s, f)
	}
	surnames := map[string]bool{}
	companies := map[string]bool{} // what companies are called without "Corp"
	for key, f := range r.forms {
		switch {
		case f.words == 1:
		case f.person > max(f.org, f.place, f.none):
			surnames[surname(key)] = true
			if family := familyOf(key); family != "" {
				surnames[family] = true
			}
		case f.org > f.place && corporate[surname(key)]:
			companies[stem(key)] = true
		}
	}
	for k := range r.spans {
		s := &r.spans[k]
		s.kind = r.kindOf(s, surnames, companies)
	}
	r.setSpans(slices.DeleteFunc(r.spans, func(s span) bool { return s.kind == "" }))
}

// kindOf returns the kind of a name, "" if it is none.
func (r *reader) kindOf(s *span, surnames, companies map[string]bool) graph.NodeKind {
	f := r.forms[s.form]
	switch {
	case s.entry.Kind == gazetteer.People:
		return ""
	case s.demonym(), s.entry.Kind == gazetteer.Country && !f.personSure:
		return graph.KindPlace
	case s.known != "" && !f.personSure:
		return graph.KindOrganization
	case surnames[surname(s.form)] && !f.placeSure && !f.orgSure && (!fullName(s.form) || !f.seen && f.words == 2):
		return graph.KindPerson // the same surname, or one of the family whom the model missed
	case companies[s.form] && !f.personSure:
		return graph.KindOrganization
	}
	if r.compounded(s) {
		return ""
	}
	if long, ok := r.acronyms[s.form]; ok {
		if long == "" {
			return ""
		}
		return graph.KindOrganization
	}
	best, kind := f.person, graph.KindPerson
	if f.org > best {
		best, kind = f.org, graph.KindOrganization
	}
	if f.place > best {
		best, kind = f.place, graph.KindPlace
	}
	if f.initial && f.words == 1 && kind != graph.KindPlace && r.inSmall(r.Tokens[s.start].Lower) {
		return "" // "Debtor countries ..."
	}
	if best <= f.none || best < 1 || !f.seen && best < 3 {
		return ""
	}
	return kind
}

// compounded tells whether a name is one only by its capital: a type of craft
// ("U-2", "F-16"), a prefix cut off ("Co" of "Co-operation"), or people
// ("Neo-Nazis").
func (r *reader) compounded(s *span) bool {
	text := s.text(r)
	if begin, end, ok := strings.Cut(text, "-"); ok {
		if len(begin) <= 3 && end != "" && strings.Trim(end, "0123456789") == "" {
			return true
		}
		switch gazetteer.Lookup(end).Kind {
		case gazetteer.People, gazetteer.Demonym:
			return true
		}
	}
	next := s.end + 1
	return prefix[strings.ToLower(text)] && r.textAt(s.end) == "-" && !r.Tokens[s.end-1].Space && next < len(r.Tokens) && !isCapital(r.Tokens[next].Text)
}

// prefix are parts of words that a hyphen cuts off.
var prefix = set{"co": true, "pre": true, "post": true, "anti": true, "pro": true, "ex": true, "non": true, "neo": true, "re": true, "sub": true, "vice": true, "mid": true, "pan": true, "semi": true}

func firstOf(s string) string { f, _, _ := strings.Cut(s, " "); return f }

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
	if s.entry.Kind != gazetteer.None && (s.entry.Kind != gazetteer.City || s.entry.Seat) {
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
		if l.things[last.Lower] && !l.orgHeads[last.Lower] && !l.placeHeads[last.Lower] {
			f.none += 5
		}
		if l.bodies[s.form] {
			f.org += 4 // "Central Bank", which is no river's
		}
		if l.placeFirsts[first.Lower] {
			f.place += 1.5
		}
		if l.orgHeads[first.Lower] && hasOf(r, s) {
			f.org += 4
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
	f.orgSure = f.orgSure || s.known != "" || multi && l.orgHeads[last.Lower]
	f.placeSure = f.placeSure || s.entry.Kind != gazetteer.None && s.entry.Kind != gazetteer.City || s.entry.Seat || multi && l.placeHeads[last.Lower]
	if isAcronym(s.text(r)) && s.entry.Kind == 0 {
		f.org += 1.5
	}
	// before it
	if p := r.before(s.start); p >= 0 {
		t := &r.Tokens[p]
		if c, ok := l.titleHeads[t.Lower]; ok && s.entry.Kind != gazetteer.Country && !s.demonym() && !l.orgHeads[last.Lower] {
			if c.class == "mr" && t.Lower != "lord" && t.Lower != "count" || isCapital(t.Text) && (c.class != "rank" || s.label != "" || multi) {
				f.person += 5
				f.personSure = true
			} else if c.class != "official" && c.class != "member" {
				f.person += 2
			}
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
		case t.Lower == "in" || t.Lower == "near" || t.Lower == "outside":
			f.place += 1.2
		case t.Lower == "at" || t.Lower == "from" || t.Lower == "to" || t.Lower == "across":
			f.place += 0.4
		case (t.Lower == "of" || t.Lower == "at" || t.Lower == "in") && p > 0 && l.placeKinds[r.Tokens[p-1].Lower]:
			f.place += 4
		case l.placeKinds[t.Lower] && (t.Head == p || t.Dep != "amod"):
			f.place += 2
		case l.orgKinds[t.Lower] && t.POS == "NOUN":
			f.org += 4
		case t.Text == ",":
			r.appositionBefore(p, f)
		case t.Text == "(" && s.label == "PERSON" && !multi && r.Tokens[min(s.end, len(r.Tokens)-1)].Text == ")":
			f.none += 2 // "(Brian) Mulroney"
		case (t.Lower == "called" || t.Lower == "named") && p > 0 && kin[r.Tokens[p-1].Lower] != 0:
			f.person += 3
		case (t.Lower == "of" || t.Tag == "POS") && s.entry.Kind == 0 && r.headsBody(p):
			f.org += 3
		case isOpenQuote(t.Text) && isCloseQuote(r.textAt(s.end)) && r.textAt(s.end+1) != "s":
			f.none += 2
		case t.Lower == "the" && s.label != "PERSON":
			f.person -= 1
		}
	}
	if multi && s.entry.Kind == 0 && s.kind == "" && r.listedWithPersons(s) {
		f.person += 1.6
	}
	// after it
	if a := s.end; a < len(r.Tokens) {
		t := &r.Tokens[a]
		switch {
		case (t.Lower == "who" || t.Text == "," && r.lowerAt(a+1) == "who") && !r.isLocative(s.start):
			f.person += 3
			f.personSure = true
		case t.Lower == "family":
			f.none += 2
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
		case last.Dep == "compound" && s.label != "PERSON" && l.placeKinds[r.Tokens[r.compoundNoun(s.end-1)].Lemma]:
			f.place += 2
		case t.Text == "." && last.Sent == t.Sent && len(last.Text) == 1:
			f.person += 1
		}
	}
	if r.textAt(s.end) == "," && s.entry.Kind == 0 {
		r.appositionAfter(s.end, f)
	}
	if r.speaks(s.end - 1) {
		f.person += 0.6
	}
	if multi && s.label == "" && s.entry.Kind == 0 && s.end-s.start <= 4 && r.dealsWith(s.end-1) {
		f.person += 3
	}
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

// inSmall tells whether the text has the word in small letters too.
func (r *reader) inSmall(word string) bool {
	if r.small == nil {
		r.small = set{}
		for i := range r.Tokens {
			if t := &r.Tokens[i]; t.Text == t.Lower {
				r.small[t.Text] = true
			}
		}
	}
	return r.small[word]
}

// listedWithPersons tells whether a name stands in a list beside a person's
// full name.
func (r *reader) listedWithPersons(s *span) bool {
	person := func(i int) bool {
		if i < 0 || i >= len(r.Tokens) || r.in[i] < 0 {
			return false
		}
		o := &r.spans[r.in[i]]
		return o.label == "PERSON" && o.end-o.start > 1
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
		return lex().goes[governor.Lemma]
	}
	return false
}

// kin are nouns that a called or named one is a person by, with their sex.
var kin = map[string]byte{"son": 'm', "daughter": 'f', "man": 'm', "woman": 'f', "boy": 'm', "girl": 'f', "child": '?', "brother": 'm', "sister": 'f', "husband": 'm', "wife": 'f',
	"father": 'm', "mother": 'f', "widow": 'f', "widower": 'm', "uncle": 'm', "aunt": 'f', "nephew": 'm', "niece": 'f', "cousin": '?', "twin": '?'}

// appositionBefore reads what stands before a comma and a name: "the chair of
// the Committee, X" is a person, "an extremist alliance, X" a body.
func (r *reader) appositionBefore(comma int, f *form) {
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
			if c.class != "" && c.class != "mr" && (i == comma-1 || r.textAt(i+1) == "of" || r.textAt(i+1) == "to" || r.textAt(i+1) == "for" || r.textAt(i+1) == "in") {
				f.person += 2.5
				return
			}
			if i == comma-1 && (l.orgKinds[t.Lower] && t.POS == "NOUN") {
				f.org += 4
				return
			}
			if owned := i > 0 && r.Tokens[i-1].Tag == "PRP$"; i == comma-1 && owned && (kin[t.Lower] != 0 || l.placeKinds[t.Lower]) {
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

// appositionAfter reads what stands after a name and a comma: "X, a former
// minister, …" is a person.
func (r *reader) appositionAfter(comma int, f *form) {
	l := lex()
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
				f.person += 2
				return
			}
			if l.orgKinds[t.Lower] && t.POS == "NOUN" && i > comma+1 {
				f.org += 4
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

func (r *reader) textAt(i int) string {
	if i < 0 || i >= len(r.Tokens) {
		return ""
	}
	return r.Tokens[i].Text
}

func isOpenQuote(s string) bool  { return s == "“" || s == "\"" || s == "‘" || s == "``" }
func isCloseQuote(s string) bool { return s == "”" || s == "\"" || s == "’" || s == "''" }

// speaks tells whether token i is the subject of a verb of saying.
func (r *reader) speaks(i int) bool {
	t := &r.Tokens[i]
	return t.Dep == "nsubj" && lex().speech[r.Tokens[t.Head].Lemma]
}

// dealsWith tells whether token i is the subject of a verb of saying, or does
// to or with someone what is done among people.
func (r *reader) dealsWith(i int) bool {
	t := &r.Tokens[i]
	for n := 0; t.Dep == "conj" && n < 8; n++ {
		t = &r.Tokens[t.Head]
	}
	verb := &r.Tokens[t.Head]
	if t.Dep == "pobj" && (verb.Lower == "with" || verb.Dep == "agent") {
		verb = &r.Tokens[verb.Head]
		return amongPeople[verb.Lemma]
	}
	return t.Dep == "nsubj" && (lex().speech[verb.Lemma] || amongPeople[verb.Lemma]) || t.Dep == "dobj" && amongPeople[verb.Lemma]
}

// amongPeople are lemmas of what people do with each other.
var amongPeople = set{"meet": true, "greet": true, "receive": true, "welcome": true, "telephone": true, "phone": true, "talk": true, "dine": true, "marry": true, "thank": true, "meeting": true, "speak": true, "confer": true, "shake": true}

func hasOf(r *reader, s *span) bool {
	for i := s.start; i < s.end; i++ {
		if r.Tokens[i].Lower == "of" {
			return true
		}
	}
	return false
}

func (s *span) text(r *reader) string { return r.nameText(s.start, s.end) }

// before returns the token before i that is no line break, -1 at the
// beginning of the text or of a paragraph.
func (r *reader) before(i int) int {
	i--
	if i >= 0 && r.Tokens[i].POS == "SPACE" && strings.Count(r.Tokens[i].Text, "\n") < 2 {
		i--
	}
	if i < 0 || r.Tokens[i].POS == "SPACE" {
		return -1
	}
	return i
}

// surname returns the last word of a folded name: "al kadhimi" and "kadhimi"
// are one surname.
func surname(form string) string {
	return form[strings.LastIndexByte(form, ' ')+1:]
}
