package resolve

import (
	_ "embed"
	"strings"
	"sync"
)

var (
	//go:embed nicknames.txt
	nicknameText string
	//go:embed given.txt
	givenText string
	//go:embed surnames.txt
	surnameText string
)

// nameList is what is known about names in general.
type nameList struct {
	groups map[string][]int // given name -> groups of nicknames that it is in
	given  map[string]bool
	known  map[string]bool // given and family names
}

var knownNames = sync.OnceValue(func() nameList {
	l := nameList{groups: map[string][]int{}, given: map[string]bool{}, known: map[string]bool{}}
	for i, line := range dataLines(nicknameText) {
		for _, w := range line {
			l.groups[w] = append(l.groups[w], i)
			l.given[w], l.known[w] = true, true
		}
	}
	for _, line := range dataLines(givenText) {
		for _, w := range line {
			l.given[w], l.known[w] = true, true
		}
	}
	for _, line := range dataLines(surnameText) {
		for _, w := range line {
			l.known[w] = true
		}
	}
	return l
})

// dataLines returns the words of each line, without comments.
func dataLines(text string) [][]string {
	var out [][]string
	for line := range strings.Lines(text) {
		if line, _, _ = strings.Cut(line, "#"); strings.TrimSpace(line) != "" {
			out = append(out, strings.Fields(line))
		}
	}
	return out
}

// nicknames tells whether both are given names of one group.
func (l nameList) nicknames(a, b string) bool {
	for _, i := range l.groups[a] {
		for _, j := range l.groups[b] {
			if i == j {
				return true
			}
		}
	}
	return false
}
