package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract/gazetteer"
)

// readNominals resolves, from the beginning of the text to its end, what
// speaks of someone named without a name: titles ("the Syrian premier"),
// groups ("the two leaders"), bodies ("the company"), and pronouns. Each
// resolved one becomes a mention, and counts for those after it.
func (r *reader) readNominals() {
	c := &resolver{reader: r, quoted: r.quotations()}
	added := []mention{}
	named := 0
	for i := 0; i < len(r.Tokens); i++ {
		for named < len(r.mentions) && r.mentions[named].start < i {
			named++
		}
		if k := r.at[i]; k >= 0 {
			m := &r.mentions[k]
			if i == m.start {
				c.see(m)
			}
			i = m.end - 1
			continue
		}
		if r.skip[i] || r.titleAt[i] >= 0 {
			continue
		}
		t := &r.Tokens[i]
		var m mention
		var ok bool
		switch {
		case t.POS == "PRON":
			m, ok = c.pronoun(i)
		case t.POS == "NOUN" || t.POS == "PROPN":
			m, ok = c.nominal(i)
		}
		if ok {
			m.titleOf = -1
			added = append(added, m)
			c.see(&added[len(added)-1])
		}
	}
	// nominals swallow the demonyms inside them ("the Syrian premier")
	if len(added) > 0 {
		inside := make([]bool, len(r.mentions))
		for _, m := range added {
			for i := m.start; i < m.end; i++ {
				if k := r.at[i]; k >= 0 {
					inside[k] = true
				}
			}
		}
		var all []mention
		for k, m := range r.mentions {
			if !inside[k] {
				all = append(all, m)
			}
		}
		old := r.mentions
		r.mentions = append(all, added...)
		r.indexMentions()
		for i, k := range r.titleAt {
			if k >= 0 {
				r.titleAt[i] = r.at[old[k].start]
			}
		}
	}
}

// seen is the last mention of an entity, as the resolver remembers it.
type seen struct {
	token, sent int
	subject     bool // of its clause
	times       int
}

// resolver keeps who was spoken of, most recent last.
type resolver struct {
	*reader
	quoted []int // token -> number of the quotation it is in, 0 outside
	last   map[int]seen
	recent []int // entities by their last mention, oldest first
	// speakers of quotations: quotation -> entity + 1
}

const memory = 40 // entities that the resolver keeps in mind

// see notes a mention.
func (c *resolver) see(m *mention) {
	if c.last == nil {
		c.last = map[int]seen{}
	}
	if m.kind == byDemonym {
		// an adjective alone does not bring a country to mind for "it"
		if t := &c.Tokens[m.head]; t.Dep == "amod" {
			return
		}
	}
	t := &c.Tokens[m.head]
	subject := t.Dep == "nsubj" || t.Dep == "nsubjpass" && true
	for _, e := range m.refs {
		s := c.last[e]
		s.token, s.sent, s.subject = m.head, t.Sent, subject
		s.times++
		c.last[e] = s
		for i, o := range c.recent {
			if o == e {
				c.recent = append(c.recent[:i], c.recent[i+1:]...)
				break
			}
		}
		if len(c.recent) >= memory {
			c.recent = c.recent[1:]
		}
		c.recent = append(c.recent, e)
	}
}

// quotations numbers the quotations of the text: the number of the one each
// token is in, 0 outside.
func (d *document) quotations() []int {
	out := make([]int, len(d.Tokens))
	n, open, from := 0, false, 0
	for i := range d.Tokens {
		t := &d.Tokens[i]
		switch {
		case t.Text == "“" || !open && (t.Text == "\"" || t.Text == "``"):
			n++
			open, from = true, i
		case open && (t.Text == "”" || t.Text == "\"" || t.Text == "''"):
			open = false
		case t.POS == "SPACE" && strings.Count(t.Text, "\n") > 1 && open:
			open = false // a paragraph ends what was not closed
		}
		if open && i > from {
			out[i] = n
		}
	}
	return out
}

// ---- pronouns

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

// bestPerson returns the person a singular pronoun at i speaks of: of those
// spoken of in this sentence or the few before, the most salient whose gender
// agrees and whom the syntax allows.
func (c *resolver) bestPerson(i int, gender byte) int {
	t := &c.Tokens[i]
	best, bestScore := -1, 0
	reflexive := strings.HasSuffix(t.Lower, "self")
	for n := len(c.recent) - 1; n >= 0; n-- {
		e := c.recent[n]
		ent := &c.entities[e]
		if ent.kind != graph.KindPerson || ent.gender != 0 && gender != 0 && ent.gender != gender {
			continue
		}
		s := c.last[e]
		far := t.Sent - s.sent
		if far > 5 {
			continue
		}
		// the other argument of the same verb is someone else: "X met him"
		if far == 0 && !reflexive && t.Dep != "poss" && c.sameClause(s.token, i) {
			continue
		}
		// inside a quotation its speaker says "I"
		if q := c.quoted[i]; q > 0 && c.quoted[s.token] != q && c.saysQuotation(s.token, i) {
			continue
		}
		score := 100 - 25*far
		if s.subject {
			score += 30
		}
		if t.Dep == "nsubj" && s.subject {
			score += 10
		}
		if far == 0 {
			score -= 5
		}
		if ent.gender == gender && gender != 0 {
			score += 8
		}
		score += min(3*s.times, 15)
		// "X said ..., he added": whoever speaks goes on speaking
		if t.Dep == "nsubj" && lex().speech[c.Tokens[t.Head].Lemma] && s.subject && lex().speech[c.Tokens[c.Tokens[s.token].Head].Lemma] {
			score += 25
		}
		if score > bestScore {
			best, bestScore = e, score
		}
	}
	return best
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

// saysQuotation tells whether the mention at token s is the subject of a verb
// of saying in the sentence of token i.
func (c *resolver) saysQuotation(s, i int) bool {
	t := &c.Tokens[s]
	return t.Dep == "nsubj" && lex().speech[c.Tokens[t.Head].Lemma] && c.Tokens[i].Sent-t.Sent <= 1
}

// speaker resolves "I" inside a quotation: the subject of the verb of saying
// beside it.
func (c *resolver) speaker(i int) (mention, bool) {
	if c.quoted[i] == 0 {
		return mention{}, false
	}
	sent := c.SentOf(i)
	for end := min(sent.End+40, len(c.Tokens)); sent.Start < end; sent.Start++ {
		j := sent.Start
		if c.quoted[j] > 0 || c.at[j] < 0 || c.Tokens[j].Sent > c.Tokens[i].Sent+1 {
			continue
		}
		m := &c.mentions[c.at[j]]
		if m.head == j && c.saysQuotation(j, j) && c.entities[m.refs[0]].kind == graph.KindPerson {
			return mention{start: i, end: i + 1, head: i, kind: byPronoun, refs: []int{m.refs[0]}}, true
		}
	}
	// else whoever spoke last
	for n := len(c.recent) - 1; n >= 0; n-- {
		e := c.recent[n]
		if s := c.last[e]; c.entities[e].kind == graph.KindPerson && c.Tokens[i].Sent-s.sent <= 2 && c.saysQuotation(s.token, s.token) {
			return mention{start: i, end: i + 1, head: i, kind: byPronoun, refs: []int{e}}, true
		}
	}
	return mention{}, false
}

// neuter resolves "it" and "its": the last state or body that was a subject,
// in this sentence or the one before.
func (c *resolver) neuter(i int) (mention, bool) {
	t := &c.Tokens[i]
	if t.Dep == "expl" {
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
		score := 100 - 30*far + len(c.recent)*0
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

// plural resolves "they" and "their": the last subjects or objects that were
// joined by "and", else the last two persons of one sentence.
func (c *resolver) plural(i int) (mention, bool) {
	refs := c.lastGroup(i, 2, func(e int) bool { return c.entities[e].kind == graph.KindPerson })
	if len(refs) < 2 {
		return mention{}, false
	}
	return mention{start: i, end: i + 1, head: i, kind: byPronoun, refs: refs}, true
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

// ---- nominals

// leaders are the classes of titles that "leader" and "head" may stand for.
var leaders = set{"president": true, "premier": true, "chancellor": true, "king": true, "leader": true, "chair": true, "chief": true, "secretarygeneral": true, "chiefminister": true, "prince": true}

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
		if long, ok := l.titles[strings.ToLower(c.nameText(start, i+1))]; ok {
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
	case t.Lower == "counterpart":
		return c.counterpart(i)
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
	if best >= 0 && nation >= 0 && c.clusters[nation].state {
		for a := range c.entities[best].positions {
			if p := &c.entities[best].positions[a]; p.of < 0 && p.ofText == "" && classOf(p.title).class == class.class {
				p.of = nation // "the American president" after "President X"
			}
		}
	}
	if best < 0 {
		if best = c.newHolder(start, i, class, nation); best < 0 {
			return mention{}, false
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
		if found >= 0 || !s.subject {
			return -1
		}
		for _, p := range ent.positions {
			if classOf(p.title).isOffice() && classOf(p.title).class != "role" {
				return -1
			}
		}
		if s.sent == c.Tokens[i].Sent && c.sameClause(s.token, i) {
			return -1
		}
		found = e
	}
	if found >= 0 {
		c.entities[found].positions = append(c.entities[found].positions, position{title: c.nameText(start, i+1), of: nation})
	}
	return found
}

// fits tells how well a position answers a title that the text uses for it: 0
// not, up to 3 where title and nation agree.
func (c *resolver) fits(class titleClass, start, i int, p position, nation int) int {
	lowTitle := strings.ToLower(p.title)
	held := classOf(p.title)
	fit := 0
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
	case class.class == "official" && held.class != "role" && held.class != "mr":
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
		case p.of >= 0 && c.nationOf(p.of) == nation:
			fit++
		case p.of >= 0 && c.entities[p.of].kind == graph.KindPlace:
			return 0
		case p.of < 0 && p.ofText == "":
			// no state is told: the same words, or premier for prime minister
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

// nationOf returns the state that a body's name begins with ("Iraqi National
// Security Council") or that owned it where it was first named, -1 if none.
func (c *resolver) nationOf(e int) int {
	for k := range c.spans {
		s := &c.spans[k]
		if s.cluster != e {
			continue
		}
		if g := gazetteer.Lookup(c.Tokens[s.start].Text); g.Kind == gazetteer.Demonym || g.Kind == gazetteer.Country {
			return c.stateNamed(g.Name)
		}
		if p := s.start - 1; p > 0 && c.Tokens[p].Tag == "POS" && c.in[p-1] >= 0 {
			if o := c.spans[c.in[p-1]].cluster; o >= 0 && c.clusters[o].state {
				return o
			}
		}
	}
	return -1
}

func (c *resolver) stateNamed(name string) int {
	key := fold(name)
	for e := range c.clusters {
		if c.clusters[e].state && c.clusters[e].key == key {
			return e
		}
	}
	return -1
}

// counterpart resolves "his Iraqi counterpart" where no name follows: one of
// that nation with the same office as the owner.
func (c *resolver) counterpart(i int) (mention, bool) {
	left, article, nation, _ := c.phrase(i, i)
	if nation < 0 || article == "a" || article == "an" {
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

// group resolves "the two leaders", "both sides", "the presidents": two
// persons for titles and men, two states for countries.
func (c *resolver) group(i int, class string) (mention, bool) {
	t := &c.Tokens[i]
	left, article, nation, number := c.phrase(i, i)
	two := number == "two" || article == "both" || c.lowerAt(left) == "both"
	if nation >= 0 || number != "" && number != "two" || article != "the" && article != "both" && article != "these" && !two {
		return mention{}, false
	}
	fit := func(e int) bool { return c.entities[e].kind == graph.KindPerson }
	switch t.Lower {
	case "countries", "nations", "states", "governments", "neighbors", "neighbours", "allies":
		fit = func(e int) bool { return c.clusters[e].state }
		if !two {
			return mention{}, false
		}
	case "sides", "parties":
		if !two {
			return mention{}, false
		}
		if len(c.lastGroup(i, 2, func(e int) bool { return fit(e) && c.holds(e, "leader") })) == 2 {
			class = "leader"
			break
		}
		fit = func(e int) bool { return c.clusters[e].state }
	case "men", "women", "statesmen":
		if !two {
			return mention{}, false
		}
	default:
		if !two && class != "leader" && class != "president" && class != "minister" && class != "premier" && class != "foreign" || class == "role" || class == "member" || class == "official" && !two {
			return mention{}, false
		}
	}
	refs := c.lastGroup(i, 2, func(e int) bool { return fit(e) && (c.clusters[e].state || c.holds(e, class)) })
	if len(refs) < 2 {
		if refs = c.lastGroup(i, 2, fit); len(refs) < 2 {
			return mention{}, false
		}
	}
	return mention{start: left, end: i + 1, head: i, kind: byTitle, refs: refs}, true
}

// holds tells whether a person has an office that the class of a title may
// stand for; "" stands for a leader or minister.
func (c *resolver) holds(e int, class string) bool {
	for _, p := range c.entities[e].positions {
		held := classOf(p.title).class
		if held == class || (class == "leader" || class == "head") && leaders[held] || class == "minister" && (held == "foreign" || held == "secretary") || class == "" && (leaders[held] || stateOffices[held]) ||
			class == "official" && held != "role" && held != "rank" {
			return true
		}
	}
	return false
}

// bodyNominal resolves "the council", "the company": the last organization
// whose name ends in the word, else for a word that fits any body the last
// organization.
func (c *resolver) bodyNominal(i int) (mention, bool) {
	t := &c.Tokens[i]
	left, article, nation, _ := c.phrase(i, i)
	if article != "the" && article != "this" || nation >= 0 || left < i-1 || c.lowerAt(i+1) == "of" || t.Dep == "compound" {
		return mention{}, false
	}
	general := t.Lower == "company" || t.Lower == "firm" || t.Lower == "group" || t.Lower == "organization" || t.Lower == "organisation" || t.Lower == "body"
	for n := len(c.recent) - 1; n >= 0; n-- {
		e := c.recent[n]
		ent := &c.entities[e]
		if ent.kind != graph.KindOrganization {
			continue
		}
		if strings.HasSuffix(strings.ToLower(ent.name), t.Lower) || general && t.Sent-c.last[e].sent <= 2 && !lex().outlets[ent.name] && !strings.HasSuffix(strings.ToLower(ent.name), "ministry") {
			return mention{start: left, end: i + 1, head: i, kind: byTitle, refs: []int{e}}, true
		}
	}
	return mention{}, false
}
