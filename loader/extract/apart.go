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
		return n.gapped(o)
	}
	if len(o.parts) < 3 {
		return []*occurrence{o}
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

// countable are nouns of which each is one meeting; "talks" is not among them.
var countable = wordSet("meeting call conversation summit encounter audience session dinner lunch")

// gapped splits a telling whose verb is left out the second time: "met A on
// Monday and B on Tuesday" tells of two meetings, each with its own adjunct.
func (n *narrative) gapped(o *occurrence) []*occurrence {
	gaps := func(p part) bool { return p.slot == "with" || p.slot == "object" }
	if !slices.ContainsFunc(o.parts, gaps) || !slices.ContainsFunc(o.parts, func(p part) bool { return !gaps(p) }) {
		return []*occurrence{o}
	}
	var side, others []part
	for _, p := range o.parts {
		if gaps(p) {
			others = append(others, p)
		} else {
			side = append(side, p)
		}
	}
	var groups []*occurrence
	var group []part
	for i := others[0].token; i < n.Sents[o.sent].End; i++ {
		m := n.mentionAt(i)
		if m == nil || m.head != i || !n.isPersonal(m) || len(m.refs) != 1 || m.kind != byName {
			if t := &n.Tokens[i]; (t.POS == "VERB" || t.POS == "AUX") && n.child(i, "nsubj", "nsubjpass") >= 0 {
				break
			}
			continue
		}
		p := part{entity: m.refs[0], token: i, behalf: -1, slot: others[0].slot}
		if k := slices.IndexFunc(others, func(q part) bool { return q.entity == m.refs[0] }); k >= 0 {
			p = others[k]
		} else if n.Tokens[i].Dep != "conj" && n.Tokens[i].Dep != "appos" {
			break
		} else {
			p.why.part = o.because("listed with its own time or place", i)
			p.setRole(others[0].role, o.because("as the first of them", i))
		}
		group = append(group, p)
		one := *o
		one.parts = append(slices.Clone(side), group...)
		if n.ownAdjunct(&one, m.end) {
			groups, group = append(groups, &one), nil
		}
	}
	if len(groups) < 2 || len(group) > 0 {
		return []*occurrence{o}
	}
	return groups
}

// ownAdjunct gives a telling the day or place that begins right at token i;
// false if none does.
func (n *narrative) ownAdjunct(o *occurrence, i int) bool {
	found := false
	for range 2 { // "in Paris on Monday"
		prep := i < len(n.Tokens) && n.Tokens[i].POS == "ADP"
		at := i
		if prep {
			at++
		}
		if at >= len(n.Tokens) {
			break
		}
		if k := n.dateAt[at]; k >= 0 {
			o.when = when{expr: k}
			n.resolve(o)
			found, i = true, n.dates[k].End
		} else if m := n.mentionAt(at); prep && placePrepositions[n.Tokens[i].Lower] && m != nil && len(m.refs) == 1 && n.entities[m.refs[0]].kind == graph.KindPlace {
			o.setPlace(m.refs[0], o.because("named right behind", at))
			found, i = true, m.end
		}
	}
	return found
}
