package extract

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

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
	if named := d.holders[token]; len(named) > 0 {
		for _, h := range named {
			if p := d.mentionAt(h); p != nil {
				add(p, h)
			}
		}
		return
	}
	if m != nil && d.isPersonal(m) {
		add(m, token)
		return
	}
	// "met the head of the bank, Ann Lee, on Monday": the name hung elsewhere
	if k := d.titleAt[token]; m == nil && k >= 0 && d.Tokens[token].POS == "NOUN" && d.mentions[k].start > token && d.isPersonal(&d.mentions[k]) {
		add(&d.mentions[k], d.mentions[k].head)
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
	if m == nil {
		if p := d.setOffBehind(token); p != nil {
			add(p, p.head)
			return
		}
	}
	if m != nil {
		add(m, token)
		return
	}
	for _, s := range d.seats[token] {
		if p := d.mentionAt(s); p != nil {
			add(p, s)
		}
	}
	lemma := d.lemma(token)
	if crowds[lemma] { // "a number of French officials", "teams led by Ann Lee"
		if d.members(token, out, seen, depth); len(*out) > 0 {
			return
		}
		for _, c := range d.Children(token) {
			if o := d.child(c, "pobj"); d.Tokens[c].Lower == "of" && o >= 0 {
				d.gather(o, out, seen, depth+1)
			}
		}
		return
	}
	if !d.word(token).representative && !d.word(token).person {
		return
	}
	// "leaders including A and B", "officials such as A"
	before := len(*out)
	d.members(token, out, seen, depth)
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
			if d.Tokens[c].Dep == "poss" && fellows[lemma] || d.against(token) || d.unofficial(token) {
				continue // "its partners" are others; "opposition leaders" are not the state's
			}
			d.gatherState(c, out, add)
		case "prep":
			if l := d.Tokens[c].Lower; l == "of" || l == "from" || l == "for" && lex().titleHeads[lemma].class == "negotiator" { // "negotiators for Peru"
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
	if states := d.officers[token]; len(*out) == before && len(states) > 0 { // "the two ministers"
		add(&mention{start: token, end: token + 1, head: token, kind: byTitle, refs: states}, token)
	}
}

// setOffBehind returns the person whom commas set off right behind a noun for
// people, wherever the parser hung the name: "with his guest, Premier X, on
// Monday"; nil if there is none, or the name is a subject.
func (d *document) setOffBehind(token int) *mention {
	if d.Tokens[token].Tag != "NN" || !d.word(token).person && !d.word(token).representative || token+2 >= len(d.Tokens) || d.Tokens[token+1].Text != "," {
		return nil
	}
	i := token + 2
	for i < len(d.Tokens) && d.titleAt[i] >= 0 {
		i++
	}
	if i >= len(d.Tokens) || d.Tokens[i].Sent != d.Tokens[token].Sent {
		return nil
	}
	m := d.mentionAt(i)
	if m == nil || m.kind != byName || !d.isPersonal(m) || m.end >= len(d.Tokens) {
		return nil
	}
	switch d.Tokens[m.head].Dep {
	case "nsubj", "nsubjpass", "conj", "poss":
		return nil
	}
	switch d.Tokens[m.end].Text {
	case ",", ".", ";":
		return m
	}
	return nil
}

// members adds whom participles beside a noun for people name as those who
// lead or make up the group: "a delegation led by A and including B".
func (d *document) members(token int, out *[]party, seen map[int]bool, depth int) {
	for _, c := range d.Children(token) {
		if d.Tokens[c].Dep != "acl" {
			continue
		}
		for _, v := range append([]int{c}, d.Children(c)...) {
			from := v
			switch d.lemma(v) {
			case "lead", "head", "chair":
				from = d.child(v, "agent")
			case "include", "comprise":
			case "compose", "consist", "make":
				from = d.child(v, "prep")
			default:
				continue
			}
			if from < 0 {
				continue
			}
			objects := slices.DeleteFunc(slices.Clone(d.Children(from)), func(o int) bool { return d.Tokens[o].Dep != "pobj" && d.Tokens[o].Dep != "dobj" })
			if len(objects) > 0 { // the last: "by its vice-president, X"
				d.gather(objects[len(objects)-1], out, seen, depth+1)
			}
		}
	}
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
		case tok.Lower == "under" && i+1 < end && d.Tokens[i+1].Lower == "secretary": // the one title that a preposition is part of
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
	if m := d.mentionAt(token); m == nil && !d.word(token).representative && person.title == "" {
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
