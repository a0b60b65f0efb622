package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/gazetteer"
	"github.com/whomet/whomet/loader/nlp"
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
	formOf     nlp.Span        // the tokens that form is of
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
	acronyms map[string]string // acronym -> form of the name it was given for, "" if of a thing
	bearer   map[string]string // form -> form of today's name of the same bearer
	clusters []cluster
}

// readEntities fills entities, mentions, at and dateline.
func (d *document) readEntities() {
	d.attach()
	r := &reader{document: d, skip: d.furniture(), acronyms: map[string]string{}, datelineAt: -1}
	r.findNames()
	r.openDateline()
	r.decide()
	r.closeDateline()
	r.clusterNames()
	r.writeEntities()
	r.readNations()
	r.readTitles()
	r.readPluralTitles()
	r.readGenders()
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
	r.titled = r.titlePhrases()
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
	found := make([]span, 0, len(r.Ents)+len(listed)+8)
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
	r.persons = set{}
	for _, e := range r.Ents {
		if e.Label == "PERSON" {
			r.persons[r.Tokens[e.End-1].Text] = true
		}
	}
	for _, e := range r.Ents {
		if e.End-e.Start == 1 && e.End < len(r.Tokens) && thingLabel[e.Label] && r.properAt(e.End) && r.Tokens[e.End].EntType == "" {
			continue // "Hugo" as a prize before a surname: let the run speak
		}
		for _, whole := range r.repair(e) {
			s, ok := r.weigh(whole, listed, listedAt)
			if ok && s.start > whole.start {
				s, ok = r.trim(s) // "Jordanian King Hussein"
			}
			if ok {
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

// thingLabel are the labels of what is no one.
var thingLabel = map[string]bool{"EVENT": true, "WORK_OF_ART": true, "PRODUCT": true}

// styles are forms of address as Gulf agencies write them: "HE Minister X".
var styles = map[string]bool{"HE": true, "HH": true, "HM": true, "HRH": true}

// titlePhrases marks the words of fixed titles ("Secretary of State"), a field
// before a title ("Finance Minister") and styles, which are no names.
func (r *reader) titlePhrases() []bool {
	l := lex()
	out := make([]bool, len(r.Tokens))
	for i := range r.Tokens {
		t := &r.Tokens[i]
		if styles[t.Text] && i+1 < len(r.Tokens) && isCapital(r.Tokens[i+1].Text) {
			out[i] = true
			continue
		}
		if isFunctionWord(t) {
			continue
		}
		if r.is(i, titleWord) && ofField[l.titleHeads[t.Lower].class] && (isCapital(t.Text) || r.capitalField(i-1)) {
			for j := r.fieldBefore(i); j < i; j++ {
				out[j] = true
			}
			for j := i + 2; j < r.fieldAfter(i+1); j++ {
				out[j] = true
			}
		}
		if !r.is(i, titleEnd) {
			continue
		}
		for start := max(0, i-5); start < i; start++ {
			if !r.is(start, titleOpening) {
				continue
			}
			if _, ok := l.titles[r.titleText(start, i+1)]; ok {
				for j := start; j < max(i+1, r.fieldAfter(i+1)); j++ {
					out[j] = true
				}
				break
			}
		}
	}
	return out
}

// ofField are the classes of offices that have a field: "Trade Commissioner".
var ofField = set{"minister": true, "secretary": true, "commissioner": true, "representative": true, "adviser": true, "negotiator": true}

// fieldBefore returns where the field of the minister or secretary at token i
// begins: "Finance Minister", "Union Home Secretary", "Trade and Industry
// Minister", not "IMF Secretary" or "Iraq's Secretary"; i if it has none.
func (r *reader) fieldBefore(i int) int {
	l := lex()
	word := func(j int) bool {
		return j >= 0 && isCapital(r.Tokens[j].Text) && !isFunctionWord(&r.Tokens[j]) && !isAcronym(r.Tokens[j].Text) && gazetteer.Lookup(r.Tokens[j].Text).Kind == gazetteer.None && (l.known[r.Tokens[j].Text] == "" || l.fields[r.Tokens[j].Lower])
	}
	begin := i
	for j := i - 1; ; j-- {
		if j > 0 && begin < i && r.Tokens[j].POS == "CCONJ" && l.fields[r.Tokens[j-1].Lower] {
			continue // "Trade and Industry"
		}
		if !word(j) || !l.fields[r.Tokens[j].Lower] && !fieldQualifier[r.Tokens[j].Lower] {
			break
		}
		begin = j
	}
	for j := begin; j < i; j++ {
		if l.fields[r.Tokens[j].Lower] {
			return begin
		}
	}
	if c := l.titleHeads[r.Tokens[i].Lower]; c.class != "minister" && c.class != "secretary" {
		return i
	}
	// a word that no list knows is a field where nothing capitalised stands
	// before it, or a nation
	if word(i-1) && (i < 2 || !isCapital(r.Tokens[i-2].Text) || gazetteer.Lookup(r.Tokens[i-2].Text).Kind != gazetteer.None) {
		return i - 1
	}
	return i
}

// capitalField tells whether token i is the field of an office though what
// follows it has no capital: "the US Treasury secretary".
func (r *reader) capitalField(i int) bool {
	return i >= 0 && isCapital(r.Tokens[i].Text) && lex().fields[r.Tokens[i].Lower] && r.SentOf(i).Start != i
}

// fieldQualifier are words before a field that say whose or which it is.
var fieldQualifier = set{"shadow": true, "union": true, "federal": true, "cabinet": true, "state": true, "foreign": true, "home": true, "internal": true, "external": true, "economic": true, "public": true, "social": true, "national": true, "deputy": true, "vice": true, "chief": true}

// fieldAfter returns where the field of an office ends that "of" or "for" at
// token i begins: "for East Asian and Pacific Affairs"; i if there is none.
func (r *reader) fieldAfter(i int) int {
	if of := r.lowerAt(i); of != "of" && of != "for" {
		return i
	}
	end := i
	for j := i + 1; j < len(r.Tokens) && j < i+9 && r.Tokens[j].Sent == r.Tokens[i].Sent; j++ {
		switch t := &r.Tokens[j]; {
		case t.EntType == "PERSON" && !(lex().fields[t.Lower] && j+1 < len(r.Tokens) && r.Tokens[j+1].EntType == "PERSON"): // "of Foreign Affairs and [Expatriates X]"
			return end // "Secretary of State X and Commerce Secretary Y"
		case lex().fields[t.Lower] && isCapital(t.Text):
			if next := min(j+1, len(r.Tokens)-1); r.isTitle(next) && ofField[lex().titleHeads[r.Tokens[next].Lower].class] {
				return end // "of State X and Commerce Secretary": the next one's
			}
			end = j + 1
		case !isCapital(t.Text) && t.POS != "CCONJ" && t.POS != "DET" && t.Text != ",":
			return end
		}
	}
	return end
}

// isFunctionWord tells articles, prepositions and the like, and marks, which
// neither begin nor end the name of an office or a body: half of all tokens.
func isFunctionWord(t *nlp.Token) bool {
	switch t.POS {
	case "ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "PUNCT", "SCONJ", "SPACE":
		return true
	}
	return false
}

// setSpans takes over spans in any order, sorts them and indexes them.
func (r *reader) setSpans(spans []span) {
	byStart := func(a, b span) int { return a.start - b.start }
	if !slices.IsSortedFunc(spans, byStart) {
		slices.SortFunc(spans, byStart)
	}
	r.spans = spans
	for i := range r.in {
		r.in[i] = -1
	}
	for k := range r.spans {
		s := &r.spans[k]
		for j := s.start; j < s.end; j++ {
			r.in[j] = k
		}
		if now := (nlp.Span{Start: s.start, End: s.end}); s.formOf != now {
			s.form, s.formOf = fold(r.nameText(s.start, s.end)), now
		}
	}
}

// nameText returns the text of tokens [start, end) with white space squeezed.
func (d *document) nameText(start, end int) string {
	text := d.Text[d.Tokens[start].Start:d.Tokens[end-1].End]
	if isSqueezed(text) {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}

// titleText returns tokens [start, end) as titles are listed: in small letters,
// with a straight apostrophe.
func (d *document) titleText(start, end int) string {
	return strings.ReplaceAll(strings.ToLower(d.nameText(start, end)), "’", "'")
}

// isSqueezed tells whether single spaces are all the white space of a text.
func isSqueezed(text string) bool {
	for i := range len(text) {
		switch text[i] {
		case '\n', '\t':
			return false
		case ' ':
			if i+1 < len(text) && text[i+1] == ' ' {
				return false
			}
		case 0xC2: // U+00A0, a space that does not break
			if i+1 < len(text) && text[i+1] == 0xA0 {
				return false
			}
		}
	}
	return true
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

// titleCase returns a name in capitals as it is written elsewhere:
// "BADEN-BADEN" as "Baden-Baden".
func titleCase(s string) string {
	begins := true
	return strings.Map(func(c rune) rune {
		if !begins {
			c = unicode.ToLower(c)
		}
		begins = !unicode.IsLetter(c)
		return c
	}, s)
}

// isTitle tells whether the single token i is a title.
func (r *reader) isTitle(i int) bool { return r.is(i, titleWord) }

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
