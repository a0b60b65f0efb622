package resolve

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed japanese.txt
var japaneseText string

// japaneseNames are the readings of family names and of the characters of
// given ones.
type japaneseNames struct{ family, given map[string][]string }

var japanese = sync.OnceValue(func() japaneseNames {
	n := japaneseNames{map[string][]string{}, map[string][]string{}}
	into := n.family
	for _, line := range dataLines(japaneseText) {
		switch {
		case line[0] == "family":
			into = n.family
		case line[0] == "given":
			into = n.given
		default:
			into[line[0]] = append(into[line[0]], line[1:]...)
		}
	}
	return n
})

// readJapanese returns the readings of a family and a given name in Han
// characters; none if it is no Japanese name that we can read.
func readJapanese(name []rune) (family, given []string, at int) {
	n := japanese()
	for at = min(3, len(name)-1); at > 0; at-- {
		if family = n.family[string(name[:at])]; family != nil {
			break
		}
	}
	if family == nil {
		return nil, nil, 0
	}
	given = []string{""}
	for _, r := range name[at:] {
		var longer []string
		for _, g := range given {
			for _, x := range n.given[string(r)] {
				if len(longer) < 100 {
					longer = append(longer, g+x)
				}
			}
		}
		given = longer
	}
	return family, given, at
}

// shortVowels writes long vowels of Japanese as the short ones of passports.
var shortVowels = strings.NewReplacer("ou", "o", "oo", "o", "uu", "u", "oh", "o", "aa", "a", "ii", "i", "ei", "e")
