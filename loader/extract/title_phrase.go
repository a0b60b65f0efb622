package extract

import (
	"github.com/whomet/whomet/graph"
)

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
// "Secretary of Peru's National Council of Defence (NCD)".
func (r *reader) titleOfBodyEndingAt(i int) (o office, left int, ok bool) {
	j := i
	if r.Tokens[j].Text == ")" && j >= 2 && r.Tokens[j-2].Text == "(" {
		j -= 3
	}
	body := -1
	for n := 0; n < 8 && j >= 0; n++ {
		t := &r.Tokens[j]
		if k := r.at[j]; k >= 0 {
			m := &r.mentions[k]
			if body >= 0 && r.entities[m.refs[0]].kind == graph.KindPerson && r.Tokens[m.end].Tag != "POS" {
				return o, 0, false // "Premier X in Lima, Y": the place is nobody's office
			}
			if body < 0 || r.rankOf(k) > r.rankOf(body) {
				body = k
			}
			j = m.start - 1
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
		case body < 0 && (t.POS == "NOUN" || t.POS == "ADJ" || t.Text == "-" || t.POS == "CCONJ" && j < i):
			j--
			continue
		case t.Lower == "of" || t.Lower == "for" || t.Lower == "at" || t.Lower == "in" || t.Lower == "to":
			o, left, ok = r.titleEndingAt(r.before(j))
			if body < 0 {
				o.end = i + 1 // "minister of rural development"
				return o, left, ok && ofField[o.class.class] && j < i && (t.Lower == "of" || t.Lower == "for")
			}
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

// titlePhrases marks the words of fixed titles ("Secretary of State"), a field
// before a title ("Finance Minister") and styles, which are no names.
func (r *reader) titlePhrases() []bool {
	l := lex()
	out := make([]bool, len(r.Tokens))
	for i := range r.Tokens {
		t := &r.Tokens[i]
		if l.styles[t.Text] && i+1 < len(r.Tokens) && isCapital(r.Tokens[i+1].Text) {
			out[i] = true
			continue
		}
		if isFunctionWord(t) {
			continue
		}
		if r.is(i, titleWord) && ofField[l.titleHeads[t.Lower].class] && (isCapital(t.Text) || r.capitalField(i-1)) {
			for j := r.fieldBefore(i); j < i; j++ {
				out[j] = true
			}
			for j := i + 2; j < r.fieldAfter(i+1); j++ {
				out[j] = true
			}
		}
		if !r.is(i, titleEnd) {
			continue
		}
		for start := max(0, i-5); start < i; start++ {
			if !r.is(start, titleOpening) {
				continue
			}
			if _, ok := l.titles[r.titleText(start, i+1)]; ok {
				for j := start; j < max(i+1, r.fieldAfter(i+1)); j++ {
					out[j] = true
				}
				break
			}
		}
	}
	return out
}

// titleLen returns how many tokens from i on, before token last, are a title:
// the longest of titles.txt; 0 if none.
func (r *reader) titleLen(i, last int) int {
	l := lex()
	for end := min(last, i+l.titleWords); end > i+1 && r.is(i, titleOpening); end-- {
		if _, ok := l.titles[r.titleText(i, end)]; ok {
			return end - i
		}
	}
	if i < last && r.isTitle(i) {
		return 1
	}
	return 0
}
