package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
)

// bestPerson returns the person a singular pronoun at i speaks of: whom the
// clause that it opens goes on to name, else, of those spoken of in this sentence
// or the few before, the most salient whose gender agrees and whom the syntax
// allows.
func (c *resolver) bestPerson(i int, gender byte) int {
	if e := c.namedAfter(i, gender); e >= 0 {
		return e
	}
	speaker := -1
	if c.quoted[i] > 0 {
		speaker = c.speakerOf(i)
	}
	best, bestScore := -1, 0
	for n := len(c.recent) - 1; n >= 0; n-- {
		e := c.recent[n]
		// inside a quotation its speaker says "I", and "he said that X" is not X
		if e == speaker || !c.agrees(e, gender) || c.barred(e, i) || c.namedBelow(i, e) {
			continue
		}
		if score := c.salience(e, i, gender); score > bestScore || score == bestScore && best >= 0 && c.last[e].times > c.last[best].times {
			best, bestScore = e, score
		}
	}
	if best < 0 {
		return c.onlyPerson(i)
	}
	return best
}

// onlyPerson returns the one person spoken of so far, whose given name only most
// often is of the other sex than the pronoun at i: "Minister Dilan X … she"; -1 if
// there are several, or the sex is told.
func (c *resolver) onlyPerson(i int) int {
	only := -1
	for _, e := range c.recent {
		if c.entities[e].kind != graph.KindPerson {
			continue
		}
		if only >= 0 {
			return -1
		}
		only = e
	}
	if only < 0 || !c.entities[only].guessed || c.barred(only, i) || c.Tokens[i].Sent-c.last[only].sent > 2 {
		return -1
	}
	return only
}

// agrees tells whether e is a person who may be of that sex, 0 for any.
func (c *resolver) agrees(e int, gender byte) bool {
	ent := &c.entities[e]
	return ent.kind == graph.KindPerson && (ent.gender == 0 || gender == 0 || ent.gender == gender)
}

// barred tells whether the syntax keeps the pronoun at i from being e: the other
// argument of a verb is someone else, "X met him".
func (c *resolver) barred(e, i int) bool {
	t, s := &c.Tokens[i], c.last[e]
	return s.sent == t.Sent && t.Dep != "poss" && !strings.HasSuffix(t.Lower, "self") && (c.sameClause(s.token, i) || c.meetsWith(i, s.token) || c.inObjectClause(i, s.token))
}

// inObjectClause tells whether the pronoun at i is the subject of a relative clause
// whose object the one at token a is: "X, whom he met", "X, with whom he spoke".
func (c *resolver) inObjectClause(i, a int) bool {
	v := c.Tokens[i].Head
	if t := &c.Tokens[i]; t.Dep != "nsubj" || c.Tokens[v].Dep != "relcl" || c.Tokens[v].Head != a {
		return false
	}
	for j := c.Tokens[v].Left; j < v; j++ {
		if l := c.Tokens[j].Lower; l == "whom" || (l == "who" || l == "that") && (c.Tokens[j].Dep == "dobj" || c.Tokens[j].Dep == "pobj") {
			return true
		}
	}
	return false
}

// meetsWith tells whether the pronoun or title at i is whom the one at token a has a
// meeting with: "X pulled out of a meeting with him".
func (c *resolver) meetsWith(i, a int) bool {
	p := c.Tokens[i].Head
	if c.Tokens[i].Dep != "pobj" || c.Tokens[p].Lower != "with" && c.Tokens[p].Lower != "between" || triggers["noun"][c.lemma(c.Tokens[p].Head)] == nil {
		return false
	}
	v := c.Tokens[p].Head
	for n := 0; n < 6 && c.Tokens[v].POS != "VERB" && c.Tokens[v].Head != v; n++ {
		v = c.Tokens[v].Head
	}
	return c.verbOf(a) == v
}

// salience is how much entity e is in mind at the pronoun at i: the weights of
// Lappin and Leass's kind (nearness, subject, parallel role, being spoken of
// often), with the centre of centering theory, who is kept by a pronoun.
func (c *resolver) salience(e, i int, gender byte) int {
	t, s := &c.Tokens[i], c.last[e]
	far := t.Sent - s.sent
	if far > 5 {
		return 0
	}
	score := 100 - 40*far
	if s.subject {
		score += 30
	}
	if t.Dep == "nsubj" && s.subject {
		score += 10
	}
	if far == 0 && (s.subject || t.Dep == "poss") {
		score += 10
	}
	if far == 0 && c.inRelative(s.token, i) {
		score += 60 // "X, who says he …"
	}
	if gender != 0 && c.entities[e].gender == gender {
		score += 8
	}
	score += min(3*s.times, 15)
	// "X said ..., he added": whoever speaks goes on speaking
	if c.says(i) && c.says(s.token) {
		score += 25
	}
	return score
}

// namedAfter returns the person whom the pronoun at i goes before: the subject, by
// name, of the clause that a phrase or clause with the pronoun opens: "After his
// return, X …", "When he met Y, X …". -1 if there is none, or it is the last
// subject already.
func (c *resolver) namedAfter(i int, gender byte) int {
	sent := c.SentOf(i)
	root := -1
	for a := i; ; a = c.Tokens[a].Head {
		t := &c.Tokens[a]
		if t.Dep == "advcl" || t.Dep == "prep" && c.Tokens[t.Head].POS == "VERB" && t.Head > a {
			root = t.Head
		}
		if t.Head == a {
			break
		}
	}
	if root <= i {
		return -1
	}
	for _, k := range c.Children(root) {
		if t := &c.Tokens[k]; t.Dep != "nsubj" && t.Dep != "nsubjpass" || k <= i || k >= sent.End {
			continue
		}
		if m := c.mentionAt(k); m != nil && m.kind == byName && len(m.refs) == 1 && c.agrees(m.refs[0], gender) && !c.spokenBetween(i, sent.Start) {
			return m.refs[0]
		}
	}
	return -1
}

// spokenBetween tells whether a person is named between token start and token i.
func (c *resolver) spokenBetween(i, start int) bool {
	for j := start; j < i; j++ {
		if m := c.mentionAt(j); m != nil && c.isPersonal(m) {
			return true
		}
	}
	return false
}

// namedBelow tells whether entity e is called by name in what the subject
// pronoun at i says or does: "he insisted that he trusted X" is not X.
func (c *resolver) namedBelow(i, e int) bool {
	if c.Tokens[i].Dep != "nsubj" {
		return false
	}
	end := c.Tokens[c.Tokens[i].Head].Right
	for j := i + 1; j < end; j++ {
		k := c.at[j]
		if k < 0 {
			continue
		}
		m := &c.mentions[k]
		if m.kind == byName && m.refs[0] == e {
			return true
		}
		j = m.end - 1
	}
	return false
}
