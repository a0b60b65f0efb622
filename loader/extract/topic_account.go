package extract

import "slices"

// accountsOf returns the verbs by which sentence s, which tells of meeting o,
// says what came up at it besides: "said after talks with X that …", "failed to
// settle X when they met", "met B, who said that …". They speak of this
// meeting; what the parties say later may not.
func (n *narrative) accountsOf(o *occurrence, s int) []int {
	var out []int
	add := func(v int) {
		if v >= 0 && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	for _, t := range append([]int{o.at}, o.references...) {
		if n.Tokens[t].Sent == s {
			add(n.saidAfter(o, t))
			add(n.dealtWhen(o, t))
		}
	}
	for _, p := range o.parts {
		if n.Tokens[p.token].Sent == s {
			add(n.whoSaid(o, p.token))
		}
	}
	return out
}

// saidAfter returns the verb above "after the meeting" by which a party speaks.
func (n *narrative) saidAfter(o *occurrence, t int) int {
	noun := n.outer(t)
	p := n.Tokens[noun].Head
	if n.Tokens[noun].Dep != "pobj" || n.Tokens[p].Lower != "after" && n.Tokens[p].Lower != "following" {
		return -1
	}
	for v := n.Tokens[p].Head; ; v = n.Tokens[v].Head {
		if n.speaks(v) && n.saidBy(v, o) {
			return v
		}
		if n.Tokens[v].Head == v {
			return -1
		}
	}
}

// dealtWhen returns the verb of dealing with a matter above "when they met".
func (n *narrative) dealtWhen(o *occurrence, t int) int {
	h := n.Tokens[t].Head
	if n.Tokens[t].Dep != "advcl" || !n.saidBy(h, o) {
		return -1
	}
	for _, c := range n.Children(t) {
		if n.Tokens[c].Lower != "when" {
			continue
		}
		for _, v := range []int{h, n.child(h, "xcomp")} { // "failed to settle"
			if v >= 0 && lex().topics.deal[n.lemma(v)] {
				return v
			}
		}
	}
	return -1
}

// whoSaid returns the verb of saying in a relative clause that goes on about
// party p: "was received by X, who said that …"; one without a comma only tells
// which party is meant.
func (n *narrative) whoSaid(o *occurrence, p int) int {
	for _, c := range n.Children(p) {
		left := n.Tokens[c].Left
		if n.Tokens[c].Dep == "relcl" && n.Tokens[left].Lower == "who" && left > 0 && n.Tokens[left-1].Text == "," &&
			n.speaks(c) && !n.hasAux(c, "have") && !n.saidElsewhere(c, o) {
			return c
		}
	}
	return -1
}
