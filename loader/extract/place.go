package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/nlp"
)

func spanOf(start, end int) nlp.Span { return nlp.Span{Start: start, End: end} }

// placePrepositions lead to where something was. "Between Oslo and Rome"
// and "to Rome" name no place of a meeting.
var placePrepositions = wordSet("in at near outside inside within aboard throughout across off around")

// ofTopic tells whether the preposition at token i hangs on what was spoken of
// and leads to a country: "discussed the war in Sudan" was not in Sudan. People
// meet in towns and houses, "discussed trade in Lima".
func (n *narrative) ofTopic(o *occurrence, i, place int) bool {
	if o.trigger == nil || !n.isState(place) && !isRegion(&n.entities[place]) {
		return false
	}
	for t, steps := n.Tokens[i].Head, 0; t != o.at && steps < 8; t, steps = n.Tokens[t].Head, steps+1 {
		switch tok := &n.Tokens[t]; {
		case tok.Head == t || tok.POS == "VERB":
			return false
		case tok.Dep == "dobj" && tok.Head == o.at && o.trigger.pos == "verb":
			m := n.mentionAt(t) // "met Ek in New York"
			return m == nil || !n.isPersonal(m)
		case tok.Dep == "pobj" && topicPrepositions[n.Tokens[tok.Head].Lower] && n.Tokens[tok.Head].Head == o.at:
			return true
		}
	}
	return false
}

// findPlace picks the named place that hangs nearest on the telling: the one
// that one stood in, not one that one came from. The smallest of several is
// taken ("at Camp David in Maryland").
func (n *narrative) findPlace(o *occurrence) {
	if o.place >= 0 {
		return
	}
	s := n.Sents[o.sent]
	best := -1
	for i := s.Start; i < s.End; i++ {
		if n.Tokens[i].Lower == "here" && n.here >= 0 {
			if d := n.distance(o, i); d >= 0 && (best < 0 || d < best) {
				best = d
				o.setPlace(n.here, o.because("here: the dateline's place", i))
			}
			continue
		}
		if n.Tokens[i].POS != "ADP" {
			continue
		}
		place := -1
		if placePrepositions[n.Tokens[i].Lower] {
			place = n.placeBelow(i)
		}
		if v := n.child(i, "pcomp"); v >= 0 && n.Tokens[i].Lower == "before" && n.lemma(v) == "leave" { // "met him before leaving Oslo"
			if t := n.child(v, "dobj"); t >= 0 {
				place = n.placeIn(t, 0)
			}
		}
		if v := n.child(i, "pobj"); v >= 0 && visits[n.lemma(v)] { // "during a visit to Oslo"
			place = n.destination(v)
		}
		if place < 0 || n.ofTopic(o, i, place) {
			continue
		}
		d := n.distance(o, i)
		if d < 0 {
			d = n.beside(o, i)
		}
		if d >= 0 && (best < 0 || d < best) {
			best = d
			o.setPlace(place, o.because("the place that hangs nearest", i))
		}
	}
	if best < 0 && n.placeElsewhere(o) {
		return
	}
	if best < 0 { // "flew to Oslo, where they met"
		for _, a := range o.anchors {
			if n.Tokens[a].Dep == "relcl" && n.whereClause(a) {
				where := n.Tokens[a].Head
				if out := n.Tokens[where].Head; n.Tokens[where].Dep == "appos" && n.placeIn(out, 0) >= 0 {
					where = out // "Bari, Italy, where"
				}
				if e := n.placeIn(where, 0); e >= 0 {
					o.setPlace(e, o.because("where it was", where))
					return
				}
			}
		}
	}
	for _, l := range n.lenders(o) {
		for i := s.Start; i < s.End && best < 0; i++ {
			if place := n.placeBelow(i); n.Tokens[i].POS == "ADP" && placePrepositions[n.Tokens[i].Lower] && place >= 0 && l.lends(n, i) >= 0 &&
				(n.Tokens[i].Head == l.verb || !n.isState(place) && !isRegion(&n.entities[place])) { // not "agreed to a truce in Ukraine"
				best = l.lends(n, i)
				o.setPlace(place, o.because("the place of the clause it goes with", i))
			}
		}
	}
	if best < 0 && o.trigger != nil && o.trigger.pos == "noun" { // "the Geneva talks"
		for _, c := range n.Children(o.at) {
			if m := n.mentionAt(c); m != nil && m.kind == byName && n.Tokens[c].Dep == "compound" && len(m.refs) == 1 {
				if e := &n.entities[m.refs[0]]; e.kind == graph.KindPlace && !n.isState(m.refs[0]) && !o.has(m.refs[0]) {
					o.setPlace(m.refs[0], o.because("the talks are called after it", c))
				}
			}
		}
	}
}

// placeElsewhere gives a telling the place of what it was beside, "on the
// sidelines of the summit in Oslo", or the one named before, "met there".
func (n *narrative) placeElsewhere(o *occurrence) bool {
	for _, a := range o.anchors {
		for _, c := range n.Children(a) {
			p := n.child(c, "pobj")
			switch {
			case n.Tokens[c].Dep == "prep" && p >= 0 && edges[n.lemma(p)]:
				for i := p; i < n.Tokens[p].Right; i++ {
					if !placePrepositions[n.Tokens[i].Lower] {
						continue
					}
					if e := n.placeBelow(i); e >= 0 {
						o.setPlace(e, o.because("where that was which it was beside", i))
						return true
					}
				}
			case n.Tokens[c].Dep == "advmod" && n.Tokens[c].Lower == "there":
				for i := c - 1; i >= 0 && n.Tokens[i].Sent >= o.sent-1; i-- {
					if n.Tokens[i].POS != "ADP" || !placePrepositions[n.Tokens[i].Lower] && n.Tokens[i].Lower != "to" {
						continue
					}
					if e := n.placeBelow(i); e >= 0 {
						o.setPlace(e, o.because("there: the place named before", i))
						return true
					}
				}
			}
		}
	}
	return false
}

// edges are nouns for what goes on beside a larger occasion.
var edges = wordSet("sideline margin fringe edge")

// visits are nouns for being in a place for a time.
var visits = wordSet("visit trip tour stay stop stopover arrival")

// whereClause tells whether verb v heads a clause opened by "where".
func (n *narrative) whereClause(v int) bool {
	return slices.ContainsFunc(n.Children(v), func(c int) bool { return n.Tokens[c].Dep == "advmod" && n.Tokens[c].Lower == "where" })
}

// placeBelow returns the place that preposition p leads to, -1 if it leads to
// none: "in Oslo", "in the port of Bari", "at the Paris headquarters".
func (n *narrative) placeBelow(p int) int {
	for _, c := range n.Children(p) {
		if n.Tokens[c].Dep != "pobj" {
			continue
		}
		if e := n.placeIn(c, 0); e >= 0 {
			return e
		}
	}
	return -1
}

func (n *narrative) placeIn(t, depth int) int {
	if m := n.mentionAt(t); m != nil {
		if len(m.refs) == 1 && (n.entities[m.refs[0]].kind == graph.KindPlace && m.kind != byDemonym || m.kind == byName && n.isHouse(m.refs[0])) {
			return m.refs[0]
		}
		return -1
	}
	if n.dateAt[t] >= 0 || depth > 2 {
		return -1
	}
	if !sites[n.lemma(t)] {
		return -1
	}
	for _, c := range n.Children(t) { // "the Adriatic port of Bari": the narrower first
		if l := n.Tokens[c].Lower; n.Tokens[c].Dep == "prep" && (l == "of" || l == "in" || l == "at" || l == "near") {
			if o := n.child(c, "pobj"); o >= 0 {
				if e := n.placeIn(o, depth+1); e >= 0 {
					return e
				}
			}
		}
	}
	for _, c := range n.Children(t) {
		switch n.Tokens[c].Dep {
		case "appos", "compound", "poss", "nmod":
			if e := n.placeIn(c, depth+1); e >= 0 && !(n.Tokens[c].Dep != "appos" && n.isState(e)) {
				return e
			}
		}
	}
	return -1
}

// sites are nouns for somewhere: "the port of Bari", "a villa near Oslo",
// "the Moscow headquarters".
var sites = wordSet(`city town village capital resort port suburb district province region area state island
	palace villa castle house residence hotel hall headquarters office offices airport base camp embassy consulate
	mission ministry room centre center venue site club school university church mosque estate ranch retreat lodge
	compound outskirts coast border shore bank banks south north east west heart middle country republic kingdom
	neighbourhood neighborhood quarter garden gardens ship yacht farm cottage dacha building parliament studio stadium beach market square prison hospital
	park temple`)

// beside catches a place that the parser hung elsewhere: right after the last
// word of a participant or of the trigger.
func (n *narrative) beside(o *occurrence, prep int) int {
	if prep == o.at+1 {
		return 3
	}
	for _, p := range o.parts {
		if m := n.mentionAt(p.token); m != nil && prep == n.pastBrackets(m.end) && n.Tokens[p.token].Sent == o.sent && p.token > o.at {
			return 4
		}
	}
	if o.when.known() { // "on Monday in Rome", "… in Rome on Monday"
		e := n.dates[o.when.expr]
		if prep == e.End && e.Start > o.at {
			return 5
		}
		if end := n.Tokens[prep].Right; prep > o.at && (end == e.Start || end == e.Start-1 && n.Tokens[end].POS == "ADP") {
			return 6
		}
	}
	return -1
}

// findMode reads how they met.
func (n *narrative) findMode(o *occurrence) {
	if w := n.nearWord(o, videoWords); w >= 0 { // "a video call"
		o.setMode(graph.ModeVideo, o.because("a word for video beside it", w))
	} else if w := n.nearWord(o, phoneWords); w >= 0 {
		o.setMode(graph.ModePhone, o.because("a word for the telephone beside it", w))
	}
}

var (
	phoneWords = wordSet("phone telephone call hotline telephonic")
	videoWords = wordSet("video videoconference video-conference videolink zoom teleconference virtual online virtually webcast")
)

// phoned tells whether the telling speaks of the telephone: beside the trigger
// word or in "by phone", "over the telephone".
func (n *narrative) phoned(o *occurrence) bool {
	if o.mode == graph.ModePhone && o.trigger.pos == "noun" && n.lemma(o.at) == "call" {
		return true
	}
	return n.nearWord(o, phoneWords) >= 0 || o.trigger.pos == "verb" && n.nearWord(o, videoWords) >= 0
}

// nearWord returns the one of words that modifies the trigger or its verb, or
// the word that holds it, -1 if there is none.
func (n *narrative) nearWord(o *occurrence, words set) int {
	anchors := append([]int{o.at, n.outer(o.at)}, o.anchors...)
	for _, a := range anchors {
		for _, c := range n.Children(a) {
			tok := &n.Tokens[c]
			switch tok.Dep {
			case "compound", "amod", "advmod", "nmod":
				if words[tok.Lower] || tok.POS == "NOUN" && slices.ContainsFunc(n.Children(c), func(k int) bool { return words[n.Tokens[k].Lower] && n.Tokens[k].Dep == "compound" }) {
					return c
				}
			case "prep", "agent":
				if l := tok.Lower; l == "by" || l == "over" || l == "on" || l == "via" || l == "through" || l == "in" || l == "during" && n.speaks(a) {
					if o := n.child(c, "pobj"); o >= 0 {
						if words[n.Tokens[o].Lower] {
							return o
						}
						for _, k := range n.Children(o) {
							if words[n.Tokens[k].Lower] && n.Tokens[k].Dep != "relcl" {
								return k
							}
						}
					}
				}
			}
		}
	}
	return -1
}
