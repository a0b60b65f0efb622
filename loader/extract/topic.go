package extract

import (
	"slices"

	"github.com/whomet/whomet/loader/nlp"
)

// maxTopicWords is the length up to which a topic is one; longer clauses are
// cut at a seam.
const maxTopicWords = 36

// topicPrepositions lead from a meeting to what it was about.
var topicPrepositions = wordSet("about on over regarding concerning around")

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
		n.addTopic(o, s, o.because("said at it", v))
		return true
	}
	if n.Tokens[v].Dep == "parataxis" && n.addAround(o, v) {
		return true
	}
	for _, c := range n.Children(v) {
		if c < v {
			continue
		}
		tok := &n.Tokens[c]
		switch tok.Dep {
		case "dobj", "xcomp", "attr", "oprd":
			if elsewhere[tok.Lower] || o.trigger != nil && n.contains(c, o) || n.isTime(c) || tok.Dep == "dobj" && n.isAddressed(o, v, c) {
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
		return n.addAround(o, v)
	}
	if end-start == 1 && n.Tokens[start].POS == "PRON" {
		return false
	}
	n.addTopic(o, spanOf(start, end), o.because("said at it", v))
	return true
}

// addAround adds the clause around verb v, if there is one.
func (n *narrative) addAround(o *occurrence, v int) bool {
	s := n.aroundInsertion(v)
	if s.Len() < 3 {
		return false
	}
	n.addTopic(o, s, o.because("said at it, the saying set into it", v))
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

// addTopic notes a topic, cut to a readable length.
func (n *narrative) addTopic(o *occurrence, s nlp.Span, why reason) {
	s = n.cutTopic(n.wholeList(n.wholeWords(s)))
	if !n.saysSomething(s) {
		return
	}
	if s.Start >= s.End || o.at >= s.Start && o.at < s.End || n.onlyNames(s) || n.onlyParties(o, s) {
		return
	}
	for _, each := range n.listed(s) {
		o.topics = append(o.topics, topic{each, why})
	}
}

// listed divides a list of things spoken of: "trade, the border and fishing" are
// three topics, each of which other meetings may be about. What is no list of
// nouns stays whole, and so do two bare ones, "law and order".
func (n *narrative) listed(s nlp.Span) []nlp.Span {
	heads := slices.DeleteFunc(n.listFrom(n.headIn(s.Start, s.End)), func(t int) bool { return t >= s.End })
	if len(heads) == 1 || s.Len() == 3 {
		return []nlp.Span{s}
	}
	var out []nlp.Span
	start := s.Start
	for k, h := range heads {
		end := s.End
		if k+1 < len(heads) {
			end = n.Tokens[heads[k+1]].Left
		}
		each := n.trimTopic(spanOf(start, end))
		if pos := n.Tokens[h].POS; pos != "NOUN" && pos != "PROPN" || each.Len() == 0 || h < each.Start || h >= each.End {
			return []nlp.Span{s}
		}
		out = append(out, each)
		start = end
	}
	return out
}

// listFrom returns token t and the words joined to it behind.
func (n *narrative) listFrom(t int) []int {
	list := []int{t}
	for next := t; next >= 0; {
		at := next
		next = -1
		for _, c := range n.Children(at) {
			if n.Tokens[c].Dep == "conj" && c > at {
				next = c
			}
		}
		if next >= 0 {
			list = append(list, next)
		}
	}
	return list
}

// isTime tells "two hours" from what was dealt with.
func (n *narrative) isTime(t int) bool {
	return n.Tokens[t].EntType == "TIME" || n.Tokens[t].EntType == "DATE" || n.dateAt[t] >= 0
}

// isTimePhrase tells whether the preposition at token p leads to a time.
func (n *narrative) isTimePhrase(p int) bool {
	t := n.child(p, "pobj")
	return n.Tokens[p].Dep == "prep" && t >= 0 && n.isTime(t)
}

// isAddressed tells whether object c of verb v is the party spoken to, or people
// without a name, and what follows is what was said: "asked him for help",
// "pressed his allies for a landing".
func (n *narrative) isAddressed(o *occurrence, v, c int) bool {
	if m := n.mentionAt(c); m == nil && !n.isPeople(c) || m != nil && !slices.ContainsFunc(m.refs, o.has) {
		return false
	}
	for _, k := range n.Children(v) {
		if l := n.Tokens[k].Lower; k > c && n.Tokens[k].Dep == "prep" && (l == "for" || l == "about" || l == "on" || l == "over" || l == "of") {
			p := n.child(k, "pobj", "pcomp")
			return p >= 0 && n.isSubject(p)
		}
	}
	return false
}
