package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// apart splits a telling that speaks of several occasions: calls, "separate
// talks" and "meetings" in the plural are with one party at a time.
func (n *narrative) apart(o *occurrence) []*occurrence {
	rule := n.oneAtATime(o)
	if rule == "" {
		if all := n.gapped(o); len(all) > 1 {
			return all
		}
		return append([]*occurrence{o}, n.oncemore(o)...)
	}
	if len(o.parts) < 3 {
		return append([]*occurrence{o}, n.oncemore(o)...)
	}
	var side, others []part
	for _, p := range o.parts {
		switch p.slot {
		case "subject", "holder", "companion", "whose":
			side = append(side, p)
		case "with", "object", "to", "on", "for":
			others = append(others, p)
		default:
			return []*occurrence{o}
		}
	}
	if len(others) == 1 && len(side) > 1 && rule != "meetings" { // "A and B met separately with C"
		side, others = others, side
	}
	if len(side) == 0 || len(others) < 2 || rule == "calls" && len(side) != 1 {
		return []*occurrence{o}
	}
	var out []*occurrence
	for _, other := range others {
		if slices.ContainsFunc(others, func(p part) bool { return p.entity != other.entity && n.represents(&p, other.entity) }) {
			continue // "the League's secretary, A": A is there for it
		}
		one := *o
		one.parts = append(slices.Clone(side), other)
		out = append(out, &one)
	}
	return out
}

// separators set several meetings apart that one word tells.
var separators = wordSet("separate separately individual individually bilateral one-on-one back-to-back successive successively respectively")

// oneAtATime says why a telling is of meetings with one party each; "" if it is
// of one meeting.
func (n *narrative) oneAtATime(o *occurrence) string {
	if o.mode == graph.ModePhone {
		return "calls"
	}
	for _, a := range o.anchors {
		for _, c := range n.Children(a) {
			tok := &n.Tokens[c]
			p := n.child(c, "pobj")
			switch {
			case (tok.Dep == "amod" || tok.Dep == "advmod" || tok.Dep == "compound") && separators[tok.Lower]:
				return "separate"
			case tok.Dep == "prep" && p >= 0 && n.Tokens[p].Lower == "turn", tok.Dep == "conj" && tok.POS == "ADP" && p >= 0:
				return "separate" // "met first with A and then with B"
			case tok.Dep == "prep" && p >= 0 && n.triggersFor(p) != nil && slices.ContainsFunc(n.Children(p), func(k int) bool { return separators[n.Tokens[k].Lower] }):
				return "separate" // "received them in separate meetings"
			}
		}
	}
	if o.trigger.pos == "noun" && n.Tokens[o.at].Tag == "NNS" && countable[n.lemma(o.at)] && n.child(o.at, "nummod") < 0 {
		return "meetings"
	}
	return ""
}

// onlySeparate tells "separate meetings" that names one side only: the clause
// around it tells who met, "in separate meetings they were received by X".
func (n *narrative) onlySeparate(o *occurrence) bool {
	return o.trigger.pos == "noun" && slices.ContainsFunc(n.Children(o.at), func(c int) bool { return separators[n.Tokens[c].Lower] && n.Tokens[c].Lower != "bilateral" }) &&
		!slices.ContainsFunc(o.parts, func(p part) bool { return p.slot != "holder" })
}
