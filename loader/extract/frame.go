package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// findTopics adds to each meeting what its parties said at it, or are to speak
// of: from the sentence that opens with it ("In a meeting with X, Y said") on,
// what the parties say, until another meeting or another occasion is told.
func (n *narrative) findTopics(meetings []*occurrence) {
	at := map[int][]*occurrence{} // sentence -> meetings told in it
	n.meets = map[int]bool{}
	for _, o := range meetings {
		for _, t := range append([]int{o.at}, o.references...) {
			n.meets[t] = !slices.Contains(o.faces, t)
		}
		for _, q := range o.quotes {
			at[q] = append(at[q], o)
		}
	}
	// the meetings spoken at; those told last, and those planned
	var strong, weak, ahead []*occurrence
	near := false // told last in this paragraph
	inLead := func(o *occurrence, s int) {
		if len(at[s-1]) == 0 { // none of its own
			n.saidInLead(o, s)
		}
	}
	for s := range n.Sents {
		if n.newParagraph(s) {
			near = false
		}
		here := false
		for _, o := range at[s] {
			if o.status == graph.StatusPlanned && len(o.parts) > 1 {
				ahead = withTwins(ahead, o)
				near = true
			}
			if o.status != graph.StatusHeld {
				continue
			}
			switch v := n.framingVerb(o, s); {
			case v >= 0:
				strong, weak, here = withTwins(strong, o), nil, false
				if n.refersBack(v) {
					n.saidAt(o, s-1)
				}
				inLead(o, s)
			case !slices.Contains(strong, o):
				for _, v := range n.accountsOf(o, s) {
					n.complement(o, v)
					inLead(o, s)
				}
				near, here = true, true
				if !slices.ContainsFunc(weak, func(p *occurrence) bool { return n.spokenOf(o, p) || n.hangsOn(o, p) }) {
					weak = withTwins(weak, o)
				}
			}
		}
		if !here {
			for _, o := range strong {
				n.saidAt(o, s)
			}
		}
		for _, o := range slices.Concat(weak, ahead) {
			n.dealtAt(o, s, near)
		}
	}
}

// withTwins adds meeting o to those told last, if one word tells of all of them
// ("spoke separately with X and Y"), else puts it in their place.
func withTwins(last []*occurrence, o *occurrence) []*occurrence {
	switch {
	case slices.Contains(last, o):
		return last
	case len(last) > 0 && last[0].at == o.at:
		return append(last, o)
	}
	return []*occurrence{o}
}

// spokenOf tells whether meeting o is told of as what a party of another said at
// it: "She met X and urged Y and Z to hold talks".
func (n *narrative) spokenOf(o, at *occurrence) bool {
	for v := o.at; n.Tokens[v].Head != v; {
		v = n.Tokens[v].Head
		if n.puts(v) && n.saidBy(v, at) {
			return true
		}
	}
	return false
}

// hangsOn tells whether the noun of meeting o only says where another was: "met
// on the sidelines of the summit".
func (n *narrative) hangsOn(o, at *occurrence) bool {
	t := o.at
	for n.Tokens[t].Dep == "pobj" || n.Tokens[t].Dep == "prep" || n.Tokens[t].Dep == "compound" {
		if t = n.Tokens[t].Head; t == at.at {
			return true
		}
	}
	return false
}

// saidInLead adds what a party says in the article's first sentence, where the
// second tells the meeting it was said at: news open with what was said, and go
// on with when and where. The first sentence's day is then the meeting's.
func (n *narrative) saidInLead(o *occurrence, s int) {
	if s == 0 || !n.leads(s-1) {
		return
	}
	for v := n.Sents[s-1].Start; v < n.Sents[s-1].End; v++ {
		if n.Tokens[v].Dep != "ROOT" || !n.speaks(v) || !n.saidBy(v, o) || n.heardElsewhere(v, o) {
			continue
		}
		if probe := n.whenOf(v); !o.when.known() {
			o.when = probe.when
		}
		n.saidAt(o, s-1)
	}
}

// leads tells whether sentence s is the first of an article that is one, and no
// headline or dateline.
func (n *narrative) leads(s int) bool {
	for _, sent := range n.Sents[:s] {
		for i := sent.Start; i < sent.End; i++ {
			if n.Tokens[i].Text == "." && i+2 >= sent.End {
				return false
			}
		}
	}
	return true
}

func (n *narrative) newParagraph(s int) bool {
	start := n.Sents[s].Start
	for i := start - 1; i >= 0 && i > start-3; i-- {
		if n.Tokens[i].POS == "SPACE" {
			return true
		}
	}
	return false
}

// framingVerb returns the verb of saying that sentence s sets at meeting o:
// "said in a meeting with X", "told the cabinet", "declared as he hosted X",
// "met X, urging"; -1 if it sets none.
func (n *narrative) framingVerb(o *occurrence, s int) int {
	for _, t := range append([]int{o.at}, o.references...) {
		if n.Tokens[t].Sent != s {
			continue
		}
		if slices.Contains(o.faces, t) {
			return t
		}
		if v := n.frameAbove(o, t); v >= 0 {
			return v
		}
		if v := n.frameBelow(o, t); v >= 0 {
			return v
		}
		// the parser cut the sentence after the meeting: "In a meeting with X,
		// Secretary of the Council | Ann Lee welcomed …"
		if s+1 < len(n.Sents) && n.brokenAt(n.Sents[s].End) && t < n.Sents[s].Start+12 {
			return t
		}
	}
	return -1
}

// frameAbove climbs from the word for a meeting to the verb that says something
// at it: over "in", "at", "during", "while", or as the object of "told". It
// returns -1 where something else lies between: "said they met", "said after
// they met".
func (n *narrative) frameAbove(o *occurrence, t int) int {
	cur, at := n.outer(t), false
	for range 6 {
		h := n.Tokens[cur].Head
		switch n.Tokens[cur].Dep {
		case "pobj":
			switch n.Tokens[h].Lower {
			case "in", "at", "during", "on":
				at = true
			default:
				return -1
			}
			h = n.Tokens[h].Head
		case "dobj":
			at = at || addressing[n.lemma(h)]
		case "advcl":
			for _, c := range n.Children(cur) {
				if l := n.Tokens[c].Lower; n.Tokens[c].Dep == "mark" && (l == "as" || l == "while") || n.Tokens[c].Dep == "advmod" && l == "when" {
					at = true
				}
			}
			at = at || n.Tokens[cur].Tag == "VBG"
		case "acl", "pcomp", "prep":
		default:
			return -1
		}
		if h == cur {
			return -1
		}
		if at && (n.speaks(h) || n.refersBack(h)) && (n.saidBy(h, o) || n.fragment(h)) {
			return h
		}
		cur = h
	}
	return -1
}

// frameBelow returns the verb of saying that goes along with the meeting: "met X
// on Monday, urging calm", "held talks with X and asked for patience".
func (n *narrative) frameBelow(o *occurrence, t int) int {
	v := n.outer(t)
	if g := n.governorAt(n.Tokens[v].Head); n.Tokens[v].Dep == "dobj" && g != nil && g.role != "" {
		v = n.Tokens[v].Head
	}
	for _, c := range n.Children(v) {
		along := n.Tokens[c].Dep == "advcl" && n.Tokens[c].Tag == "VBG" || n.Tokens[c].Dep == "conj" && n.Tokens[v].POS == "VERB"
		if c > v && along && n.speaks(c) && n.child(c, "nsubj") < 0 && n.saidBy(c, o) && n.toldAs(c) == graph.StatusHeld {
			return c
		}
	}
	return -1
}

// refersBack tells whether verb v sets at a meeting what the sentence before
// says: "She made the remarks in a meeting with X", "was speaking at".
func (n *narrative) refersBack(v int) bool {
	if n.Tokens[v].Sent == 0 {
		return false
	}
	if n.lemma(v) == "speak" {
		return n.Tokens[v].Tag == "VBG" && n.Tokens[v].Dep == "ROOT"
	}
	d := n.child(v, "dobj")
	return n.lemma(v) == "make" && d >= 0 && lex().topics.remark[n.lemma(d)] && n.isDefinite(d)
}
