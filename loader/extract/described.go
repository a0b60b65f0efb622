package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
)

// isCounterpart tells whether noun i is of someone with the office that its owner
// has: "his Iraqi counterpart", "her Chilean opposite number".
func (c *resolver) isCounterpart(i int) bool {
	switch c.Tokens[i].Lower {
	case "counterpart", "homologue":
		return true
	case "number":
		return c.lowerAt(i-1) == "opposite"
	case "peer", "colleague":
		_, _, nation, _ := c.phrase(i, i)
		return nation >= 0 && c.clusters[nation].state
	}
	return false
}

// counterpart resolves "his Iraqi counterpart" where no name follows: one of
// that nation with the same office as the owner. The one whom a name behind it
// gives has the owner's office at the nation.
func (c *resolver) counterpart(i int) (mention, bool) {
	left, article, nation, _ := c.phrase(i, i)
	if nation < 0 || article == "a" || article == "an" {
		return mention{}, false
	}
	if e := c.personBehind(i); e >= 0 {
		c.inheritOffice(e, left, i, nation)
		return mention{}, false
	}
	for n := len(c.recent) - 1; n >= 0; n-- {
		e := c.recent[n]
		if c.entities[e].kind != graph.KindPerson {
			continue
		}
		for _, p := range c.entities[e].positions {
			if p.of == nation {
				return mention{start: left, end: i + 1, head: i, kind: byTitle, refs: []int{e}}, true
			}
		}
	}
	return mention{}, false
}

// personBehind returns the person named right behind noun i: "his Indonesian
// counterpart, Retno Marsudi"; -1 if none is.
func (c *resolver) personBehind(i int) int {
	j := i + 1
	if c.textAt(j) == "," {
		j++
	}
	for j < len(c.Tokens) && c.titleAt[j] >= 0 {
		j++ // "counterpart, General X"
	}
	if j < len(c.Tokens) && c.Tokens[j].Sent == c.Tokens[i].Sent {
		if m := c.mentionAt(j); m != nil && m.kind == byName && c.isPersonal(m) {
			return m.refs[0]
		}
	}
	return -1
}

// inheritOffice gives person e, a counterpart of a nation, the office of state of
// whoever the phrase from token left to noun i says: "X's counterpart", or by a
// pronoun the last subject.
func (c *resolver) inheritOffice(e, left, i, nation int) {
	if len(c.entities[e].positions) > 0 || !c.clusters[nation].state {
		return
	}
	owner := -1
	if m := c.mentionAt(left); m != nil && c.isPersonal(m) {
		owner = m.refs[0]
	} else if c.Tokens[left].Tag == "PRP$" {
		var sex byte
		switch c.Tokens[left].Lower {
		case "his":
			sex = 'm'
		case "her":
			sex = 'f'
		default:
			return
		}
		owner = c.bestPerson(left, sex)
	}
	if owner < 0 || owner == e {
		return
	}
	for _, p := range c.entities[owner].positions {
		if stateOffices[classOf(p.title).class] && p.of != nation && (p.of < 0 || c.clusters[p.of].state) {
			c.entities[e].positions = append(c.entities[e].positions, position{title: p.title, of: nation})
			return
		}
	}
}

// national resolves a people's name that stands for one person: "the American
// smiled", where someone of that state was spoken of.
func (c *resolver) national(m *mention) (mention, bool) {
	t := &c.Tokens[m.head]
	if m.kind != byDemonym || m.start == 0 || c.lowerAt(m.start-1) != "the" || gazetteer.Plural(t.Text) || m.end-m.start > 1 || !c.clusters[m.refs[0]].state {
		return mention{}, false
	}
	if !standsForSomeone(t.Dep) {
		return mention{}, false
	}
	if next := m.end; next < len(c.Tokens) {
		switch c.Tokens[next].POS {
		case "NOUN", "PROPN", "ADJ", "NUM":
			return mention{}, false // "the American president"
		}
		if t.Dep == "nsubj" && c.Tokens[t.Head].Tag == "VBP" || c.Tokens[next].Text == "-" {
			return mention{}, false // "the French want": the people
		}
	}
	state := m.refs[0]
	for n := len(c.recent) - 1; n >= 0; n-- {
		e := c.recent[n]
		if s := c.last[e]; c.entities[e].kind != graph.KindPerson || t.Sent-s.sent > 4 || s.sent == t.Sent && (c.sameClause(s.token, m.head) || c.meetsWith(m.head, s.token)) {
			continue
		}
		if c.isOf(e, state) {
			return mention{start: m.start - 1, end: m.end, head: m.head, kind: byTitle, refs: []int{e}}, true
		}
	}
	return mention{}, false
}

// isOf tells whether the text gives person e that state, by name or by office.
func (c *resolver) isOf(e, state int) bool {
	if c.nations[e] == state {
		return true
	}
	for _, p := range c.entities[e].positions {
		if p.of == state || p.of >= 0 && c.nations[p.of] == state {
			return true
		}
	}
	return false
}

// holderToCome returns the person whom the text names only after it has spoken of
// the office that ends at token i: "Kenya's trade minister … X, the Kenyan trade
// minister". It is the only one of the whole text with that office of that nation,
// or, where no nation is told, soon named; -1 if none is.
func (c *resolver) holderToCome(i, nation int) int {
	o, _, ok := c.titleEndingAt(i)
	if !ok || !stateOffices[o.class.class] || nation >= 0 && !c.clusters[nation].state {
		return -1
	}
	title := strings.ToLower(c.nameText(o.start, o.end))
	found := -1
	for e := range c.entities {
		if c.entities[e].kind != graph.KindPerson || nation >= 0 && c.nations[e] >= 0 && c.nations[e] != nation {
			continue
		}
		for _, p := range c.entities[e].positions {
			if strings.ToLower(p.title) != title || nation >= 0 && p.of != nation {
				continue
			}
			if found >= 0 && found != e || c.last[e].times > 0 || nation < 0 && !c.isNamedSoon(e, i) {
				return -1 // who was spoken of before was looked at
			}
			found = e
		}
	}
	return found
}

// isNamedSoon tells whether the text names person e within three sentences of
// token i, as a lead does that tells the office first.
func (c *resolver) isNamedSoon(e, i int) bool {
	const sentences = 3
	for k := range c.mentions {
		if m := &c.mentions[k]; m.kind == byName && m.refs[0] == e {
			return m.start > i && c.Tokens[m.start].Sent-c.Tokens[i].Sent <= sentences
		}
	}
	return false
}
