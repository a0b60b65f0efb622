package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
)

// listedNames returns the names that the gazetteer or the list of known
// organizations has, the longest at each place, in order.
func (r *reader) listedNames() []span {
	l := lex()
	out := make([]span, 0, len(r.Ents))
	for i := 0; i < len(r.Tokens); i++ {
		t := &r.Tokens[i]
		small := t.Text == t.Lower && !isCapital(t.Text)
		if r.skip[i] || t.POS == "SPACE" || t.POS == "PUNCT" || small && !r.is(i, nameOpening) {
			continue
		}
		words, _ := l.nameWords(t.Text)
		if words == 0 && isCapital(t.Text) {
			words, _ = l.nameWords(r.firstWord(i))
			if words == 0 && t.POS == "PROPN" {
				words = 1
			}
		}
		if words == 0 {
			continue
		}
		if s, ok := r.longestListed(i, i+2*words+3); ok {
			if s.known == "" || !r.titled[i] || !r.titled[s.end-1] { // "Treasury Secretary"
				out = append(out, s)
			}
			i = s.end - 1
		}
	}
	return r.styledStates(out)
}

// styledStates reads "the Islamic Republic" as the country of that style that
// the text names most, and "the State of Israel" as one name; what is no state
// here falls out of the list.
func (r *reader) styledStates(listed []span) []span {
	named := map[string]int{}
	for k := range listed {
		named[listed[k].entry.Country]++
	}
	kept := listed[:0]
	for k := 0; k < len(listed); k++ {
		s := listed[k]
		if s.entry.Kind != gazetteer.Style {
			kept = append(kept, s)
			continue
		}
		if r.lowerAt(s.end) == "of" {
			of := s.end + 1
			if r.lowerAt(of) == "the" {
				of++
			}
			if k+1 < len(listed) && listed[k+1].start == of && listed[k+1].entry.Kind == gazetteer.Country {
				k++
				kept = append(kept, span{start: s.start, end: listed[k].end, entry: listed[k].entry})
			}
			continue
		}
		alone := s.end-s.start == 1 // "Kingdom" is a state only as "the Kingdom"
		if alone && (r.lowerAt(s.start-1) != "the" || isCapital(r.textAt(s.end))) {
			continue
		}
		countries := gazetteer.Styled(s.entry.Name)
		best := countries[0]
		for _, c := range countries[1:] {
			if named[c] > named[best] {
				best = c
			}
		}
		if s.entry = gazetteer.Lookup(best); s.entry.Kind != gazetteer.Country {
			s.entry.Kind = gazetteer.People // of a state that nobody can tell
		}
		kept = append(kept, s)
	}
	return kept
}

// firstWord returns the word at token i as it is written: with the tokens
// that follow it without a space ("Asia-Pacific").
func (r *reader) firstWord(i int) string {
	j := i
	for j+1 < len(r.Tokens) && !r.Tokens[j].Space && r.Tokens[j+1].POS != "SPACE" && j-i < 4 {
		j++
	}
	return r.Text[r.Tokens[i].Start:r.Tokens[j].End]
}

// nameWords returns the most words that a name of an organization or in the
// gazetteer has that begins with this word, without and with the cities.
func (l *lexicon) nameWords(first string) (listed, all int) {
	listed, all = gazetteer.Words(first)
	known := l.knownFirst[first]
	return max(listed, known), max(all, known)
}

// listedWords returns the most words that a listed name, a city's among them,
// has that begins with the word at token i, however much of what stands to it
// without a space is of it ("Port-au-Prince's"), and were it in capitals; 0 if
// none does.
func (r *reader) listedWords(i int) int {
	words := 0
	for j := i; j < len(r.Tokens) && j-i < 6; j++ {
		first := r.Text[r.Tokens[i].Start:r.Tokens[j].End]
		_, n := lex().nameWords(first)
		words = max(words, n)
		if isUpper(first) {
			_, n := gazetteer.Words(titleCase(first))
			words = max(words, n)
		}
		if r.Tokens[j].Space {
			break
		}
	}
	return words
}

// longestListed returns the longest listed name that begins at token i and
// ends before token limit.
func (r *reader) longestListed(i, limit int) (span, bool) {
	l := lex()
	most := r.listedWords(i)
	if most == 0 {
		return span{}, false
	}
	end, words := i+1, 1
	for end < min(limit, len(r.Tokens)) && r.Tokens[end].Sent == r.Tokens[i].Sent {
		if before := &r.Tokens[end-1]; r.Tokens[end].POS != "SPACE" && (before.Space || before.POS == "SPACE") {
			if words++; words > most {
				break
			}
		}
		end++
	}
	for ; end > i; end-- {
		last := &r.Tokens[end-1]
		if last.POS == "SPACE" || last.Tag == "POS" {
			continue
		}
		text := r.nameText(i, end)
		known, ok := l.known[text]
		if !ok && isUpper(text) {
			known, ok = l.known[titleCase(text)]
		}
		if ok {
			return span{start: i, end: end, kind: graph.KindOrganization, known: known}, true
		}
		e := lookupWritten(text) // datelines and headlines are in capitals
		if e.Kind != gazetteer.None {
			if e.Kind == gazetteer.City && end-i > 5 { // Rostov-on-Don is of five
				continue
			}
			return span{start: i, end: end, entry: e}, true
		}
	}
	return span{}, false
}

// adjectival tells whether a demonym is made like an adjective and so is no
// given name.
func adjectival(s string) bool {
	for _, end := range []string{"an", "ans", "i", "is", "ish", "ese", "ch", "s"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
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
		if in.start == s.start && lex().outlets[in.known] && (s.end == in.end+1 || hasDigit(r.Tokens[s.end-1].Text)) {
			return s, true // "BBC Sounds"
		}
		if in.start == s.start && in.known != "" && !lex().orgHeads[r.Tokens[s.end-1].Lower] && isCapital(r.Tokens[in.end].Text) {
			s.start, s.label = in.end, "PERSON"
			continue
		}
		// "Ambassador to Ghana Nora Quist": the place ends the office, the rest
		// is the holder's name
		if in.start == s.start && isCapital(r.Tokens[in.end].Text) && r.closesOffice(s.start) {
			s.start, s.label = in.end, "PERSON"
			continue
		}
		if in.start == s.start && in.entry.Kind == gazetteer.Country && s.end == in.end+1 && r.afterStop(in.end) {
			return s, false // "U.S. Goods"
		}
		// A person's name does not begin with a nation or a faith, and no name
		// begins in the middle of a listed one.
		people := in.entry.Kind == gazetteer.Demonym || in.entry.Kind == gazetteer.People || in.entry.Kind == gazetteer.Regional
		if people && s.end-in.end == 1 && !adjectival(r.Tokens[s.start].Text) {
			people = false // "Finn Moore", "Dane Cook"
		}
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
		// "Al Gore", "Paris Hilton": what is a city elsewhere may be of a person
		free := listedAt[i] < 0 || s.label == "PERSON" && s.end-s.start > 1 && listed[listedAt[i]].entry.Kind == gazetteer.City
		if free && isCapital(t.Text) && !lex().small[t.Lower] && !governmentNoun[t.Lower] {
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

// afterStop tells whether the word at token i, behind an abbreviation, has its
// capital from the stop before it: the text writes other words so that it has
// in small letters too, "U.S. Officials".
func (r *reader) afterStop(i int) bool {
	stop := func(i int) bool {
		return i > 0 && strings.HasSuffix(r.Tokens[i-1].Text, ".") && gazetteer.Lookup(r.Tokens[i-1].Text).Kind == gazetteer.Country && isCapital(r.Tokens[i].Text) && r.SentOf(i).Start != i
	}
	if !stop(i) || lex().orgHeads[r.Tokens[i].Lower] || isAcronym(r.Tokens[i].Text) {
		return false
	}
	for j := range r.Tokens {
		if stop(j) && !isUpper(r.Tokens[j].Text) && r.inSmall(r.Tokens[j].Lower) {
			return true
		}
	}
	return false
}
