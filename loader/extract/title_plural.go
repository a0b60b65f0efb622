package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
)

// readPluralTitles reads offices in the plural whose holders are named right
// behind them, each with its own state or one for all: "the premiers of Peru and
// Chile, X and Y", "the Peruvian and Chilean premiers, X and Y", "ministers X of
// Peru and Y of Chile". Parsers take such phrases apart, so that the order of the
// words counts.
func (r *reader) readPluralTitles() {
	r.holders, r.seats = map[int][]int{}, map[int][]int{}
	for i := range r.Tokens {
		t := &r.Tokens[i]
		class := lex().titleHeads[t.Lemma]
		if t.Tag != "NNS" || r.at[i] >= 0 || !class.isOffice() || class.class == "role" || class.class == "official" || class.class == "member" {
			continue
		}
		start := r.pluralTitleStart(i)
		states, end := r.statesBehind(i + 1)
		if states == nil {
			states = r.statesBefore(start)
		}
		if len(states) > 1 {
			for j := i + 1; j < end; j++ {
				if r.hasState(j) && r.mentions[r.at[j]].start == j {
					r.seats[i] = append(r.seats[i], r.mentions[r.at[j]].head)
				}
			}
		}
		names, own := r.namesBehind(end)
		if len(names) < 2 || len(states) > 1 && len(states) != len(names) {
			continue
		}
		title := t.Lemma
		if start < i {
			title = r.nameText(start, i) + " " + title
		}
		if isCapital(r.Tokens[start].Text) && start == r.SentOf(i).Start {
			title = strings.ToLower(title[:1]) + title[1:]
		}
		for n, k := range names {
			of := own[n]
			switch {
			case of >= 0 || len(states) == 0:
			case len(states) == 1:
				of = states[0]
			default:
				of = states[n]
			}
			if of >= 0 { // of no state it says little of anyone
				r.holds(k, title, of)
			}
			r.holders[i] = append(r.holders[i], r.mentions[k].head)
		}
	}
}

// holds gives the person of mention k the office, unless the text gives it more
// exactly.
func (r *reader) holds(k int, title string, of int) {
	m := &r.mentions[k]
	e := &r.entities[m.refs[0]]
	if m.title == "" {
		m.title, m.titleOf = title, of
	}
	for i := range e.positions {
		if p := &e.positions[i]; strings.EqualFold(p.title, title) {
			if p.of < 0 && p.ofText == "" {
				p.of = of
			}
			return
		}
	}
	e.positions = append(e.positions, position{title: title, of: of})
}

// pluralTitleStart returns where the words of an office that ends at token i
// begin: "deputy [prime ministers]", without its state.
func (r *reader) pluralTitleStart(i int) int {
	start := i
	for j := i - 1; j >= 0 && r.at[j] < 0 && r.Tokens[j].Sent == r.Tokens[i].Sent; j-- {
		t := &r.Tokens[j]
		if t.POS != "NOUN" && t.POS != "ADJ" && t.POS != "PROPN" || epithet[t.Lower] || t.Tag == "CD" {
			break
		}
		start = j
	}
	return start
}

// statesBehind reads "of Peru and the Maldives" at token i, and returns where it
// ends; i where nothing of the kind stands there.
func (r *reader) statesBehind(i int) (states []int, end int) {
	if r.lowerAt(i) != "of" {
		return nil, i
	}
	for j := i + 1; j < len(r.Tokens); {
		if r.lowerAt(j) == "the" || r.lowerAt(j) == "and" || r.textAt(j) == "," && len(states) > 0 && r.hasState(j+1) {
			j++
			continue
		}
		if !r.hasState(j) {
			break
		}
		m := &r.mentions[r.at[j]]
		states = append(states, m.refs[0])
		j, end = m.end, m.end
	}
	if states == nil {
		return nil, i
	}
	return states, end
}

// statesBefore reads "Peruvian and Chilean" right before token i.
func (r *reader) statesBefore(i int) []int {
	var states []int
	for j := i - 1; j >= 0; {
		if r.lowerAt(j) == "and" || r.textAt(j) == "," && len(states) > 0 {
			j--
			continue
		}
		if !r.hasState(j) {
			break
		}
		m := &r.mentions[r.at[j]]
		states = append([]int{m.refs[0]}, states...)
		j = m.start - 1
	}
	return states
}

// hasState tells whether a state is named at token i.
func (r *reader) hasState(i int) bool {
	return i >= 0 && i < len(r.Tokens) && r.at[i] >= 0 && len(r.mentions[r.at[i]].refs) == 1 && r.clusters[r.mentions[r.at[i]].refs[0]].state
}

// namesBehind reads a list of people at token i, "X of Peru, and Y", over a
// comma: the mentions, and of which state each is told to be, -1 if of none.
func (r *reader) namesBehind(i int) (names, states []int) {
	closed := false // "and" was read
	for j := i; j < len(r.Tokens); {
		if r.textAt(j) == "," && !closed {
			j++
			continue
		}
		if r.lowerAt(j) == "and" && len(names) > 0 && !closed {
			j, closed = j+1, true
			continue
		}
		k := r.at[j]
		if k < 0 || r.mentions[k].start != j || r.entities[r.mentions[k].refs[0]].kind != graph.KindPerson || r.Tokens[j].Sent != r.Tokens[i-1].Sent {
			break
		}
		of := -1
		j = r.mentions[k].end
		if r.lowerAt(j) == "of" || r.lowerAt(j) == "from" {
			if s := j + 1; r.hasState(s) || r.lowerAt(s) == "the" && r.hasState(s+1) {
				if r.lowerAt(s) == "the" {
					s++
				}
				of, j = r.mentions[r.at[s]].refs[0], r.mentions[r.at[s]].end
			}
		}
		names, states = append(names, k), append(states, of)
		if closed {
			break
		}
	}
	if !closed {
		return nil, nil
	}
	return names, states
}
