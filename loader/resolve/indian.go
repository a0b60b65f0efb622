package resolve

import "strings"

// How names of India vary in Latin letters.

// Endings that are said in respect, and are no part of a name: Vallabhbhai,
// Anandiben.
var respect = []string{"bhai", "iben", "aben", "saheb", "sahib"}

// Last elements of Sanskrit names whose a is said in the south and no more in the
// north: Digvijaya, Prabhakara, Surya Kanta.
var finalA = []string{"kara", "kanta", "vijaya", "natha", "nanda", "raja", "deva", "pala", "dasa", "eswara", "eshwara"}

// Families of Bengal, by their Sanskrit names and those of every day.
var bengal = map[string]string{"mukhopadhyay": "mukherjee", "bandyopadhyay": "banerjee", "bandopadhyay": "banerjee", "chattopadhyay": "chatterjee", "gangopadhyay": "ganguly"}

// indianStem is a word of a name of India without what is now said, now not;
// other words are their own stems.
func indianStem(w string) string {
	if s := bengal[strings.TrimSuffix(w, "a")]; s != "" {
		return s
	}
	for _, end := range respect {
		if rest, ok := strings.CutSuffix(w, end); ok && len(rest) > 3 {
			if strings.HasSuffix(end, "ben") {
				rest += end[:1]
			}
			return rest
		}
	}
	for _, end := range finalA {
		if strings.HasSuffix(w, end) && len(w) > len(end)+2 {
			return w[:len(w)-1]
		}
	}
	for _, end := range []string{"inder", "ender", "indra"} { // Narender, Narendra; Surinder, Surendra
		if rest, ok := strings.CutSuffix(w, end); ok && len(rest) > 1 {
			return rest + "endra"
		}
	}
	return w
}

// tamilL tells whether two words are one with the l of Tamil that is also written
// zh: Azhagiri, Alagiri. No word begins with it.
func tamilL(a, b string) bool {
	x, y := strings.LastIndex(a, "zh") > 0, strings.LastIndex(b, "zh") > 0
	return x != y && alikeSounds(sounds(strings.ReplaceAll(a, "zh", "l")), sounds(strings.ReplaceAll(b, "zh", "l")), &sharp)
}
