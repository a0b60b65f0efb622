package resolve

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/whomet/whomet/loader/datafile"
)

// A name in quotation marks or brackets among a person's names is another that
// the person goes by, and either will do: Robert C. "Bobby" Scott is Bobby
// Scott and Robert Scott, Nicole (Nikki) Budzinski Nikki Budzinski.

// marks are what such a name stands between. Single ones are letters of Arabic
// and Hebrew names: 'Abd al-Rafi'.
var marks = []struct{ open, shut string }{{`"`, `"`}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"(", ")"}, {"[", "]"}, {"（", "）"}}

// withoutCalled returns the name without what the person is called besides, and
// the whole name that this makes with the words behind it or, at the end, with
// the last word before it; called is "" if there is none. Brackets at the end
// hold remarks, and so does what begins with a small letter: (cricketer), (née
// Clay).
func withoutCalled(name string) (rest, called string) {
	for _, m := range marks {
		before, after, ok := strings.Cut(name, m.open)
		if !ok {
			continue
		}
		inside, after, ok := strings.Cut(after, m.shut)
		words, last := strings.Fields(inside), strings.Fields(before)
		if !ok || len(words) == 0 || len(last) == 0 || !endsInSpace(before) || titles[strings.ToLower(words[0])] {
			continue
		}
		first, _ := utf8.DecodeRuneInString(words[0])
		quoted := !strings.ContainsAny(m.open, "([（")
		switch after = strings.TrimSpace(after); {
		case !unicode.IsLetter(first), !quoted && (after == "" || unicode.IsLower(first)), after != "" && len(words) > 2:
			continue
		case after != "":
			return before + after, inside + " " + after
		case len(words) > 1:
			return before, inside
		}
		return before, inside + " " + last[len(last)-1]
	}
	return name, ""
}

func endsInSpace(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(r)
}

//go:embed other_names.txt
var otherNamesText string

// otherNames leads from the keys of names in other_names.txt to the usual name of
// the bearer.
var otherNames = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, line := range datafile.Lines(otherNamesText) {
		names := datafile.List(line, ";")
		for _, n := range names[1:] {
			out[readName(n).key()] = names[0]
		}
	}
	return out
})

// usual returns the name by which all news knows the bearer of another, which that
// keeps.
func (p person) usual() person {
	if name, ok := otherNames()[p.full]; ok {
		u := readName(name)
		u.own = &p
		return u
	}
	return p
}

// compareOwn compares the names themselves of those who have more usual ones, where
// that finds more than c does: Karol Wojtyła, Кароль Войтыла.
func (p person) compareOwn(q person, c comparison) comparison {
	if p.own != nil {
		p = *p.own
	}
	if q.own != nil {
		q = *q.own
	}
	if own := p.compare(q); own.better(c) {
		return own
	}
	return c
}

// readPerson takes a name apart, and what else the person is called.
func readPerson(name string) person {
	rest, called := withoutCalled(name)
	if called == "" {
		return readName(name).usual()
	}
	p, c := readName(rest), readName(called)
	if p.bare() || c.bare() {
		return readName(name)
	}
	if c.full != p.full {
		p.called = &c
		p.full = p.key()
	}
	return p
}

// compareCalled compares the names by which people are called besides with the
// other's, where that finds more than c does. Who is called by one name only says
// less than who is by two.
func (p person) compareCalled(q person, c comparison) comparison {
	if p.called != nil {
		if by := p.called.compare(q); by.better(c) {
			c = by
			if c.relation == variant && q.called == nil {
				c.relation = greater
			}
		}
	}
	if q.called != nil {
		if by := p.compare(*q.called); by.better(c) {
			c = by
			if c.relation == variant && p.called == nil {
				c.relation = lesser
			}
		}
	}
	return c
}
