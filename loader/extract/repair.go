package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
	"github.com/whomet/whomet/loader/nlp"
)

// nameLabels are the language model's labels that may name someone.
var nameLabels = map[string]bool{
	"PERSON": true, "ORG": true, "GPE": true, "LOC": true, "FAC": true, "NORP": true, "PRODUCT": true, "EVENT": true, "WORK_OF_ART": true,
}

// repair cuts a name that the language model saw into what can be names: at
// genitives, quotation marks, brackets and verbs, without articles and titles.
func (r *reader) repair(e nlp.Ent) []span {
	if !nameLabels[e.Label] {
		return nil
	}
	if e.Label == "PERSON" && e.End-e.Start > 1 && isParticle(r.Tokens[e.End-1].Lower) {
		end := e.End // "Maria van" and "der Berg": no name ends in a particle
		for end < len(r.Tokens) && isParticle(r.Tokens[end].Lower) && end-e.End < 2 {
			end++
		}
		if end < len(r.Tokens) && r.properAt(end) {
			e.End = end + 1
		}
	}
	var out []span
	start := e.Start
	if i := r.bodyBefore(e); i > 0 {
		if s, ok := r.trim(span{start: start, end: i, label: "ORG"}); ok {
			out = append(out, s)
		}
		start, e.Start, e.Label = i, i, "PERSON"
	}
	if i := r.personOf(e); i > 0 {
		out = append(out, span{start: start, end: i, label: "PERSON"})
		start, e.Label = i+1, "GPE"
	}
	for i := start; i <= e.End; i++ {
		if i < e.End && !r.cutsAt(i, e.Label) && !r.pairs(i) && !r.joinsPeople(e, i) {
			continue
		}
		label := e.Label
		if and := r.joinedPeopleAt(e); and > 0 && (i != and || r.lowerAt(e.Start-1) != "of" || r.lowerAt(e.End) != "of") {
			label = "PERSON"
		}
		if s, ok := r.trim(span{start: start, end: i, label: label}); ok {
			out = append(out, s)
		}
		start = i + 1
	}
	return out
}

// bodyBefore returns where a person's name begins that the model took for the
// end of the body's before it, "chair of the [National Assembly Nora Quist]",
// where the text has the surname elsewhere as a person's; 0 if there is none.
func (r *reader) bodyBefore(e nlp.Ent) int {
	if e.Label != "ORG" || !r.persons[r.Tokens[e.End-1].Text] {
		return 0
	}
	for i := e.Start + 1; i+1 < e.End; i++ {
		if lex().orgHeads[r.Tokens[i-1].Lower] && isCapital(r.Tokens[i].Text) {
			return i
		}
	}
	return 0
}

// cutsAt tells whether token i cannot stand inside a name of that label.
func (r *reader) cutsAt(i int, label string) bool {
	t := &r.Tokens[i]
	if r.skip[i] || r.titled[i] || strings.HasSuffix(t.Text, "-") && len(t.Text) > 1 {
		return true
	}
	if t.Tag == "POS" {
		// "People's Protection Units" is one name, "Iraq's Army Corps" is two
		return label != "ORG" || i == 0 || i+1 >= len(r.Tokens) || !isCapital(r.Tokens[i+1].Text) || !commonOwner[r.Tokens[i-1].Lower] && !r.manyOwn(i)
	}
	if c := lex().titleHeads[t.Lower]; c.class == "rank" && i > 0 && isCapital(t.Text) && lex().orgHeads[r.Tokens[i-1].Lower] && i+1 < len(r.Tokens) && r.properAt(i+1) {
		return true // "Staff Committee Admiral X"
	}
	switch t.Text {
	case "-", "–", "'", "’", "&", ".", "/":
		return i > 0 && r.Tokens[i-1].Space && t.Text != "&"
	}
	switch t.POS {
	case "SPACE":
		return strings.Count(t.Text, "\n") != 1
	case "PUNCT":
		return true
	case "VERB", "AUX":
		return !isCapital(t.Text)
	case "ADP":
		switch t.Lower {
		case "in", "at", "on", "to", "by", "from", "with", "near", "into", "during", "over":
			return true
		}
	}
	// a word that ends in a bracket or dash is an agency's mark, not a name
	if strings.ContainsAny(t.Text, ")(") {
		return true
	}
	return label == "PERSON" && !isCapital(t.Text) && !isParticle(t.Lower)
}

// pairs tells whether the hyphen at token i stands between two who deal with
// each other, "the Sadat-Begin talks", and in no double name: both are single
// words, and one of them is named by itself elsewhere or the noun that they
// modify is of what two have between them.
func (r *reader) pairs(i int) bool {
	if t := &r.Tokens[i]; i == 0 || i+1 >= len(r.Tokens) || t.Text != "-" && t.Text != "–" || r.Tokens[i-1].Space || t.Space {
		return false
	}
	alone := func(i int) bool { // no further part of the name on its outer side
		return i < 0 || i >= len(r.Tokens) || !isCapital(r.Tokens[i].Text) || r.isTitle(i) || r.Tokens[i].POS != "PROPN"
	}
	if !r.properAt(i-1) || !r.properAt(i+1) || !alone(i-2) || !alone(i+2) {
		return false
	}
	if noun := r.compoundNoun(i + 1); noun > i+1 && lex().stateNouns[r.Tokens[noun].Lemma] {
		return true
	}
	return r.persons[r.Tokens[i-1].Text] && r.persons[r.Tokens[i+1].Text]
}

// manyOwn tells whether the genitive at token i is of several, who own inside
// a body's name as no body does: "Harbour Pilots' Club".
func (r *reader) manyOwn(i int) bool {
	owner := &r.Tokens[i-1]
	several := strings.HasSuffix(owner.Lower, "s") && utf8.RuneCountInString(r.Tokens[i].Text) == 1 || strings.HasSuffix(owner.Lower, "men")
	return several && gazetteer.Lookup(owner.Text).Kind == gazetteer.None && lex().known[owner.Text] == ""
}

// commonOwner are the common nouns that own inside an organization's name.
var commonOwner = set{"people": true, "children": true, "lord": true, "lloyd": true, "christie": true, "sotheby": true, "moody": true}

// trim takes articles, titles and small words off both ends of a name; it
// fails where nothing capitalised is left.
func (r *reader) trim(s span) (span, bool) {
	l := lex()
	for s.start < s.end {
		t := &r.Tokens[s.start]
		if s.end-s.start > 1 && r.SentOf(s.start).Start == s.start && opensSentence[t.POS] {
			s.start++ // "Later Marsudi"
			continue
		}
		if !isCapital(t.Text) && !(isParticle(t.Lower) && t.POS != "DET" && t.POS != "ADP" && isLetter(t.Text) && s.end-s.start > 1) || l.small[t.Lower] && s.end-s.start > 1 && t.Lower != "al" && t.Lower != "de" && t.Lower != "der" && t.Lower != "la" {
			s.start++
			continue
		}
		if s.label == "PERSON" && s.end-s.start > 1 && t.Tag == "NNPS" && l.titleHeads[strings.TrimSuffix(t.Lower, "s")].isOffice() {
			s.start++ // "Ministers Nora Quist and"
			continue
		}
		if k := gazetteer.Lookup(t.Text).Kind; (k == gazetteer.People || k == gazetteer.Demonym) && s.end-s.start > 3 && r.titleLen(s.start+1, s.end-1) > 0 {
			s.start++ // "Catholic Archbishop X"
			continue
		}
		n := r.titleLen(s.start, s.end-1)
		last := r.Tokens[s.end-1].Lower
		if n > 0 && (s.label == "PERSON" || l.titles[t.Lower].class == "mr" || ofCrown[l.titles[t.Lower].class] && s.end-s.start > 2 && !l.placeHeads[last] && !l.things[last]) && !l.orgHeads[last] {
			s.start += n
			if s.label != "PERSON" {
				s.label = "PERSON"
			}
			continue
		}
		break
	}
	if s.end-s.start == 1 && s.label == "PERSON" && r.isTitle(s.start) && s.end < len(r.Tokens) && r.Tokens[s.end].EntType == "PERSON" && isCapital(r.Tokens[s.end].Text) {
		return s, false // "[Majesty King] [Abdullah II]"
	}
	for s.end > s.start {
		t := &r.Tokens[s.end-1]
		if t.Lower == "news" && t.Text == t.Lower && r.lowerAt(s.end) == "agency" {
			s.end-- // "Xinhua news agency" is Xinhua
			continue
		}
		if s.end-s.start > 3 && r.scoreAt(s.end-3) {
			s.end -= 3 // "Barwell 2-0"
			continue
		}
		if hasDigit(t.Text) && s.end < len(r.Tokens) && (r.Tokens[s.end].POS == "NUM" || r.Tokens[s.end].POS == "SYM") {
			s.end-- // "paid Halvard Holding 322 million"
			continue
		}
		if n := r.ofBody(&s); n > 0 {
			s.end -= n
			continue
		}
		if s.end-s.start > 1 && s.end < len(r.Tokens) && r.isTitle(s.end) && epithet[t.Lower] {
			s.end-- // "Water Council Senior Director"
			continue
		}
		if isCapital(t.Text) || isLetter(t.Text) && (l.bodies[t.Lower] || l.orgHeads[t.Lower] || l.placeHeads[t.Lower]) && s.end-s.start > 1 || hasDigit(t.Text) && s.end-s.start > 1 {
			break
		}
		s.end--
	}
	if s.start >= s.end {
		return s, false
	}
	if n := r.lowerAt(s.end); s.end-s.start == 1 && (n == "of" || n == "to") && r.isTitle(s.start) {
		return s, false
	}
	if s.label == "PERSON" && officeWord[l.titleHeads[r.Tokens[s.end-1].Lower].class] {
		return s, false // "State Councilor": an office, named without its holder
	}
	if s.label != "PERSON" && s.end-s.start == 1 {
		if _, ok := l.titleHeads[r.Tokens[s.start].Lower]; ok {
			return s, false
		}
	}
	return s, true
}

// opensSentence are the parts of speech whose words have a capital only where
// they begin a sentence, and so begin no name there.
var opensSentence = map[string]bool{"ADV": true, "SCONJ": true, "CCONJ": true, "ADP": true, "PRON": true, "INTJ": true, "AUX": true}

// ofBody returns how many words at the end of a name tell what a body named
// before them made or who in it, and are none of its own: "Harbour Council
// Resolution", "Minsk Group Co-Chair"; 0 if it does not end so.
func (r *reader) ofBody(s *span) int {
	l := lex()
	n := 0
	if start, _, title := r.titleWordsEndingAt(s.end - 1); title && s.label != "PERSON" {
		n = s.end - start
	} else if deed[r.Tokens[s.end-1].Lower] {
		n = 1
	}
	if n == 0 || s.end-n-s.start < 2 || !l.orgHeads[r.Tokens[s.end-n-1].Lower] {
		return 0
	}
	return n
}

// deed are nouns for what bodies make, hold and say.
var deed = set{"resolution": true, "statement": true, "report": true, "summit": true, "conference": true, "meeting": true, "session": true, "election": true, "elections": true, "headquarters": true, "building": true, "spokesperson": true}

// ofCrown are classes of titles that stand before a name whatever the model
// takes it for.
var ofCrown = set{"king": true, "prince": true, "princess": true, "pope": true, "premier": true}

// officeWord are classes of titles whose words are nobody's surnames, as King
// and Bishop are.
var officeWord = set{"minister": true, "secretary": true, "secretarygeneral": true, "ambassador": true, "commissioner": true, "spokesman": true, "director": true, "chair": true, "envoy": true, "adviser": true, "councillor": true, "senator": true}

// titleLen returns how many tokens from i on, before token last, are a title:
// the longest of titles.txt; 0 if none.
func (r *reader) titleLen(i, last int) int {
	l := lex()
	for end := min(last, i+l.titleWords); end > i+1 && r.is(i, titleOpening); end-- {
		if _, ok := l.titles[r.titleText(i, end)]; ok {
			return end - i
		}
	}
	if i < last && r.isTitle(i) {
		return 1
	}
	return 0
}

// extend lets names grow over the capitalised words beside them that the
// syntax ties to them: "HR [McMaster]", "[Anbar] Province", "UK [Independence
// Party]", "eastern [Ghouta]" (which stays an alias, see cluster).
func (r *reader) extend() {
	l := lex()
	for k := range r.spans {
		s := &r.spans[k]
		if r.localBody(s) {
			s.end, s.label, s.kind, s.entry = s.end+1, "ORG", graph.KindOrganization, gazetteer.Entry{}
			r.in[s.end-1] = k
		}
		if s.entry.Kind != 0 && !r.growsPlace(s) {
			continue
		}
		// "Richard von X", where only "Richard" was seen
		for n := s.end; s.label == "PERSON" && n+1 < len(r.Tokens) && isParticle(r.Tokens[n].Lower) && isLetter(r.Tokens[n].Text) && r.free(n) && n-s.end < 3; n++ {
			if r.free(n+1) && r.properAt(n+1) && r.Tokens[n+1].Sent == r.Tokens[s.start].Sent && r.Tokens[n].Tag == "NNP" {
				r.give(n+1, k)
				for j := s.start; j < s.end; j++ {
					r.in[j] = k
				}
				break
			}
		}
		for s.end < len(r.Tokens) && r.free(s.end) && r.properAt(s.end) && r.Tokens[s.end].Sent == r.Tokens[s.start].Sent && r.Tokens[s.end-1].Dep == "compound" && r.Tokens[s.end-1].Head >= s.end {
			if deed[r.Tokens[s.end].Lower] && l.orgHeads[r.Tokens[s.end-1].Lower] {
				break
			}
			if r.isTitle(s.end) && !l.orgHeads[r.Tokens[s.end].Lower] || epithet[r.Tokens[s.end].Lower] && s.end+1 < len(r.Tokens) && r.isTitle(s.end+1) {
				break
			}
			if s.entry.Kind != 0 && !l.placeHeads[r.Tokens[s.end].Lower] {
				break
			}
			r.give(s.end, k)
			s.known = ""
		}
		// "Huh Sun-yong": a hyphen and small letters go on with the name
		if s.label == "PERSON" && s.end+1 < len(r.Tokens) && r.Tokens[s.end].Text == "-" && !r.Tokens[s.end-1].Space && !r.Tokens[s.end].Space && r.in[s.end+1] < 0 && isLetter(r.Tokens[s.end+1].Text) && r.Tokens[s.end+1].Tag[0] == 'N' {
			r.in[s.end], r.in[s.end+1] = k, k
			s.end += 2
		}
		if s.label == "ORG" && s.end < len(r.Tokens) && l.orgTails[r.Tokens[s.end].Lower] && r.in[s.end] < 0 {
			r.in[s.end] = k
			s.end++
		}
		for s.entry.Kind == 0 && s.start > 0 && s.known == "" {
			p := s.start - 1
			t := &r.Tokens[p]
			if r.skip[p] || r.titled[p] || t.Sent != r.Tokens[s.start].Sent {
				break
			}
			inside := t.Dep == "compound" && t.Head >= s.start && t.Head < s.end && !l.directions[t.Lower]
			nation := r.in[p] >= 0 && (t.Dep == "compound" || t.Dep == "amod" || t.Dep == "nmod") && t.Head >= s.start && t.Head < s.end &&
				l.orgHeads[r.Tokens[s.end-1].Lower] && isNation(r.spans[r.in[p]].entry.Kind) &&
				(s.label == "ORG" || s.kind == graph.KindOrganization || s.label == "" && r.spans[r.in[p]].entry.Kind == gazetteer.People)
			switch {
			case nation:
				gone := r.in[p]
				s.start = r.spans[gone].start
				r.spans[gone].end = r.spans[gone].start // emptied, dropped below
			case r.free(p) && (inside || s.label == "PERSON" && t.Sent == r.Tokens[s.start].Sent) && isCapital(t.Text) && t.POS == "PROPN" && !r.isTitle(p) && r.personal(s, p):
				r.give(p, k)
			default:
				goto next
			}
			for j := s.start; j < s.end; j++ {
				r.in[j] = k
			}
		}
	next:
	}
	r.dropEmpty()
}

// localBody tells whether a name is of the town or county whose body the small
// noun behind it names: "the Oldwick council".
func (r *reader) localBody(s *span) bool {
	if s.end >= len(r.Tokens) || !lex().local[r.Tokens[s.end].Lower] || r.Tokens[s.end].POS != "NOUN" || r.in[s.end] >= 0 || s.known != "" || s.kind != "" {
		return false
	}
	last := &r.Tokens[s.end-1]
	return last.Dep == "compound" && last.Head == s.end && isCapital(last.Text) && !isAcronym(last.Text) &&
		(s.entry.Kind == gazetteer.None || s.entry.Kind == gazetteer.City)
}

// isNation tells whether a listed word may begin a body's name: "Iraqi Armed
// Forces", "Islamic Jihad Movement".
func isNation(k gazetteer.Kind) bool {
	return k == gazetteer.Country || k == gazetteer.Demonym || k == gazetteer.People
}

// free tells whether token i may join a name beside it: it is in none, or in
// a run that only its capitals made a name.
func (r *reader) free(i int) bool {
	if r.skip[i] || r.titled[i] {
		return false
	}
	k := r.in[i]
	return k < 0 || r.spans[k].label == "" && r.spans[k].entry.Kind == 0 && r.spans[k].known == "" && r.spans[k].kind == ""
}

// give moves free token i, with the run it is in, into span k beside it.
func (r *reader) give(i, k int) {
	start, end := i, i+1
	if from := r.in[i]; from >= 0 {
		start, end = r.spans[from].start, r.spans[from].end
		r.spans[from].end = start // emptied
	}
	s := &r.spans[k]
	s.start, s.end = min(s.start, start), max(s.end, end)
	for j := s.start; j < s.end; j++ {
		r.in[j] = k
	}
}

// personal tells whether the word at p may be the beginning of the name s.
func (r *reader) personal(s *span, p int) bool {
	t := &r.Tokens[p]
	if s.label == "PERSON" || s.label == "" {
		return !isAcronym(t.Text) || len(t.Text) <= 3
	}
	return s.label == "ORG" || s.label == "FAC" || s.label == "LOC" || s.label == "GPE"
}

// growsPlace tells whether a listed place is followed by a capitalised word
// that makes it another place ("Baghdad International Airport").
func (r *reader) growsPlace(s *span) bool {
	if s.demonym() || s.end >= len(r.Tokens) || !isCapital(r.Tokens[s.end].Text) {
		return false
	}
	h := r.Tokens[s.end-1].Head
	return r.Tokens[s.end-1].Dep == "compound" && h >= s.end && h < s.end+4 && lex().placeHeads[r.Tokens[h].Lower]
}

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
