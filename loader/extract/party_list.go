package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

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
	d.leftOf(token, out, seen)
	last := (*out)[len(*out)-1].mention
	if last.kind != byName || !d.isPersonal(last) || last.end >= len(d.Tokens) {
		return
	}
	var more []*mention
	joined := false
	between := d.Tokens[token].Dep == "pobj" && d.Tokens[d.Tokens[token].Head].Lower == "between" && len(*out) == 1
	for i := d.pastOrigin(last.end); i < len(d.Tokens) && d.Tokens[i].Sent == d.Tokens[last.head].Sent; {
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
		if m == nil {
			m = d.describedFrom(i)
		}
		if m == nil || m.end >= len(d.Tokens) {
			break
		}
		next := &d.Tokens[m.end]
		own := d.Tokens[token].Dep == "nsubj" && (m.end == d.Tokens[token].Head || next.Head == d.Tokens[token].Head)
		if p := next.POS; !own && !between && (p == "VERB" || p == "AUX" || p == "ADV") || next.Tag == "POS" {
			break // "…, and B left"
		}
		more = append(more, m)
		i = d.pastOrigin(m.end)
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

// describedFrom returns the person whom an apposition at token i describes before
// the name: "the Sultan of Kaura, Ibrahim X"; nil if none does.
func (d *document) describedFrom(i int) *mention {
	if i+2 >= len(d.Tokens) || d.Tokens[i].Lower != "the" {
		return nil
	}
	office := false
	for j := i + 1; j < i+9 && j+1 < len(d.Tokens); j++ {
		switch t := &d.Tokens[j]; {
		case t.Text == ",":
			if m := d.mentionAt(j + 1); office && m != nil && m.start == j+1 && m.kind == byName && d.isPersonal(m) {
				return m
			}
			return nil
		case t.POS == "VERB" || t.POS == "AUX" || t.POS == "PUNCT" || t.POS == "CCONJ":
			return nil
		case t.POS == "NOUN" || t.POS == "PROPN":
			office = office || d.word(j).representative || lex().titleHeads[t.Lower].isOffice()
		}
	}
	return nil
}

// pastOrigin returns the token after "of Peru" at token i, which tells whose
// someone is; else i.
func (d *document) pastOrigin(i int) int {
	j := i + 1
	if j >= len(d.Tokens) || d.Tokens[i].Lower != "of" && d.Tokens[i].Lower != "from" {
		return i
	}
	if d.Tokens[j].Lower == "the" && j+1 < len(d.Tokens) {
		j++
	}
	if m := d.mentionAt(j); m != nil && m.kind == byName && len(m.refs) == 1 && d.entities[m.refs[0]].kind != graph.KindPerson {
		return m.end
	}
	return i
}

// leftOf adds whom a list names left of a name that the parser made the list a
// part of: "hosted [A and Chile's] Premier B", "[Minister A and] B of Peru agreed".
func (d *document) leftOf(token int, out *[]party, seen map[int]bool) {
	m := d.mentionAt(token)
	from := d.Tokens[token].Head
	switch d.Tokens[token].Dep {
	case "dobj", "pobj":
	case "nsubj":
		from = d.Tokens[token].Left - 1
	default:
		return
	}
	if m == nil || m.kind != byName || !d.isPersonal(m) {
		return
	}
	for i := m.start - 1; i > from; i-- {
		if d.Tokens[i].Lower == "and" {
			if a := d.mentionAt(i - 1); a != nil && a.kind == byName && d.isPersonal(a) && a.end == i && a.start > from && !seen[a.head] && d.personFrom(i+1) == m {
				d.gather(a.head, out, seen, 0)
			}
			return
		}
		if t := &d.Tokens[i]; t.POS != "PROPN" && t.Tag != "POS" && t.POS != "ADJ" && t.POS != "NOUN" {
			return
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

	// no preposition acts: a given name taken for one, "Ana Lee will meet"
	if p := d.child(token, "pobj"); p >= 0 && tok.Dep == "nsubj" && tok.POS == "ADP" {
		d.gather(p, out, seen, depth+1)
		return
	}
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
	before := len(*out)
	d.own(token, out, seen, depth)
	d.listed(token, out, seen, depth)
	d.seat(token, out, before)
	if m := d.mentionAt(token); m != nil { // lists may hang on any word of a name
		for i := m.start; i < m.end; i++ {
			if i != token {
				d.listed(i, out, seen, depth)
			}
		}
	}
}

// seat takes back the states that an office in the plural stands for, where the
// holders are named behind it: "the premiers of Peru and Chile, X and Y".
func (d *document) seat(token int, out *[]party, before int) {
	t := &d.Tokens[token]
	if t.Tag != "NNS" || lex().titleHeads[t.Lemma].class == "" {
		return
	}
	named, states := 0, 0
	state := func(p party) bool {
		return p.mention != nil && !d.isPersonal(p.mention) && t.Left <= p.token && p.token < t.Right
	}
	for _, p := range (*out)[before:] {
		switch {
		case state(p):
			states++
		case p.mention != nil && d.isPersonal(p.mention) && p.mention.kind == byName:
			named++
		}
	}
	if named > 1 && named >= states {
		*out = append((*out)[:before], slices.DeleteFunc((*out)[before:], state)...)
	}
}

// listed adds the other members of the list that token begins.
func (d *document) listed(token int, out *[]party, seen map[int]bool, depth int) {
	for _, c := range d.Children(token) {
		dep := d.Tokens[c].Dep
		switch {
		case d.hyphened(c, token):
			d.gather(c, out, seen, depth+1)
		case dep == "conj" && d.excluded(c):
		case dep == "conj" && c > token:
			d.gather(c, out, seen, depth+1)
		case dep == "appos" && c > token && d.afterComma(c) && len(*out) > 0 && d.isList(c):
			d.gather(c, out, seen, depth+1)
		case dep == "appos" && c > token: // "A, the director, and B": B hung on the apposition
			for _, k := range d.Children(c) {
				if m := d.mentionAt(k); d.Tokens[k].Dep == "conj" && m != nil && m.kind == byName && d.isPersonal(m) {
					d.gather(k, out, seen, depth+1)
				}
			}
		case dep == "prep" && d.Tokens[c].Lower == "with" && d.before(c, "along", "together"):
			if o := d.child(c, "pobj"); o >= 0 {
				d.gather(o, out, seen, depth+1)
			}
		case dep == "acl" && companions[d.lemma(c)]: // "A, flanked by B,"
			if by := d.child(c, "agent"); by >= 0 && d.child(by, "pobj") >= 0 {
				d.gather(d.child(by, "pobj"), out, seen, depth+1)
			}
		}
	}
}

// hyphened tells whether c is the first of a pair of names of which token is the
// second: "Schmidt-Trudeau", "Soviet-American".
func (d *document) hyphened(c, token int) bool {
	switch d.Tokens[c].Dep {
	case "compound", "amod", "nmod", "npadvmod":
		a, b := d.mentionAt(c), d.mentionAt(token)
		return a != nil && b != nil && a != b && a.end+1 == b.start && (d.Tokens[a.end].Text == "-" || d.Tokens[a.end].Text == "–")
	}
	return false
}

// excluded tells whether a member of a list is named as one who is not of it:
// "met A but not B".
func (d *document) excluded(token int) bool {
	left := d.Tokens[token].Left
	return d.child(token, "neg") >= 0 || d.Tokens[left].Lower == "not" || left > 0 && d.Tokens[left-1].Lower == "not"
}

// companions are participles that name who came with someone.
var companions = wordSet("accompany flank join escort")

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
