package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// gapped splits a telling whose verb is left out the second time: "met A on
// Monday and B on Tuesday" tells of two meetings, each with its own adjunct.
// Parsers hang the second name anywhere, so that the order of the words counts.
func (n *narrative) gapped(o *occurrence) []*occurrence {
	gaps := func(p part) bool { return p.slot == "with" || p.slot == "object" }
	if !slices.ContainsFunc(o.parts, gaps) || !slices.ContainsFunc(o.parts, func(p part) bool { return !gaps(p) }) {
		return nil
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
	next := -1 // whom the words after an adjunct and "and" name
	for i := others[0].token; i < n.Sents[o.sent].End; i++ {
		m := n.mentionAt(i)
		if m == nil || m.head != i || !n.isPersonal(m) || len(m.refs) != 1 || m.kind != byName {
			if t := &n.Tokens[i]; (t.POS == "VERB" || t.POS == "AUX") && n.child(i, "nsubj", "nsubjpass") >= 0 {
				break
			}
			continue
		}
		p := part{entity: m.refs[0], token: i, behalf: -1, slot: others[0].slot}
		switch k := slices.IndexFunc(others, func(q part) bool { return q.entity == m.refs[0] }); {
		case k >= 0:
			p = others[k]
		case slices.ContainsFunc(side, func(q part) bool { return q.entity == m.refs[0] }):
			continue
		case n.Tokens[i].Dep == "conj" || n.Tokens[i].Dep == "appos" || i == next:
			p.why.part = o.because("listed with its own time or place", i)
			p.setRole(others[0].role, o.because("as the first of them", i))
		default:
			return nil
		}
		group = append(group, p)
		one := *o
		one.parts = append(slices.Clone(side), group...)
		if end := n.ownAdjunct(&one, m.end); end > m.end {
			if len(groups) > 0 {
				n.findTitles(&one)
			}
			groups, group = append(groups, &one), nil
			if n.Tokens[end].Text == "," {
				end++
			}
			if n.Tokens[end].Lower == "and" {
				end++
				if n.Tokens[end].Lower == "with" { // "with A on Monday and with B on Tuesday"
					end++
				}
				if m := n.personFrom(end); m != nil && len(m.refs) == 1 {
					next = m.head
				}
			}
		}
	}

	if len(groups) < 2 || len(group) > 0 {
		return nil
	}
	return groups
}

// ownAdjunct gives a telling the day or place that begins right at token i, and
// returns where that ends; i if none begins there.
func (n *narrative) ownAdjunct(o *occurrence, i int) int {
	for range 2 { // "in Paris on Monday"
		prep := i < len(n.Tokens) && n.Tokens[i].POS == "ADP"
		at := i
		if prep {
			at++
		}
		if at >= len(n.Tokens)-1 {
			break
		}
		if k := n.dateAt[at]; k >= 0 {
			o.when = when{expr: k}
			n.resolve(o)
			i = n.dates[k].End
		} else if end := n.placeRightAt(i); end > i {
			m := n.mentionAt(end - 1)
			o.setPlace(m.refs[0], o.because("named right behind", end-1))
			i = end
		}
	}
	return i
}

// placeRightAt returns where the words that begin with a preposition at token i
// and lead to a place right behind it end: "in Paris", "at the Vatican"; i if it
// is none.
func (n *narrative) placeRightAt(i int) int {
	if i >= len(n.Tokens) || !placePrepositions[n.Tokens[i].Lower] {
		return i
	}
	at := i + 1
	if at < len(n.Tokens) && n.Tokens[at].Lower == "the" {
		at++
	}
	if at >= len(n.Tokens) {
		return i
	}
	if m := n.mentionAt(at); m != nil && m.start == at && m.kind == byName && len(m.refs) == 1 && n.entities[m.refs[0]].kind == graph.KindPlace {
		return m.end
	}
	return i
}

// oncemore reads the further meetings that a sentence tells by one word: of the
// same parties at another time or place, "met in Paris on Monday and again in
// Rome on Friday", and of the same side with another, "received A and, in a
// separate audience, B".
func (n *narrative) oncemore(o *occurrence) []*occurrence {
	var out []*occurrence
	if o.mode == graph.ModeVisit && o.trigger.mode == graph.ModeVisit {
		return nil
	}
	end := n.Sents[o.sent].End
	for i := o.at + 1; i+2 < end; i++ {
		if n.Tokens[i].Lower != "and" {
			continue
		}
		at := i + 1
		if n.Tokens[at].Text == "," {
			at++
		}
		if againWords[n.Tokens[at].Lower] && (o.when.known() || o.place >= 0) && len(o.parts) > 1 {
			one := *o
			one.place, one.when, one.topics, one.another = -1, when{expr: -1}, nil, true
			if n.ownAdjunct(&one, at+1) > at+1 && n.before(i, o) {
				return append(out, &one)
			}
		}
		if p := n.aside(o, at); p != nil {
			one := *o
			one.parts = slices.DeleteFunc(slices.Clone(o.parts), func(q part) bool { return q.slot == p.slot })
			one.parts = append(one.parts, *p)
			if len(one.parts) > 1 {
				one.topics = nil
				n.findTitles(&one)
				out = append(out, &one)
			}
		}
	}
	return out
}

// againWords open the time or place of one more meeting.
var againWords = wordSet("again later then")

// before tells whether token i stands after the time or place of a telling, and
// no other verb with a subject between.
func (n *narrative) before(i int, o *occurrence) bool {
	adjunct := false
	for t := o.at + 1; t < i; t++ {
		if (n.Tokens[t].POS == "VERB" || n.Tokens[t].POS == "AUX") && n.child(t, "nsubj", "nsubjpass") >= 0 {
			return false
		}
		m := n.mentionAt(t)
		adjunct = adjunct || o.when.known() && n.dateAt[t] == o.when.expr || m != nil && slices.Contains(m.refs, o.place)
	}
	return adjunct
}

// aside returns the one whom a side met apart from the other: who is named right
// behind "in a separate audience," at token i; nil if none is.
func (n *narrative) aside(o *occurrence, i int) *part {
	apart := false
	for range 6 { // "in a separate meeting at noon ,"
		switch t := &n.Tokens[i]; {
		case separators[t.Lower] && t.Lower != "bilateral" || t.Lower == "another":
			apart = true
		case t.Text == ",":
			if !apart {
				return nil
			}
		case t.POS == "ADP" || t.POS == "DET" || n.triggersFor(i) != nil && t.POS == "NOUN":
		default:
			if !apart {
				return nil
			}
			m := n.personFrom(i)
			if m == nil || len(m.refs) != 1 || o.has(m.refs[0]) || m.end >= len(n.Tokens) || n.Tokens[m.end].POS == "VERB" || n.Tokens[m.end].POS == "AUX" || n.Tokens[m.end].Tag == "POS" {
				return nil
			}
			for _, q := range o.parts {
				if q.slot == "object" || q.slot == "with" {
					p := part{entity: m.refs[0], token: m.head, behalf: -1, slot: q.slot}
					p.why.part = o.because("met apart from the other", m.head)
					p.setRole(q.role, o.because("as the other", m.head))
					return &p
				}
			}
			return nil
		}
		if i++; i+1 >= n.Sents[o.sent].End {
			break
		}
	}
	return nil
}
