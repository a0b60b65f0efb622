package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
)

// fullName tells whether a folded name has more than a surname: "de Mistura"
// and "al-Kadhimi" have not.
func fullName(form string) bool {
	words := strings.Fields(form)
	return len(words) > 1 && !(isParticle(words[0]) && words[0] != "abu" && words[0] != "ben" && len(words) == 2)
}

// sameFullName returns the cluster that a full name belongs to, -1 if none:
// same surname and agreeing given names, or one letter's difference.
func (r *reader) sameFullName(form string, bySurname map[string][]int) int {
	for _, c := range bySurname[surname(form)] {
		for _, f := range r.clusters[c].forms {
			if agree(strings.Fields(f), strings.Fields(form)) {
				return c
			}
		}
	}
	for c := range r.clusters {
		if r.clusters[c].kind != graph.KindPerson {
			continue
		}
		for _, f := range r.clusters[c].forms {
			if oneWordMisspelt(f, form) {
				return c
			}
		}
	}
	return -1
}

// agree tells whether two full names with one surname can be one person's: the
// given names of the shorter stand in the longer, as words or initials, or
// differ by one letter.
func agree(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	j := 0
	for _, w := range a[:len(a)-1] {
		ok := false
		for ; j < len(b)-1 && !ok; j++ {
			ok = w == b[j] || len(w) == 1 && w[0] == b[j][0] || len(b[j]) == 1 && w[0] == b[j][0] && (len(b) == 2 || len(b[1]) > 1) || len(w) >= 5 && nearlySame(w, b[j])
		}
		if !ok {
			return false
		}
	}
	return true
}

// oneWordMisspelt tells whether two names of as many words differ in one long
// word, by one letter.
func oneWordMisspelt(a, b string) bool {
	if d := len(a) - len(b); d > 1 || d < -1 || a[0] != b[0] {
		return false
	}
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) != len(y) {
		return false
	}
	differ := 0
	for i := range x {
		if x[i] != y[i] {
			if len(x[i]) < 6 || !nearlySame(x[i], y[i]) {
				return false
			}
			differ++
		}
	}
	return differ == 1
}

// familyOf returns the family name that a folded full name begins with, "" if
// it does not look like a name of that order.
func familyOf(form string) string {
	family, given, _ := strings.Cut(form, " ")
	if n := strings.Count(given, " "); given == "" || n > 2 || !lex().families[family] {
		return ""
	}
	return family
}

// nearlySame tells whether two words differ by one letter put in, left out,
// changed, or by two swapped.
func nearlySame(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if i == len(a) {
		return true
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
