package extract

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
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
	endings := map[string]bool{}   // what names of persons end in, from the second word on
	called := map[string]bool{}    // those with an address or an office before them
	companies := map[string]bool{} // what companies are called without "Corp"
	for key, f := range r.forms {
		switch {
		case f.words == 1:
			called[key] = f.personSure
		case f.person > max(f.org, f.place, f.none):
			surnames[surname(key)] = true
			for _, rest, ok := strings.Cut(key, " "); ok; _, rest, ok = strings.Cut(rest, " ") {
				endings[rest] = true
			}
			if family := familyOf(key); family != "" {
				surnames[family] = true
			}
		case f.org > f.place && corporate[surname(key)]:
			companies[stem(key)] = true
		}
	}
	for k := range r.spans {
		s := &r.spans[k]
		s.kind = r.kindOf(s, surnames, endings, called, companies)
	}
	r.findOtherNames()
	r.setSpans(slices.DeleteFunc(r.spans, func(s span) bool { return s.kind == "" }))
}

// kindOf returns the kind of a name, "" if it is none.
func (r *reader) kindOf(s *span, surnames, endings, called, companies map[string]bool) graph.NodeKind {
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
	case endings[s.form] && f.words > 1 && !f.placeSure && !f.orgSure && r.compoundSurname(s):
		return graph.KindPerson // "Vidal-Soler" after "Marta Vidal-Soler"
	case called[surname(s.form)] && !f.placeSure && !f.orgSure && r.madeAsPersons(s):
		return graph.KindPerson // "Mr X" elsewhere
	case f.personSure && !f.placeSure && !f.orgSure:
		return graph.KindPerson // one "Ms X" outweighs what the model took X for
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
	if w := r.word(s.start); f.initial && f.words == 1 && kind != graph.KindPlace && !isAcronym(s.text(r)) && (r.inSmall(r.Tokens[s.start].Lower) || w.press || w.representative || w.person) {
		return "" // "Debtor countries ...", "Officials ..."
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

func (r *reader) textAt(i int) string {
	if i < 0 || i >= len(r.Tokens) {
		return ""
	}
	return r.Tokens[i].Text
}

func isOpenQuote(s string) bool  { return s == "“" || s == "\"" || s == "‘" || s == "``" }
func isCloseQuote(s string) bool { return s == "”" || s == "\"" || s == "’" || s == "''" }

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
