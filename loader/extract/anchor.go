package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// findAnchors notes the words whose adjuncts of time and place belong to a
// telling: the trigger word, what counts it, the verb that carries it and its
// auxiliaries of the kind "was due to".
func (n *narrative) findAnchors(o *occurrence) {
	add := func(t int) { o.anchors = append(o.anchors, t) }
	add(o.at)
	cur := o.at
	if out := n.outer(cur); out != cur {
		add(out)
		cur = out
	}
	for _, c := range n.Children(cur) { // "talks held in Rome on Monday"
		if dep := n.Tokens[c].Dep; dep == "acl" || dep == "relcl" && n.relativeOf(c) {
			if g := n.governorAt(c); g != nil && g.role != "" || dep == "acl" && n.isForm(c, "inf") || dep == "acl" {
				add(c)
			}
		}
	}
	for _, c := range n.relatives(cur) {
		if n.Tokens[c].Head != cur {
			add(c)
		}
	}
	n.anchorAfter(o, cur)
	for _, a := range slices.Clone(o.anchors) { // "talks due to resume on Monday", "that are due to"
		n.anchorBelow(o, a, 0)
	}
	for range 8 {
		tok := &n.Tokens[cur]
		h := tok.Head
		if h == cur {
			return
		}
		switch tok.Dep {
		case "dobj", "nsubjpass", "nsubj", "xcomp", "acomp", "oprd", "attr":
			if tok.Dep == "dobj" && o.event != nil {
				add(h) // "ordered the strike on Monday"
				return
			}
			if tok.Dep != "xcomp" && tok.Dep != "acomp" && tok.Dep != "oprd" && n.Tokens[cur].POS != "VERB" && n.governorAt(h) == nil && n.Tokens[h].Lemma != "be" && n.Tokens[h].Lemma != "take" && n.Tokens[h].Lemma != "become" {
				return
			}
			add(h)
		case "pobj":
			p := h
			h = n.Tokens[p].Head
			if g := n.governorAt(h); (n.Tokens[p].Lower == "for" || n.Tokens[p].Lower == "of") && g != nil && n.Tokens[h].POS == "NOUN" && g.class != "" {
				for _, c := range n.Children(h) { // "his plan for a congress to be held in May"
					if n.Tokens[c].Dep == "acl" {
						add(c)
					}
				}
				return
			}
			switch n.Tokens[p].Lower {
			case "in", "at", "during", "for", "on", "to", "through":
				if n.Tokens[h].POS == "VERB" || n.Tokens[h].POS == "AUX" || n.Tokens[h].Dep == "dobj" {
					add(h)
					if n.Tokens[h].Dep == "dobj" {
						add(n.Tokens[h].Head)
					}
				} else {
					return
				}
			default:
				return
			}
			return
		case "acl":
			if n.isForm(cur, "inf") {
				add(h)
				break
			}
			if n.Tokens[cur].Tag != "VBG" || n.mentionAt(h) != nil || n.isPeople(h) {
				return
			}
			for n.Tokens[h].POS != "VERB" && n.Tokens[h].Head != h { // "spent the week in Rome talking"
				add(h)
				h = n.Tokens[h].Head
			}
			add(h)
			return
		case "advcl", "pcomp":
			return
		case "conj":
			return
		default:
			return
		}
		cur = h
	}
}

// relatives returns the verbs of the relative clauses of a meeting noun: besides
// its own those with "which" or "that" which the parser hung on a name behind it,
// of which one says "who": "a meeting with X that had been planned for June".
func (n *narrative) relatives(noun int) []int {
	var out []int
	for i := noun + 1; i < n.Tokens[noun].Right; i++ {
		if n.Tokens[i].Dep != "relcl" {
			continue
		}
		h := n.Tokens[i].Head
		if h == noun {
			out = append(out, i)
		} else if m := n.mentionAt(h); m != nil && n.isPersonal(m) {
			if s := n.child(i, "nsubj", "nsubjpass"); s >= 0 && n.Tokens[s].Tag == "WDT" {
				out = append(out, i)
			}
		}
	}
	return out
}

// actsOnOwnDay tells whether an anchor is a word whose day is its own, not the
// meeting's: "agreed on Monday to meet", "called off the talks on Friday".
func (n *narrative) actsOnOwnDay(o *occurrence, a int) bool {
	if a == o.at && n.setFor(a) >= 0 {
		return true // "called them on Friday to her office for Monday"
	}
	if a == o.at || n.Tokens[a].POS != "VERB" {
		return false
	}
	if l := n.lemma(a); o.status == graph.StatusPlanned && n.Tokens[a].Tag == "VBD" && (l == "arrive" || l == "leave" || l == "depart" || l == "land") {
		return true // "arrived on Monday for talks"
	}
	g := n.governorAt(a)
	if g == nil || n.doneAt(o, a) {
		return false
	}
	switch g.class {
	case "cancel", "refuse", "deny", "offer", "summon", "try":
		return true
	case "plan", "set", "postpone":
		return n.Tokens[a].Tag == "VBD" && !n.passive(a)
	}
	return false
}

// doneAt tells whether what verb v tells was done at the meeting, whose day it
// then has: "pressed him at a meeting in Rome on Monday".
func (n *narrative) doneAt(o *occurrence, v int) bool {
	p := n.Tokens[n.outer(o.at)].Head
	l := n.Tokens[p].Lower
	return n.Tokens[p].Head == v && (l == "at" || l == "in" || l == "during")
}

// anchorAfter adds the words that carry a meeting noun when they stand right
// behind its phrase, wherever the parser hung them: "a summit on trade starting
// on Monday", "talks due to resume in Rome".
func (n *narrative) anchorAfter(o *occurrence, t int) {
	if n.Tokens[t].POS == "VERB" {
		return
	}
	i := n.Tokens[t].Right
	if i >= len(n.Tokens) || n.Tokens[i].Sent != o.sent {
		i = t + 1
	}
	for _, i := range []int{i, t + 1} {
		if i >= len(n.Tokens) {
			continue
		}
		switch n.Tokens[i].Lower {
		case "starting", "beginning", "opening", "held", "scheduled", "planned", "convened":
			o.anchors = append(o.anchors, i)
		case "due", "expected", "set":
			o.anchors = append(o.anchors, i)
			if i+2 < len(n.Tokens) && n.Tokens[i+1].Lower == "to" {
				o.anchors = append(o.anchors, i+2)
			}
		}
	}
}

// anchorBelow adds what a word like "due" or "expected" beside a meeting noun
// leads to.
func (n *narrative) anchorBelow(o *occurrence, a, depth int) {
	if depth > 3 || n.Tokens[o.at].POS == "VERB" && depth == 0 {
		return
	}
	for _, c := range n.Children(a) {
		if c < a {
			continue
		}
		switch dep := n.Tokens[c].Dep; {
		case depth == 0 && (dep == "amod" || dep == "acl"), depth > 0 && (dep == "acomp" || dep == "xcomp" || dep == "oprd"):
			if !slices.Contains(o.anchors, c) {
				o.anchors = append(o.anchors, c)
			}
			n.anchorBelow(o, c, depth+1)
		}
	}
	if depth == 0 && a != o.at {
		for _, c := range n.Children(a) {
			if dep := n.Tokens[c].Dep; dep == "acomp" || dep == "xcomp" || dep == "oprd" {
				if !slices.Contains(o.anchors, c) {
					o.anchors = append(o.anchors, c)
				}
				n.anchorBelow(o, c, depth+1)
			}
		}
	}
}

// relativeOf tells whether the relative clause of verb c has its noun as
// subject or object: "talks which began on Monday".
func (n *narrative) relativeOf(c int) bool {
	for _, k := range n.Children(c) {
		switch n.Tokens[k].Dep {
		case "nsubj", "nsubjpass", "dobj":
			if n.Tokens[k].Tag == "WDT" || n.Tokens[k].Tag == "WP" {
				return true
			}
		}
	}
	return false
}
