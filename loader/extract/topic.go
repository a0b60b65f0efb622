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
func (n *narrative) addTopic(o *occurrence, s nlp.Span, why reason) {
	s = n.cutTopic(n.wholeList(n.wholeWords(s)))
	if !n.saysSomething(s) {
		return
	}
	if s.Start >= s.End || o.at >= s.Start && o.at < s.End || n.onlyNames(s) {
		return
	}
	o.topics = append(o.topics, topic{s, why})
}

// saysSomething tells topics from "little", "it", "be very angry, too" and
// "the issue": it has a noun that says more than that there is one, or a verb
// with something beside it.
func (n *narrative) saysSomething(s nlp.Span) bool {
	for i := s.Start; i < s.End; i++ {
		switch n.Tokens[i].POS {
		case "PROPN", "NUM":
			return true
		case "NOUN":
			if !lex().topics["shell"][n.lemma(i)] {
				return true
			}
		case "VERB":
			if s.Len() > 1 {
				return true
			}
		case "ADJ":
			if i+1 < s.End && n.Tokens[i+1].POS == "NOUN" { // "the monetary question"
				return true
			}
		}
	}
	return false
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
	first := s.End + 1
	if n.Tokens[first].Dep == "cc" {
		first++
	}
	for t := first; t < len(n.Tokens) && t < first+7; t++ {
		tok := &n.Tokens[t]
		if tok.Left != first || tok.POS != "NOUN" && tok.POS != "PROPN" {
			continue
		}
		switch tok.Dep {
		case "npadvmod", "appos", "dep", "conj":
			for i := s.End + 1; i < tok.Right; i++ {
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
