package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

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
					n.addTopic(o, n.phrase(p), o.because("what the talks were on", c))
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
				if o := n.child(c, "pobj"); n.Tokens[c].Lower == "with" && n.Tokens[c].Dep == "prep" && o >= 0 && (n.Tokens[c].Right == s.End || n.mentionAt(o) != nil) {
					s.End = n.Tokens[c].Left
					break
				}
			}
			n.addTopic(o, s, o.because("what was discussed", o.at))
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
				n.addTopic(o, n.phrase(p), o.because("what the talks were on", c))
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
			n.addTopic(o, n.phrase(t), o.because("dealt with at it", v))
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
var vessels = wordSet("ship cruiser battleship yacht train plane platform lawn carrier destroyer liner boat warship airliner jet terrace steps balcony")

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
		n.addTopic(o, spanOf(start, end), o.because("what kind of talks", end-1))
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
			n.addTopic(o, n.phrase(p), o.because("what they met to deal with", v))
		}
		return
	case "hold", "due", "schedule", "plan", "expect", "be", "take", "begin", "start", "meet", "attend", "speak", "include", "involve", "resume", "chair", "host", "sponsor", "recommence", "end", "open":
		return
	}
	if n.Tokens[v].Tag == "VBN" {
		if x := n.child(v, "xcomp", "prep"); x >= 0 {
			n.addTopic(o, n.phrase(x), o.because("what it was designed for", v))
		}
		return
	}
	if n.isForm(v, "inf") || n.Tokens[v].Tag == "VBG" {
		n.addTopic(o, n.phrase(v), o.because("what they met for", v))
	}
}
