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
				if len(longer) < 600 {
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

// hanWords reads Chinese characters: a whole name as a family's, of Japan or
// China, and a given one.
func hanWords(rs []rune, alone bool) []word {
	if !alone || len(rs) < 2 || len(rs) > 6 {
		if family := japanese().family[string(rs)]; family != nil && len(rs) > 1 {
			return []word{hanWord(string(rs), family)}
		}
		if w, ok := native(string(rs), han); ok {
			return []word{w}
		}
		return nil
	}
	if family, given, at := readJapanese(rs); len(given) > 0 {
		return []word{hanWord(string(rs[:at]), family), hanWord(string(rs[at:]), given)}
	}
	at := 1
	if two, ok := native(string(rs[:2]), han); ok && len(rs) > 2 && twoHan[two.text] {
		at = 2
	}
	family, ok := native(string(rs[:at]), han)
	given, also := native(string(rs[at:]), han)
	if !ok || !also {
		return nil
	}
	return []word{family, given}
}

func hanWord(w string, readings []string) word {
	out := readWord(readings[0])
	out.native, out.script, out.also = w, han, readings
	return out
}

// Families that are written with two Han characters, in pinyin.
var twoHan = set("ouyang sima zhuge shangguan situ xiahou huangfu dongfang murong linghu gongsun")
