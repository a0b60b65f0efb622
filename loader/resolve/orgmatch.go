package resolve

import (
	"slices"
	"strconv"
	"strings"

	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/gazetteer"
)

// organization is a body's name as it is compared.
type organization struct {
	key     string          // its normal form, country aside where that is generic
	country string          // that it belongs to, by its name
	generic bool            // a name that every country has a body of
	words   []string        // that count, those of nations as the countries' names
	full    []string        // all of them as they stand
	capital map[string]bool // words that are written in capitals
	whole   string          // all its letters, in one
	acronym string          // "" if the name is none
}

func readOrganization(written string) organization {
	o := organization{acronym: acronym(strings.TrimPrefix(strings.TrimPrefix(written, "The "), "the "))}
	o.key, o.country, o.generic = organizationKey(written)
	if in := institutions()[o.key]; o.generic && o.country == "" && in != nil && in.other != "" {
		o.key, o.country, o.generic = organizationKey(in.other)
	}
	for _, w := range strings.Fields(strings.NewReplacer("’s ", " ", "'s ", " ", "&", " and ", "/", "", "+", " plus ").Replace(latinized(withoutAcronym(written)) + " ")) {
		if of, ok := nationWords(strings.Trim(w, ".,()")); ok {
			o.words = append(o.words, of...)
			continue
		}
		o.words = append(o.words, strings.Fields(terms.Fold(w))...)
	}
	o.whole = strings.Join(o.words, "")
	for w := range strings.FieldsSeq(written) {
		if a := acronym(w); a != "" {
			if o.capital == nil {
				o.capital = map[string]bool{}
			}
			o.capital[a] = true
		}
	}
	o.words = withoutForms(o.words)
	if in := orgWordTable().english(o.words); !slices.Equal(in, o.words) {
		o.words = nil
		for _, w := range withoutForms(in) {
			if of, ok := nationWords(properName([]string{w})); ok {
				o.words = append(o.words, of...)
				continue
			}
			o.words = append(o.words, w)
		}
	}
	o.words, o.full = counted(respelt(o.words)), plainWords(written)
	return o
}

// nationWords returns the words of a nation's or region's name for a word that
// names it or its people: Scottish, not European.
func nationWords(word string) ([]string, bool) {
	e := gazetteer.Lookup(word)
	if nation(e) || e.Kind == gazetteer.Regional && gazetteer.Find(e.Name).Country() != nil {
		return strings.Fields(terms.Fold(e.Name)), true
	}
	return nil, false
}

// counted returns the words that tell bodies apart, each in one spelling.
func counted(words []string) []string {
	words = slices.Clone(words)
	for i := len(words) - 1; i >= 0; i-- { // forty-four
		if n, ok := units[words[i]]; ok {
			words[i] = n
		}
		if ten, ok := tens[words[i]]; ok {
			if i+1 < len(words) && len(words[i+1]) == 1 && isNumber(words[i+1]) {
				words[i] = ten + words[i+1]
				words = slices.Delete(words, i+1, i+2)
			} else {
				words[i] = ten + "0"
			}
		}
	}
	for i, w := range words {
		if n, ok := numerals[w]; ok && (i > 0 || len(w) > 1) {
			words[i] = n
		} else if n, ok := ordinals[w]; ok {
			words[i] = n
		}
	}
	whole := len(words)
	return slices.DeleteFunc(words, func(w string) bool { return small(w) && whole > 1 || whole > 1 && (legalForms[w] || w == "s") })
}

// Words that names of bodies have or lack; numbers as they are written.
var (
	numerals = map[string]string{"ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12", "xiii": "13", "xiv": "14", "xv": "15"}
	units    = map[string]string{"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12"}
	tens     = map[string]string{"twenty": "2", "thirty": "3", "forty": "4", "fifty": "5", "sixty": "6", "seventy": "7", "eighty": "8", "ninety": "9"}
	ordinals = map[string]string{"first": "1", "1st": "1", "second": "2", "2nd": "2", "third": "3", "3rd": "3", "fourth": "4", "4th": "4", "fifth": "5", "5th": "5"}
	// loose words add nothing to a company's name, trades little; with branches
	// it may be a daughter's.
	loose    = set("group groupe holding holdings company companies international department")
	trades   = set("motor motors oil deutsche bank banking agency news movement corps airways airlines shimbun newspaper petroleum")
	branches = set("systems technologies technology industries")
)

// MatchOrganizations judges whether two names of organizations are one body's:
// by its acronym, country, former names and legal forms too.
func MatchOrganizations(a, b string) (Match, error) {
	p, q := readOrganization(a), readOrganization(b)
	if len(p.words) == 0 || len(q.words) == 0 {
		return Match{}, ErrNoName
	}
	return p.match(q), nil
}

func oneBody(score float64, why ...string) Match { return Match{Same, score, why} }

func maybeOne(score float64, why string) Match { return Match{Undecided, score, []string{why}} }

func twoBodies(score float64, why string) Match { return Match{Different, score, []string{why}} }

func (o organization) match(p organization) Match {
	switch {
	case o.key == p.key && o.country == p.country:
		return oneBody(1)
	case o.whole == p.whole: // SiemensAG
		return oneBody(0.98)
	case o.generic && p.generic && o.key == p.key:
		if o.country == "" || p.country == "" {
			return maybeOne(0.6, "only one says of which country")
		}
		return twoBodies(0.2, o.country+" is not "+p.country)
	case o.known() && p.known(): // two of the table
		return twoBodies(0.1, o.key+" is not "+p.key)
	case o.acronym != "" && p.acronym == "":
		return o.stands(p)
	case p.acronym != "" && o.acronym == "":
		return p.stands(o)
	}
	for _, x := range [][2]organization{{o, p}, {p, o}} {
		if short := x[0].shortens(x[1]); short != "" {
			return oneBody(0.85, short+" stands for words of the other")
		}
	}
	return compareBodies(o.words, p.words)
}

// known tells whether the name stands in bodies.txt.
func (o organization) known() bool { return knownBodies()[o.key] != "" }

// compareBodies compares the words of two names, those of the longer that stand
// for none of the shorter in the reasons.
func compareBodies(a, b []string) Match {
	if len(a) > len(b) {
		a, b = b, a
	}
	if strings.Join(a, "") == strings.Join(b, "") {
		return oneBody(0.98)
	}
	var rest []string
	left := slices.Clone(b)
	typos := 0
	for _, w := range a {
		i := slices.Index(left, w)
		if i < 0 {
			i = slices.IndexFunc(left, func(v string) bool {
				return len(w) > 5 && len(v) > 5 && oneEdit(w, v) && !(knownNames().known[w] && knownNames().known[v])
			})
			typos++
		}
		if i < 0 {
			typos--
			rest = append(rest, w)
			continue
		}
		left = slices.Delete(left, i, i+1)
	}
	found := len(a) - len(rest)
	isLoose := func(w string) bool { return loose[w] }
	switch {
	case found == 0:
		return twoBodies(0, "no word is the same")
	case slices.ContainsFunc(rest, isLoose) && len(rest) == 1 && len(left) == 0:
		return oneBody(0.9, "only one has "+rest[0])
	case len(rest) > 0:
		return twoBodies(min(0.45, float64(found)/float64(len(b))), strings.Join(rest, " ")+" is not "+strings.Join(left, " "))
	case typos > 1:
		return maybeOne(0.55, "misspelt more than once")
	}
	left = slices.DeleteFunc(left, isLoose)
	switch {
	case len(left) == 0 && !inTurn(a, b):
		if a[0] == "bank" || b[0] == "bank" || slices.Contains(a, "university") && slices.ContainsFunc(a, american) {
			// Bank of America is no American bank, Washington University not that of Washington
			return maybeOne(0.6, "the words stand in another order")
		}
		return oneBody(0.85, "the words stand in another order")
	case len(left) == 0 && typos > 0:
		return oneBody(0.85, "one word may be misspelt")
	case len(left) == 0:
		return oneBody(0.9, "only one has words that add nothing")
	case len(a) > 1 && !slices.ContainsFunc(left, func(w string) bool { return !orgList("clubs", w) }) && slices.ContainsFunc(a, func(w string) bool { return !placeWord(w) }):
		return oneBody(0.85, "only one has the club's letters")
	case honours(a, b):
		return oneBody(0.85, "only one has the name of who is honoured")
	case len(a) > 1 && slices.Equal(left, b[:len(left)]) && nation(gazetteer.Lookup(properName(left))):
		return maybeOne(0.6, "only one says of which country")
	case slices.ContainsFunc(left, func(w string) bool { return placeWord(w) || isNumber(w) }):
		return twoBodies(0.4, "only one has "+strings.Join(left, " "))
	case !isNumber(a[0]) && !slices.ContainsFunc(left, func(w string) bool { return !trades[w] }) && a[0] == b[0] || a[len(a)-1] == b[len(b)-1] && trades[left[0]] && len(left) == 1:
		return oneBody(0.75, "only one has "+strings.Join(left, " "))
	case a[0] == b[0] && len(left) == 1 && branches[left[0]]:
		return maybeOne(0.6, "only one has "+left[0])
	case a[0] == b[0]:
		return maybeOne(0.5, "only one has "+strings.Join(left, " ")+": it may be a part of the other")
	}
	return twoBodies(0.4, "only one has "+strings.Join(left, " "))
}

// inTurn tells whether the words of a stand in b in their order.
func inTurn(a, b []string) bool {
	at := 0
	for _, w := range a {
		i := slices.IndexFunc(b[at:], func(v string) bool { return v == w || oneEdit(v, w) })
		if i < 0 {
			return false
		}
		at += i + 1
	}
	return true
}

// properName writes folded words as a name is written.
func properName(words []string) string {
	var out []string
	for _, w := range words {
		out = append(out, strings.ToUpper(w[:1])+w[1:])
	}
	return strings.Join(out, " ")
}

func placeWord(w string) bool {
	switch gazetteer.Lookup(properName([]string{w})).Kind {
	case gazetteer.Country, gazetteer.Demonym, gazetteer.Region, gazetteer.Regional, gazetteer.City:
		return true
	}
	return false
}

func isNumber(w string) bool {
	_, err := strconv.Atoi(w)
	return err == nil
}
