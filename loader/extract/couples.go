package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// company is the persons who take part in what one verb of the text tells, in
// order: subject, object, and whom "with", "to" or "by" brings in.
type company struct {
	verb, sent int
	persons    []int
}

// bring notes that person e, at token i, takes part in what its verb tells.
func (c *resolver) bring(e, i int) {
	verb := c.tellingVerb(i)
	if verb < 0 {
		return
	}
	for n := len(c.companies) - 1; n >= 0 && c.companies[n].sent == c.Tokens[i].Sent; n-- {
		if o := &c.companies[n]; o.verb == verb {
			o.persons = appendNew(o.persons, e)
			return
		}
	}
	c.companies = append(c.companies, company{verb, c.Tokens[i].Sent, []int{e}})
}

// tellingVerb returns the verb that token i is a party of, straight or through
// nouns: both X and Y of "X held talks with Y"; -1 if none.
func (c *resolver) tellingVerb(i int) int {
	for n := 0; n < 10; n++ {
		t := &c.Tokens[i]
		up := t.Head
		switch t.Dep {
		case "conj", "appos", "nsubj", "nsubjpass", "dobj", "dative", "poss":
		case "pobj":
			switch p := &c.Tokens[up]; p.Lower {
			case "with", "to", "by", "between", "among", "of", "in", "for", "during", "at", "after":
				up = p.Head
			default:
				return -1
			}
		default:
			return -1
		}
		if c.Tokens[up].POS == "VERB" && t.Dep != "conj" {
			return up
		}
		if up == i {
			return -1
		}
		i = up
	}
	return -1
}

// together returns the two persons whom the last sentences bring together, alone,
// in what one verb tells: those are "the two leaders", whoever is named besides.
// nil if there are none that fit.
func (c *resolver) together(i int, fit func(e int) bool) []int {
	const sentences = 4
	for n := len(c.companies) - 1; n >= 0 && c.Tokens[i].Sent-c.companies[n].sent <= sentences; n-- {
		if p := c.companies[n].persons; len(p) == 2 && fit(p[0]) && fit(p[1]) {
			return []int{min(p[0], p[1]), max(p[0], p[1])}
		}
	}
	return nil
}

// subjectAbove tells whether person e is the subject of the clause in which token i
// stands below: "X spoke of the talks between the two" is not about X.
func (c *resolver) subjectAbove(e, i int) bool {
	if c.Tokens[i].Dep != "pobj" || c.last[e].sent != c.Tokens[i].Sent {
		return false
	}
	v := i
	for n := 0; n < 8 && c.Tokens[v].POS != "VERB" && c.Tokens[v].Head != v; n++ {
		v = c.Tokens[v].Head
	}
	s := c.last[e].token
	return (c.Tokens[s].Dep == "nsubj" || c.Tokens[s].Dep == "nsubjpass") && c.Tokens[s].Head == v
}

// speaksForOthers tells whether person e is only named as a spokesman, who tells
// what others did.
func (c *resolver) speaksForOthers(e int) bool {
	p := c.entities[e].positions
	return len(p) > 0 && classOf(p[0].title).class == "spokesman"
}

// pairNouns are nouns that by themselves are two persons: "the pair".
var pairNouns = wordSet("pair duo couple twosome")

// pair resolves "the two" by itself and "the pair": two persons whom the last
// sentences bring together, else those whom they speak of most.
func (c *resolver) pair(i int) (mention, bool) {
	t := &c.Tokens[i]
	if t.Lower != "two" && !pairNouns[t.Lower] || i == 0 || c.lowerAt(i-1) != "the" || c.lowerAt(i+1) == "of" {
		return mention{}, false
	}
	end := i + 1
	switch h := t.Head; {
	case standsForSomeone(t.Dep):
	case t.Dep == "nummod" && h == i+1 && c.Tokens[h].Dep == "nsubj" && rows[c.Tokens[h].Lower]: // "the two last met"
		end = h + 1
	default:
		return mention{}, false
	}
	isPerson := func(e int) bool {
		return c.entities[e].kind == graph.KindPerson && !c.speaksForOthers(e) && !c.subjectAbove(e, i)
	}
	refs := c.together(i, isPerson)
	if refs == nil { // of the last sentences, most spoken of first
		for _, e := range c.lastGroup(i, memory, isPerson) {
			at := len(refs)
			for at > 0 && c.last[refs[at-1]].times <= c.last[e].times {
				at--
			}
			refs = slices.Insert(refs, at, e)
		}
	}
	if len(refs) < 2 {
		return mention{}, false
	}
	return mention{start: i - 1, end: end, head: end - 1, kind: byTitle, refs: refs[:2]}, true
}
