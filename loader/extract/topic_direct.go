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
	if o.trigger.pos == "verb" && (n.lemma(o.at) == "discuss" || o.trigger.asks("faced")) {
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

// broughtTopic reads what is brought before the meeting that noun tells of, or
// takes it up: "X will be discussed at the meeting", "will present X at the
// meeting", "X was announced after the meeting", "X topped the agenda of the
// meeting".
func (n *narrative) broughtTopic(o *occurrence, noun int) {
	l := &lex().topics
	add := func(t, v int) {
		if t >= 0 && !n.contains(t, o) {
			n.addTopic(o, n.phrase(t), o.because("brought before it", v))
		}
	}
	prep := ""
	for range 3 {
		v := n.Tokens[noun].Head
		switch n.Tokens[noun].Dep {
		case "pobj":
			prep = n.Tokens[v].Lower
			v = n.Tokens[v].Head
		case "dobj":
			prep = ""
		default:
			return
		}
		if n.Tokens[v].POS != "VERB" {
			if t := n.issueIn(v); prep != "" && t >= 0 {
				add(t, v)
				return
			}
			if !l.agenda[n.lemma(v)] {
				return
			}
			noun = n.outer(v)
			continue
		}
		if n.Tokens[v].Dep == "acl" {
			add(n.oneOf(n.Tokens[v].Head), v)
			return
		}
		word := n.lemma(v)
		switch prep {
		case "", "on", "in", "at", "during":
			switch {
			case l.dominate[word]:
				add(n.child(v, "nsubj", "nsubjpass"), v)
			case prep == "" || prep == "on":
			case n.passive(v) && (l.present[word] || l.aim[word] || l.result[word]):
				add(n.child(v, "nsubjpass"), v)
			case l.present[word]:
				add(n.child(v, "dobj"), v)
			}
		case "to":
			if l.present[word] && !n.passive(v) {
				add(n.child(v, "dobj"), v)
			}
		case "after", "following":
			if l.result[word] && n.passive(v) && n.child(v, "agent") < 0 {
				add(n.child(v, "nsubjpass"), v)
			}
		}
		return
	}
}

// issueIn returns what noun t, a word such as "issue", is said to be: "Fishing was
// the main issue in the talks", "The main issue in the talks is fishing"; -1 if t
// is no such noun.
func (n *narrative) issueIn(t int) int {
	be := n.Tokens[t].Head
	if !lex().topics.issue[n.lemma(t)] || n.Tokens[be].Lemma != "be" {
		return -1
	}
	switch n.Tokens[t].Dep {
	case "attr":
		return n.child(be, "nsubj", "csubj")
	case "nsubj":
		return n.child(be, "attr", "ccomp", "xcomp")
	}
	return -1
}

// onAgenda returns what verb v, a form of be, tells to be on the agenda: "On the
// agenda were fishing rights", "Fishing is high on the agenda"; -1 if nothing.
func (n *narrative) onAgenda(v int) int {
	if n.Tokens[v].Lemma != "be" {
		return -1
	}
	for _, above := range []int{v, n.child(v, "acomp", "advmod")} {
		if above < 0 {
			continue
		}
		for _, c := range n.Children(above) {
			if p := n.child(c, "pobj"); n.Tokens[c].Lower == "on" && p >= 0 && n.lemma(p) == "agenda" {
				if t := n.child(v, "nsubj"); t >= 0 {
					return t
				}
				return n.child(v, "attr")
			}
		}
	}
	return -1
}

// oneOf returns the subject that is told to be one of the outcomes that noun
// names, -1 if none is: "The ferry was one of the plans announced at the
// summit".
func (n *narrative) oneOf(noun int) int {
	if !lex().topics.outcome[n.lemma(noun)] {
		return -1
	}
	if p := n.Tokens[noun].Head; n.Tokens[noun].Dep == "pobj" && n.Tokens[p].Lower == "of" {
		noun = n.Tokens[p].Head
	}
	if n.Tokens[noun].Dep != "attr" {
		return -1
	}
	return n.child(n.Tokens[noun].Head, "nsubj")
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
