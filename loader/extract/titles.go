package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
)

// office is a title as a phrase of the text: tokens [start, end) without the
// body, head its last word, of what it is held at.
type office struct {
	start, end int
	class      titleClass
	of         int // entity, -1 if none
	ofText     string
}

// readTitles reads the offices that stand with people's names: before them
// ("Iraqi Prime Minister X", "Secretary of the Council X"), after them ("X, the
// chief of staff of Y"), and said of them ("X, who was foreign minister").
func (r *reader) readTitles() {
	r.titleAt = make([]int, len(r.Tokens))
	for i := range r.titleAt {
		r.titleAt[i] = -1
	}
	for k := range r.mentions {
		m := &r.mentions[k]
		if m.kind != byName || len(m.refs) != 1 || r.entities[m.refs[0]].kind != graph.KindPerson {
			continue
		}
		for _, o := range r.titlesBefore(m.start) {
			if o.of < 0 && o.class.isOffice() && o.class.class != "role" && r.textAt(m.end) == "of" {
				// "King Hussein of Jordan", "Senator X of Ohio"
				if of, text, ok := r.bodyAfter(m.end); ok && of >= 0 && r.entities[of].kind != graph.KindPerson {
					o.of, o.ofText = of, text
				}
			}
			r.hold(k, o)
		}
		after := r.titlesAfter(m.end)
		if len(after) == 0 {
			if o, ok := r.titleSaid(m); ok {
				after = append(after, o)
			}
		}
		for _, o := range after {
			r.hold(k, o)
		}
	}
}

// hold gives the person of mention k the office.
func (r *reader) hold(k int, o office) {
	m := &r.mentions[k]
	e := &r.entities[m.refs[0]]
	if o.class.gender != 0 && e.gender == 0 {
		e.gender = o.class.gender
	}
	if o.class.class == "mr" {
		return
	}
	r.titleAt[o.end-1] = k
	title := r.nameText(o.start, o.end)
	// A rank or a bare "Prince" says less than an office does.
	if had := strings.ToLower(m.title); had == "" || o.class.isOffice() && (lex().titleHeads[lastWord(had)].class == "rank" || lex().titles[had].class == "prince" && lastWord(had) == had) {
		m.title, m.titleOf = title, o.of
	}
	for i := range e.positions {
		p := &e.positions[i]
		if strings.EqualFold(p.title, title) && (p.of == o.of || p.of < 0 && p.ofText == "" || o.of < 0 && o.ofText == "") {
			if p.of < 0 {
				p.of, p.ofText = o.of, o.ofText
			}
			return
		}
	}
	e.positions = append(e.positions, position{title: title, of: o.of, ofText: o.ofText})
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// titlesBefore reads the titles that end right before a name at token start.
func (r *reader) titlesBefore(start int) []office {
	var out []office
	i := r.before(start)
	comma, crossed := false, false
	if i > 0 && r.Tokens[i].Text == "," {
		comma, crossed = true, true
		i = r.before(i)
	}
	joined := false // with the office after it, by "and"
	for n := 0; n < 3 && i >= 0 && r.Tokens[i].Sent == r.Tokens[start].Sent; n++ {
		o, left, ok := r.titleEndingAt(i)
		if !ok {
			if !comma || crossed {
				o, left, ok = r.titleOfBodyEndingAt(i)
			}
			if !ok {
				break
			}
		}
		// After a comma the phrase must be a description of its own, "the
		// Syrian premier, X", or it belongs to something before.
		if comma && o.of < 0 && !r.describes(left, start) {
			break
		}
		crossed = false
		if joined && o.of < 0 {
			o.of = out[len(out)-1].of // "Chair and Prime Minister of Peru X"
		}
		joined = false
		out = append(out, o)
		if and := r.before(o.start); and > 0 && o.start == left && r.Tokens[and].Lower == "and" && isCapital(r.Tokens[o.start].Text) && isCapital(r.Tokens[and-1].Text) {
			if _, _, ok := r.titleEndingAt(and - 1); ok { // "President and Commander-in-Chief X"
				i, joined = and-1, true
				continue
			}
		}
		if o.of >= 0 && o.class.isOffice() {
			break
		}
		i = r.before(left)
		if i > 0 && r.Tokens[i].Text == "," && !o.class.isOffice() && !comma { // "the permanent secretary, Sir X"
			comma, crossed = true, true
			i = r.before(i)
		}
	}
	// "Foreign Minister General X": the rank has no body of its own
	return out
}

// describes tells whether the noun phrase that begins at token left, before a
// comma and a name at start, is what the name is of: it has an article or an
// owner, and the name closes the apposition.
func (r *reader) describes(left, start int) bool {
	if left >= len(r.Tokens) {
		return false
	}
	first := &r.Tokens[left]
	opens := first.Tag == "DT" || first.Tag == "PRP$" || r.at[left] >= 0 || r.SentOf(left).Start == left
	k := r.at[start]
	end := r.mentions[k].end
	if end >= len(r.Tokens) {
		return opens
	}
	return opens && (r.Tokens[end].POS == "PUNCT" || r.Tokens[end].POS == "SPACE" || r.Tokens[end].POS == "VERB" || r.Tokens[end].POS == "AUX" || r.Tokens[end].POS == "CCONJ" || r.Tokens[end].POS == "ADP")
}

// titleEndingAt reads "[body's] [modifiers] title" whose title ends at token i.
// left is the first token of the whole phrase, article and body included.
func (r *reader) titleEndingAt(i int) (o office, left int, ok bool) {
	if i < 0 {
		return o, 0, false
	}
	l := lex()
	start, class, ok := r.titleWordsEndingAt(i)
	if !ok || r.at[i] >= 0 && !l.titles[r.Tokens[i].Lower].isOffice() && l.titles[r.Tokens[i].Lower].class == "" {
		return o, 0, false
	}
	o = office{start: start, end: i + 1, class: class, of: -1}
	left = start
	if class.class == "mr" {
		return o, left, true
	}
	j := start - 1
	var bodies []int // mentions, nearest first
	owned := false   // by someone without a name: "the president's adviser"
	for ; j >= 0 && r.Tokens[j].Sent == r.Tokens[i].Sent; j-- {
		t := &r.Tokens[j]
		if k := r.at[j]; k >= 0 {
			m := &r.mentions[k]
			if r.entities[m.refs[0]].kind == graph.KindPerson && r.Tokens[m.end].Tag != "POS" && !(attendant[class.class] && m.end == o.start) {
				break
			}
			if r.textAt(m.end) != "-" { // not the first half of "Iranian-backed"
				bodies = append(bodies, k)
			}
			j = m.start
			left = j
			continue
		}
		if r.titled[j] && ofField[class.class] && len(bodies) == 0 && !owned {
			o.start, left = j, j // "Trade and Industry Minister"
			continue
		}
		if t.Tag == "POS" {
			owned = j == 0 || r.at[j-1] < 0
			continue
		}
		if t.Text == ")" && j >= 2 && r.Tokens[j-2].Text == "(" { // "Council (INSC) Advisor"
			j -= 2
			continue
		}
		if t.Tag == "DT" || t.Tag == "PRP$" {
			left = j
			break
		}
		if t.Text == "-" && j > 0 && !r.Tokens[j-1].Space && !t.Space {
			continue
		}
		if t.POS == "CCONJ" && j > 0 && strings.HasSuffix(r.Tokens[j-1].Text, "-") { // "Russian- and Iranian-backed"
			j--
			for j > 0 && !r.Tokens[j-1].Space {
				j--
			}
			continue
		}
		if (t.POS == "NOUN" || t.POS == "PROPN" || t.POS == "ADJ" || t.Tag == "VBN" || t.Tag == "VBG") && t.POS != "SPACE" {
			if _, title := l.titleHeads[t.Lower]; title && class.class == "rank" {
				break
			}
			if r.titled[j] && !ofField[class.class] { // "Minister of Defence Prince X"
				break
			}
			if s, address, ok := r.titleWordsEndingAt(j); ok && address.class == "mr" { // "His Royal Highness Prince"
				left = s
				break
			}
			left = j
			// a capitalised title does not begin with small letters
			if len(bodies) == 0 && isCapital(r.Tokens[i].Text) && !isCapital(t.Text) && !qualifier[t.Lower] {
				owned = true
			}
			if len(bodies) == 0 && !owned && !epithet[t.Lower] && t.POS != "VERB" && o.class.class != "rank" {
				o.start = j
			}
			continue
		}
		if t.POS == "SPACE" && strings.Count(t.Text, "\n") < 2 {
			continue
		}
		break
	}
	r.chooseBody(&o, bodies)
	return o, left, true
}

// qualifier are small words before a capitalised title that are part of it.
var qualifier = set{"former": true, "deputy": true, "acting": true, "assistant": true, "ex": true, "vice": true}

// epithet are adjectives before a title that are no part of it.
var epithet = set{
	"top": true, "senior": true, "new": true, "current": true, "then": true, "late": true, "outgoing": true, "incoming": true, "veteran": true,
	"revered": true, "embattled": true, "controversial": true, "newly": true, "elected": true, "visiting": true, "other": true, "fellow": true,
	"high-ranking": true, "ranking": true, "own": true, "long-time": true, "longtime": true, "influential": true, "powerful": true, "prominent": true,
	"leading": true, "backed": true, "-": true, "hard-line": true, "hardline": true, "moderate": true, "conservative": true, "liberal": true,
	"acting": false, "former": false, "ex": false,
}

// chooseBody picks which of the bodies before a title (nearest first) it is
// held at: an organization before a country before a person. "US Treasury
// Secretary" is an office of the country.
func (r *reader) chooseBody(o *office, bodies []int) {
	rank := func(k int) int {
		switch e := &r.entities[r.mentions[k].refs[0]]; e.kind {
		case graph.KindOrganization:
			return 3
		case graph.KindPlace:
			if r.clusters[r.mentions[k].refs[0]].state {
				return 2
			}
			return 1
		}
		return 1
	}
	best := -1
	for n, k := range bodies {
		if best >= 0 && rank(k) <= rank(bodies[best]) {
			continue
		}
		// a department that is the office's field, not its body
		if m := &r.mentions[k]; rank(k) == 3 && n == 0 && len(bodies) > 1 && m.end == o.start && m.end-m.start == 1 && r.Tokens[m.end-1].Tag != "POS" && rank(bodies[1]) == 2 && (o.class.class == "secretary" || o.class.class == "minister") {
			o.start = m.start
			continue
		}
		best = n
	}
	if best >= 0 {
		o.of = r.mentions[bodies[best]].refs[0]
	}
}
