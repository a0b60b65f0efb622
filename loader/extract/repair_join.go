package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
)

// joinParts joins the parts of a person's name that were seen apart: "Dmitry"
// and "Ustinov", "Richard" and "von Weizsaecker".
func (r *reader) joinParts() {
	joined := false
	for k := 0; k+1 < len(r.spans); k++ {
		s, next := &r.spans[k], &r.spans[k+1]
		if s.label == "PERSON" && next.label == "PERSON" && next.start == s.end && s.entry.Kind == 0 && next.entry.Kind == 0 && r.oneName(s, next) {
			next.start = s.start // "Dmitry" and "Ustinov", seen apart
			s.end = s.start
			joined = true
			continue
		}
		if s.label == "PERSON" && next.label == "PERSON" && r.particles(s.end, next.start) {
			next.start, next.entry = s.start, gazetteer.Entry{} // "Ana Luz" dos "Santos"
			s.end = s.start
			joined = true
			continue
		}
		if s.label == "PERSON" && next.entry.Kind == 0 && next.known == "" && next.start == s.end && isParticle(r.Tokens[next.start].Lower) && !isCapital(r.Tokens[next.start].Text) {
			next.start, next.label = s.start, "PERSON"
			s.end = s.start
			joined = true
		}
	}
	if joined {
		r.dropEmpty()
	}
}

// oneName tells whether two names of persons that touch are one: single words, or
// the first hangs on a word of the second as given names do.
func (r *reader) oneName(s, next *span) bool {
	if s.end-s.start == 1 && next.end-next.start == 1 {
		return true
	}
	head := r.Tokens[s.end-1].Head
	return r.Tokens[s.end-1].Dep == "compound" && head >= next.start && head < next.end
}

// particles tells whether what stands between two parts of a name, from token
// i to token end, is one or two particles of surnames.
func (r *reader) particles(i, end int) bool {
	if end <= i || end > i+2 {
		return false
	}
	for ; i < end; i++ {
		if w := r.Tokens[i].Lower; !isParticle(w) || !isLetter(w) || len(w) < 2 || w == "as" || w == "at" || w == "an" || w == "do" {
			return false
		}
	}
	return true
}

func (r *reader) dropEmpty() {
	r.setSpans(slices.DeleteFunc(r.spans, func(s span) bool { return s.start >= s.end }))
}

// joinOf joins a general body with what it is the body of: "the General Staff
// of the Armed Forces", "the Ministry of Foreign Affairs".
func (r *reader) joinOf() {
	l := lex()
	joined := false
	for k := range r.spans {
		if end := r.fieldEnd(&r.spans[k]); end > 0 {
			s := &r.spans[k]
			s.end, s.kind, s.label = end, graph.KindOrganization, "ORG"
			for n := k + 1; n < len(r.spans) && r.spans[n].start < end; n++ {
				r.spans[n].end = r.spans[n].start
			}
			joined = true
		}
	}
	for k := 0; k+1 < len(r.spans); k++ {
		s, next := &r.spans[k], &r.spans[k+1]
		if next.start >= next.end || s.start >= s.end || s.entry.Kind != 0 || !l.orgHeads[r.Tokens[s.end-1].Lower] || !r.generalWords(s) || s.end >= len(r.Tokens) {
			continue
		}
		if !r.joinedByOf(s.end, next.start) {
			continue
		}
		if next.entry.Kind == 0 && next.label == "PERSON" {
			continue
		}
		for n := k + 1; n < len(r.spans); n++ { // "the Office of the Commission of the Council"
			next := &r.spans[n]
			if n > k+1 && (next.entry.Kind != gazetteer.None || next.label == "PERSON" || !r.joinedByOf(s.end, next.start)) {
				break
			}
			s.end, s.kind, s.label, s.known = next.end, graph.KindOrganization, "ORG", ""
			next.start = next.end
		}
		joined = true
	}
	if joined {
		r.dropEmpty()
	}
}

// joinedByOf tells whether "of" or "for" stands between two names that end
// before token end and begin at token start, with no more than an article.
func (r *reader) joinedByOf(end, start int) bool {
	of := r.lowerAt(end)
	return (of == "of" || of == "for") && (start == end+1 || start == end+2 && r.lowerAt(end+1) == "the")
}

// fieldEnd returns where a body's name ends that goes on with its field: "the
// Committee on Trade and Fisheries"; 0 if it does not.
func (r *reader) fieldEnd(s *span) int {
	if s.start >= s.end || s.entry.Kind != 0 || s.known != "" || !isCapital(r.Tokens[s.end-1].Text) || !lex().orgHeads[r.Tokens[s.end-1].Lower] || r.lowerAt(s.end) != "on" {
		return 0
	}
	field := func(i int) bool {
		return i < len(r.Tokens) && isCapital(r.Tokens[i].Text) && r.Tokens[i].EntType != "DATE" && gazetteer.Lookup(r.Tokens[i].Text).Kind == gazetteer.None
	}
	end := s.end + 1
	for field(end) {
		end++
		if r.lowerAt(end) == "and" && field(end+1) {
			end++
		}
	}
	if end == s.end+1 {
		return 0
	}
	return end
}

// generalWords tells whether a body's name has no word of its own.
func (r *reader) generalWords(s *span) bool {
	for i := s.start; i < s.end-1; i++ {
		w := r.Tokens[i].Lower
		if _, title := lex().titleHeads[w]; !title && !generalWord[w] {
			return false
		}
	}
	return true
}

// generalWord are words that many bodies share.
var generalWord = map[string]bool{
	"central": true, "joint": true, "supreme": true, "national": true, "high": true, "executive": true, "federal": true, "state": true,
	"international": true, "foreign": true, "permanent": true, "special": true, "united": true, "public": true, "standing": true,
}
