package resolve

import (
	"slices"
	"strings"
	"sync"

	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/bodies"
)

// knownBodies maps names of well-known bodies, without small words, to the first
// name of their line.
func knownBodies() map[string]string { return bodyList().first }

// bodyTable is what bodies.All tells: by the words of a name the first of its body,
// and by that the country that the body is of, or the body that it is a part of.
type bodyTable struct{ first, of, part map[string]string }

var bodyList = sync.OnceValue(func() bodyTable {
	t := bodyTable{map[string]string{}, map[string]string{}, map[string]string{}}
	for _, b := range bodies.All() {
		first := strings.Join(ownWords(b.Names[0]), " ")
		for _, name := range b.Names {
			own := ownWords(name)
			english := inEnglish(own)
			t.add(own, first)
			if !slices.Equal(own, english) && !anyState(english) { // every country may have a Partido Popular
				t.add(english, first)
			}
		}
		if b.Country != "" && t.of[first] == "" {
			t.of[first] = b.Country
		}
		if b.PartOf != "" {
			t.part[first] = strings.Join(unlinked(ownWords(b.PartOf)), " ")
		}
	}
	return t
})

func (t bodyTable) add(words []string, first string) {
	if key := strings.Join(unlinked(words), " "); key != "" && t.first[key] == "" {
		t.first[key] = first
	}
}

// knownBody returns the first name of the well-known body of a name, given in its
// own words and in English, "" if it is none's.
func knownBody(own, words []string) string {
	if full := knownBodies()[strings.Join(unlinked(own), " ")]; full != "" {
		return full
	}
	words = unlinked(words)
	if full := knownBodies()[strings.Join(words, " ")]; full != "" {
		return full
	}
	for n := 1; n < min(len(words), maxOwnerWords+1); n++ { // the UN World Food Programme, the World Food Programme of the UN
		for _, at := range []int{n, len(words) - n} {
			part, owner := words[at:], words[:at]
			if at != n {
				part, owner = owner, part
			}
			full := knownBodies()[strings.Join(part, " ")]
			if of := bodyList().part[full]; of != "" && (of == strings.Join(owner, " ") || orgWordTable().normal["opening"][owner[0]] == of && len(owner) == 1) {
				return full
			}
		}
	}
	return ""
}

// maxOwnerWords is of how many words the name of a body with parts is.
const maxOwnerWords = 3

// knownOf returns the first name of the well-known body that is called so and is
// of the country, "" if there is none.
func knownOf(words []string, country string) string {
	if full := knownBodies()[strings.Join(unlinked(append(slices.Clone(words), strings.Fields(terms.Fold(country))...)), " ")]; full != "" {
		return full
	}
	if full := knownBodies()[strings.Join(unlinked(words), " ")]; full != "" && bodyList().of[full] == country {
		return full
	}
	return ""
}
