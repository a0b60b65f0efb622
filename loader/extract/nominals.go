package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
)

// nominal resolves a common noun at token i that speaks of someone named.
func (c *resolver) nominal(i int) (mention, bool) {
	l := lex()
	t := &c.Tokens[i]
	plural := t.Tag == "NNS"
	class, isTitle := l.titleHeads[t.Lower]
	if plural {
		class, isTitle = l.titleHeads[t.Lemma]
	}
	start, _, ok := c.titleWordsEndingAt(i)
	if ok && start < i {
		if long, ok := l.titles[c.titleText(start, i+1)]; ok {
			class, isTitle = long, true
		}
	} else {
		start = i
	}
	switch {
	case plural && (isTitle || groupNoun[t.Lower]):
		return c.group(i, class.class)
	case isTitle && class.class != "mr":
		return c.titled(start, i, class)
	case c.isCounterpart(i):
		return c.counterpart(i)
	case pairNouns[t.Lower]:
		return c.pair(i)
	case l.nominals[t.Lower] && t.Tag == "NN":
		return c.bodyNominal(i)
	}
	return mention{}, false
}

var groupNoun = set{"countries": true, "nations": true, "states": true, "sides": true, "parties": true, "men": true, "neighbors": true, "neighbours": true, "governments": true, "women": true, "statesmen": true, "allies": true}

// phrase reads the noun phrase whose head is token i, from left: its first
// token, its article, and the nation in it, -1 if none.
func (c *resolver) phrase(start, i int) (left int, article string, nation int, number string) {
	left, nation = start, -1
	for j := start - 1; j >= 0 && c.Tokens[j].Sent == c.Tokens[i].Sent; j-- {
		t := &c.Tokens[j]
		if k := c.at[j]; k >= 0 {
			m := &c.mentions[k]
			e := m.refs[0]
			if c.entities[e].kind == graph.KindPerson && c.Tokens[m.end].Tag != "POS" {
				return
			}
			if nation < 0 || c.clusters[e].state {
				nation = e
			}
			left, j = m.start, m.start
			if c.Tokens[m.end].Tag == "POS" {
				article = "the"
			}
			continue
		}
		switch {
		case t.Tag == "DT":
			return j, t.Lower, nation, number
		case t.Tag == "PRP$":
			return j, t.Lower, nation, number
		case t.Tag == "CD":
			number = t.Lower
		case t.Tag == "POS":
		case t.Lower == "first" || t.Lower == "last" || t.Lower == "next" || t.Lower == "only":
			return j, "", nation, number // "the first American president": someone told of, not meant
		case t.POS == "ADJ" || t.POS == "NOUN" || t.Tag == "VBN" || t.Tag == "VBG" || t.POS == "PROPN" || t.Text == "-":
		default:
			return
		}
		left = j
	}
	return
}

// titled resolves a title that stands for a person: "the president", "the
// Syrian premier", "the top official".
func (c *resolver) titled(start, i int, class titleClass) (mention, bool) {
	left, article, nation, _ := c.phrase(start, i)
	if article != "the" && article != "this" && article != "that" {
		return mention{}, false
	}
	// "the president of France": a state after it
	if i+2 < len(c.Tokens) && (c.Tokens[i+1].Lower == "of" || c.Tokens[i+1].Lower == "for") {
		of, _, ok := c.bodyAfter(i + 1)
		if !ok || of < 0 {
			return mention{}, false // "the head of a delegation"
		}
		nation = of
	}
	best, bestScore := -1, 0
	for n := len(c.recent) - 1; n >= 0; n-- {
		e := c.recent[n]
		ent := &c.entities[e]
		if ent.kind != graph.KindPerson || class.gender != 0 && ent.gender != 0 && class.gender != ent.gender {
			continue
		}
		if s := c.last[e]; s.sent == c.Tokens[i].Sent && (c.sameClause(s.token, i) || c.meetsWith(i, s.token)) {
			continue // "X will meet the president": someone else
		}
		fit := 0
		for _, p := range ent.positions {
			if f := c.fits(class, start, i, p, nation); f > fit {
				fit = f
			}
		}
		if fit == 0 {
			continue
		}
		s := c.last[e]
		score := fit*100 - 10*min(c.Tokens[i].Sent-s.sent, 9) + min(s.times, 5)
		if s.subject {
			score += 10
		}
		if score > bestScore {
			best, bestScore = e, score
		}
	}
	if best < 0 {
		best = c.newHolder(start, i, class, nation)
	}
	if best < 0 {
		if best = c.holderToCome(i, nation); best < 0 {
			best = c.presupposed(start, i, class, nation)
		}
		if best < 0 {
			return mention{}, false
		}
	}
	if nation >= 0 && c.clusters[nation].state {
		for a := range c.entities[best].positions {
			if p := &c.entities[best].positions[a]; p.of < 0 && p.ofText == "" && c.answers(class, classOf(p.title)) {
				p.of = nation // "the American president" after "President X"
			}
		}
	}
	return mention{start: left, end: i + 1, head: i, kind: byTitle, refs: []int{best}}, true
}

// newHolder returns the person that an office of state is said of for the
// first time here: "X warned … . The US president told …". It is the subject
// last spoken of, in the sentence before or this one, who has no office yet,
// where no one else is spoken of there.
func (c *resolver) newHolder(start, i int, class titleClass, nation int) int {
	if !stateOffices[class.class] && (class.class != "leader" || nation < 0) || class.class == "king" || nation >= 0 && !c.clusters[nation].state || c.quoted[i] > 0 {
		return -1
	}
	found := -1
	for n := len(c.recent) - 1; n >= 0; n-- {
		e := c.recent[n]
		ent, s := &c.entities[e], c.last[e]
		if ent.kind != graph.KindPerson {
			continue
		}
		if c.Tokens[i].Sent-s.sent > 1 {
			break
		}
		if nation >= 0 && c.officeElsewhere(ent, nation) {
			continue // Assad of Syria is not "the Russian leader"
		}
		if found >= 0 || !s.subject && !c.leadsBeside(e, nation) {
			return -1
		}
		for _, p := range ent.positions {
			if classOf(p.title).isOffice() && classOf(p.title).class != "role" {
				return -1
			}
		}
		if s.sent == c.Tokens[i].Sent && (c.sameClause(s.token, i) || c.meetsWith(i, s.token)) {
			return -1
		}
		found = e
	}
	if found >= 0 {
		c.entities[found].positions = append(c.entities[found].positions, position{title: c.nameText(start, i+1), of: nation})
	}
	return found
}

// answers tells whether an office is one that the title is another word for.
func (c *resolver) answers(title, held titleClass) bool {
	return held.class == title.class || title.class == "leader" && leaders[held.class]
}

// writtenElsewhere tells whether the dateline is of another land than the nation.
func (c *resolver) writtenElsewhere(nation int) bool {
	if nation < 0 || c.dateline.place < 0 {
		return false
	}
	here := gazetteer.Lookup(c.entities[c.dateline.place].name).Country
	return here != "" && here != gazetteer.Lookup(c.entities[nation].name).Country
}

// leadsBeside tells whether beside person e only such are spoken of in the
// sentence as lead another land than the nation.
func (c *resolver) leadsBeside(e, nation int) bool {
	found := false
	for _, o := range c.recent {
		if o == e || c.entities[o].kind != graph.KindPerson || c.last[o].sent != c.last[e].sent {
			continue
		}
		if nation < 0 || !c.officeElsewhere(&c.entities[o], nation) {
			return false
		}
		found = true
	}
	return found
}

// officeElsewhere tells whether a person holds an office of another state, or leads
// one that the article does not name and is written in, which is another.
func (c *resolver) officeElsewhere(e *entity, nation int) bool {
	for _, p := range e.positions {
		if p.of < 0 && p.ofText == "" && leaders[classOf(p.title).class] && c.writtenElsewhere(nation) {
			return true
		}
		if p.of >= 0 && p.of != nation && c.clusters[p.of].state && stateOffices[classOf(p.title).class] {
			return true
		}
	}
	return false
}

// deputy tells the titles of those who stand in for another.
func deputy(title string) bool {
	return strings.HasPrefix(title, "deputy ") || strings.HasPrefix(title, "vice ") || strings.HasPrefix(title, "vice-") || strings.HasPrefix(title, "acting ")
}

// fits tells how well a position answers a title that the text uses for it: 0
// not, up to 3 where title and nation agree.
func (c *resolver) fits(class titleClass, start, i int, p position, nation int) int {
	lowTitle := strings.ToLower(p.title)
	held := classOf(p.title)
	fit := 0
	if deputy(lowTitle) && !deputy(strings.ToLower(c.nameText(start, i+1))) && leaders[held.class] {
		return 0 // "the prime minister" is not his deputy
	}
	switch {
	case held.class == class.class || held.class == "foreign" && class.class == "minister" || held.class == "foreign" && class.class == "secretary" && strings.Contains(lowTitle, "secretary") ||
		held.class == "chancellor" && class.class == "minister" || held.class == "premier" && class.class == "minister" && strings.Contains(lowTitle, "minister"):
		fit = 2
		// "the defence minister" is not the foreign minister
		if start == i && i > 0 && c.Tokens[i-1].Dep == "compound" && c.at[i-1] < 0 && !strings.Contains(lowTitle, c.Tokens[i-1].Lower) && held.class == class.class && !epithet[c.Tokens[i-1].Lower] {
			return 0
		}
	case class.class == "leader" && leaders[held.class], class.class == "head" && leaders[held.class]:
		fit = 1
	case class.class == "official" && held.class != "role" && held.class != "mr" && held.class != "rank":
		fit = 1
	case class.class == "rank" && held.class == "rank":
		fit = 2
		if !strings.Contains(lowTitle, c.Tokens[i].Lower) {
			return 0
		}
	default:
		return 0
	}
	if nation >= 0 {
		switch {
		case p.of == nation:
			fit++
		case p.of >= 0 && c.nations[p.of] == nation:
			fit++
		case p.of >= 0 && c.entities[p.of].kind == graph.KindPlace:
			return 0
		case p.of < 0 && p.ofText == "":
			// no state is told: the same words, premier for prime minister, or leader,
			// unless the article is written in another land, whose it rather is
			if class.class == "leader" && leaders[held.class] {
				if c.writtenElsewhere(nation) {
					return 0
				}
				break
			}
			if fit--; held.class != class.class || held.class != "premier" && !strings.Contains(lowTitle, c.Tokens[i].Lower) {
				return 0
			}
		default:
			if !leaders[held.class] {
				fit--
			} else {
				return 0
			}
		}
	}
	return fit
}

func lastTwo(s string) string {
	w := strings.Fields(s)
	if len(w) < 2 {
		return ""
	}
	return w[len(w)-2] + " " + w[len(w)-1]
}
