package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
)

// actingAcronym tells whether letters are those of a body that does or undergoes
// something: the subject of a verb, with an article ("the NLP won") where they are
// short for nothing that the language has a word for, or with an owner ("Peru's APR").
func (r *reader) actingAcronym(s *span) bool {
	last := &r.Tokens[s.end-1]
	if last.Dep != "nsubj" && last.Dep != "nsubjpass" || r.Tokens[last.Head].POS != "VERB" || s.start == 0 {
		return false
	}
	return r.lowerAt(s.start-1) == "the" && !r.Word(last.Lower) || r.Tokens[s.start-1].Tag == "POS"
}

// readAcronyms notes "Name (ABC)": the acronym is a name of the same body, all
// over the text.
func (r *reader) readAcronyms() {
	added := false
	spans := r.spans
	for i := 1; i+2 < len(r.Tokens); i++ {
		t := &r.Tokens[i+1]
		if r.Tokens[i].Text != "(" || r.Tokens[i+2].Text != ")" || r.skip[i] || !isAcronym(t.Text) {
			continue
		}
		before := i - 1
		if r.Tokens[before].Tag == "POS" {
			before--
		}
		if before < 0 {
			continue
		}
		start, end := r.initials(before, t.Text)
		k := r.in[before]
		named := k >= 0 && k < len(r.spans) && r.spans[k].end == before+1
		switch {
		case named && r.spans[k].label == "PERSON" && !lex().orgHeads[r.Tokens[before].Lower]:
		case named && (start < 0 || start >= r.spans[k].start):
			if s := &r.spans[k]; s.entry.Kind == gazetteer.None && s.form != fold(t.Text) {
				r.acronyms[fold(t.Text)] = s.form
				if start == s.start {
					s.kind = graph.KindOrganization // "Union of West Lakes (UWL)", whatever its last word
				}
			}
		case start < 0:
			continue
		case !r.isBodyName(start, end):
			r.acronyms[fold(t.Text)] = ""
			continue
		default:
			spans = append(spans, span{start: start, end: end, kind: graph.KindOrganization, label: "ORG"})
			r.acronyms[fold(t.Text)] = fold(r.nameText(start, end))
			added = true
		}
		if r.in[i+1] < 0 {
			spans = append(spans, span{start: i + 1, end: i + 2, kind: graph.KindOrganization, label: "ORG"})
			added = true
		}
	}
	if added {
		r.setSpans(dropOverlaps(spans, len(r.Tokens)))
	}
}

// isBodyName tells whether words may be a body's name: capitalised, or ending
// as such names do. What else is shortened is a thing, "an improvised
// explosive device (IED)".
func (r *reader) isBodyName(start, end int) bool {
	return isCapital(r.Tokens[start].Text) || lex().orgHeads[r.Tokens[end-1].Lower]
}

// initials returns the bounds of the words up to token last whose initials are
// the acronym, -1 if they are not. It may leave out what kind of body they
// name, "Rail and Allied Crafts Union (RAC)", which is of the name where it has
// its capital.
func (r *reader) initials(last int, acronym string) (start, end int) {
	end = last + 1
	for kind := false; ; kind = true {
		for _, all := range []bool{false, true} {
			if start := r.spelt(last, acronym, all); start >= 0 {
				return start, end
			}
		}
		if kind || last == 0 || !lex().orgHeads[r.Tokens[last].Lower] {
			return -1, -1
		}
		if !isCapital(r.Tokens[last].Text) {
			end--
		}
		last--
	}
}

// spelt returns the first of the words up to token last whose initials are
// the acronym, -1 if they are not. An acronym among them stands for itself;
// small words give a letter only if all do.
func (r *reader) spelt(last int, acronym string, all bool) int {
	i := last
	for k := len(acronym) - 1; k >= 0; i-- {
		if i < 0 || r.Tokens[i].POS == "PUNCT" && r.Tokens[i].Text != "-" {
			return -1
		}
		w := r.Tokens[i].Lower
		if w == "" || !isLetter(w) {
			continue
		}
		n := 0 // letters that the word gives
		if text := r.Tokens[i].Text; isAcronym(text) && strings.HasSuffix(acronym[:k+1], text) {
			n = len(text)
		} else if small := lex().small[w]; w[0] == acronym[k]|0x20 && (all || !small) {
			n = 1
		} else if !small {
			return -1
		}
		if k -= n; k < 0 {
			break
		}
	}
	return i
}

// dropOverlaps keeps of spans that overlap the later one in the list.
func dropOverlaps(spans []span, tokens int) []span {
	taken := make([]bool, tokens)
	out := make([]span, 0, len(spans))
next:
	for k := len(spans) - 1; k >= 0; k-- {
		for i := spans[k].start; i < spans[k].end; i++ {
			if taken[i] {
				continue next
			}
		}
		for i := spans[k].start; i < spans[k].end; i++ {
			taken[i] = true
		}
		out = append(out, spans[k])
	}
	return out
}
