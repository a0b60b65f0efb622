package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/nlp"
)

// maxTopicWords is the length up to which a topic is one; longer clauses are
// cut at a seam.
const maxTopicWords = 36

// topicPrepositions lead from a meeting to what it was about.
var topicPrepositions = wordSet("about on over regarding concerning around")

// findDirectTopics reads what the telling itself says the meeting was about:
// "talks on X", "met to discuss X", "discussed X with", "trade talks".
func (n *narrative) findDirectTopics(o *occurrence) {
	around := append([]int{o.at, n.outer(o.at)}, o.anchors...)
	slices.Sort(around)
	for _, a := range slices.Compact(around) {
		for _, c := range n.Children(a) {
			tok := &n.Tokens[c]
			switch {
			case tok.Dep == "prep" && (topicPrepositions[tok.Lower] || tok.Lower == "concerning"):
				if tok.Lower == "on" && n.Tokens[a].POS == "VERB" && !talkVerbs[n.lemma(a)] && o.trigger.pos == "verb" {
					continue // "received him on the platform"
				}
				if p := n.child(c, "pobj", "pcomp"); p >= 0 && n.isSubject(p) {
					n.addTopic(o, n.phrase(p), "adjunct "+tok.Lower)
				}
			case (tok.Dep == "xcomp" || tok.Dep == "advcl" || tok.Dep == "acl") && tok.POS == "VERB" && a == o.at:
				n.purposeTopic(o, c)
			case (tok.Dep == "advcl" || tok.Dep == "xcomp") && tok.POS == "VERB" && n.isForm(c, "inf") && n.Tokens[a].POS == "VERB":
				n.purposeTopic(o, c)
			case tok.Dep == "prep" && tok.Lower == "in": // "in an attempt to", "in a bid to"
				if p := n.child(c, "pobj"); p >= 0 && attempts[n.lemma(p)] {
					if x := n.child(p, "acl"); x >= 0 {
						n.purposeTopic(o, x)
					}
				}
			}
		}
	}
	if o.trigger.pos == "verb" && (n.lemma(o.at) == "discuss") {
		if p := n.child(o.at, "dobj"); p >= 0 {
			s := n.phrase(p)
			for _, c := range n.Children(p) { // "discussed the treaty with him"
				if n.Tokens[c].Lower == "with" && n.Tokens[c].Dep == "prep" && n.Tokens[c].Right == s.End {
					s.End = n.Tokens[c].Left
				}
			}
			n.addTopic(o, s, "discussed")
		}
	}
	n.topicsBeyond(o, o.at, 0)
	n.aimTopic(o, o.at)
	if o.trigger.pos == "noun" && o.trigger.mode != graph.ModeVisit && len(o.topics) == 0 {
		n.kindTopic(o)
	}
}

// talkVerbs are verbs of meeting that take their topic with "on".
var talkVerbs = wordSet("speak talk negotiate confer consult deliberate brief discuss hold have")

// topicsBeyond reads topics that the parser hung on a party or a venue: "talks
// with X over Y", "discussions at the GATT on Y", "a meeting of ministers which
// was designed to Y".
func (n *narrative) topicsBeyond(o *occurrence, t, depth int) {
	if depth > 4 {
		return
	}
	for _, c := range n.Children(t) {
		tok := &n.Tokens[c]
		if c < t {
			continue
		}
		switch {
		case depth > 0 && (tok.Dep == "prep" || tok.Lower == "concerning") && topicPrepositions[tok.Lower]:
			inName := c > 0 && n.Tokens[c-1].POS == "PROPN" && c+1 < len(n.Tokens) && n.Tokens[c+1].POS == "PROPN" && n.mentionAt(c-1) == nil
			if p := n.child(c, "pobj", "pcomp", "dobj"); p >= 0 && n.isSubject(p) && n.mentionAt(c) == nil && !inName {
				n.addTopic(o, n.phrase(p), "adjunct "+tok.Lower)
			}
		case depth > 0 && tok.Dep == "relcl" && aims[n.lemma(c)] && n.passive(c):
			n.complement(o, c)
		case tok.Dep == "prep" && partyPrepositions[tok.Lower], tok.Dep == "pobj", tok.Dep == "conj" && tok.POS != "VERB", tok.Dep == "dobj" && n.Tokens[t].POS == "VERB":
			n.topicsBeyond(o, c, depth+1)
		}
	}
}

var partyPrepositions = wordSet("with between among at of to")

// aims are verbs whose subject is talks and whose complement is what they are
// about: "the summit is designed to end the war".
var aims = wordSet("design intend aim focus center centre deal concentrate cover address discuss tackle consider review seek examine debate endorse approve adopt back agree urge call explore")

// aimTopic reads what the word for a meeting has as its aim: "the talks focus
// on X", "talks designed to X", "a meeting at which they will discuss X".
func (n *narrative) aimTopic(o *occurrence, at int) {
	if n.Tokens[at].POS == "VERB" {
		return
	}
	out := n.outer(at)
	if dep := n.Tokens[out].Dep; dep == "nsubj" || dep == "nsubjpass" {
		v := n.Tokens[out].Head
		d := n.child(v, "dobj")
		if aims[n.lemma(v)] || d >= 0 && chances[n.lemma(d)] {
			n.complement(o, v)
		}
	}
	if p := n.Tokens[out].Head; n.Tokens[out].Dep == "pobj" && (n.Tokens[p].Lower == "at" || n.Tokens[p].Lower == "in" || n.Tokens[p].Lower == "during") {
		v := n.Tokens[p].Head // "the issue will be discussed at the meeting"
		if t := n.child(v, "nsubjpass"); t >= 0 && (aims[n.lemma(v)] || n.lemma(v) == "raise") {
			n.addTopic(o, n.phrase(t), n.Tokens[v].Text+" at it")
		}
	}
	for _, c := range n.Children(out) {
		switch n.Tokens[c].Dep {
		case "relcl":
			if aims[n.lemma(c)] {
				n.complement(o, c)
			}
		case "acl":
			if aims[n.lemma(c)] && n.Tokens[c].Tag == "VBN" {
				n.purposeTopic(o, c)
			}
		}
	}
}

var chances = wordSet("opportunity chance forum platform occasion")

// vessels carry meetings; they are not what these are about.
var vessels = wordSet("ship cruiser battleship yacht train plane platform lawn carrier destroyer boat warship airliner jet terrace steps balcony")

var attempts = wordSet("attempt bid effort hope push move")

// kindTopic reads the words that say what kind of talks they are: "nuclear
// talks", "Syria reconstruction conference".
func (n *narrative) kindTopic(o *occurrence) {
	start, end := -1, -1
	for _, c := range n.Children(o.at) {
		tok := &n.Tokens[c]
		if c > o.at || tok.Dep != "compound" && tok.Dep != "amod" && tok.Dep != "nmod" || n.dateAt[c] >= 0 || n.mentionAt(c) != nil {
			continue
		}
		if !subjectWords[tok.Lower] && !(tok.Dep == "compound" && tok.POS == "NOUN" && !formWords[tok.Lower] && len(tok.Text) > 2) {
			continue
		}
		if start < 0 {
			start = tok.Left
		}
		end = c + 1
	}
	if start >= 0 {
		n.addTopic(o, spanOf(start, end), "kind of talks")
	}
}

// subjectWords are adjectives that tell what talks are about.
var subjectWords = wordSet(`nuclear economic military constitutional financial monetary humanitarian environmental agricultural
	territorial commercial strategic`)

// formWords are nouns before "talks" that tell how, where or between whom they
// were, not about what.
var formWords = wordSet(`summit emergency crisis crunch marathon hour day week morning evening telephone phone video news press
	party group cabinet council board committee plenary follow-up round-table lunch dinner breakfast working minister ministers
	leaders government ministerial panel joint state world home work office person head business proximity shuttle
	back-channel top level session call conference meeting three-way two-way way campaign delegation delegate country government government-to-government
	reception delegation two-day one-day three-day exit weekend half-hour hour-long closing opening mid-term year team leadership pre-summit
	public mini bilateral congress parliament`)

// isSubject tells a topic from the other things "on" and "over" lead to: days,
// places, telephones, sides.
func (n *narrative) isSubject(p int) bool {
	if n.dateAt[p] >= 0 || n.Tokens[p].EntType == "DATE" || n.Tokens[p].EntType == "TIME" {
		return false
	}
	if sites[n.lemma(p)] || vessels[n.lemma(p)] {
		return false
	}
	switch n.lemma(p) {
	case "phone", "telephone", "line", "hotline", "video", "sideline", "margin", "eve", "day", "visit", "trip", "behalf",
		"request", "invitation", "basis", "hold", "agenda", "table", "way", "track", "schedule", "ground", "dinner", "lunch", "breakfast", "weekend", "hour", "sidelines", "tour", "side", "which", "monday", "week", "month", "year", "part", "condition":
		return false
	}
	return true
}

// purposeTopic reads "to discuss X", "seeking X", "aimed at X".
func (n *narrative) purposeTopic(o *occurrence, v int) {
	if aims[n.lemma(v)] && n.Tokens[v].Tag == "VBN" {
		if x := n.child(v, "xcomp", "prep"); x >= 0 {
			n.addTopic(o, n.phrase(x), "designed to")
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
			n.addTopic(o, n.phrase(p), "to "+n.lemma(v))
		}
		return
	case "hold", "due", "schedule", "plan", "expect", "be", "take", "begin", "start", "meet", "attend", "speak", "include", "involve", "resume", "chair", "host", "sponsor", "recommence", "end", "open":
		return
	}
	if n.Tokens[v].Tag == "VBN" {
		if x := n.child(v, "xcomp", "prep"); x >= 0 {
			n.addTopic(o, n.phrase(x), "designed to")
		}
		return
	}
	if n.isForm(v, "inf") || n.Tokens[v].Tag == "VBG" {
		n.addTopic(o, n.phrase(v), "purpose")
	}
}

// findTopics adds to each held meeting what its parties said at it: from the
// sentence that opens with it ("In a meeting with X, Y said") on, what the
// parties say, until another meeting or another occasion is told.
func (n *narrative) findTopics(meetings []*occurrence) {
	at := map[int][]*occurrence{} // sentence -> meetings told in it
	for _, o := range meetings {
		for _, q := range o.quotes {
			at[q] = append(at[q], o)
		}
	}
	var strong, weak *occurrence // the meeting spoken at; the meeting told last
	for s := range n.Sents {
		if n.newParagraph(s) {
			weak = nil
		}
		here := false
		for _, o := range at[s] {
			if o.status != graph.StatusHeld {
				continue
			}
			switch v := n.framingVerb(o, s); {
			case v >= 0:
				strong, weak, here = o, nil, false
			case o != strong:
				weak, here = o, true
			}
		}
		if strong != nil && !here {
			n.saidAt(strong, s)
		}
		if weak != nil {
			n.dealtAt(weak, s)
		}
	}
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
// "said in a meeting with X", "told the cabinet", "declared as he hosted X";
// -1 if it sets none.
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
		if at && n.speaks(h) && (n.saidBy(h, o) || n.fragment(h)) {
			return h
		}
		cur = h
	}
	return -1
}

// addresses are verbs whose object hears what is said.
var addresses = wordSet("tell address brief inform assure")

// fragment tells whether verb h has no subject that the parser found.
func (n *narrative) fragment(h int) bool {
	return n.child(h, "nsubj", "nsubjpass") < 0 && n.Tokens[h].Dep == "ROOT"
}

// speaks tells verbs of saying.
func (n *narrative) speaks(v int) bool {
	return n.Tokens[v].POS == "VERB" && (lex().speech[n.lemma(v)] || moreSpeech[n.lemma(v)])
}

// moreSpeech are verbs that are of saying when the parties of a meeting do it.
var moreSpeech = wordSet(`offer extend convey refer touch speak address discuss raise review deplore appreciate slam congratulate
	hail reject support back defend criticise assure brief update underscore pledge agree exchange condole deliver elaborate dismiss label`)

// saidBy tells whether a party of o is the subject of v.
func (n *narrative) saidBy(v int, o *occurrence) bool {
	for _, f := range n.follow("surface", v) {
		got := n.parties(f.token)
		for _, p := range got {
			if o.has(p.entity) {
				return true
			}
			for i := range o.parts {
				if n.represents(&o.parts[i], p.entity) && n.entities[p.entity].kind == graph.KindPlace {
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
	if n.otherDay(v, o) {
		return true
	}
	for _, c := range n.Children(v) {
		switch n.Tokens[c].Dep {
		case "dobj", "dative":
			if elsewhere[n.Tokens[c].Lower] && !slices.Contains(o.anchors, v) {
				return n.child(v, "prep") < 0 || n.framed(v, o) == false
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
	probe := &occurrence{at: v, sent: n.Tokens[v].Sent, anchors: []int{v}, status: graph.StatusHeld, place: -1}
	if n.framed(v, o) {
		return false
	}
	n.findWhen(probe)
	if !probe.when.known() {
		return false
	}
	if !o.when.known() {
		return probe.when.span.Start == "" || probe.when.span.Start != n.day()
	}
	return !n.sameWhen(probe, o)
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

// complement adds what verb v of saying has as its object: a clause, or a
// phrase with what hangs on it ("offered condolences over X"). It tells
// whether there was any.
func (n *narrative) complement(o *occurrence, v int) bool {
	start, end := -1, -1
	grow := func(s nlp.Span) {
		if start < 0 || s.Start < start {
			start = s.Start
		}
		end = max(end, s.End)
	}
	clause := -1
	for _, c := range n.Children(v) {
		switch n.Tokens[c].Dep {
		case "ccomp":
			if !slices.Contains(append([]int{o.at}, o.references...), c) && (clause < 0 || n.Subtree(c).Len() > n.Subtree(clause).Len()) {
				clause = c
			}
		}
	}
	if clause >= 0 {
		s := n.phrase(clause)
		// "added an accord could help": the subject parsed as an object
		if d := n.child(v, "dobj"); d >= 0 && n.Tokens[d].Right == n.Tokens[clause].Left && n.child(clause, "nsubj", "nsubjpass", "csubj", "expl") < 0 {
			s.Start = n.Tokens[d].Left
		}
		n.addTopic(o, s, "said "+n.Tokens[v].Text)
		return true
	}
	if s := n.aroundInsertion(v); s.Len() > 2 {
		n.addTopic(o, s, "said, inserted "+n.Tokens[v].Text)
		return true
	}
	for _, c := range n.Children(v) {
		if c < v {
			continue
		}
		tok := &n.Tokens[c]
		switch tok.Dep {
		case "dobj", "xcomp", "attr", "oprd":
			if elsewhere[tok.Lower] || o.trigger != nil && n.contains(c, o) {
				continue
			}
			grow(n.phrase(c))
		case "prep", "dative":
			p := n.child(c, "pobj", "pcomp")
			if p < 0 || n.contains(c, o) || n.dateAt[p] >= 0 {
				continue
			}
			switch tok.Lower {
			case "in", "at", "during", "after", "before", "while", "by":
				continue
			case "as":
				if start < 0 {
					continue
				}
			}
			if tok.Lower == "to" && n.mentionAt(p) != nil && start < 0 {
				continue
			}
			s := n.phrase(p)
			if start >= 0 && c > end+1 {
				continue
			}
			if start < 0 {
				grow(s)
			} else {
				end = max(end, s.End)
			}
		}
	}
	if start < 0 {
		return false
	}
	if end-start == 1 && n.Tokens[start].POS == "PRON" {
		return false
	}
	n.addTopic(o, spanOf(start, end), "said "+n.Tokens[v].Text)
	return true
}

// aroundInsertion returns the clause that "he added" is set into ("The army, he
// added, needs …"), or that stands before "X told the cabinet" where the parser
// tied neither to the verb; the longer of its two halves.
func (n *narrative) aroundInsertion(v int) nlp.Span {
	sent := n.SentOf(v)
	before := spanOf(sent.Start, sent.Start)
	subject := -1
	for _, c := range n.Children(v) {
		if n.Tokens[c].Dep == "nsubj" && c < v {
			subject = c
		}
	}
	if subject < 0 {
		return before
	}
	left := n.Tokens[subject].Left
	if left-1 > sent.Start && (n.Tokens[left-1].Text == "," || n.Tokens[left-1].POS == "PUNCT" && n.Tokens[left-2].Text == ",") {
		before = n.trimTopic(spanOf(sent.Start, left-1))
	}
	if n.Tokens[v].Dep != "parataxis" {
		if before.Len() > 8 && n.hasClause(before) {
			return before
		}
		return spanOf(sent.Start, sent.Start)
	}
	after := n.trimTopic(spanOf(v+1, sent.End))
	if after.Len() > before.Len() {
		return after
	}
	return before
}

// hasClause tells whether a run of tokens holds a finite verb.
func (n *narrative) hasClause(s nlp.Span) bool {
	for i := s.Start; i < s.End; i++ {
		switch n.Tokens[i].Tag {
		case "VBZ", "VBD", "VBP", "MD":
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

// dealtAt adds what a sentence after a plain telling says the parties dealt
// with: "The two discussed X", "They agreed to Y".
func (n *narrative) dealtAt(o *occurrence, s int) {
	sent := n.Sents[s]
	for v := sent.Start; v < sent.End; v++ {
		switch n.lemma(v) {
		case "discuss", "review", "exchange", "agree", "touch", "focus", "cover":
		default:
			continue
		}
		if n.Tokens[v].POS != "VERB" || v == o.at || n.under(v, sent) || !n.saidBy(v, o) {
			continue
		}
		var st statusReader
		st.n, st.o = n, &occurrence{at: v}
		if st.read(v) != "" {
			continue
		}
		if n.complement(o, v) && !slices.Contains(o.quotes, s) {
			o.quotes = append(o.quotes, s)
		}
	}
}

// phrase is the subtree of a word as a topic: without the punctuation and
// quotation marks at its ends, "that" before a clause, or what follows a
// closing clause.
func (n *narrative) phrase(t int) nlp.Span {
	s := n.Subtree(t)
	sent := n.SentOf(t)
	s.Start, s.End = max(s.Start, sent.Start), min(s.End, sent.End)
	return n.trimTopic(s)
}

func (n *narrative) trimTopic(s nlp.Span) nlp.Span {
	for s.Start < s.End && (n.Tokens[s.Start].POS == "PUNCT" || n.Tokens[s.Start].POS == "SPACE" || n.Tokens[s.Start].Tag == "''" || n.Tokens[s.Start].Tag == "``" ||
		n.Tokens[s.Start].Dep == "mark" || n.Tokens[s.Start].Lower == "to" && n.Tokens[s.Start].Dep == "aux" || n.Tokens[s.Start].Dep == "cc") {
		s.Start++
	}
	for s.End > s.Start && (n.Tokens[s.End-1].POS == "PUNCT" || n.Tokens[s.End-1].POS == "SPACE" || n.Tokens[s.End-1].Tag == "''" || n.Tokens[s.End-1].Tag == "``" || n.Tokens[s.End-1].Dep == "cc") {
		s.End--
	}
	if s.Len() > 2 && n.Tokens[s.End-1].POS == "PRON" && n.Tokens[s.End-2].Lower == "with" {
		s.End -= 2 // "discussed the treaty with him"
	}
	// no blank line inside
	for i := s.Start; i < s.End; i++ {
		if n.Tokens[i].POS == "SPACE" && countNewlines(n.Tokens[i].Text) > 1 {
			s.End = i
		}
	}
	return s
}

func countNewlines(text string) int {
	c := 0
	for i := range len(text) {
		if text[i] == '\n' {
			c++
		}
	}
	return c
}

// addTopic notes a topic, cut to a readable length.
func (n *narrative) addTopic(o *occurrence, s nlp.Span, rule string) {
	s = n.cutTopic(n.wholeList(n.wholeWords(s)))
	if s.Len() == 1 && n.Tokens[s.Start].POS != "NOUN" && n.Tokens[s.Start].POS != "PROPN" {
		return // "little", "it"
	}
	if s.Start >= s.End || o.at >= s.Start && o.at < s.End || n.onlyNames(s) {
		return
	}
	o.topics = append(o.topics, s)
	o.explain("topic", rule, n.TextOf(s))
}

// onlyNames tells whether a phrase is nothing but someone's name.
func (n *narrative) onlyNames(s nlp.Span) bool {
	for i := s.Start; i < s.End; i++ {
		m := n.mentionAt(i)
		if (m == nil || !n.isPersonal(m)) && n.Tokens[i].POS != "DET" && n.Tokens[i].POS != "PRON" {
			return false
		}
	}
	return true
}

// wholeList lets a topic go on over the rest of a list that the parser hung
// elsewhere: "discussed trade, | the border and fishing".
func (n *narrative) wholeList(s nlp.Span) nlp.Span {
	if s.End >= len(n.Tokens)-1 || n.Tokens[s.End].Text != "," {
		return s
	}
	for t := s.End + 1; t < len(n.Tokens) && t < s.End+8; t++ {
		tok := &n.Tokens[t]
		if tok.Left != s.End+1 || tok.POS != "NOUN" && tok.POS != "PROPN" {
			continue
		}
		switch tok.Dep {
		case "npadvmod", "appos", "dep", "conj":
			for i := t; i < tok.Right; i++ {
				if n.Tokens[i].Dep == "cc" {
					s.End = n.trimTopic(spanOf(s.Start, tok.Right)).End
					return s
				}
			}
		}
	}
	return s
}

// wholeWords lets a phrase that ends inside a hyphenated word go on to the end
// of what hangs on that word.
func (n *narrative) wholeWords(s nlp.Span) nlp.Span {
	if s.End > s.Start && s.End+1 < len(n.Tokens) && n.Tokens[s.End].Text == "-" && !n.Tokens[s.End-1].Space && !n.Tokens[s.End].Space {
		s.End = n.trimTopic(spanOf(s.Start, max(s.End+2, n.Tokens[s.End+1].Right))).End
	}
	return s
}

// cutTopic cuts a long phrase at the last seam that leaves it short enough: a
// comma, a conjunction or a preposition.
func (n *narrative) cutTopic(s nlp.Span) nlp.Span {
	words, seam := 0, -1
	for i := s.Start; i < s.End; i++ {
		tok := &n.Tokens[i]
		if tok.POS == "PUNCT" || tok.POS == "CCONJ" || tok.POS == "SCONJ" || tok.POS == "ADP" {
			if words > 6 {
				seam = i
			}
		}
		if tok.POS != "PUNCT" && tok.POS != "SPACE" {
			words++
		}
		if words > maxTopicWords {
			if seam < 0 {
				seam = i
			}
			s.End = seam
			return n.trimTopic(s)
		}
	}
	return s
}
