package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/nlp"
)

// fragment tells whether verb h has no subject that the parser found.
func (n *narrative) fragment(h int) bool {
	return n.child(h, "nsubj", "nsubjpass") < 0 && n.Tokens[h].Dep == "ROOT"
}

// speaks tells verbs of saying.
func (n *narrative) speaks(v int) bool {
	if !n.word(v).says || n.Tokens[v].POS != "VERB" || n.meets[v] {
		return false
	}
	switch n.lemma(v) {
	case "go": // "went on", not "went to Rome"
		if n.child(v, "prt") < 0 && !n.hasWord(v, "on") {
			return false
		}
	case "invite": // "invited him to speak", not "to Rome"
		if n.child(v, "xcomp") < 0 {
			return false
		}
	case "call": // "called on him to go", not "called on him"; "called him mister"
		if n.child(v, "xcomp", "ccomp", "advcl") < 0 && !n.hasWord(v, "for") {
			return false
		}
	}
	return true
}

// hasWord tells whether one of the words stands with verb v.
func (n *narrative) hasWord(v int, words ...string) bool {
	for _, c := range n.Children(v) {
		if slices.Contains(words, n.Tokens[c].Lower) {
			return true
		}
	}
	return false
}

// saidBy tells whether a party of o is the subject of v.
func (n *narrative) saidBy(v int, o *occurrence) bool {
	for _, f := range n.follow("surface", v) {
		got := n.parties(f.token)
		for _, p := range got {
			if o.has(p.entity) {
				return true
			}
			for i := range o.parts {
				if p.mention.kind == byName && n.represents(&o.parts[i], p.entity) && n.entities[p.entity].kind == graph.KindPlace {
					return true
				}
			}
		}
		if len(got) > 0 {
			return false
		}
	}
	return false
}

// elsewhere are words that set what is said at another occasion.
var elsewhere = wordSet("reporter reporters journalist journalists statement interview newspaper twitter tweet press news conference editorial book")

// saidAt adds what the parties of o say in sentence s.
func (n *narrative) saidAt(o *occurrence, s int) {
	sent := n.Sents[s]
	added := false
	for v := sent.Start; v < sent.End; v++ {
		if !n.speaks(v) || n.Tokens[v].Dep == "amod" {
			continue
		}
		switch n.Tokens[v].Dep {
		case "relcl":
			continue
		case "ccomp":
			if h := n.Tokens[v].Head; n.Tokens[h].POS == "VERB" && n.speaks(h) && h < v && n.saidBy(h, o) {
				continue // part of what is said
			}
		}
		if n.under(v, sent) && n.Tokens[v].Dep != "conj" && n.Tokens[v].Dep != "advcl" {
			continue
		}
		if !n.saidBy(v, o) || n.saidElsewhere(v, o) {
			continue
		}
		if n.complement(o, v) {
			added = true
		}
	}
	n.said[s] = n.said[s] || added
	if added && !slices.Contains(o.quotes, s) {
		o.quotes = append(o.quotes, s)
	}
}

// under tells whether verb v stands inside something said: below the complement
// of another verb of saying.
func (n *narrative) under(v int, sent nlp.Span) bool {
	for cur := v; n.Tokens[cur].Head != cur; cur = n.Tokens[cur].Head {
		h := n.Tokens[cur].Head
		if (n.Tokens[cur].Dep == "ccomp" || n.Tokens[cur].Dep == "relcl" || n.Tokens[cur].Dep == "acl" && n.Tokens[cur].Tag != "VBG") && n.speaks(h) && cur != v {
			return true
		}
	}
	return false
}

// saidElsewhere tells "told reporters", "said in a statement".
func (n *narrative) saidElsewhere(v int, o *occurrence) bool {
	return n.otherDay(v, o) || n.heardElsewhere(v, o)
}

// heardElsewhere is saidElsewhere as far as the day does not tell.
func (n *narrative) heardElsewhere(v int, o *occurrence) bool {
	if n.hasWord(v, "afterwards", "afterward", "later", "subsequently") {
		return true
	}
	for _, c := range n.Children(v) {
		switch n.Tokens[c].Dep {
		case "dobj", "dative":
			if elsewhere[n.Tokens[c].Lower] && !slices.Contains(o.anchors, v) {
				return n.child(v, "prep") < 0 || !n.framed(v, o)
			}
		case "prep":
			if p := n.child(c, "pobj"); p >= 0 && elsewhere[n.Tokens[p].Lower] && n.Tokens[c].Lower != "with" {
				return !n.framed(v, o)
			}
		}
	}
	return false
}

// otherDay tells whether verb v has a day of its own that is not the meeting's.
func (n *narrative) otherDay(v int, o *occurrence) bool {
	if n.framed(v, o) {
		return false
	}
	probe := n.whenOf(v)
	if !probe.when.known() {
		return false
	}
	if !o.when.known() {
		return probe.when.span.Start == "" || probe.when.span.Start != n.day()
	}
	return !n.sameWhen(probe, o)
}

// whenOf returns what verb v tells of as an occurrence with nothing but a day.
func (n *narrative) whenOf(v int) *occurrence {
	o := &occurrence{at: v, sent: n.Tokens[v].Sent, anchors: []int{v}, status: graph.StatusHeld, place: -1}
	n.findWhen(o)
	return o
}

// framed tells whether the meeting's own word hangs on v.
func (n *narrative) framed(v int, o *occurrence) bool {
	for _, t := range append([]int{o.at}, o.references...) {
		if t >= n.Tokens[v].Left && t < n.Tokens[v].Right {
			return true
		}
	}
	return false
}

// contains tells whether the meeting's own word stands in the subtree of c.
func (n *narrative) contains(c int, o *occurrence) bool {
	for _, t := range append([]int{o.at}, o.references...) {
		if t >= n.Tokens[c].Left && t < n.Tokens[c].Right {
			return true
		}
	}
	return false
}
