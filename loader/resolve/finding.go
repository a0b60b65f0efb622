package resolve

import (
	"cmp"
	"slices"
	"strings"
)

// blocks returns the keys that the name is found under (see [asks]). A
// surname alone looks for full names with it and they look for it. Full names
// find each other by two words that both have, in any order: as they sound,
// by their nicknames, the first by its initial, and one of them misspelt.
func (p person) blocks() []string {
	var out []string
	if p.called != nil {
		out = p.called.blocks()
	}
	last := p.words[len(p.words)-1]
	group := func(name string, keys []string) {
		for _, k := range keys {
			out = append(out, name+k)
		}
	}
	if p.bare() {
		group("P1:", last.heard())
		group("P4:", last.coarse()) // as a full name in one word has
		return out
	}
	group("P2:", last.heard())
	if p.first != "" {
		group("P2:", p.words[0].coarse())
	}
	if b, ok := p.withoutBaltic(); ok {
		out = append(out, b.blocks()...)
	}
	joined, led := "", ""
	for _, w := range p.words {
		joined, led = joined+w.text, led+w.led+w.text
	}
	group("P3:", coarse(joined))
	if led != joined {
		group("P3:", coarse(led))
	}
	for i, a := range p.words {
		for j, b := range p.words {
			if i == j {
				continue
			}
			if j > i {
				for _, x := range a.keys() {
					for _, y := range b.keys() {
						out = append(out, "P3:"+min(x, y)+" "+max(x, y))
					}
				}
			}
			for _, x := range a.keys() {
				for _, y := range b.typoKeys() {
					out = append(out, "P3:"+x+" "+y)
				}
			}
		}
	}
	group("P3:", p.easternKeys())
	for _, s := range p.throughCyrillic() {
		group("P3:", coarse(s))
	}
	for _, g := range p.given {
		for _, k := range last.heard() {
			out = append(out, "P3:"+k+" "+string([]rune(g)[:1])+".")
		}
	}
	return out
}

// easternKeys are the keys of a name that may be of China or Korea: its family and
// the rest in one, whichever stands first, each in one form for all the systems of
// Latin letters. These share no sounds that other keys could tell: Chia-pao is
// Jiabao, Rhee Yi.
func (p person) easternKeys() []string {
	var out []string
	for _, from := range []eastern{chinese, korean} {
		if !p.origin[from] || slices.ContainsFunc(p.words, func(w word) bool { return w.script != latin }) {
			continue
		}
		n := len(p.words) - 1
		divided := [][2]string{{p.words[0].text, joinedText(p.words[1:])}}
		if last := p.words[n].text; familyFirst[last] || koreanFamilies[last] != "" {
			divided = append(divided, [2]string{last, joinedText(p.words[:n])})
		}
		for _, d := range divided {
			if from == korean {
				out = append(out, "%"+cmp.Or(koreanFamilies[d[0]], koreanConsonants(d[0]))+" "+koreanConsonants(d[1]))
				continue
			}
			for _, x := range wades(d[0]) {
				for _, y := range wades(d[1]) {
					out = append(out, "%"+min(x, y)+" "+max(x, y))
				}
			}
		}
	}
	return finish(out)
}

func joinedText(words []word) string { return strings.ReplaceAll(text(words), " ", "") }
