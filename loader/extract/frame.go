package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/nlp"
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
				if !slices.ContainsFunc(weak, func(p *occurrence) bool { return n.spokenOf(o, p) }) {
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
			at = at || addresses[n.lemma(h)]
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

// addresses are verbs whose object hears what is said.
var addresses = wordSet("tell address brief inform assure")

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
