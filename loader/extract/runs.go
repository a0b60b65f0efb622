package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
	"github.com/whomet/whomet/loader/nlp"
)

// lowerBodies finds bodies in lower case after a state or an organization:
// "the Syrian air force", "the UN security council".
func (r *reader) lowerBodies(listed []span, listedAt []int) []span {
	l := lex()
	var out []span
	for i := 0; i < len(r.Tokens); i++ {
		t := &r.Tokens[i]
		if r.skip[i] || isFunctionWord(t) || !r.is(i, bodyOpening) {
			continue
		}
		end := 0
		for e := min(i+4, len(r.Tokens)); e > i && end == 0; e-- {
			if text := strings.ToLower(r.nameText(i, e)); l.bodies[text] {
				end = e
			}
		}
		if end > 0 && end < len(r.Tokens) && r.isTitle(end) {
			continue // "the US Treasury Secretary"
		}
		if end == 0 || l.orgHeads[r.lowerAt(end)] && r.Tokens[end].POS == "NOUN" || r.namedBody(end-1) {
			continue
		}
		if end < len(r.Tokens) && r.Tokens[end-1].Lower == "agency" && r.Tokens[end].POS == "PROPN" {
			continue // "the Russian news agency Interfax": the name follows
		}
		start := i
		if i > 0 && listedAt[i-1] >= 0 && (i < 2 || r.Tokens[i-1].Tag != "POS") {
			k := listedAt[i-1]
			if l.outlets[listed[k].known] {
				continue // "Reuters news agency" is Reuters
			}
			if e := listed[k].entry.Kind; e == gazetteer.Country || e == gazetteer.Demonym || e == gazetteer.Regional || listed[k].known != "" {
				start = listed[k].start
			}
			// two nations before it: "the Bosnian Serb army"
			if start > 0 && listedAt[start-1] >= 0 && listed[listedAt[start-1]].entry.Kind == gazetteer.Demonym && listed[k].entry.Kind == gazetteer.Demonym {
				start = listed[listedAt[start-1]].start
			}
		}
		capital := isCapital(t.Text) && r.SentOf(i).Start != i
		definite := i > 0 && (r.Tokens[i-1].Lower == "the" || r.Tokens[i-1].Tag == "POS" || r.Tokens[i-1].Tag == "PRP$")
		text := strings.ToLower(r.nameText(i, end))
		switch {
		case start < i:
		case r.Tokens[i-min(i, 1)].Tag == "POS" && (strings.Contains(text, " ") || l.bodyAlone[text]):
		case definite && (capital || l.bodyAlone[text] || strings.Contains(text, " ") && text != "armed forces"):
		default:
			continue
		}
		out = append(out, span{start: start, end: end, kind: graph.KindOrganization})
		i = end - 1
	}
	return out
}

// namedBody tells whether the noun at token i stands in apposition to the name
// of a body, and so is no other: "the Bank of Peru, the central bank, said".
func (r *reader) namedBody(i int) bool {
	t := &r.Tokens[i]
	return t.Dep == "appos" && t.Head < i && r.Tokens[t.Head].EntType == "ORG"
}

// runs finds capitalised runs of proper nouns that nothing else has seen.
func (r *reader) runs(taken []bool) []span {
	var out []span
	for i := 0; i < len(r.Tokens); i++ {
		if taken[i] || r.skip[i] || r.titled[i] || !r.properAt(i) {
			continue
		}
		if n := r.titleLen(i, len(r.Tokens)); n > 0 && !r.headedRun(i, taken) {
			i += n - 1
			continue
		}
		end := i + 1
		for end < len(r.Tokens) && !taken[end] && !r.skip[end] && r.Tokens[end].Sent == r.Tokens[i].Sent {
			switch {
			case r.properAt(end) && (r.titleLen(end, len(r.Tokens)) == 0 || lex().orgHeads[r.Tokens[end].Lower]):
				end++
				continue
			case end+1 < len(r.Tokens) && !taken[end+1] && isParticle(r.Tokens[end].Lower) && r.gapless(end) && r.properAt(end+1) && !r.pairs(end):
				end += 2
				continue
			case end+2 < len(r.Tokens) && !taken[end+2] && isParticle(r.Tokens[end].Lower) && r.Tokens[end+1].Text == "-" && r.properAt(end+2):
				end += 3
				continue
			}
			break
		}
		if end > i+1 && officeWord[lex().titleHeads[r.Tokens[end-1].Lower].class] {
			i = end - 1 // "State Councilor"
			continue
		}
		start := i
		if i >= 2 && r.Tokens[i-1].Text == "-" && isParticle(r.Tokens[i-2].Lower) && !taken[i-2] {
			start = i - 2
		}
		out = append(out, span{start: start, end: end})
		i = end - 1
	}
	return out
}

// headedRun tells whether the capitalised words from token i on, a title
// first, end as the name of a body or a place does: "General Staff", "Imam
// Reza Airport".
func (r *reader) headedRun(i int, taken []bool) bool {
	end := i
	for end < len(r.Tokens) && !taken[end] && !r.skip[end] && r.properAt(end) {
		end++
	}
	last := r.lowerAt(end - 1)
	return end > i+1 && (lex().orgHeads[last] || lex().placeHeads[last])
}

// personOf returns the "of" in what the model took for one name, though a person
// is named before it and a country behind: "told [Alain Kone of Ivory Coast]";
// 0 if there is none. Bodies are of countries too, but none begins with a given
// name.
func (r *reader) personOf(e nlp.Ent) int {
	l := lex()
	for i := e.Start + 2; i+1 < e.End; i++ {
		if r.lowerAt(i) != "of" {
			continue
		}
		last := r.lowerAt(i - 1)
		if i-e.Start <= 3 && gazetteer.Given(fold(r.textAt(e.Start))) && !l.orgHeads[last] && !l.placeHeads[last] && !l.things[last] && !l.bodies[last] &&
			gazetteer.Lookup(strings.TrimPrefix(r.nameText(i+1, e.End), "the ")).Kind == gazetteer.Country {
			return i
		}
		return 0
	}
	return 0
}
