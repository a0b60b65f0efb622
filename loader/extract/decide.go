package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract/gazetteer"
	"github.com/whomet/whomet/loader/nlp"
)

func tokenSpan(start, end int) nlp.Span { return nlp.Span{Start: start, End: end} }

// form is one written form of a name and what its mentions together say about
// its kind.
type form struct {
	person, org, place, none float64
	mentions                 int
	words                    int
	seen                     bool // the model labelled one of them
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
			f = &form{words: strings.Count(s.form, " ") + 1}
			r.forms[s.form] = f
		}
		f.mentions++
		r.evidence(s, f)
	}
	surnames := map[string]bool{}
	for key, f := range r.forms {
		if f.words > 1 && f.person > max(f.org, f.place, f.none) {
			surnames[surname(key)] = true
		}
	}
	kept := r.spans[:0:0]
	for _, s := range r.spans {
		if s.kind = r.kindOf(&s, surnames); s.kind != "" {
			kept = append(kept, s)
		}
	}
	r.setSpans(kept)
}

// kindOf returns the kind of a name, "" if it is none.
func (r *reader) kindOf(s *span, surnames map[string]bool) graph.NodeKind {
	f := r.forms[s.form]
	switch {
	case s.entry.Kind == gazetteer.People:
		return ""
	case s.demonym(), s.entry.Kind == gazetteer.Country && f.person < 4:
		return graph.KindPlace
	case s.known != "" && f.person < 4:
		return graph.KindOrganization
	case f.words == 1 && surnames[s.form] && f.place < 4:
		return graph.KindPerson
	case f.words == 2 && f.org < 4 && f.place < 4 && surnames[s.form] && strings.Contains(" al el de von van di ", " "+firstOf(s.form)+" "):
		return graph.KindPerson
	}
	if _, ok := r.acronyms[s.form]; ok {
		return graph.KindOrganization
	}
	best, kind := f.person, graph.KindPerson
	if f.org > best {
		best, kind = f.org, graph.KindOrganization
	}
	if f.place > best {
		best, kind = f.place, graph.KindPlace
	}
	if best <= f.none || best < 1 || !f.seen && best < 3 {
		return ""
	}
	return kind
}

func firstOf(s string) string { f, _, _ := strings.Cut(s, " "); return f }

// evidence adds what one mention says about its form.
func (r *reader) evidence(s *span, f *form) {
	l := lex()
	multi := s.end-s.start > 1
	first, last := &r.Tokens[s.start], &r.Tokens[s.end-1]
	if s.label != "" {
		f.seen = true
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
	switch s.entry.Kind {
	case gazetteer.Country, gazetteer.Region, gazetteer.Demonym, gazetteer.Regional:
		f.place += 6
	case gazetteer.City:
		f.place += 2
		if s.entry.Seat {
			f.place += 3
		}
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
		if l.placeFirsts[first.Lower] {
			f.place += 1.5
		}
		if l.orgHeads[first.Lower] && hasOf(r, s) {
			f.org += 4
		}
	}
	if isAcronym(s.text(r)) && s.entry.Kind == 0 {
		f.org += 1.5
	}
	// before it
	if p := r.before(s.start); p >= 0 {
		t := &r.Tokens[p]
		if c, ok := l.titleHeads[t.Lower]; ok && s.entry.Kind != gazetteer.Country && !s.demonym() && !l.orgHeads[last.Lower] {
			if c.class == "mr" && t.Lower != "lord" && t.Lower != "count" || isCapital(t.Text) {
				f.person += 5
			} else if c.class != "official" && c.class != "member" {
				f.person += 2
			}
		}
		if l.directions[t.Lower] && s.kind == "" {
			f.place += 2.5
		}
		switch {
		case t.Lower == "in" || t.Lower == "near" || t.Lower == "outside":
			f.place += 1.2
		case t.Lower == "at" || t.Lower == "from" || t.Lower == "to" || t.Lower == "across":
			f.place += 0.4
		case t.Lower == "of" && p > 0 && l.placeKinds[r.Tokens[p-1].Lower]:
			f.place += 4
		case l.placeKinds[t.Lower] && (t.Head == p || t.Dep != "amod"):
			f.place += 2
		case l.orgKinds[t.Lower] && t.POS == "NOUN":
			f.org += 4
		case t.Lower == "the" && s.label != "PERSON":
			f.person -= 1
		}
	}
	// after it
	if a := s.end; a < len(r.Tokens) {
		t := &r.Tokens[a]
		switch {
		case t.Lower == "who" || t.Text == "," && r.lowerAt(a+1) == "who":
			f.person += 3
		case t.Text == "," && a+1 < len(r.Tokens) && r.in[a+1] >= 0 && r.spans[r.in[a+1]].entry.Kind == gazetteer.Country && s.label != "PERSON":
			f.place += 0.7
		case t.Text == "," && hasDigit(r.Tokens[min(a+1, len(r.Tokens)-1)].Text) && len(r.Tokens[min(a+1, len(r.Tokens)-1)].Text) == 2 && r.lowerAt(a+2) == ",":
			f.person += 3 // ", 53,"
		case t.Text == "-" && (r.lowerAt(a+1) == "based" || r.lowerAt(a+1) == "born"):
			f.place += 2
		case (t.Lower == "administration" || t.Lower == "presidency" || t.Lower == "era" || t.Lower == "doctrine" || t.Lower == "policy") && s.entry.Kind == 0:
			f.person += 1
		case l.placeKinds[t.Lower] && t.POS == "NOUN" && last.Dep == "compound" && s.label != "PERSON":
			f.place += 1.5
		case t.Text == "." && last.Sent == t.Sent && len(last.Text) == 1:
			f.person += 1
		}
	}
	if !multi && r.speaks(s.end-1) {
		f.person += 0.6
	}
}

// speaks tells whether token i is the subject of a verb of saying.
func (r *reader) speaks(i int) bool {
	t := &r.Tokens[i]
	return t.Dep == "nsubj" && lex().speech[r.Tokens[t.Head].Lemma]
}

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
