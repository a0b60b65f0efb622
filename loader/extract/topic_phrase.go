package extract

import (
	"slices"

	"github.com/whomet/whomet/loader/nlp"
)

// phrase is the subtree of a word as a topic: without the punctuation and
// quotation marks at its ends, "that" before a clause, or what follows a
// closing clause.
func (n *narrative) phrase(t int) nlp.Span {
	s := n.Subtree(t)
	sent := n.SentOf(t)
	s.Start, s.End = max(s.Start, sent.Start), min(s.End, sent.End)
	return n.trimTopic(s)
}

// wholeObject is the phrase of object p of verb v, with the complements that the
// parser hung on the verb: "discuss the request | for a loan".
func (n *narrative) wholeObject(v, p int) nlp.Span {
	s := n.phrase(p)
	for _, c := range n.Children(v) {
		if n.Tokens[c].Dep != "prep" || n.Tokens[c].Left != s.End {
			continue
		}
		switch n.Tokens[c].Lower {
		case "for", "of", "on", "about", "over", "between":
			if q := n.child(c, "pobj", "pcomp"); q >= 0 && n.isSubject(q) {
				s = n.trimTopic(spanOf(s.Start, n.Tokens[c].Right))
			}
		}
	}
	return s
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

// onlyParties tells whether a phrase names nobody and nothing but parties of
// the meeting: "his host", "the minister and Ann Lee".
func (n *narrative) onlyParties(o *occurrence, s nlp.Span) bool {
	any := false
	for i := s.Start; i < s.End; i++ {
		switch n.Tokens[i].POS {
		case "NOUN", "PROPN", "VERB", "NUM":
		default:
			continue
		}
		t := i
		for n.mentionAt(t) == nil && n.Tokens[t].Dep == "compound" { // "Prime Minister Eden"
			t = n.Tokens[t].Head
		}
		m := n.mentionAt(t)
		if m == nil && n.titleAt[t] >= 0 {
			m = &n.mentions[n.titleAt[t]]
		}
		if m == nil || !slices.ContainsFunc(m.refs, o.has) {
			return false
		}
		any = true
	}
	return any
}

// saysSomething tells topics from "little", "it", "be very angry, too" and
// "the issue": it has a noun that says more than that there is one, or a verb
// with something beside it.
func (n *narrative) saysSomething(s nlp.Span) bool {
	if s.Len() > 0 && n.Tokens[n.headIn(s.Start, s.End)].POS == "PRON" {
		return false // "this as well as other questions"
	}
	for i := s.Start; i < s.End; i++ {
		switch n.Tokens[i].POS {
		case "PROPN", "NUM":
			return true
		case "NOUN":
			if !lex().topics.shell[n.lemma(i)] {
				return true
			}
		case "VERB":
			if s.Len() > 1 && n.lemma(i) != "do" {
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
