package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// dealtReach is how many sentences after the telling of a meeting "the two
// agreed" still speaks of it, in a new paragraph too.
const dealtReach = 4

// dealtAt adds what a sentence after a plain telling says came up, or is to: what
// a party dealt with ("They discussed X"), put to the other ("She conveyed X"),
// what the parties together said ("Both sides stressed X"), what came of it ("A
// rail link was also announced"). Told in a paragraph of its own (near false), it
// counts only of all parties together.
func (n *narrative) dealtAt(o *occurrence, s int, near bool) {
	sent, words := n.Sents[s], &lex().topics
	for v := sent.Start; v < sent.End; v++ {
		if t := n.onAgenda(v); t >= 0 && near && n.Tokens[v].Dep == "ROOT" {
			n.addTopic(o, n.phrase(t), o.because("on its agenda", v))
			continue
		}
		if n.Tokens[v].POS != "VERB" || v == o.at || n.Tokens[v].Dep == "amod" || n.Tokens[v].Dep == "relcl" {
			continue
		}
		result, talk, deals := words.result[n.lemma(v)], words.talk[n.lemma(v)], words.deal[n.lemma(v)]
		if !result && !talk && !deals && !n.speaks(v) || n.meets[v] && !talk || n.toldAs(v) != o.status {
			continue
		}
		deals = deals || talk && n.talksOf(v)
		added := false
		switch {
		case (near || s-o.sent <= dealtReach && n.hasWord(v, "also")) && n.Tokens[v].Dep == "ROOT" && result && n.passive(v) && n.child(v, "agent") < 0:
			if t := n.child(v, "nsubjpass"); t >= 0 {
				n.addTopic(o, n.phrase(t), o.because("what came of it", v))
				added = true
			}
		case near && (deals || s > o.sent && !n.said[s] && n.puts(v)) && n.saidBy(v, o), s-o.sent <= dealtReach && (deals || n.speaks(v)) && n.saidByAll(v, o, deals):
			added = !n.saidElsewhere(v, o) && n.complement(o, v)
		}
		if added && !slices.Contains(o.quotes, s) {
			o.quotes = append(o.quotes, s)
		}
	}
}

// puts tells verbs of saying that have a hearer in the room: who "conveyed" or
// "stressed" something in the sentences after a meeting did so at it, who "said"
// it may have told anyone.
func (n *narrative) puts(v int) bool {
	return n.speaks(v) && lex().topics.put[n.lemma(v)]
}

// toldAs returns the status that verb v gives what it tells.
func (n *narrative) toldAs(v int) graph.OccurrenceStatus {
	s := statusReader{n: n, o: &occurrence{at: v}}
	if st := s.read(v); st != "" {
		return st
	}
	return graph.StatusHeld
}

// talksOf tells "talked about the harvest" from "talked for an hour".
func (n *narrative) talksOf(v int) bool {
	for _, c := range n.Children(v) {
		if n.Tokens[c].Dep == "prep" && topicPrepositions[n.Tokens[c].Lower] {
			p := n.child(c, "pobj", "pcomp")
			return p >= 0 && n.isSubject(p)
		}
	}
	return false
}

// saidByAll tells whether the parties of o together are the subject of v: by
// name, as "the two", "both sides", or, where v says that they dealt with
// something, as a "they" of whom nothing else is known.
func (n *narrative) saidByAll(v int, o *occurrence, deals bool) bool {
	for _, f := range n.follow("surface", v) {
		stand, parties := 0, n.parties(f.token)
		for _, p := range parties {
			if o.has(p.entity) || slices.ContainsFunc(o.parts, func(q part) bool {
				return n.represents(&q, p.entity) && n.entities[p.entity].kind == graph.KindPlace
			}) {
				stand++
			}
		}
		if stand > 1 || stand == 0 && len(parties) == 0 && (n.isBoth(f.token) || deals && n.Tokens[f.token].Lower == "they" && len(o.parts) > 1) {
			return true
		}
	}
	return false
}

// isBoth tells "the two", "both", "both sides", "the two ministers".
func (n *narrative) isBoth(t int) bool {
	l := n.Tokens[t].Lower
	if l == "two" || l == "both" || l == "pair" || l == "duo" {
		return n.child(t, "prep") < 0
	}
	if n.Tokens[t].Tag != "NNS" || !n.word(t).representative {
		return false
	}
	for _, c := range n.Children(t) {
		if l := n.Tokens[c].Lower; l == "two" || l == "both" {
			return true
		}
	}
	return false
}
