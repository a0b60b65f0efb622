package extract

import (
	"github.com/whomet/whomet/graph"
)

// pronoun resolves a personal pronoun.
func (c *resolver) pronoun(i int) (mention, bool) {
	t := &c.Tokens[i]
	var gender byte
	switch t.Lower {
	case "he", "him", "his", "himself":
		gender = 'm'
	case "she", "her", "hers", "herself":
		gender = 'f'
	case "it", "its", "itself":
		return c.neuter(i)
	case "they", "them", "their", "themselves", "both":
		return c.plural(i)
	case "i", "me", "my", "myself":
		return c.speaker(i)
	default:
		return mention{}, false
	}
	e := c.bestPerson(i, gender)
	if e < 0 {
		return mention{}, false
	}
	if ent := &c.entities[e]; ent.gender == 0 || ent.guessed {
		ent.gender, ent.guessed = gender, false
	}
	return mention{start: i, end: i + 1, head: i, kind: byPronoun, refs: []int{e}}, true
}

// inRelative tells whether token i stands in a relative clause of token a.
func (c *resolver) inRelative(a, i int) bool {
	for _, r := range c.Children(a) {
		if t := &c.Tokens[r]; t.Dep == "relcl" && t.Left <= i && i < t.Right {
			return true
		}
	}
	return false
}

// sameClause tells whether tokens a and b are arguments of one verb.
func (c *resolver) sameClause(a, b int) bool {
	va, vb := c.verbOf(a), c.verbOf(b)
	return va >= 0 && va == vb
}

// verbOf returns the verb that token i is an argument of, straight or through
// one preposition; -1 if none.
func (c *resolver) verbOf(i int) int {
	t := &c.Tokens[i]
	for n := 0; t.Dep == "conj" && n < 8; n++ {
		i = t.Head
		t = &c.Tokens[i]
	}
	switch t.Dep {
	case "nsubj", "nsubjpass", "dobj", "dative":
		return t.Head
	case "pobj":
		if p := &c.Tokens[t.Head]; p.Dep == "prep" || p.Dep == "agent" || p.Dep == "dative" {
			return p.Head
		}
	}
	return -1
}

// speaker resolves "I" inside a quotation: whoever says it.
func (c *resolver) speaker(i int) (mention, bool) {
	if c.quoted[i] == 0 {
		return mention{}, false
	}
	e := c.speakerOf(i)
	for n := len(c.recent) - 1; e < 0 && n >= 0; n-- { // else whoever spoke last
		if s := c.last[c.recent[n]]; c.entities[c.recent[n]].kind == graph.KindPerson && c.Tokens[i].Sent-s.sent <= 2 && c.says(s.token) {
			e = c.recent[n]
		}
	}
	return mention{start: i, end: i + 1, head: i, kind: byPronoun, refs: []int{e}}, e >= 0
}

// speakerOf returns the person who says the quotation around token i: the
// subject of a verb of saying in its sentence or the next, by name; -1 if
// none.
func (c *resolver) speakerOf(i int) int {
	for j := c.SentOf(i).Start; j < len(c.Tokens) && c.Tokens[j].Sent <= c.Tokens[i].Sent+1; j++ {
		k := c.at[j]
		if k < 0 || c.quoted[j] > 0 {
			continue
		}
		m := &c.mentions[k]
		if m.head == j && c.says(j) && c.entities[m.refs[0]].kind == graph.KindPerson {
			return m.refs[0]
		}
	}
	return -1
}

// says tells whether token i is the subject of a verb of saying.
func (c *resolver) says(i int) bool {
	t := &c.Tokens[i]
	return t.Dep == "nsubj" && lex().speech[c.Tokens[t.Head].Lemma]
}

// neuter resolves "it" and "its": the last state or body that was a subject,
// in this sentence or the one before.
func (c *resolver) neuter(i int) (mention, bool) {
	t := &c.Tokens[i]
	if t.Dep == "expl" || t.Dep == "dobj" || c.pleonastic(i) {
		return mention{}, false
	}
	best, bestScore := -1, 0
	for n := len(c.recent) - 1; n >= 0; n-- {
		e := c.recent[n]
		s := c.last[e]
		far := t.Sent - s.sent
		if far > 1 || c.entities[e].kind == graph.KindPerson || c.entities[e].kind == graph.KindPlace && !c.clusters[e].state {
			continue
		}
		if far == 0 && t.Dep != "poss" && c.sameClause(s.token, i) {
			continue
		}
		score := 100 - 30*far
		if s.subject {
			score += 40
		} else if t.Lower == "it" {
			score -= 40 // what is said of "it" is seldom of an object or a place
		}
		if score > bestScore {
			best, bestScore = e, score
		}
	}
	if best < 0 || bestScore < 70 {
		return mention{}, false
	}
	return mention{start: i, end: i + 1, head: i, kind: byPronoun, refs: []int{best}}, true
}

// pleonastic tells whether "it" at i only opens a clause: "it is clear that".
func (c *resolver) pleonastic(i int) bool {
	t := &c.Tokens[i]
	if t.Dep != "nsubj" && t.Dep != "nsubjpass" {
		return false
	}
	said, clause := c.Tokens[t.Head].Lemma != "be", false
	for _, child := range c.Children(t.Head) {
		switch c.Tokens[child].Dep {
		case "acomp", "attr":
			said = true
		case "ccomp", "xcomp", "advcl", "csubj":
			clause = clause || child > t.Head && (c.Tokens[t.Head].Lemma == "be" || t.Dep == "nsubjpass")
		}
	}
	return said && clause
}
