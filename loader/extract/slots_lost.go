package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// Parties that stand where the parser's tree does not lead: right before or right
// behind the words of a telling, or beyond a cut inside a name.

// bodyBefore takes the body named right before a meeting noun, over a bracket
// with its short form: "the Council of Nine (C-9) meeting". Parsers get lost
// there.
func (n *narrative) bodyBefore(o *occurrence, t *trigger, s slotRole, i int) {
	j := i - 1
	if j > 2 && n.Tokens[j].Text == ")" {
		for j > i-5 && j > 0 && n.Tokens[j].Text != "(" {
			j--
		}
		j--
	}
	if j < 0 {
		return
	}
	m := n.mentionAt(j)
	if m == nil || m.end != j+1 || m.kind != byName || len(m.refs) != 1 || n.entities[m.refs[0]].kind != graph.KindOrganization || o.has(m.refs[0]) {
		return
	}
	o.admit(party{m.refs[0], m.head, m}, s, o.because("named right before", m.head))
}

// rightBehind takes the person named right behind a "with" that the parser left
// without its noun, "sat down with [the creditors' envoy A] to talk", or hung
// elsewhere: "a meeting of its head, A, with [President B]".
func (n *narrative) rightBehind(o *occurrence, s slotRole, i int) {
	for _, p := range slices.Clone(o.parts) {
		m := n.mentionAt(p.token)
		if p.slot != "of" || m == nil || m.end+2 >= len(n.Tokens) {
			continue
		}
		at := m.end
		if n.Tokens[at].Text == "," {
			at++
		}
		if w := n.personFrom(at + 1); n.Tokens[at].Lower == "with" && w != nil && len(w.refs) == 1 && !o.has(w.refs[0]) {
			o.admit(party{w.refs[0], w.head, w}, s, o.because("named right behind", w.head))
		}
	}
	for _, c := range n.Children(i) {
		if n.Tokens[c].Lower != "with" || n.Tokens[c].Dep != "prep" || n.child(c, "pobj", "pcomp") >= 0 {
			continue
		}
		if m := n.personFrom(c + 1); m != nil && len(m.refs) == 1 && !o.has(m.refs[0]) {
			o.admit(party{m.refs[0], m.head, m}, s, o.because("named right behind", m.head))
		}
	}
}

// holderBeyond looks for the holder behind a cut that the parser made inside a
// name: "In a meeting with X, Secretary of the Council (SNSC) | Ann Lee said".
func (n *narrative) holderBeyond(o *occurrence, s slotRole) {
	end := n.Sents[o.sent].End
	if !n.brokenAt(end) || o.sent+1 >= len(n.Sents) {
		return
	}
	p := n.Tokens[n.outer(o.at)].Head
	if l := n.Tokens[p].Lower; l != "in" && l != "at" && l != "during" && l != "after" {
		return
	}
	for i := end; i < n.Sents[o.sent+1].End; i++ {
		if n.Tokens[i].Head == i {
			for _, f := range n.follow("surface", i) {
				for _, p := range n.parties(f.token) {
					n.take(o, o.trigger, s, f, p)
				}
			}
		}
	}
}
