package extract

import (
	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
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
	if c.entities[e].gender == 0 {
		c.entities[e].gender = gender
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

// plural resolves "they" and "their": the last plural subject of this sentence
// or the one before, else the last plural, where that is people joined by
// "and", a group resolved before or a nation; without any plural, the two
// persons that the sentence before is about.
func (c *resolver) plural(i int) (mention, bool) {
	if refs := c.whoMet(i); len(refs) > 1 {
		return mention{start: i, end: i + 1, head: i, kind: byPronoun, refs: refs}, true
	}
	sent := c.Tokens[i].Sent
	for back := 0; back < 2 && sent-back >= 0; back++ {
		refs, found := c.pluralIn(c.Sents[sent-back].Start, min(i, c.Sents[sent-back].End))
		if found {
			return mention{start: i, end: i + 1, head: i, kind: byPronoun, refs: refs}, len(refs) > 0
		}
	}
	if c.quoted[i] > 0 {
		return mention{}, false
	}
	var two []int
	for n := len(c.recent) - 1; n >= 0; n-- {
		e := c.recent[n]
		if c.entities[e].kind == graph.KindPerson && c.last[e].sent >= sent-1 {
			two = append(two, e)
		}
	}
	if len(two) != 2 {
		return mention{}, false
	}
	return mention{start: i, end: i + 1, head: i, kind: byPronoun, refs: []int{min(two[0], two[1]), max(two[0], two[1])}}, true
}

// facing are verbs that people do to each other.
var facing = wordSet("meet talk speak confer shake")

// whoMet resolves "they" in "X promised Y help when they met", "X and her
// Kenyan colleague agreed when they talked": those whom the clause above has
// for its subject and for whom it is addressed to.
func (c *resolver) whoMet(i int) []int {
	v := c.Tokens[i].Head
	if t := &c.Tokens[i]; t.Dep != "nsubj" || t.Lower != "they" || !facing[c.Tokens[v].Lemma] || c.Tokens[v].Dep != "advcl" && c.Tokens[v].Dep != "conj" {
		return nil
	}
	var refs []int
	take := func(at int) {
		for n := 0; at >= 0 && n < 8; n++ {
			if k := c.at[at]; k >= 0 {
				if m := &c.mentions[k]; len(m.refs) == 1 && c.entities[m.refs[0]].kind == graph.KindPerson {
					refs = appendNew(refs, m.refs[0])
				}
			} else if state := c.colleagueOf(at); state >= 0 {
				refs = appendNew(refs, state)
			} else if states := c.statesOf(at); len(states) == 1 {
				refs = appendNew(refs, states[0]) // "its minister told the Argentine minister"
			}
			at = c.child(at, "conj")
		}
	}
	for _, a := range c.Children(c.Tokens[v].Head) {
		switch t := &c.Tokens[a]; t.Dep {
		case "nsubj", "dative":
			if p := c.child(a, "pobj"); p >= 0 {
				a = p // "gave it to X"
			}
			take(a)
		case "dobj":
			take(a)
			for _, p := range c.Children(a) { // "promised help to her"
				take(c.addressee(p))
			}
		case "prep":
			take(c.addressee(a))
		}
	}
	return refs
}

// addressee returns the object of "to" or "with" at token i, -1 if it is none.
func (c *resolver) addressee(i int) int {
	if t := &c.Tokens[i]; t.Lower == "to" || t.Lower == "with" {
		return c.child(i, "pobj")
	}
	return -1
}

// colleagueOf returns the state of someone who is only called the colleague of
// someone: "her Kenyan counterpart"; -1 if token i calls nobody so.
func (c *resolver) colleagueOf(i int) int {
	if l := c.Tokens[i].Lemma; l != "counterpart" && l != "colleague" && l != "opposite" {
		return -1
	}
	for _, a := range c.Children(i) {
		if k := c.at[a]; k >= 0 && c.mentions[k].kind == byDemonym && len(c.mentions[k].refs) == 1 {
			return c.mentions[k].refs[0]
		}
	}
	return -1
}

// pluralIn returns whom the last plural subject of the tokens [start, end)
// speaks of, else the last plural; found without refs is a plural that stands
// for nobody named.
func (c *resolver) pluralIn(start, end int) (refs []int, found bool) {
	subject := false
	take := func(head int, who []int) {
		if is := c.actsAt(head); is || !subject {
			refs, found, subject = who, true, is
		}
	}
	for j := start; j < end; j++ {
		t := &c.Tokens[j]
		if k := c.at[j]; k >= 0 {
			m := &c.mentions[k]
			switch {
			case m.kind == byDemonym && gazetteer.Plural(t.Text):
				take(m.head, m.refs)
			case c.entities[m.refs[0]].kind == graph.KindPerson && c.Tokens[m.head].Dep != "conj":
				if who := c.joined(m); len(who) > 1 {
					take(m.head, who)
				}
			case c.clusters[m.refs[0]].state && m.kind == byName && c.actsAt(m.head):
				if who := c.joinedStates(m.head); len(who) > 1 {
					take(m.head, who)
				}
			}
			j = m.end - 1
			continue
		}
		if who, ok := c.groups[j]; ok {
			take(j, who)
			continue
		}
		if t.Tag == "NNS" && t.EntType == "" && c.titleAt[j] < 0 {
			take(j, c.officersOf(j))
		}
	}
	return refs, found
}

// joined returns the persons that a list begins with a mention of: "X, Y and
// Z".
func (c *resolver) joined(m *mention) []int {
	who := []int{m.refs[0]}
	at := m.head
	for n := 0; n < 12; n++ {
		next := -1
		for _, child := range c.Children(at) {
			if c.Tokens[child].Dep == "conj" {
				next = child
			}
		}
		if next < 0 {
			break
		}
		k := c.at[next]
		if k < 0 {
			if k = c.titleAt[next]; k < 0 {
				break
			}
		}
		if e := c.mentions[k].refs[0]; c.entities[e].kind == graph.KindPerson {
			who = appendNew(who, e)
		}
		at = next
	}
	return who
}

// lastGroup returns the last n entities that fit, in order of the text; they
// stand in this sentence or the two before it.
func (c *resolver) lastGroup(i, n int, fit func(e int) bool) []int {
	var refs []int
	for k := len(c.recent) - 1; k >= 0 && len(refs) < n; k-- {
		e := c.recent[k]
		if c.Tokens[i].Sent-c.last[e].sent > 3 {
			break
		}
		if fit(e) {
			refs = append(refs, e)
		}
	}
	for a, b := 0, len(refs)-1; a < b; a, b = a+1, b-1 {
		refs[a], refs[b] = refs[b], refs[a]
	}
	return refs
}
