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
		if o, ok := r.titleAfter(m.end); ok {
			r.hold(k, o)
		} else if o, ok := r.titleSaid(m); ok {
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
	if m.title == "" || o.class.isOffice() && lex().titleHeads[lastWord(strings.ToLower(m.title))].class == "rank" {
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
	comma := false
	if i > 0 && r.Tokens[i].Text == "," {
		comma = true
		i = r.before(i)
	}
	for n := 0; n < 3 && i >= 0 && r.Tokens[i].Sent == r.Tokens[start].Sent; n++ {
		o, left, ok := r.titleEndingAt(i)
		if !ok {
			if n == 0 || !comma {
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
		out = append(out, o)
		if and := r.before(o.start); and > 0 && o.start == left && r.Tokens[and].Lower == "and" && isCapital(r.Tokens[o.start].Text) && isCapital(r.Tokens[and-1].Text) {
			if _, _, ok := r.titleEndingAt(and - 1); ok { // "President and Commander-in-Chief X"
				i = and - 1
				continue
			}
		}
		if o.of >= 0 && o.class.isOffice() {
			break
		}
		i = r.before(left)
		if i > 0 && r.Tokens[i].Text == "," && !o.class.isOffice() && !comma { // "the permanent secretary, Sir X"
			comma = true
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
			if r.entities[m.refs[0]].kind == graph.KindPerson && r.Tokens[m.end].Tag != "POS" {
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

// titleWordsEndingAt returns where the longest title of titles.txt that ends
// at token i begins. "Minister of Foreign Affairs" ends at "Affairs".
func (r *reader) titleWordsEndingAt(i int) (int, titleClass, bool) {
	if i < 0 { // the text begins with "of"
		return 0, titleClass{}, false
	}
	l := lex()
	t := &r.Tokens[i]
	best, class := -1, titleClass{}
	if c, ok := l.titleHeads[t.Lower], r.isTitle(i); ok && (t.POS == "NOUN" || t.POS == "PROPN" || t.POS == "ADJ" || t.POS == "ADV" || isCapital(t.Text)) {
		best, class = i, c
	}
	if best < 0 && !r.is(i, titleEnd) {
		return 0, class, false
	}
	for start := i - 1; start >= 0 && i-start < l.titleWords+2; start-- {
		if r.Tokens[start].POS == "PUNCT" && r.Tokens[start].Text != "-" {
			break
		}
		if !r.is(start, titleOpening) {
			continue
		}
		if c, ok := l.titles[r.titleText(start, i+1)]; ok {
			best, class = start, c
		}
	}
	return best, class, best >= 0
}

// titleOfBodyEndingAt reads "title of body" whose body ends at token i:
// "Secretary of Iran's Supreme National Security Council (SNSC)".
func (r *reader) titleOfBodyEndingAt(i int) (o office, left int, ok bool) {
	j := i
	if r.Tokens[j].Text == ")" && j >= 2 && r.Tokens[j-2].Text == "(" {
		j -= 3
	}
	body := -1
	for n := 0; n < 8 && j >= 0; n++ {
		t := &r.Tokens[j]
		if k := r.at[j]; k >= 0 {
			if body < 0 || r.rankOf(k) > r.rankOf(body) {
				body = k
			}
			j = r.mentions[k].start - 1
			continue
		}
		switch {
		case t.Tag == "POS" || t.Tag == "DT":
			j--
			continue
		case body < 0 && lex().fields[t.Lower] && r.titled[j]:
			for j > 0 && r.titled[j] && r.Tokens[j].Lower != "of" && r.Tokens[j].Lower != "for" {
				j--
			}
			o, left, ok = r.titleEndingAt(r.before(j))
			o.end = i + 1 // "Secretary for Foreign Affairs"
			return o, left, ok && o.class.isOffice()
		case t.Lower == "of" || t.Lower == "for" || t.Lower == "at" || t.Lower == "in" || t.Lower == "to":
			if body < 0 {
				return o, 0, false
			}
			o, left, ok = r.titleEndingAt(r.before(j))
			if !ok {
				// "commander in Baghdad of the SDF" is rare; "head of the X in Y" is not
				j--
				continue
			}
			if o.of < 0 || r.rankOf(body) == 3 && t.Lower != "to" {
				o.of = r.mentions[body].refs[0]
			}
			return o, left, o.class.isOffice()
		}
		return o, 0, false
	}
	return o, 0, false
}

func (r *reader) rankOf(k int) int {
	switch r.entities[r.mentions[k].refs[0]].kind {
	case graph.KindOrganization:
		return 3
	case graph.KindPlace:
		return 2
	}
	return 1
}
