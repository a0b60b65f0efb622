package resolve

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/mozillazg/go-unidecode"

	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/datafile"
	"github.com/whomet/whomet/loader/gazetteer"
)

//go:embed orgwords.txt
var orgWordsText string

// tongue is what words of a language are in English where names of bodies have
// them.
type tongue struct {
	words     map[string]string // phrases of up to maxPhrase words
	heads     map[string]bool   // that no other language has
	nounFirst bool
}

const maxPhrase = 3

// wordTable is orgwords.txt: its lists and replacements by section, and the
// languages.
type wordTable struct {
	lists   map[string]map[string]bool
	normal  map[string]map[string]string
	tongues []tongue
	heads   map[string]bool // first words of all tongues' heads
}

var orgWordTable = sync.OnceValue(func() *wordTable {
	t := &wordTable{map[string]map[string]bool{}, map[string]map[string]string{}, nil, map[string]bool{}}
	section, tongues := "", false
	for _, line := range datafile.Lines(orgWordsText) {
		normal, others, pair := strings.Cut(line, "=")
		switch {
		case line[0] == '[':
			section = strings.Trim(line, "[]")
			if tongues = tongues || section == "fr, noun first"; tongues {
				t.tongues = append(t.tongues, tongue{map[string]string{}, map[string]bool{}, strings.HasSuffix(section, "noun first")})
			} else {
				t.lists[section], t.normal[section] = map[string]bool{}, map[string]string{}
			}
		case tongues:
			t.tongues[len(t.tongues)-1].add(normal, datafile.List(others, ";"), t.heads)
		case pair:
			for _, w := range datafile.List(others, ";") {
				t.normal[section][w] = strings.TrimSpace(normal)
			}
		default:
			for _, w := range datafile.List(line, ";") {
				t.lists[section][w] = true
			}
		}
	}
	return t
})

// orgList tells whether the word stands in that list of orgwords.txt.
func orgList(section, word string) bool { return orgWordTable().lists[section][word] }

// linking tells whether a word links others and adds nothing to them; small ones
// add little.
func linking(word string) bool { return orgList("linking", word) }

func small(word string) bool { return linking(word) || orgList("articles", word) }

func (g *tongue) add(english string, words []string, heads map[string]bool) {
	for _, w := range words {
		w, alone := strings.CutSuffix(w, "*")
		g.words[w] = terms.Fold(english)
		if alone {
			g.heads[w] = true
			first, _, _ := strings.Cut(w, " ")
			heads[first] = true
		}
	}
}

// orgWords returns the words of a body's name in one wording: as ownWords does,
// and those that tell of what kind it is in English.
func orgWords(s string) []string { return inEnglish(ownWords(s)) }

// inEnglish returns the words of a body's name in English, as far as they tell of
// what kind it is.
func inEnglish(words []string) []string {
	if in := orgWordTable().english(words); !slices.Equal(in, words) {
		return respelt(withoutForms(in))
	}
	return words
}

// ownWords returns the words of a body's name in its own language, as plainWords
// does, departments as ministries are called.
func ownWords(s string) []string { return departments(plainWords(s)) }

// plainWords returns the words of a body's name in Latin letters, folded, without
// forms of law, in one spelling, cities as they are called now.
func plainWords(s string) []string {
	words := strings.Fields(terms.Fold(latinized(plus(withoutAcronym(s)))))
	words = slices.DeleteFunc(words, func(w string) bool { return w == "the" || w == "s" || w == "at" })
	return respelt(withoutForms(words))
}

// departments brings a "Department of Health of X" and an "X Department of Health"
// to "X health department", as papers have it.
func departments(words []string) []string {
	i := slices.Index(words, "department")
	if i < 0 || i+2 >= len(words) || words[i+1] != "of" && words[i+1] != "for" {
		return words
	}
	matter := words[i+2:]
	if of := slices.Index(matter, "of"); of > 0 && nation(gazetteer.Lookup(properName(matter[of+1:]))) {
		words, i, matter = slices.Concat(matter[of+1:], words[:i]), len(matter)-of-1+i, matter[:of]
	}
	return slices.Concat(words[:i], matter, []string{"department"})
}

// respelt brings each word to one spelling, what opens the name to its full form,
// and cities to what they are called now.
func respelt(words []string) []string {
	t := orgWordTable()
	for i, w := range words {
		if n, ok := t.normal["spelling"][w]; ok {
			words[i] = n
		}
	}
	if len(words) < 2 {
		return words
	}
	full, ok := t.normal["opening"][words[0]]
	if short := t.normal["before a city"][words[0]]; short != "" && gazetteer.Lookup(properName(words[1:])).Kind == gazetteer.City {
		full, ok = short, true
	}
	if ok {
		words = append(strings.Fields(full), words[1:]...)
	}
	return citiesOfToday(words)
}

// plus writes out the sign that tells OPEC+ from OPEC.
func plus(s string) string {
	if strings.Contains(s, "+") {
		s = strings.ReplaceAll(s, "+", " plus ")
	}
	return s
}

// withoutAcronym takes the name's own acronym in brackets off its end: "World
// Health Organization (WHO)".
func withoutAcronym(s string) string {
	body, short, ok := strings.Cut(strings.TrimSuffix(s, ")"), " (")
	if a := acronym(short); ok && a != "" && initials(a, strings.Fields(terms.Fold(body))) {
		return body
	}
	return s
}

// latinized writes a name of an alphabet other than Latin in Latin letters.
func latinized(s string) string {
	if ascii(s) || !strings.ContainsFunc(s, func(r rune) bool { return scriptOf(r) == alphabet }) {
		return s
	}
	out := unidecode.Unidecode(romanized.Replace(" " + strings.ToLower(s)))
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == ' ' {
			return r
		}
		return -1
	}, strings.ReplaceAll(out, "-", " "))
}

// english returns the words in English if they are of a language of the table,
// by that of which most are; else as they are.
func (t *wordTable) english(words []string) []string {
	if !slices.ContainsFunc(words, func(w string) bool { return t.heads[w] }) {
		return words
	}
	best, most := words, 0
	for i := range t.tongues {
		if out, n := t.tongues[i].translate(words); n > most {
			best, most = out, n
		}
	}
	return best
}

// translate returns the words in English and how many of them it knows, 0 if none
// of the heads is among them.
func (g *tongue) translate(words []string) ([]string, int) {
	var out []string
	known, heads, noun := 0, 0, -1
	for i := 0; i < len(words); {
		n := min(maxPhrase, len(words)-i)
		for n > 0 && g.words[strings.Join(words[i:i+n], " ")] == "" {
			n--
		}
		if n == 0 {
			out = append(out, words[i])
			i++
			continue
		}
		phrase := strings.Join(words[i:i+n], " ")
		in := strings.Fields(g.words[phrase])
		if known += n; g.heads[phrase] {
			heads++
		}
		switch {
		case small(in[0]):
			noun = -1
			out = append(out, in...)
		case g.nounFirst && noun >= 0: // the adjective of a noun
			out = slices.Insert(out, noun, in...)
		default:
			noun = len(out)
			out = append(out, in...)
		}
		i += n
	}
	if heads == 0 {
		return nil, 0
	}
	return slices.DeleteFunc(out, func(w string) bool { return w == "the" }), known
}

// citiesOfToday writes the cities among the words as they are called now, in
// English: "Bayern München" is Bayern Munich.
func citiesOfToday(words []string) []string {
	var out []string
	for i, w := range words {
		name := w
		if p := gazetteer.Find(w); len(w) > 3 && p != nil && p.Kind == gazetteer.City {
			name = terms.Fold(p.Name)
		}
		switch {
		case name != w && !strings.HasPrefix(name, w+" "): // no part of a longer name
			if out == nil {
				out = slices.Clone(words[:i])
			}
			out = append(out, strings.Fields(name)...)
		case out != nil:
			out = append(out, w)
		}
	}
	if out == nil {
		return words
	}
	return out
}

// unlinked leaves out the words that add nothing to the others, so that an
// "Institute of Peace" is the "Institute for Peace".
func unlinked(words []string) []string {
	if out := slices.DeleteFunc(slices.Clone(words), linking); len(out) > 0 {
		return out
	}
	return words
}

// honours tells whether b is a after the name of a person whom the body honours:
// what a place calls a university of its state, and no other.
func honours(a, b []string) bool {
	n := len(b) - len(a)
	return len(a) > 2 && n > 0 && n < 3 && slices.Equal(b[n:], a) && slices.ContainsFunc(a, func(w string) bool { return orgList("honoured", w) }) &&
		slices.ContainsFunc(a, placeWord) && !slices.ContainsFunc(b[:n], func(w string) bool { return orgList("no honour", w) || placeWord(w) || isNumber(w) })
}

// american tells whether the word names a state or a city of the United States,
// where universities are told apart by the order of their words.
func american(word string) bool {
	return slices.ContainsFunc(gazetteer.Places(word), func(m gazetteer.Meaning) bool {
		return m.Rank < gazetteer.Rare && m.Kind != gazetteer.Country && m.Country() != nil && m.Country().Name == "United States"
	})
}
