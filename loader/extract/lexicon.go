package extract

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/whomet/whomet/loader/bodies"
	"github.com/whomet/whomet/loader/datafile"
	"github.com/whomet/whomet/loader/gazetteer"
)

var (
	//go:embed organizations.txt
	organizationsFile string
	//go:embed places.txt
	placesFile string
	//go:embed titles.txt
	titlesFile string
	//go:embed furniture.txt
	furnitureFile string
	//go:embed speech.txt
	speechFile string
	//go:embed topics.txt
	topicsFile string
	//go:embed families.txt
	familiesFile string
)

// set holds words in lower case.
type set map[string]bool

// lexicon is what the data files beside this one say, read once.
type lexicon struct {
	titles     map[string]titleClass
	titleHeads map[string]titleClass // the one-word titles
	titleWords int                   // words of the longest title
	fields     set                   // last words of what ministers are of
	styles     set                   // as written, "HRH"

	known      map[string]string // name of an organization -> its full name
	knownFirst map[string]int    // first word of such a name -> most words
	outlets    set
	orgHeads   set
	things     set // last words of laws, deeds and things
	clubs      set // as written
	local      set // lower-case nouns for a town's bodies
	orgTails   set // lower-case words that end a name all the same
	bodies     set
	bodyAlone  set
	orgKinds   set
	nominals   set
	small      set

	placeHeads, placeFirsts, placeKinds, directions set
	districts, vessels                              set
	cityVerbs, cityOwns, partyObjects, partyVerbs   set
	stateNouns                                      set
	bodySeats                                       map[string]string

	furniture []string
	calls     set // how lines that ask readers to follow begin
	networks  set
	labels    set // what editors put before a report
	credits   []string
	speech    set
	spoken    set // of saying when a party of a meeting does it
	topics    topicWords
	families  set // family names that stand before the given one
	// surnameEndings are what surnames of some languages end in.
	surnameEndings set

	traits map[string]traits // word in lower case -> the lists above that have it
}

var lex = sync.OnceValue(loadLexicon)

func loadLexicon() *lexicon {
	org, place, title := datafile.Sections(organizationsFile), datafile.Sections(placesFile), datafile.Sections(titlesFile)
	l := &lexicon{
		titles: map[string]titleClass{}, titleHeads: map[string]titleClass{}, traits: map[string]traits{},
		known: map[string]string{}, knownFirst: map[string]int{},
		outlets: asWritten(org["outlets"]), orgHeads: lower(org["heads"]), things: lower(org["things"]), orgTails: lower(org["tails"]), local: lower(org["local"]), clubs: asWritten(org["clubs"]), bodies: lower(org["bodies"]),
		bodyAlone: lower(org["alone"]), orgKinds: lower(org["kinds"]),
		nominals: lower(org["nominals"]), small: lower(org["small"]),
		placeHeads: lower(place["heads"]), placeFirsts: lower(place["firsts"]), placeKinds: lower(place["kinds"]),
		directions: lower(place["directions"]), districts: lower(place["districts"]), vessels: lower(place["vessels"]),
		cityVerbs: lower(place["cityverbs"]), cityOwns: lower(place["cityowns"]),
		partyObjects: lower(place["partyobjects"]), partyVerbs: lower(place["partyverbs"]), stateNouns: lower(place["statenouns"]),
		bodySeats: map[string]string{},
		furniture: datafile.Sections(furnitureFile)[""], credits: datafile.Sections(furnitureFile)["credits"], calls: lower(datafile.Sections(furnitureFile)["calls"]), networks: lower(datafile.Sections(furnitureFile)["networks"]), labels: lower(datafile.Sections(furnitureFile)["labels"]), speech: lower(datafile.Sections(speechFile)[""]), spoken: lower(datafile.Sections(speechFile)["meeting"]), topics: loadTopicWords(),
		families: lower(datafile.Sections(familiesFile)[""]), surnameEndings: lower(datafile.Sections(familiesFile)["endings"]), fields: lower(title["fields"]), styles: asWritten(title["styles"]),
	}
	for b := range l.bodies {
		first, _, _ := strings.Cut(b, " ")
		l.traits[first] |= bodyOpening
	}
	for _, line := range org["known"] {
		name, others, _ := strings.Cut(line, "=")
		name = strings.TrimSpace(name)
		for _, n := range append(datafile.List(others, ";"), name) {
			l.knows(n, name)
		}
	}
	for _, b := range bodies.All() {
		name := b.Names[0]
		for _, n := range b.Names {
			if known := l.known[n]; known != "" {
				name = known
				break
			}
		}
		for _, n := range b.Names {
			if l.known[n] == "" && l.unmistakable(n) {
				l.knows(n, name)
			}
		}
	}
	opens := func(first string) {
		if !isCapital(first) {
			l.traits[first] |= nameOpening
		}
	}
	for first := range l.knownFirst {
		opens(first)
	}
	for first := range gazetteer.Openings() {
		opens(first)
	}
	for _, line := range place["bodyseats"] {
		seat, body, _ := strings.Cut(line, "=")
		l.bodySeats[strings.TrimSpace(seat)] = strings.TrimSpace(body)
	}
	for _, line := range title[""] {
		f := strings.Split(line, "|")
		for len(f) < 3 {
			f = append(f, "")
		}
		words, c := strings.TrimSpace(f[0]), titleClass{class: strings.TrimSpace(f[1])}
		if g := strings.TrimSpace(f[2]); g != "" {
			c.gender = g[0]
		}
		l.titles[words] = c
		l.titleWords = max(l.titleWords, strings.Count(words, " ")+1)
		if !strings.Contains(words, " ") {
			l.titleHeads[words] = c
			l.traits[words] |= titleWord
			if i := strings.LastIndexByte(words, '-'); i > 0 {
				l.traits[words[i+1:]] |= titleEnd
			}
		} else {
			l.traits[lastWord(words)] |= titleEnd
		}
		if opening(words) != words {
			l.traits[opening(words)] |= titleOpening
		}
	}
	return l
}

// knows adds a name of an organization, and its full one.
func (l *lexicon) knows(name, full string) {
	l.known[name] = full
	first, _, _ := strings.Cut(name, " ")
	l.knownFirst[first] = max(l.knownFirst[first], strings.Count(name, " ")+1)
}

// unmistakable tells whether a name of a body is that wherever it stands: it is of
// several words, or an acronym of three letters or more; and no place's, as a palace
// is. What a nation's name begins may go on otherwise: US Treasury Secretary.
func (l *lexicon) unmistakable(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	if l.placeHeads[lastWord(strings.ToLower(name))] || gazetteer.Lookup(name).Kind != gazetteer.None || gazetteer.Lookup(first).Kind != gazetteer.None || !isCapital(name) {
		return false
	}
	return strings.Contains(name, " ") || len(name) > 2 && isUpper(name)
}

// opening is a text up to the first character that is no small letter: what a
// token must be to begin it, however it is split into tokens.
func opening(lower string) string {
	for i := range len(lower) {
		if c := lower[i]; c < 'a' && c < utf8.RuneSelf || c > 'z' && c < utf8.RuneSelf {
			return lower[:i]
		}
	}
	return lower
}

func asWritten(lines []string) set {
	s := set{}
	for _, line := range lines {
		for _, item := range datafile.List(line, ";") {
			s[item] = true
		}
	}
	return s
}

func lower(lines []string) set {
	s := set{}
	for item := range asWritten(lines) {
		s[strings.ToLower(item)] = true
	}
	return s
}

// table is a data file whose lines have words and columns, "meet;talk : face
// together": the words of each column.
type table map[string]set

func readTable(lines []string) table {
	t := table{}
	for _, line := range lines {
		words, columns, _ := strings.Cut(line, ":")
		for _, c := range strings.Fields(columns) {
			if t[c] == nil {
				t[c] = set{}
			}
			for _, w := range datafile.List(words, ";") {
				t[c][w] = true
			}
		}
	}
	return t
}

// column returns the words of a column; the file is ours and embedded, so one
// that it does not have is a mistake of the programmer.
func (t table) column(name string) set {
	if t[name] == nil {
		panic("no words have " + name)
	}
	return t[name]
}

// wordSet makes a set of the words of a text.
func wordSet(words string) set {
	s := set{}
	for _, w := range strings.Fields(words) {
		s[w] = true
	}
	return s
}
