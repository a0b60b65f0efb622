package extract

import (
	"slices"
	"strings"
)

// blocked tells whether the entry's unless or when conditions stop a reading.
func (n *narrative) blocked(t *trigger, i int) bool {
	for _, c := range t.unless {
		if n.meetsCondition(c, i) {
			return true
		}
	}
	for _, c := range t.when {
		if !n.meetsCondition(c, i) {
			return true
		}
	}
	return false
}

func (n *narrative) meetsCondition(c condition, i int) bool {
	if c.slot == "has" {
		for _, k := range n.Children(i) {
			dep := n.Tokens[k].Dep
			if first := n.child(i, "dobj"); dep == "dobj" && first < k && n.Tokens[k].POS == "NOUN" {
				dep = "oprd" // a second object is what the first is called: "calling Lee a dictator"
			}
			if dep == "oprd" && n.child(i, "dobj") < 0 && n.namesPerson(k) {
				continue // "called Minister Ann Lee on Monday", of which the parser makes what she was called
			}
			if dep == "advcl" && !n.isForm(k, "inf") {
				continue // "called on him before he left", but "called on him to leave"
			}
			if c.words[dep] {
				return true
			}
			for w := range c.words {
				if d, lemmas, ok := strings.Cut(w, ":"); ok && d == dep && slices.Contains(strings.Split(lemmas, ","), n.Tokens[k].Lower) {
					if p := n.child(k, "pobj"); p >= 0 && n.dateAt[p] >= 0 {
						continue // "called him on Monday"
					}
					return true
				}
			}
		}
		return false
	}
	for _, f := range n.follow(c.slot, i) {
		if c.words[n.lemma(f.token)] {
			return true
		}
	}
	return false
}

// namesPerson tells whether a token is of a person's name, or of an office before
// it.
func (n *narrative) namesPerson(i int) bool {
	m := n.mentionAt(i)
	if m == nil && n.titleAt[i] >= 0 {
		m = &n.mentions[n.titleAt[i]]
	}
	return m != nil && m.kind == byName && n.isPersonal(m)
}

// failed tells "failed to agree", "could not agree": who did met all the same.
func (n *narrative) failed(o *occurrence) bool {
	if h := n.Tokens[o.at].Head; n.Tokens[o.at].Dep == "xcomp" && n.lemma(h) == "fail" && n.Tokens[h].Tag == "VBD" {
		return true
	}
	return n.child(o.at, "neg") >= 0 && slices.ContainsFunc(n.Children(o.at), func(c int) bool {
		return n.Tokens[c].Dep == "aux" && (n.Tokens[c].Lower == "could" || n.Tokens[c].Lower == "did")
	})
}
