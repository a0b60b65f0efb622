package resolve

import "strings"

// Latvian and Lithuanian put the endings of their nouns to the names of foreign
// men: Donalds Tramps, Vladimiras Putinas.
var balticEndings = []string{"as", "is", "us", "s"}

// withoutBaltic returns the name without the endings of Latvian or Lithuanian;
// not ok if not all its words end so.
func (p person) withoutBaltic() (out person, ok bool) {
	if p.bare() {
		return p, false
	}
	var words []string
	for _, w := range p.words {
		rest := w.text
		for _, end := range balticEndings {
			if rest, ok = strings.CutSuffix(w.text, end); ok {
				break
			}
		}
		if !ok || w.script != latin || len(rest) < 4 {
			return p, false
		}
		words = append(words, strings.ReplaceAll(rest, "c", "ts"))
	}
	return readName(strings.Join(words, " ")), true
}
