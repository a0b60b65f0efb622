package score

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// titles are words before a person's name that are no part of it.
var titles = wordSet(`
	miss ms mrs mr hon honorable honourable sir lord dame lady professor prof dr
	president premier chancellor prime minister foreign interior defence defense secretary state deputy vice chief
	ambassador amb governor gov mayor senator sen congressman congresswoman representative rep speaker judge justice
	leader director chair chairman chairwoman crown king queen prince princess emir sultan shaikh shaykh sheikh
	marshal field general gen lieutenant lt major maj brigadier brig colonel col captain capt sgt admiral adm commander cmdr
	pope cardinal archbishop bishop father reverend rev rabbi imam mullah grand ayatollah hojatoleslam sayed sayyid seyyed
	late former ex then`)

// bodies end names of organizations: what stands before them is no title.
var bodies = wordSet(`agency army assembly board bureau committee council court department force forces guard house
	ministry navy office police service staff`)

// sameAs leads other names of one state or body to one.
var sameAs = map[string]string{
	"european union": "eu", "united nations": "un",
	"america": "united states", "united states of america": "united states", "usa": "united states",
	"u s": "united states", "us": "united states",
	"great britain": "united kingdom", "britain": "united kingdom", "u k": "united kingdom", "uk": "united kingdom",
}

func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

var folding = cases.Fold()

// fold takes case and diacritics off.
func fold(s string) string {
	s = folding.String(norm.NFKD.String(s))
	var b strings.Builder
	for _, r := range s {
		if norm.NFKD.PropertiesString(string(r)).CCC() == 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

var (
	possessive = regexp.MustCompile("['’‘`ʿʾ]s\\b")
	quoteMarks = regexp.MustCompile("['’‘`ʿʾ.]")
	gaps       = regexp.MustCompile(`[^\p{L}\p{N}_]+`)
)

// canonical returns a name as it is compared: "the U.S." is "united states";
// with bare, "Lt. General Ann Lee" is "ann lee".
func canonical(name string, bare bool) string {
	s := quoteMarks.ReplaceAllString(possessive.ReplaceAllString(fold(name), ""), "")
	words := strings.Fields(gaps.ReplaceAllString(s, " "))
	if len(words) > 0 && words[0] == "the" {
		words = words[1:]
	}
	for bare && len(words) > 1 && titles[words[0]] {
		words = words[1:]
	}
	s = strings.Join(words, " ")
	for _, short := range [][2]string{{"united nations ", "un "}, {"european union ", "eu "}} {
		if rest, long := strings.CutPrefix(s, short[0]); long {
			s = short[1] + rest
		}
	}
	if same, has := sameAs[s]; has {
		return same
	}
	return s
}

// forms are the names of one entity as they are compared.
type forms map[string]bool

// formsOf returns all names as they stand and, of what may be a person,
// without titles; "Foreign Ministry" keeps both its words.
func formsOf(person bool, names ...string) forms {
	out := forms{}
	for _, name := range names {
		if name == "" {
			continue
		}
		out[canonical(name, false)] = true
		if person {
			f := canonical(name, true)
			if !bodies[f[strings.LastIndexByte(f, ' ')+1:]] {
				out[f] = true
			}
		}
	}
	delete(out, "")
	return out
}

// shared counts the names that two entities share.
func (f forms) shared(g forms) int {
	n := 0
	for s := range f {
		if g[s] {
			n++
		}
	}
	return n
}

func (f forms) meets(g forms) bool { return f.shared(g) > 0 }

var unlikeText = regexp.MustCompile(`[\s*_#>\x{200b}\x{feff}]+`)

// squeeze returns text as it is looked for in an article: without white space,
// styles of quotation marks and the signs of markup.
func squeeze(s string) string {
	s = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`).Replace(norm.NFKC.String(s))
	s = strings.Join(strings.Fields(s), "")
	return unlikeText.ReplaceAllString(s, "")
}

// first returns the first of several that satisfies is, or nil.
func first[T any](list []T, is func(*T) bool) *T {
	if i := slices.IndexFunc(list, func(t T) bool { return is(&t) }); i >= 0 {
		return &list[i]
	}
	return nil
}
