package clean

import (
	"strings"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"
)

// functionWords make up a third of any English text and hardly any of another
// language's: those that other languages share (in, a, is, was, on) are left out;
// the days of the week tell it too.
var functionWords = map[string]bool{
	"the": true, "of": true, "and": true, "to": true, "that": true, "for": true, "with": true, "from": true,
	"by": true, "it": true, "its": true, "be": true, "are": true, "were": true, "been": true, "has": true,
	"have": true, "had": true, "he": true, "she": true, "they": true, "his": true, "her": true, "their": true,
	"this": true, "which": true, "who": true, "would": true, "will": true, "not": true, "at": true, "but": true,
	"said": true, "an": true, "or": true, "as": true, "after": true, "told": true, "into": true, "about": true,
	"between": true, "during": true, "when": true, "where": true, "while": true, "could": true, "should": true, "must": true,
	"there": true, "what": true, "them": true, "him": true,
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
}

// sharedWords are frequent in English, and in other languages too, each in a few;
// "s" is what stands after an apostrophe.
var sharedWords = map[string]bool{"in": true, "on": true, "a": true, "is": true, "was": true, "s": true}

const (
	hintRate    = 0.06 // of short texts full of names, which no detector is sure of
	sharedRate  = 0.15 // of these where they have shared words only
	sampleWords = 2000 // enough to tell a language
	fewWords    = 12   // too few to count function words in
	englishRate = 0.12 // English news has 0.2 to 0.4, other languages less than 0.05
)

// english tells whether text is in English, and names the language that it is in
// where it is not and that can be told.
func english(text string) (language string, ok bool) {
	n, function, shared := 0, 0, 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		n++
		switch word = strings.ToLower(word); {
		case functionWords[word]:
			function++
		case sharedWords[word]:
			shared++
		}
		if n == sampleWords {
			break
		}
	}
	if n >= fewWords && float64(function) >= englishRate*float64(n) {
		return "English", true
	}
	info := whatlanggo.Detect(text[:min(len(text), 16<<10)])
	if info.Lang == whatlanggo.Eng {
		return "English", true
	}
	if !info.IsReliable() {
		// A few Latin words may be English: nothing speaks against it.
		return "", info.Script == unicode.Latin && (n < fewWords || float64(function) >= hintRate*float64(n) || float64(function+shared) >= sharedRate*float64(n))
	}
	return info.Lang.String(), false
}
