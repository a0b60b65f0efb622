package extract

import (
	"github.com/whomet/whomet/graph"
)

// aimTopic reads what the word for a meeting has as its aim: "the talks focus
// on X", "talks designed to X", "a meeting at which they will discuss X".
func (n *narrative) aimTopic(o *occurrence, at int) {
	if n.Tokens[at].POS == "VERB" {
		return
	}
	out := n.outer(at)
	if dep := n.Tokens[out].Dep; dep == "nsubj" || dep == "nsubjpass" {
		v := n.Tokens[out].Head
		n.predicateTopic(o, v)
		if dep := n.Tokens[v].Dep; n.isForm(v, "inf") && (dep == "csubj" || dep == "csubjpass") {
			n.predicateTopic(o, n.Tokens[v].Head) // "talks to be held in May are a chance to X"
		}
	}
	n.broughtTopic(o, out)
	for _, c := range n.Children(out) {
		switch n.Tokens[c].Dep {
		case "relcl":
			if lex().topics.aim[n.lemma(c)] {
				n.complement(o, c)
			}
		case "acl":
			if lex().topics.aim[n.lemma(c)] && n.Tokens[c].Tag == "VBN" {
				n.purposeTopic(o, c)
			}
		}
	}
}

// predicateTopic reads what verb v says of a meeting, its subject: "the talks
// focus on X", "the summit is a last chance to X", "was described as a chance
// to X".
func (n *narrative) predicateTopic(o *occurrence, v int) {
	l := &lex().topics
	d := n.child(v, "dobj")
	for _, c := range n.Children(v) { // "the talks broke down over X"
		if p := n.child(c, "pobj", "pcomp"); n.Tokens[c].Dep == "prep" && n.Tokens[c].Lower == "over" && p >= 0 && !l.aim[n.lemma(v)] && n.isSubject(p) {
			n.addTopic(o, n.phrase(p), o.because("what it turned on", c))
		}
	}
	if l.aim[n.lemma(v)] || d >= 0 && l.chance[n.lemma(d)] {
		n.complement(o, v)
		return
	}
	if l.contain[n.lemma(v)] && d >= 0 {
		for _, each := range n.listFrom(d) {
			for _, c := range n.Children(each) {
				if p := n.child(c, "pobj", "pcomp"); l.agenda[n.lemma(each)] && p >= 0 && (n.Tokens[c].Lower == "of" || topicPrepositions[n.Tokens[c].Lower]) && n.isSubject(p) {
					n.addTopic(o, n.phrase(p), o.because("part of it", v))
				}
			}
		}
		return
	}
	if !l.regard[n.lemma(v)] {
		return
	}
	for _, c := range n.Children(v) {
		if n.Tokens[c].Dep == "prep" && n.Tokens[c].Lower == "as" {
			if c = n.child(c, "pobj"); c < 0 {
				continue
			}
		}
		if x := n.child(c, "acl"); l.chance[n.lemma(c)] && x >= 0 && n.isForm(x, "inf") {
			n.purposeTopic(o, x)
		}
	}
}

// purposeTopic reads "to discuss X", "seeking X", "aimed at X".
func (n *narrative) purposeTopic(o *occurrence, v int) {
	if lex().topics.aim[n.lemma(v)] && n.Tokens[v].Tag == "VBN" {
		if x := n.child(v, "xcomp", "prep"); x >= 0 {
			n.addTopic(o, n.phrase(x), o.because("what it was designed for", v))
		}
		return
	}
	if g := n.governorAt(v); n.Tokens[v].Dep == "acl" && g != nil && g.role != "" && n.child(v, "dobj", "prep", "xcomp") < 0 {
		return
	}
	switch n.lemma(v) {
	case "face":
		return // "face to face"
	case "discuss", "review", "tackle", "address", "debate", "consider", "examine":
		if p := n.child(v, "dobj"); p >= 0 {
			n.addTopic(o, n.wholeObject(v, p), o.because("what they met to deal with", v))
		}
		return
	}
	if o.status == graph.StatusRefused && n.Tokens[v].Dep == "advcl" {
		return // "will not meet X, to avoid a row"
	}
	if d := n.child(v, "dobj"); lex().topics.arrangement[n.lemma(v)] || lex().topics.course[n.lemma(v)] && (d < 0 || len(n.triggersFor(d)) > 0) {
		return
	}
	if n.Tokens[v].Tag == "VBN" {
		if x := n.child(v, "xcomp", "prep"); x >= 0 && n.Tokens[v].Dep == "acl" && n.Tokens[x].Lower != "by" && n.Tokens[x].Lower != "as" && !n.isTimePhrase(x) {
			n.addTopic(o, n.phrase(x), o.because("what it was designed for", v))
		}
		return
	}
	if n.Tokens[v].Tag == "VBG" && n.speaks(v) {
		n.complement(o, v) // "met X, urging calm"
		return
	}
	if n.isForm(v, "inf") || n.Tokens[v].Tag == "VBG" && lex().topics.hope[n.lemma(v)] {
		n.addTopic(o, n.phrase(v), o.because("what they met for", v))
	}
}
