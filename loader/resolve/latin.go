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
	if strings.ContainsAny(s, "đĐ") { // that of Serbs and Croats, said as Djindjic writes it
		for i, w := range strings.Fields(terms.Fold(barredD.Replace(s))) {
			if at := len(out) - len(strings.Fields(terms.Fold(s))) + i; out[at].text != w {
				out[at].sounds = sounds(w)
			}
		}
	}
	if strings.ContainsAny(s, "ęąĘĄ") { // the nasal vowels of Polish: Wałęsa is Walensa elsewhere
		for i, w := range strings.Fields(terms.Fold(nasal.Replace(s))) {
			if at := len(out) - len(strings.Fields(terms.Fold(s))) + i; out[at].text != w {
				out[at].sounds = sounds(w)
			}
		}
	}
	return out
}

var nasal = strings.NewReplacer("ę", "en", "ą", "on", "Ę", "En", "Ą", "On")

var barredD = strings.NewReplacer("đ", "dj", "Đ", "Dj")

// letterNames are how the initials of English are written in Devanagari, by the
// names of the letters, from a to z.
var letterNames = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for i, name := range strings.Fields("ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई ज़ेड") {
		m[name] = string(rune('a' + i))
	}
	return m
})
