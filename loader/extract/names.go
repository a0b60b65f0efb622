package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/extract/gazetteer"
)

// span is a proper name in the text, found by the gazetteer, the language
// model or its capitals; decide settles its kind, cluster whose name it is.
type span struct {
	start, end int // tokens, end exclusive, without titles, "the" and "'s"
	kind       graph.NodeKind
	entry      gazetteer.Entry // what the gazetteer says, zero if nothing
	known      string          // the full name of a known organization
	label      string          // the language model's label, "" where it saw no name
	form       string          // folded text
	cluster    int
}

func (s *span) demonym() bool {
	return s.entry.Kind == gazetteer.Demonym || s.entry.Kind == gazetteer.Regional
}

// reader reads whom a document names. Its methods run once, in the order of
// document.readEntities.
type reader struct {
	*document
	skip    []bool // tokens of page furniture and addresses
	spans   []span // by start, no two overlapping
	titled  []bool // tokens of fixed titles, see titlePhrases
	small   set    // words that the text has in small letters, filled by inSmall
	persons set    // last words of what the model labelled a person
	in      []int  // token -> index of its span, -1 if none

	datelineAt int // the token that the dateline begins at, -1 if none

	forms    map[string]*form
	acronyms map[string]string // acronym -> form of the name it was given for
	clusters []cluster
}

// readEntities fills entities, mentions, at and dateline.
func (d *document) readEntities() {
	r := &reader{document: d, skip: d.furniture(), acronyms: map[string]string{}, datelineAt: -1}
	r.findNames()
	r.decide()
	r.readDateline()
	r.clusterNames()
	r.writeEntities()
	r.readTitles()
	r.readNominals()
	r.namePositions()
}

// findNames collects the proper names: what the gazetteer and the list of
// known organizations have, what the language model saw, lower-case bodies,
// and capitalised runs that none of them saw.
func (r *reader) findNames() {
	r.in = make([]int, len(r.Tokens))
	for i := range r.in {
		r.in[i] = -1
	}
	listed := r.listedNames()
	listedAt := make([]int, len(r.Tokens)) // token -> index into listed, or -1
	for i := range listedAt {
		listedAt[i] = -1
	}
	for k, s := range listed {
		for i := s.start; i < s.end; i++ {
			listedAt[i] = k
		}
	}
	var found []span
	taken := make([]bool, len(r.Tokens))
	take := func(s span) {
		for i := s.start; i < s.end; i++ {
			if taken[i] {
				return
			}
		}
		for i := s.start; i < s.end; i++ {
			taken[i] = true
		}
		found = append(found, s)
	}
	r.titled = r.titlePhrases()
	r.persons = set{}
	for _, e := range r.Ents {
		if e.Label == "PERSON" {
			r.persons[r.Tokens[e.End-1].Text] = true
		}
	}
	for _, e := range r.Ents {
		for _, s := range r.repair(e) {
			if s, ok := r.weigh(s, listed, listedAt); ok {
				take(s)
			}
		}
	}
	for _, s := range r.lowerBodies(listed, listedAt) {
		take(s)
	}
	for _, s := range listed {
		take(s)
	}
	for _, s := range r.runs(taken) {
		take(s)
	}
	r.setSpans(found)
	r.extend()
	r.joinParts()
	r.joinOf()
	r.readAcronyms()
}

// titlePhrases marks the words of fixed titles ("Secretary of State") and a
// field before a title ("Finance Minister"), which are no names.
func (r *reader) titlePhrases() []bool {
	l := lex()
	out := make([]bool, len(r.Tokens))
	for i := range r.Tokens {
		t := &r.Tokens[i]
		if c, ok := l.titleHeads[t.Lower]; ok {
			// "Finance Minister", not "IMF chief" or "Fiat boss"
			if (c.class == "minister" || c.class == "secretary") && i > 0 && isCapital(t.Text) && isCapital(r.Tokens[i-1].Text) && !isAcronym(r.Tokens[i-1].Text) &&
				(i < 2 || r.Tokens[i-2].Tag == "POS" || !isCapital(r.Tokens[i-2].Text) || r.Tokens[i-2].Text == "Shadow" || gazetteer.Lookup(r.Tokens[i-2].Text).Kind != gazetteer.None) && gazetteer.Lookup(r.Tokens[i-1].Text).Kind == gazetteer.None && l.known[r.Tokens[i-1].Text] == "" {
				out[i-1] = true
				if i > 1 && r.Tokens[i-2].Text == "Shadow" {
					out[i-2] = true
				}
			}
		}
		if !l.titleEnds[t.Lower] {
			continue
		}
		for start := max(0, i-5); start < i; start++ {
			if _, ok := l.titles[strings.ToLower(r.nameText(start, i+1))]; ok {
				for j := start; j <= i; j++ {
					out[j] = true
				}
				break
			}
		}
	}
	return out
}

// setSpans takes over spans in any order, sorts them and indexes them.
func (r *reader) setSpans(spans []span) {
	start := make([]int, len(r.Tokens)) // token -> 1 + index of the span that begins there
	for k := range spans {
		start[spans[k].start] = k + 1
	}
	r.spans = make([]span, 0, len(spans))
	for i := range r.in {
		r.in[i] = -1
	}
	for i, k := range start {
		if k == 0 {
			continue
		}
		s := spans[k-1]
		for j := i; j < s.end; j++ {
			r.in[j] = len(r.spans)
		}
		r.spans = append(r.spans, s)
	}
	for k := range r.spans {
		r.spans[k].form = fold(r.nameText(r.spans[k].start, r.spans[k].end))
	}
}

// nameText returns the text of tokens [start, end) with white space squeezed.
func (d *document) nameText(start, end int) string {
	text := d.Text[d.Tokens[start].Start:d.Tokens[end-1].End]
	if !strings.ContainsAny(text, "\n\t\u00a0") && !strings.Contains(text, "  ") {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}

// listedNames returns the names that the gazetteer or the list of known
// organizations has, the longest at each place, in order.
func (r *reader) listedNames() []span {
	var out []span
	l := lex()
	for i := 0; i < len(r.Tokens); i++ {
		t := &r.Tokens[i]
		if r.skip[i] || t.POS == "SPACE" || t.POS == "PUNCT" {
			continue
		}
		words := max(gazetteer.Words(t.Text), l.knownFirst[t.Text])
		if words == 0 && isCapital(t.Text) {
			words = max(gazetteer.Words(r.firstWord(i)), l.knownFirst[r.firstWord(i)])
			if words == 0 && t.POS == "PROPN" {
				words = 1
			}
		}
		if words == 0 {
			continue
		}
		if s, ok := r.longestListed(i, words); ok {
			out = append(out, s)
			i = s.end - 1
		}
	}
	r.styledRepublic(out)
	return out
}

// styledRepublic reads "the Islamic Republic" as the country of that style
// that the text names most.
func (r *reader) styledRepublic(listed []span) {
	count, best := map[string]int{}, "Iran"
	for k := range listed {
		switch c := listed[k].entry.Country; c {
		case "Iran", "Pakistan", "Mauritania", "Afghanistan":
			count[c]++
			if count[c] > count[best] {
				best = c
			}
		}
	}
	for k := range listed {
		if listed[k].entry.Name == styled {
			listed[k].entry = gazetteer.Lookup(best)
		}
	}
}

// styled stands in countries.txt for the country meant by "Islamic Republic".
const styled = "Islamic Republic"

// firstWord returns the word at token i as it is written: with the tokens
// that follow it without a space ("Asia-Pacific").
func (r *reader) firstWord(i int) string {
	j := i
	for j+1 < len(r.Tokens) && !r.Tokens[j].Space && r.Tokens[j+1].POS != "SPACE" && j-i < 4 {
		j++
	}
	return r.Text[r.Tokens[i].Start:r.Tokens[j].End]
}

// longestListed returns the longest listed name of at most so many words that
// begins at token i.
func (r *reader) longestListed(i, words int) (span, bool) {
	l := lex()
	for end := min(i+2*words+3, len(r.Tokens)); end > i; end-- {
		last := &r.Tokens[end-1]
		if last.POS == "SPACE" || last.Tag == "POS" || r.Tokens[i].Sent != last.Sent {
			continue
		}
		text := r.nameText(i, end)
		if known, ok := l.known[text]; ok {
			return span{start: i, end: end, kind: graph.KindOrganization, known: known}, true
		}
		e := gazetteer.Lookup(text)
		if e.Kind == gazetteer.None && len(text) > 3 && isUpper(text) {
			e = gazetteer.Lookup(titleCase(text)) // datelines and headlines
		}
		if e.Kind != gazetteer.None {
			if e.Kind == gazetteer.City && end-i > 4 {
				continue
			}
			return span{start: i, end: end, entry: e}, true
		}
	}
	return span{}, false
}

// weigh tells whether a name that the model saw stands against the listed
// names in it, and with what bounds.
func (r *reader) weigh(s span, listed []span, listedAt []int) (span, bool) {
	for {
		k := listedAt[s.start]
		if k < 0 {
			break
		}
		in := &listed[k]
		if in.start <= s.start && in.end >= s.end {
			in.label = s.label
			return s, false // the list has it whole
		}
		// "Bank of England Robin X": the list's name ends before the model's
		if in.start == s.start && in.known != "" && !lex().orgHeads[r.Tokens[s.end-1].Lower] && isCapital(r.Tokens[in.end].Text) {
			s.start, s.label = in.end, "PERSON"
			continue
		}
		// A person's name does not begin with a nation or a faith, and no name
		// begins in the middle of a listed one.
		people := in.entry.Kind == gazetteer.Demonym || in.entry.Kind == gazetteer.People || in.entry.Kind == gazetteer.Regional
		if in.start < s.start || s.label == "PERSON" && people {
			s.start = in.end
			if s.start >= s.end {
				return s, false
			}
			continue
		}
		break
	}
	if k := listedAt[s.end-1]; k >= 0 && listed[k].end > s.end {
		s.end = listed[k].start
		if s.start >= s.end {
			return s, false
		}
	}
	// "Trump White House": the list's name begins after the model's
	if k := listedAt[s.end-1]; k >= 0 && listed[k].known != "" && listed[k].start > s.start && listedAt[s.start] < 0 && r.persons[r.Tokens[listed[k].start-1].Text] {
		s.end, s.label = listed[k].start, "PERSON"
	}
	own := 0 // tokens that make it more than its listed parts
	for i := s.start; i < s.end; i++ {
		t := &r.Tokens[i]
		if listedAt[i] < 0 && isCapital(t.Text) && !lex().small[t.Lower] && !governmentNoun[t.Lower] {
			own++
		}
	}
	if own == 0 {
		if s.label == "ORG" || s.label == "FAC" || s.label == "PERSON" {
			// made of listed words only: an organization all the same if its
			// last word says so ("US Treasury" has both listed)
			k := listedAt[s.end-1]
			return s, k >= 0 && listed[k].known != "" && s.start < listed[k].start && listed[listedAt[s.start]].entry.Kind != gazetteer.People &&
				lex().orgHeads[r.Tokens[s.end-1].Lower] && (s.end >= len(r.Tokens) || !r.isTitle(s.end))
		}
		return s, false
	}
	return s, true
}

// lowerBodies finds bodies in lower case after a state or an organization:
// "the Syrian air force", "the UN security council".
func (r *reader) lowerBodies(listed []span, listedAt []int) []span {
	l := lex()
	var out []span
	for i := 0; i < len(r.Tokens); i++ {
		t := &r.Tokens[i]
		if r.skip[i] || !l.bodyFirst[t.Lower] {
			continue
		}
		end := 0
		for e := min(i+4, len(r.Tokens)); e > i && end == 0; e-- {
			if text := strings.ToLower(r.nameText(i, e)); l.bodies[text] {
				end = e
			}
		}
		if end > 0 && end < len(r.Tokens) && r.isTitle(end) {
			continue // "the US Treasury Secretary"
		}
		if end == 0 || l.orgHeads[r.lowerAt(end)] && r.Tokens[end].POS == "NOUN" {
			continue
		}
		start := i
		if i > 0 && listedAt[i-1] >= 0 && (i < 2 || r.Tokens[i-1].Tag != "POS") {
			k := listedAt[i-1]
			if e := listed[k].entry.Kind; e == gazetteer.Country || e == gazetteer.Demonym || e == gazetteer.Regional || listed[k].known != "" {
				start = listed[k].start
			}
			// two nations before it: "the Bosnian Serb army"
			if start > 0 && listedAt[start-1] >= 0 && listed[listedAt[start-1]].entry.Kind == gazetteer.Demonym && listed[k].entry.Kind == gazetteer.Demonym {
				start = listed[listedAt[start-1]].start
			}
		}
		capital := isCapital(t.Text) && r.SentOf(i).Start != i
		definite := i > 0 && (r.Tokens[i-1].Lower == "the" || r.Tokens[i-1].Tag == "POS" || r.Tokens[i-1].Tag == "PRP$")
		text := strings.ToLower(r.nameText(i, end))
		switch {
		case start < i:
		case r.Tokens[i-min(i, 1)].Tag == "POS" && (strings.Contains(text, " ") || l.bodyAlone[text]):
		case definite && (capital || l.bodyAlone[text] || strings.Contains(text, " ") && text != "armed forces"):
		default:
			continue
		}
		out = append(out, span{start: start, end: end, kind: graph.KindOrganization})
		i = end - 1
	}
	return out
}

// runs finds capitalised runs of proper nouns that nothing else has seen.
func (r *reader) runs(taken []bool) []span {
	var out []span
	for i := 0; i < len(r.Tokens); i++ {
		if taken[i] || r.skip[i] || r.titled[i] || !r.properAt(i) {
			continue
		}
		if n := r.titleLen(i, len(r.Tokens)); n > 0 && !r.headedRun(i, taken) {
			i += n - 1
			continue
		}
		end := i + 1
		for end < len(r.Tokens) && !taken[end] && !r.skip[end] && r.Tokens[end].Sent == r.Tokens[i].Sent {
			switch {
			case r.properAt(end) && (r.titleLen(end, len(r.Tokens)) == 0 || lex().orgHeads[r.Tokens[end].Lower]):
				end++
				continue
			case end+1 < len(r.Tokens) && !taken[end+1] && isParticle(r.Tokens[end].Lower) && r.gapless(end) && r.properAt(end+1):
				end += 2
				continue
			case end+2 < len(r.Tokens) && !taken[end+2] && isParticle(r.Tokens[end].Lower) && r.Tokens[end+1].Text == "-" && r.properAt(end+2):
				end += 3
				continue
			}
			break
		}
		start := i
		if i >= 2 && r.Tokens[i-1].Text == "-" && isParticle(r.Tokens[i-2].Lower) && !taken[i-2] {
			start = i - 2
		}
		out = append(out, span{start: start, end: end})
		i = end - 1
	}
	return out
}

// headedRun tells whether the capitalised words from token i on, a title
// first, end as the name of a body or a place does: "General Staff", "Imam
// Reza Airport".
func (r *reader) headedRun(i int, taken []bool) bool {
	end := i
	for end < len(r.Tokens) && !taken[end] && !r.skip[end] && r.properAt(end) {
		end++
	}
	last := r.lowerAt(end - 1)
	return end > i+1 && (lex().orgHeads[last] || lex().placeHeads[last])
}

// gapless tells whether a particle at i may stand inside a name: hyphens only
// where no space is around them.
func (r *reader) gapless(i int) bool {
	return r.Tokens[i].Text != "-" || i > 0 && !r.Tokens[i-1].Space && !r.Tokens[i].Space
}

// properAt tells whether token i is a capitalised proper noun.
func (r *reader) properAt(i int) bool {
	t := &r.Tokens[i]
	return t.POS == "PROPN" && isCapital(t.Text) && utf8.RuneCountInString(t.Text) > 1
}

func (r *reader) lowerAt(i int) string {
	if i < 0 || i >= len(r.Tokens) {
		return ""
	}
	return r.Tokens[i].Lower
}

// fold returns a name as names are compared: no case, marks or punctuation.
func fold(s string) string { return terms.Fold(s) }

// titleCase returns a name in capitals as it is written elsewhere.
func titleCase(s string) string {
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		_, n := utf8.DecodeRuneInString(w)
		words[i] = strings.ToUpper(w[:n]) + w[n:]
	}
	return strings.Join(words, " ")
}

// isTitle tells whether the single token i is a title.
func (r *reader) isTitle(i int) bool {
	_, ok := lex().titleHeads[r.Tokens[i].Lower]
	return ok
}

func isLetter(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(c)
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// isCapital tells whether a word begins with a capital letter.
func isCapital(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(c)
}

// isAcronym tells whether a word is capitals and digits only, 2 to 7 of them.
func isAcronym(s string) bool {
	letters := 0
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			letters++
		case unicode.IsDigit(c), c == '-', c == '.', c == '&':
		default:
			return false
		}
	}
	return letters >= 2 && letters <= 7
}

// isParticle tells whether a lower-case word may stand inside a name.
func isParticle(s string) bool {
	switch s {
	case "al", "el", "arap", "ul", "as", "ash", "ad", "an", "ar", "at", "az", "bin", "ibn", "ben", "bint", "abu", "de", "da", "di", "do", "dos", "du", "del", "della", "la", "le", "van", "von", "der", "den", "ter", "zu", "af", "y", "e", "-", "–", "'", "’":
		return true
	}
	return false
}
