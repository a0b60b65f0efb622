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
				if tok.Lower == "on" && n.Tokens[a].POS == "VERB" && !lex().topics.talk[n.lemma(a)] && o.trigger.pos == "verb" {
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
				if p := n.child(c, "pobj"); p >= 0 && lex().topics.attempt[n.lemma(p)] {
					if x := n.child(p, "acl"); x >= 0 {
						n.purposeTopic(o, x)
					}
				}
			}
		}
	}
	if o.trigger.pos == "verb" && (n.lemma(o.at) == "discuss" || o.trigger.asks("faced") || o.trigger.asks("joint") && lex().topics.present[n.lemma(o.at)]) {
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

var partyPrepositions = wordSet("with between among at of to")

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
		case depth > 0 && (tok.Dep == "relcl" || tok.Dep == "acl") && n.isForm(c, "inf") && n.child(c, "nsubj", "nsubjpass") < 0 && !n.word(t).representative:
			n.purposeTopic(o, c) // "a tour of Asia to open markets"
		case depth > 0 && tok.Dep == "relcl" && lex().topics.aim[n.lemma(c)] && n.passive(c):
			n.complement(o, c)
		case tok.Dep == "prep" && partyPrepositions[tok.Lower], tok.Dep == "pobj", tok.Dep == "conj" && tok.POS != "VERB", tok.Dep == "dobj" && n.Tokens[t].POS == "VERB":
			n.topicsBeyond(o, c, depth+1)
		}
	}
}

// kindTopic reads the words that say what kind of talks they are: "nuclear
// talks", "Syria reconstruction conference".
func (n *narrative) kindTopic(o *occurrence) {
	start, end := -1, -1
	for _, c := range n.Children(o.at) {
		tok := &n.Tokens[c]
		if c > o.at || tok.Dep != "compound" && tok.Dep != "amod" && tok.Dep != "nmod" || n.dateAt[c] >= 0 || n.mentionAt(c) != nil || n.measures(c) {
			continue
		}
		if !lex().topics.field[tok.Lower] && !(tok.Dep == "compound" && tok.POS == "NOUN" && !lex().topics.form[tok.Lower] && len(tok.Text) > 2) {
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

// measures tells whether a word says how long or how many: "a 45-minute
// meeting", "half-hour talks".
func (n *narrative) measures(c int) bool {
	switch n.Tokens[c].EntType {
	case "DATE", "TIME", "QUANTITY", "CARDINAL":
		return true
	}
	return n.child(c, "nummod") >= 0 || spell[n.lemma(c)]
}

// spell are the units of time, which no talks are about.
var spell = set{"second": true, "minute": true, "hour": true, "day": true, "night": true, "week": true, "weekend": true, "month": true, "year": true}

// isSubject tells a topic from the other things "on" and "over" lead to: days,
// places, telephones, sides.
func (n *narrative) isSubject(p int) bool {
	if n.dateAt[p] >= 0 || n.Tokens[p].EntType == "DATE" || n.Tokens[p].EntType == "TIME" {
		return false
	}
	// "east" is a site, "the Middle East" a region to talk about
	if m := n.mentionAt(p); sites[n.lemma(p)] && (m == nil || m.kind != byName || m.end-m.start == 1) {
		return false
	}
	for _, c := range n.Children(p) {
		if n.Tokens[c].Dep == "compound" && lex().topics.vessel[n.lemma(c)] {
			return false // "on the liner Maxim Gorky"
		}
	}
	return !lex().topics.vessel[n.lemma(p)] && !lex().topics.circumstance[n.lemma(p)]
}
