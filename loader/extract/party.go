package extract

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/whomet/whomet/graph"
)

//go:embed people.txt
var peopleText string

// peopleNouns are the sections of people.txt.
var peopleNouns = sync.OnceValue(func() map[string]set { return wordSections(peopleText) })

// party is one who takes part: an entity, and where the sentence names it.
type party struct {
	entity  int
	token   int
	mention *mention
}

// maxDescent bounds the recursion through lists and appositions.
const maxDescent = 24

// parties returns whom the phrase headed by token names as acting: the people
// of a list, the person behind a title, the state behind "its ministers". It
// reads through slips of the parser inside titles and names by looking at the
// words that follow.
func (d *document) parties(token int) []party {
	var out []party
	seen := map[int]bool{}
	d.gather(token, &out, seen, 0)
	d.alongside(token, &out, seen)
	return out
}

// alongside adds the members of a list that the parser lost: those left of the
// head ("Minister A and | Secretary B"), and those that go on after the last
// one found ("met A, | President B and Premier C at …").
func (d *document) alongside(token int, out *[]party, seen map[int]bool) {
	if len(*out) == 0 {
		return
	}
	for _, c := range d.Children(token) {
		if m := d.mentionAt(c); d.Tokens[c].Dep == "nmod" && m != nil && d.isPersonal(m) && m.kind == byName && d.child(c, "cc") >= 0 {
			d.gather(c, out, seen, 0)
		}
	}
	last := (*out)[len(*out)-1].mention
	if last.kind != byName || !d.isPersonal(last) || last.end >= len(d.Tokens) {
		return
	}
	var more []*mention
	joined := false
	for i := last.end; i < len(d.Tokens) && d.Tokens[i].Sent == d.Tokens[last.head].Sent; {
		comma := d.Tokens[i].Text == ","
		if comma {
			i++
		}
		and := i < len(d.Tokens) && d.Tokens[i].Lower == "and"
		if and {
			i++
		}
		if !comma && !and {
			break
		}
		m := d.personFrom(i)
		if m == nil || m.end >= len(d.Tokens) {
			break
		}
		next := &d.Tokens[m.end]
		own := d.Tokens[token].Dep == "nsubj" && (m.end == d.Tokens[token].Head || next.Head == d.Tokens[token].Head)
		if p := next.POS; !own && (p == "VERB" || p == "AUX" || p == "ADV") || next.Tag == "POS" {
			break // "…, and B left"
		}
		more = append(more, m)
		i = m.end
		if and {
			joined = true
			break
		}
	}
	if !joined {
		return
	}
	for _, m := range more {
		for _, e := range m.refs {
			if !slices.ContainsFunc(*out, func(p party) bool { return p.entity == e }) {
				*out = append(*out, party{e, m.head, m})
			}
		}
	}
}

// personFrom returns the person named by the run of nominal words that begins
// at token, nil if it is not a name with its titles.
func (d *document) personFrom(token int) *mention {
	for i := token; i < len(d.Tokens) && i < token+10; i++ {
		if m := d.mentionAt(i); m != nil && d.isPersonal(m) && m.kind == byName {
			return m
		}
		switch tok := &d.Tokens[i]; {
		case tok.POS == "PROPN", tok.Tag == "POS", tok.POS == "ADJ", tok.Lower == "of", tok.POS == "NOUN" && d.Tokens[i+1].POS != "PUNCT":
		default:
			return nil
		}
	}
	return nil
}

func (d *document) gather(token int, out *[]party, seen map[int]bool, depth int) {
	if depth > maxDescent || seen[token] {
		return
	}
	seen[token] = true
	tok := &d.Tokens[token]

	// "who", "which": the antecedent
	if tok.Tag == "WP" || tok.Tag == "WDT" || tok.Tag == "WP$" {
		for v := tok.Head; ; v = d.Tokens[v].Head {
			if d.Tokens[v].Dep == "relcl" {
				d.gather(d.Tokens[v].Head, out, seen, depth+1)
				return
			}
			if d.Tokens[v].Head == v {
				return
			}
		}
	}
	d.own(token, out, seen, depth)
	d.listed(token, out, seen, depth)
	if m := d.mentionAt(token); m != nil { // lists may hang on any word of a name
		for i := m.start; i < m.end; i++ {
			if i != token {
				d.listed(i, out, seen, depth)
			}
		}
	}
}

// own adds the party that the phrase headed by token names itself, lists apart.
func (d *document) own(token int, out *[]party, seen map[int]bool, depth int) {
	add := func(m *mention, at int) {
		for _, e := range m.refs {
			if !slices.ContainsFunc(*out, func(p party) bool { return p.entity == e }) {
				*out = append(*out, party{e, at, m})
			}
		}
	}
	m := d.mentionAt(token)
	if m != nil && m.kind == byTitle && d.Tokens[token].Tag == "NNS" && d.hasMembers(token) {
		m = nil // "the ministers of France and Spain" are others than those named
	}
	if m != nil && d.isPersonal(m) {
		add(m, token)
		return
	}
	// the person whose title this is: "Council (INSC) Adviser Ann Lee"
	if p := d.personAfter(token); p != nil {
		add(p, p.head)
		d.listed(p.head, out, seen, depth)
		return
	}
	// "Ann Lee Tuesday", parsed as one name
	if t := &d.Tokens[token]; m == nil && t.POS == "PROPN" && t.EntType == "DATE" {
		for _, c := range d.Children(token) {
			if a := d.mentionAt(c); a != nil && c < token && d.isPersonal(a) {
				add(a, c)
				d.listed(c, out, seen, depth)
				return
			}
		}
	}
	// "the envoy, Ann Lee": apposition
	for _, c := range d.Children(token) {
		if d.Tokens[c].Dep == "appos" && c > token {
			if a := d.mentionAt(c); a != nil && d.isPersonal(a) {
				add(a, c)
				return
			}
			if p := d.personAfter(c); p != nil {
				add(p, p.head)
				d.listed(p.head, out, seen, depth)
				return
			}
		}
	}
	if m != nil {
		add(m, token)
		return
	}
	lemma := d.lemma(token)
	if crowds[lemma] { // "a number of French officials"
		for _, c := range d.Children(token) {
			if o := d.child(c, "pobj"); d.Tokens[c].Lower == "of" && o >= 0 {
				d.gather(o, out, seen, depth+1)
			}
		}
		return
	}
	if !peopleNouns()["representatives"][lemma] && !peopleNouns()["people"][lemma] {
		return
	}
	// "leaders including A and B", "officials such as A"
	before := len(*out)
	for _, c := range d.Children(token) {
		if l := d.Tokens[c].Lower; d.Tokens[c].Dep == "prep" && (l == "including" || l == "like" || l == "as") {
			if o := d.child(c, "pobj"); o >= 0 {
				d.gather(o, out, seen, depth+1)
			}
		}
	}
	// "its partners - France, Britain and Canada -"
	if r := d.Tokens[token].Right; len(*out) == before && r+1 < len(d.Tokens) && d.Tokens[token].Tag == "NNS" {
		for i := r - 1; i <= r+2 && i < len(d.Tokens); i++ {
			if t := d.Tokens[i].Text; i > token && (t == "-" || t == "–" || t == "—" || t == ":") {
				for j := i + 1; j < i+3 && j < len(d.Tokens); j++ {
					if m := d.mentionAt(j); m != nil && m.kind == byName {
						d.gather(m.head, out, seen, depth+1)
						break
					}
				}
				break
			}
		}
	}
	if len(*out) > before {
		return
	}
	// "EU leaders", "Iran's ministers", "officials of both countries"
	for _, c := range d.Children(token) {
		switch d.Tokens[c].Dep {
		case "amod", "compound", "poss", "nmod", "npadvmod":
			if d.Tokens[c].Dep == "poss" && fellows[lemma] || d.against(token) {
				continue // "its partners" are others; "opposition leaders" are not the state's
			}
			d.gatherState(c, out, add)
		case "prep":
			if l := d.Tokens[c].Lower; l == "of" || l == "from" {
				if o := d.child(c, "pobj"); o >= 0 {
					d.gather(o, out, seen, depth+1)
				}
			}
		case "acl": // "officials representing France"
			if l := d.lemma(c); l == "represent" || l == "appoint" {
				if o := d.child(c, "dobj"); o >= 0 {
					d.gather(o, out, seen, depth+1)
				}
			}
		}
	}
}

// crowds are nouns that count people.
var crowds = wordSet("number hundred dozen thousand score couple majority handful range host series team pair trio")

// hasMembers tells whether a plural names its own: "the ministers of France".
func (d *document) hasMembers(token int) bool {
	for _, c := range d.Children(token) {
		if o := d.child(c, "pobj"); d.Tokens[c].Lower == "of" && o >= 0 {
			if m := d.mentionAt(o); m != nil && m.kind == byName {
				return true
			}
		}
	}
	return false
}

// fellows are nouns whose owner is not among them.
var fellows = wordSet("partner ally counterpart neighbour neighbor opponent rival")

// against tells whether a phrase is of those who stand against their state.
func (d *document) against(token int) bool {
	for _, c := range d.Children(token) {
		switch d.Tokens[c].Lower {
		case "opposition", "rebel", "dissident", "exiled", "exile", "insurgent", "separatist", "guerrilla":
			return true
		}
	}
	switch d.lemma(token) {
	case "opposition", "rebel", "dissident", "exile", "insurgent", "separatist":
		return true
	}
	return false
}

// gatherState adds the states and bodies that modify a noun for their people:
// "French and German officials", "Security Council members".
func (d *document) gatherState(token int, out *[]party, add func(*mention, int)) {
	if m := d.mentionAt(token); m != nil {
		if len(m.refs) > 0 && d.entities[m.refs[0]].kind != graph.KindPerson {
			add(m, token)
		}
	} else if d.Tokens[token].Dep == "compound" || d.Tokens[token].Dep == "nmod" || d.Tokens[token].Dep == "poss" {
		for _, c := range d.Children(token) {
			d.gatherState(c, out, add)
		}
		return
	}
	for _, c := range d.Children(token) {
		if d.Tokens[c].Dep == "conj" || d.Tokens[c].Dep == "punct" {
			d.gatherState(c, out, add)
		}
	}
}

// listed adds the other members of the list that token begins.
func (d *document) listed(token int, out *[]party, seen map[int]bool, depth int) {
	for _, c := range d.Children(token) {
		dep := d.Tokens[c].Dep
		switch {
		case dep == "conj" && c > token:
			d.gather(c, out, seen, depth+1)
		case dep == "appos" && c > token && d.afterComma(c) && len(*out) > 0 && d.isList(c):
			d.gather(c, out, seen, depth+1)
		case dep == "prep" && d.Tokens[c].Lower == "with" && d.before(c, "along", "together"):
			if o := d.child(c, "pobj"); o >= 0 {
				d.gather(o, out, seen, depth+1)
			}
		}
	}
}

// isList tells an apposition that goes on a list ("A, B and C" parsed as A
// with the apposition B) from one that says more about the same.
func (d *document) isList(token int) bool {
	m := d.mentionAt(token)
	return m != nil && m.kind == byName && d.child(token, "cc") >= 0 && d.Tokens[token].Tag != "NN"
}

func (d *document) afterComma(token int) bool {
	left := d.Tokens[token].Left
	return left > 0 && d.Tokens[left-1].Text == ","
}

func (d *document) before(token int, words ...string) bool {
	return token > 0 && slices.Contains(words, d.Tokens[token-1].Lower)
}

// isPersonal tells whether m stands for people.
func (d *document) isPersonal(m *mention) bool {
	return len(m.refs) > 0 && d.entities[m.refs[0]].kind == graph.KindPerson
}

// personAfter returns the person named at the end of the run of nominal words
// that begins after token: "Secretary of Iran's Council [Ann Lee]". nil if the
// run ends without one. The parser often takes long titles apart.
func (d *document) personAfter(token int) *mention {
	switch d.Tokens[token].Dep {
	case "compound", "amod", "poss", "nmod", "npadvmod": // its noun is elsewhere
		return nil
	}
	end := d.SentOf(token).End
	if end < len(d.Tokens) && d.Tokens[end].Sent == d.Tokens[token].Sent+1 && d.brokenAt(end) {
		end = d.SentOf(end).End
	}
	if m := d.mentionAt(token); m != nil && m.kind == byPronoun {
		return nil
	}
	paren, person := 0, (*mention)(nil)
	for i := token; i < end; i++ {
		tok := &d.Tokens[i]
		if m := d.mentionAt(i); m != nil && i > token && d.isPersonal(m) && m.kind == byName && paren == 0 {
			// "Trump's adviser John Bolton": the owner is not the person
			if m.end < end && d.Tokens[m.end].Tag == "POS" {
				i = m.end
				continue
			}
			person = m
			break
		}
		switch {
		case tok.Text == "(" || tok.Text == "[":
			paren++
		case tok.Text == ")" || tok.Text == "]":
			paren--
		case paren > 0:
		case tok.POS == "NOUN", tok.POS == "PROPN", tok.POS == "ADJ", tok.POS == "NUM", tok.Tag == "POS", tok.Tag == "HYPH", tok.Tag == "NFP":
		case tok.Lower == "of" || tok.Lower == "for" && i > token && d.Tokens[i-1].POS == "NOUN":
		case tok.POS == "DET" && i > token && d.Tokens[i-1].POS == "ADP":
		case tok.Tag == "VBG" && tok.Dep == "amod", tok.Tag == "VBN" && tok.Dep == "amod":
		default:
			return nil
		}
	}
	if person == nil {
		return nil
	}
	// only a title leads to a name: "Syria envoy Lee", not "Monday Lee"
	if m := d.mentionAt(token); m == nil && !peopleNouns()["representatives"][d.lemma(token)] && person.title == "" {
		return nil
	}
	return person
}

// brokenAt tells whether the sentence that begins at token is no new one: the
// parser has cut inside a name or a title.
func (d *document) brokenAt(token int) bool {
	if token == 0 || token >= len(d.Tokens) {
		return false
	}
	prev := d.Tokens[token-1].Text
	return !strings.ContainsAny(prev, ".!?:;\n”\"") && d.Tokens[token].POS == "PROPN"
}

// isPeople tells whether the phrase headed by token is of people, named or
// not: "exiled writers", "a delegation".
func (d *document) isPeople(token int) bool {
	if m := d.mentionAt(token); m != nil {
		return d.isPersonal(m) || len(m.refs) > 0
	}
	l := d.lemma(token)
	return peopleNouns()["representatives"][l] || peopleNouns()["people"][l] || d.Tokens[token].EntType == "PERSON" || d.Tokens[token].EntType == "NORP"
}

// isPress tells whether the phrase is of those who report: a newspaper and its
// reporters are spoken to, not met.
func (d *document) isPress(token int) bool {
	if peopleNouns()["press"][d.lemma(token)] {
		return true
	}
	for _, c := range d.Children(token) {
		if dep := d.Tokens[c].Dep; (dep == "compound" || dep == "amod" || dep == "nmod") && peopleNouns()["press"][d.lemma(c)] {
			return true
		}
	}
	if m := d.mentionAt(token); m != nil {
		for i := m.start; i < m.end; i++ {
			if peopleNouns()["press"][strings.ToLower(d.Tokens[i].Text)] {
				return true
			}
		}
		if m.start > 0 && peopleNouns()["press"][d.lemma(m.start-1)] {
			return true
		}
	}
	return false
}

// wordSections reads a data file of words: a set for each [section].
func wordSections(file string) map[string]set {
	out := map[string]set{}
	for name, lines := range sections(file) {
		out[name] = lower(lines)
	}
	return out
}
