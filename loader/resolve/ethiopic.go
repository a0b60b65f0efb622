package resolve

import (
	"strings"

	"github.com/mozillazg/go-unidecode"
)

// ethiopicVowels are those of the orders of a letter, as names have them: the first,
// said short, is written a or e, and the sixth is none, or one that is hardly said.
var ethiopicVowels = [...]string{"e", "u", "i", "a", "e", "", "o", "wa"}

// ethiopicConsonants writes as names do what transliterations tell apart.
var ethiopicConsonants = strings.NewReplacer("sz", "s", "hh", "h", "th", "t", "x", "h", "ch", "ch", "c", "ch", "tz", "ts")

// readEthiopic writes a word of Amharic or Tigrinya in Latin letters.
func readEthiopic(w string) string {
	var out strings.Builder
	last := ""
	for _, r := range w {
		order := int(r) % len(ethiopicVowels)
		consonant := ethiopicConsonants.Replace(strings.TrimRight(strings.Trim(unidecode.Unidecode(string(r)), "`'"), "aeiou"))
		if consonant == "" && order == 0 { // alef and ayn
			out.WriteByte('a')
			continue
		}
		if consonant != "" && consonant == last { // twice with nothing between: Mekonnen
			out.WriteByte('e')
		}
		out.WriteString(consonant + ethiopicVowels[order])
		last = consonant
		if ethiopicVowels[order] != "" {
			last = ""
		}
	}
	return out.String()
}
