package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
)

// plural resolves "they" and "their": the last plural subject of this sentence
// or the one before, else the last plural, where that is people joined by
// "and", a group resolved before or a nation; without any plural, the two
// persons that the sentence before is about.
func (c *resolver) plural(i int) (mention, bool) {
	if refs := c.whoMet(i); len(refs) > 1 {
		return mention{start: i, end: i + 1, head: i, kind: byPronoun, refs: refs}, true
	}
	sent := c.Tokens[i].Sent
	people, reach := c.whoTalk(i), 1
	if people {
		reach = 3
	}
	for back := 0; back < 2 && sent-back >= 0; back++ {
		refs, found := c.pluralIn(c.Sents[sent-back].Start, min(i, c.Sents[sent-back].End), people)
		if !found && back == 0 && people { // "X knew much of what Y thought when they talked"
			refs = c.twoSince(sent)
			found = refs != nil
		}
		if found && people && c.allStates(refs) { // "the countries fell out … after their lunch"
			if two := c.twoSince(sent - reach); two != nil {
				refs = two
			}
		}
		if found {
			return mention{start: i, end: i + 1, head: i, kind: byPronoun, refs: refs}, len(refs) > 0
		}
	}
	if c.quoted[i] > 0 {
		return mention{}, false
	}
	two := c.twoSince(sent - reach)
	return mention{start: i, end: i + 1, head: i, kind: byPronoun, refs: two}, two != nil
}

// allStates tells whether all of those are states.
func (c *resolver) allStates(refs []int) bool {
	return len(refs) > 0 && !slices.ContainsFunc(refs, func(e int) bool { return !c.clusters[e].state })
}

// twoSince returns the two persons spoken of since the sentence, nil if there are
// fewer or more.
func (c *resolver) twoSince(sent int) []int {
	var two []int
	for _, e := range c.recent {
		if c.entities[e].kind == graph.KindPerson && c.last[e].sent >= sent {
			two = append(two, e)
		}
	}
	if len(two) != 2 {
		return nil
	}
	return []int{min(two[0], two[1]), max(two[0], two[1])}
}

// whoTalk tells whether the pronoun at i is of those who talk or whose talk it is,
// which only people do: "they met", "their second conversation".
func (c *resolver) whoTalk(i int) bool {
	h := c.Tokens[i].Head
	switch c.Tokens[i].Dep {
	case "nsubj":
		return c.talks(h)
	case "poss":
		return countable[c.Tokens[h].Lemma] || ofAnyMeeting[c.Tokens[h].Lemma]
	}
	return false
}

// talks tells a verb, or one that it is joined to, of what people do with each
// other: "they embraced", "they smiled and talked".
func (c *resolver) talks(v int) bool {
	for n := 0; v >= 0 && n < 4; n++ {
		if l := c.Tokens[v].Lemma; facing[l] || conversing[l] || l == "sign" || l == "part" {
			return true
		}
		v = c.child(v, "conj")
	}
	return false
}

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
// for nobody named. Where people are sought, for they talk, things do not count.
func (c *resolver) pluralIn(start, end int, people bool) (refs []int, found bool) {
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
		if t.Tag == "NNS" && t.EntType == "" && c.titleAt[j] < 0 && (!people || c.isPeople(j) || t.Dep == "nsubj" && c.talks(t.Head)) {
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
