package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
)

// titlesAfter reads the offices in apposition after a name that ends before
// token i: "X, chairman and chief executive of Y". Those joined are held at one
// body, which stands with the last.
func (r *reader) titlesAfter(i int) []office {
	o, ok := r.titleAfter(i)
	if !ok {
		return nil
	}
	out := []office{o}
	for r.lowerAt(o.end) == "and" {
		if o, ok = r.officePhrase(o.end + 1); !ok {
			break
		}
		for k := range out {
			if p := &out[k]; p.of < 0 && p.ofText == "" {
				p.of, p.ofText = o.of, o.ofText
			}
		}
		out = append(out, o)
	}
	return out
}

// titleAfter reads the apposition after a name that ends before token i: "X,
// the chief of staff of Y", "X (chairman of Y)", "X - the boss of Y".
func (r *reader) titleAfter(i int) (office, bool) {
	if i+1 >= len(r.Tokens) {
		return office{}, false
	}
	switch r.Tokens[i].Text {
	case ",", "(", "—", "–", "-":
	default:
		return office{}, false
	}
	j := i + 1
	// ", 53, the …"
	if j+1 < len(r.Tokens) && hasDigit(r.Tokens[j].Text) && r.Tokens[j+1].Text == "," {
		j += 2
	}
	o, ok := r.officePhrase(j)
	if ok {
		// "In a letter to X, the president warned": a subject of its own
		if t := &r.Tokens[o.end-1]; strings.HasPrefix(t.Dep, "nsubj") && t.Head > o.end-1 && o.end < len(r.Tokens) && r.Tokens[o.end].POS != "PUNCT" {
			return office{}, false
		}
	}
	// "X, his spokeswoman, Y, said": what someone's office is stands before Y
	if ok && r.Tokens[j].Tag == "PRP$" && r.textAt(o.end) == "," && o.end+1 < len(r.Tokens) {
		if k := r.at[o.end+1]; k >= 0 && r.entities[r.mentions[k].refs[0]].kind == graph.KindPerson {
			return office{}, false
		}
	}
	return o, ok
}

// officePhrase reads a noun phrase that begins at token j and whose head is a
// title: "[the] [bodies and modifiers] title [of body]".
func (r *reader) officePhrase(j int) (office, bool) {
	l := lex()
	sent := r.Tokens[min(j, len(r.Tokens)-1)].Sent
	for first := true; j < len(r.Tokens) && r.Tokens[j].Sent == sent; first = false {
		if t := &r.Tokens[j]; t.Tag == "DT" || t.Tag == "PRP$" || first && (t.Lower == "then" || t.Lower == "now" || t.Lower == "himself") {
			j++
			continue
		}
		break
	}
	begin := j
	head := -1
	for ; j < len(r.Tokens) && r.Tokens[j].Sent == sent && j < begin+14; j++ {
		t := &r.Tokens[j]
		if k := r.at[j]; k >= 0 {
			m := &r.mentions[k]
			if r.entities[m.refs[0]].kind == graph.KindPerson && (m.end >= len(r.Tokens) || r.Tokens[m.end].Tag != "POS") && !r.attendantAt(m.end) {
				return office{}, false // the title is of the next name
			}
			j = m.end - 1
			continue
		}
		if t.Tag == "POS" || t.Text == "-" {
			continue
		}
		if t.POS == "SPACE" && strings.Count(t.Text, "\n") < 2 {
			continue
		}
		if t.Text == "(" && r.textAt(j+2) == ")" {
			j += 2
			continue
		}
		if n := r.titleLen(j, len(r.Tokens)); n > 1 {
			j += n - 1
			head = j
			continue
		}
		if t.POS != "NOUN" && t.POS != "PROPN" && t.POS != "ADJ" && t.Tag != "VBN" && t.Tag != "VBG" && t.POS != "DET" && t.POS != "NUM" && t.POS != "ADV" {
			break
		}
		if _, _, ok := r.titleWordsEndingAt(j); ok {
			head = j
		}
	}
	if head < 0 {
		return office{}, false
	}
	// words after the head that are no title: "the Council secretary general's
	// son": the head must close the noun phrase
	for n := head + 1; n < j; n++ {
		if t := &r.Tokens[n]; t.POS == "NOUN" && r.at[n] < 0 || t.Tag == "POS" {
			return office{}, false
		}
	}
	if next := head + 1; next < len(r.Tokens) {
		if k := r.at[next]; k >= 0 && r.entities[r.mentions[k].refs[0]].kind == graph.KindPerson {
			return office{}, false
		}
	}
	// a fixed phrase may go on: "secretary of state", "chief of staff"
	for end := min(head+6, len(r.Tokens)); end > head+1; end-- {
		if s, c, ok := r.titleWordsEndingAt(end - 1); ok && s <= head && end-1 > head && c.class != "" {
			head = end - 1
			break
		}
	}
	o, left, ok := r.titleEndingAt(head)
	if !ok || !o.class.isOffice() && o.class.class != "rank" {
		return office{}, false
	}
	if left < begin-2 {
		o.start = max(o.start, begin)
	}
	of, text, ok := r.bodyAfter(head + 1)
	if ok && of >= 0 && r.titled[head+2] && r.entities[of].kind == graph.KindPerson {
		return office{}, false // "Minister for Rural Affairs Y" is the next name's
	}
	if ok && (o.of < 0 || of >= 0 && r.entities[of].kind == graph.KindOrganization && l.small["of"]) {
		o.of, o.ofText = of, text
	}
	return o, true
}

// attendantAt tells whether token i is the title of one who serves the person
// named before it.
func (r *reader) attendantAt(i int) bool {
	return i < len(r.Tokens) && attendant[lex().titleHeads[r.Tokens[i].Lower].class] && !isCapital(r.Tokens[i].Text)
}

// bodyAfter reads "of/for/at the body" that begins at token j.
func (r *reader) bodyAfter(j int) (int, string, bool) {
	if j >= len(r.Tokens) {
		return -1, "", false
	}
	switch r.Tokens[j].Lower {
	case "of", "for", "at", "to", "in", "with", "on":
	default:
		return -1, "", false
	}
	sent := r.Tokens[j].Sent
	best, from, to := -1, j+1, j+1
	for n := j + 1; n < len(r.Tokens) && n < j+12 && r.Tokens[n].Sent == sent; n++ {
		t := &r.Tokens[n]
		if k := r.at[n]; k >= 0 {
			m := &r.mentions[k]
			if best < 0 || r.rankOf(k) > r.rankOf(best) {
				best = k
			}
			n = m.end - 1
			to = m.end
			// go on only over a genitive or what the name modifies
			if m.end < len(r.Tokens) && (r.Tokens[m.end].Tag == "POS" || r.Tokens[m.end-1].Dep == "compound" || r.Tokens[m.end-1].Dep == "amod" || m.kind == byDemonym) {
				continue
			}
			break
		}
		if t.POS == "PUNCT" && t.Text != "-" || t.POS == "VERB" || t.POS == "AUX" || t.POS == "SCONJ" || t.POS == "PRON" && t.Tag != "PRP$" {
			break
		}
		if t.POS == "SPACE" && strings.Count(t.Text, "\n") > 1 {
			break
		}
		if t.POS == "ADP" && best >= 0 {
			break
		}
		if t.Tag == "DT" && n == from {
			from++
		}
		to = n + 1
	}
	for to > from && (r.Tokens[to-1].POS == "SPACE" || r.Tokens[to-1].Tag == "POS") {
		to--
	}
	text := ""
	if from < to {
		text = r.nameText(from, to)
	}
	if best >= 0 {
		if r.mentions[best].end >= to { // the body is the name itself
			return r.mentions[best].refs[0], "", true
		}
		if r.rankOf(best) == 3 {
			return r.mentions[best].refs[0], text, true
		}
		if !governmentNoun[r.lowerAt(to-1)] && lex().orgHeads[r.lowerAt(to-1)] {
			return -1, text, true // "the Iranian President's office"
		}
		return r.mentions[best].refs[0], text, true
	}
	if text != "" && to-from <= 6 {
		return -1, text, true
	}
	return -1, "", false
}

// titleSaid reads an office that a verb gives: "X is the minister of Y", "X,
// who was foreign minister", "X was elected president", "X as chairman".
func (r *reader) titleSaid(m *mention) (office, bool) {
	t := &r.Tokens[m.head]
	verb := -1
	if t.Dep == "nsubj" || t.Dep == "nsubjpass" {
		verb = t.Head
	}
	for _, c := range r.Children(m.head) {
		if r.Tokens[c].Dep == "relcl" && c > m.end {
			for _, s := range r.Children(c) {
				if r.Tokens[s].Tag == "WP" && (r.Tokens[s].Dep == "nsubj" || r.Tokens[s].Dep == "nsubjpass") {
					verb = c
				}
			}
		}
	}
	if r.lowerAt(m.end) == "as" && m.end+1 < len(r.Tokens) && r.Tokens[m.end+1].POS != "DET" {
		if o, ok := r.officePhrase(m.end + 1); ok {
			return o, true // "with X as chairman"
		}
	}
	if verb < 0 {
		return office{}, false
	}
	var gives bool
	switch r.Tokens[verb].Lemma {
	case "be", "become", "remain", "elect", "appoint", "name", "serve", "swear", "reelect", "nominate", "call":
		gives = true
	}
	if !gives {
		return office{}, false
	}
	for _, c := range r.Children(verb) {
		if c < m.end {
			continue
		}
		switch r.Tokens[c].Dep {
		case "neg":
			return office{}, false
		case "attr", "oprd":
			if o, ok := r.officePhrase(r.Tokens[c].Left); ok && o.end > c {
				return o, true
			}
		case "prep":
			if r.Tokens[c].Lower == "as" && c+1 < len(r.Tokens) {
				if o, ok := r.officePhrase(c + 1); ok {
					return o, true
				}
			}
		}
	}
	return office{}, false
}
