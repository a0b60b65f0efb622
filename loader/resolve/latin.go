package resolve

import (
	"strings"
	"sync"

	"github.com/whomet/whomet/graph/terms"
)

func latinWords(out []word, s string) []word {
	for _, w := range strings.Fields(terms.Fold(s)) {
		out = append(out, readWord(w))
	}
	if said := asSaid.Replace(s); said != s {
		for i, w := range strings.Fields(terms.Fold(said)) {
			if at := len(out) - len(strings.Fields(terms.Fold(s))) + i; out[at].text != w {
				out[at].sounds = sounds(w)
			}
		}
	}
	return out
}

// asSaid writes letters with marks as English writes their sound, which is lost with
// the mark: Djindjic, Taditch, Walensa.
var asSaid = func() *strings.Replacer {
	pairs := strings.Fields("đ dj č tch ć tch š sh ž zh ş sh ș sh ț ts ţ ts ę en ą on")
	for _, p := range pairs {
		pairs = append(pairs, strings.ToUpper(p))
	}
	return strings.NewReplacer(pairs...)
}()

// letterNames are how the initials of English are written in Devanagari, by the
// names of the letters, from a to z.
var letterNames = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for i, name := range strings.Fields("ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई ज़ेड") {
		m[name] = string(rune('a' + i))
	}
	return m
})
