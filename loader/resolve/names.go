package resolve

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/whomet/whomet/loader/datafile"
	"github.com/whomet/whomet/loader/gazetteer"
)

var (
	//go:embed nicknames.txt
	nicknameText string
	//go:embed diminutives.txt
	diminutiveText string
	//go:embed given.txt
	givenText string
	//go:embed surnames.txt
	surnameText string
	//go:embed census.txt
	censusText string
)

// nameList is what is known about names in general.
type nameList struct {
	groups map[string][]int // given name -> groups of nicknames that it is in
	forms  [][]spoken       // by group
	given  map[string]bool
	known  map[string]bool // given and family names
	common map[string]bool // the commonest family names
	census map[string]bool // family names of the census
	// western given names are the census's, frequent the most frequent of them.
	western, frequent map[string]bool
	// The groups of Arabic, Persian and Turkish names.
	firstArabic, lastArabic int
}

// spoken is one name of a group of nicknames.
type spoken struct {
	text   string
	sounds []sound
}

var knownNames = sync.OnceValue(func() nameList {
	l := nameList{groups: map[string][]int{}, given: map[string]bool{}, known: map[string]bool{}, common: map[string]bool{}, census: map[string]bool{}, western: map[string]bool{}, frequent: map[string]bool{}}
	l.group(nicknameText, func(int) bool { return true })
	l.group(diminutiveText, func(k int) bool { return k == 0 })
	for _, line := range dataLines(givenText) {
		for _, w := range line {
			l.given[w], l.known[w] = true, true
		}
	}
	for _, line := range dataLines(surnameText) {
		for _, w := range line {
			l.known[w] = true
		}
	}
	l.firstArabic, l.lastArabic = slices.Min(l.groups["abbas"]), slices.Max(l.groups["zayn"])
	part := ""
	for _, line := range dataLines(censusText) {
		if len(line) == 1 && (line[0] == "family" || line[0] == "given" || line[0] == "frequent") {
			part = line[0]
			continue
		}
		for _, w := range line {
			switch {
			case part == "family":
				if l.census[w] = true; len(l.common) < commonFamilies {
					l.common[w] = true
				}
			case part == "given":
				l.western[w] = true
			case part == "frequent":
				l.frequent[w] = true
			}
			l.known[w] = true
		}
	}
	maps.Copy(l.common, abroad)
	return l
})

// group adds the groups of a text; known tells by its place in the line whether a
// name is one that a letter makes another's.
func (l *nameList) group(text string, known func(k int) bool) {
	for _, line := range dataLines(text) {
		i := len(l.forms)
		l.forms = append(l.forms, nil)
		for k, w := range line {
			w = readWord(w).text
			l.forms[i] = append(l.forms[i], spoken{w, sounds(w)})
			l.groups[w] = append(l.groups[w], i)
			l.given[w] = true
			if known(k) {
				l.known[w] = true
			}
		}
	}
}

// abroad are family names that are common elsewhere than in the census.
var abroad = set(commonAbroad)

// How many of the family names of the census are so common that they, with an
// initial, are no one's in particular; and names of other lands that are.
const (
	commonFamilies = 1000
	commonAbroad   = `khan singh kumar sharma patel gupta das ali ahmed ahmad hussain hussein hassan hasan mohammed muhammad mohamed abdullah ibrahim rahman begum islam akhtar malik
		ivanov ivanova petrov petrova smirnov kuznetsov popov volkov sokolov lee kim park choi nguyen tran le pham wang li zhang liu chen yang huang zhao wu zhou
		silva santos oliveira souza pereira costa rossi russo ferrari bianchi muller mueller schmidt schneider fischer weber meyer wagner martin bernard dubois thomas
		garcia gonzalez rodriguez fernandez lopez martinez sanchez perez gomez gandhi reddy rao nair yilmaz kaya demir celik johansson andersson hansen jensen nielsen novak`
)

// dataLines returns the words of each line of a data file.
func dataLines(text string) [][]string {
	var out [][]string
	for _, line := range datafile.Lines(text) {
		out = append(out, strings.Fields(line))
	}
	return out
}

// isName tells whether people bear the name, be it a given or a family one, as
// far as lists tell.
func (l nameList) isName(w string) bool {
	return l.known[w] || gazetteer.Family(w) || gazetteer.Given(w)
}

// isGiven tells whether it is a given name, as far as we know.
func (l nameList) isGiven(w string) bool { return l.given[w] || l.western[w] }

// christian tells whether it is a given name of Europe or America, of which many
// are family names as well.
func (l nameList) christian(w string) bool { return l.western[w] || l.groups[w] != nil }

// arabic tells whether the given name is one of those whose bearers name
// their father after themselves.
func (l nameList) arabic(w string) bool {
	return slices.ContainsFunc(l.groups[w], func(i int) bool { return i >= l.firstArabic && i <= l.lastArabic })
}

// byEar is how far, in hundredths of a consonant for each sound, a word may be from
// a form that its bearer may go by: less than from the name itself, as short forms
// are like many.
const byEar = 5

// goesBy tells whether a form of the given name may be heard as the word of
// another script.
func (l nameList) goesBy(name string, heard []sound, e *ear) bool {
	for _, i := range l.groups[name] {
		if e == &consonantal && i >= l.firstArabic && i <= l.lastArabic { // the name itself says more there
			continue
		}
		for _, f := range l.forms[i] {
			limit := byEar * max(len(f.sounds), len(heard))
			if len(f.sounds) < 4 {
				limit = byEar
			}
			if f.text != name && alikeSounds(f.sounds, heard, e) && apart(f.sounds, heard, e, limit) <= limit {
				return true
			}
		}
	}
	return false
}

// nicknames tells whether both are given names of one group.
func (l nameList) nicknames(a, b string) bool {
	for _, i := range l.groups[a] {
		for _, j := range l.groups[b] {
			if i == j {
				return true
			}
		}
	}
	return false
}
