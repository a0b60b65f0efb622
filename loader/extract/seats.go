package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
	"github.com/whomet/whomet/loader/nlp"
)

// What a capital may stand for in its sentence.
const (
	cityItself  = -1
	eitherSense = 0
	government  = 1
)

// seatSense tells whether a capital stands for its government here: as the
// subject that does something, as the owner of a policy, as a party between,
// with or against another; or for the city, as where something is.
func (r *reader) seatSense(s *span) int {
	l := lex()
	i := s.end - 1
	t := &r.Tokens[i]
	if text := s.text(r); s.start == r.datelineAt || isUpper(text) && len(text) > 3 {
		return cityItself // a dateline
	}
	if p := r.before(s.start); p >= 0 && (l.placeKinds[r.Tokens[p].Lower] || r.lowerAt(p) == "of" && p > 0 && l.placeKinds[r.Tokens[p-1].Lower] || l.directions[r.Tokens[p].Lower] || r.Tokens[p].Lower == "downtown") {
		return cityItself
	}
	if s.end < len(r.Tokens) {
		next := &r.Tokens[s.end]
		if next.Text == "-" && !t.Space && s.end+1 < len(r.Tokens) {
			switch r.Tokens[s.end+1].Lower {
			case "based", "born", "area", "bound":
				return cityItself
			case "backed", "led", "brokered", "sponsored", "controlled", "allied", "friendly", "supported", "run", "aligned", "mediated":
				return government
			}
		}
		if next.Tag == "POS" {
			return r.ownerSense(s.end)
		}
		if governmentNoun[next.Lower] {
			return government
		}
		// "Tehran-Baghdad cooperation": both stand before the noun
		if noun := r.compoundNoun(i); noun > i {
			if l.stateNouns[r.Tokens[noun].Lemma] && r.pairedSeat(s) || governmentNoun[r.Tokens[noun].Lower] {
				return government
			}
			if l.cityOwns[r.Tokens[noun].Lower] {
				return cityItself
			}
		}
	}
	for t.Dep == "conj" && t.Head != i || t.Dep == "appos" && t.Head < i {
		i = t.Head
		t = &r.Tokens[i]
	}
	head := &r.Tokens[t.Head]
	switch t.Dep {
	case "nsubj":
		if r.isLocative(i) {
			return cityItself
		}
		if head.Lemma == "be" {
			return r.copulaSense(t.Head)
		}
		if head.POS == "VERB" && !l.cityVerbs[head.Lemma] {
			return government
		}
	case "nsubjpass":
		if l.partyObjects[head.Lemma] || head.Lemma == "force" || head.Lemma == "represent" || r.withState(t.Head) {
			return government
		}
	case "poss":
		if i != s.end-1 { // "Moscow and Tehran's might"
			return eitherSense
		}
	case "dobj", "dative":
		if l.partyObjects[head.Lemma] {
			return government
		}
		switch head.Lemma {
		case "visit", "leave", "reach", "enter", "bomb", "shell", "besiege", "capture", "tour", "hit":
			return cityItself
		}
	case "agent":
		return government
	case "pobj":
		return r.prepositionSense(head, &r.Tokens[head.Head])
	}
	return eitherSense
}

// ownerSense reads a capital in the genitive by what it owns: the first noun
// after the "'s" at token i.
func (r *reader) ownerSense(i int) int {
	l := lex()
	for j := i + 1; j < len(r.Tokens) && j < i+18 && r.Tokens[j].Sent == r.Tokens[i].Sent; j++ {
		t := &r.Tokens[j]
		switch t.POS {
		case "NOUN":
			if n := j + 1; n < len(r.Tokens) && (r.Tokens[n].POS == "NOUN" || r.Tokens[j].Dep == "oprd") {
				continue // its head follows
			}
			if l.cityOwns[t.Lower] {
				return cityItself
			}
			return government
		case "PROPN":
			if r.in[j] >= 0 && r.spans[r.in[j]].demonym() {
				continue
			}
			if !isCapital(t.Text) {
				return government
			}
			if t.Dep == "compound" || t.Dep == "amod" || t.Dep == "nmod" {
				continue
			}
			if _, ok := l.titleHeads[t.Lower]; ok {
				return eitherSense
			}
			return cityItself
		case "VERB", "AUX":
			if t.Tag != "VBG" && t.Tag != "VBN" {
				return eitherSense
			}
		}
	}
	return eitherSense
}

// copulaSense reads "Washington is …": a city when that is a place.
func (r *reader) copulaSense(verb int) int {
	for _, c := range r.Children(verb) {
		t := &r.Tokens[c]
		switch t.Dep {
		case "attr":
			if lex().placeKinds[t.Lemma] || t.Lemma == "home" || t.Lemma == "scene" || t.Lemma == "site" || t.Lemma == "hub" || t.Lemma == "venue" {
				return cityItself
			}
			return government
		case "acomp":
			return government
		}
	}
	return eitherSense
}

// withState tells whether a verb's adjunct puts its subject among governments:
// "Rome and Cairo are embroiled in a dispute".
func (r *reader) withState(verb int) bool {
	for _, c := range r.Children(verb) {
		if r.Tokens[c].Dep != "prep" {
			continue
		}
		if o := r.child(c, "pobj"); o >= 0 && lex().stateNouns[r.Tokens[o].Lemma] {
			return true
		}
	}
	return false
}

// prepositionSense reads a capital after a preposition and what that hangs on.
func (r *reader) prepositionSense(prep, governor *nlp.Token) int {
	l := lex()
	state := governor.POS == "NOUN" && l.stateNouns[governor.Lemma] || governor.POS == "VERB" && l.partyVerbs[governor.Lemma]
	switch prep.Lower {
	case "in":
		switch governor.Lemma {
		case "government", "regime", "ruler", "leadership", "change", "junta", "administration":
			return government
		}
		return cityItself
	case "at", "near", "outside", "around", "across", "through", "inside", "into", "within", "throughout", "via", "over":
		return cityItself
	case "between", "with":
		if state || governor.POS == "VERB" && !strings.Contains(" travel fly drive run link connect shuttle ", " "+governor.Lemma+" ") {
			return government
		}
	case "against", "toward", "towards":
		return government
	case "by":
		if prep.Dep == "agent" || governor.POS == "NOUN" && !isCapital(governor.Text) {
			return government
		}
	case "to", "from", "of":
		if governor.Lemma == "come" && prep.Lower == "from" {
			return eitherSense
		}
		switch governor.Lemma {
		case "summit", "talk", "negotiation", "trade", "border", "exchange":
			return eitherSense
		case "visit", "trip", "travel", "go", "fly", "return", "come", "journey", "flight", "arrive", "drive", "move", "head", "outskirts", "suburb", "streets", "centre", "center", "south", "north", "east", "west", "city", "capital", "send", "arrival", "invite", "tour":
			return cityItself
		}
		if state {
			return government
		}
	case "for":
		switch governor.Lemma {
		case "victory", "setback", "defeat", "support", "blow", "embarrassment":
			return government
		case "leave", "depart", "bind":
			return cityItself
		}
	}
	return eitherSense
}

// governmentSeats tells of each span whether it is a capital that stands for
// its government. What its own sentence leaves open follows the rest of the
// text: the city where that is clearly meant somewhere, else the government.
func (r *reader) governmentSeats() []bool {
	out := make([]bool, len(r.spans))
	sense := make([]int, len(r.spans))
	asCity, asState := map[string]bool{}, map[string]bool{}
	for k := range r.spans {
		s := &r.spans[k]
		if s.kind != graph.KindPlace || s.entry.Kind != gazetteer.City || !s.entry.Seat && lex().bodySeats[s.entry.Name] == "" {
			continue
		}
		sense[k] = r.seatSense(s)
		asCity[s.entry.Name] = asCity[s.entry.Name] || sense[k] == cityItself
		asState[s.entry.Name] = asState[s.entry.Name] || sense[k] == government
	}
	for k := range r.spans {
		name := r.spans[k].entry.Name
		out[k] = sense[k] == government || sense[k] == eitherSense && asState[name] && !asCity[name]
	}
	return out
}

// isLocative is for parses that make a place the subject: "in Tehran, where …".
// After "with" a subject is one, "with Ottawa protesting".
func (r *reader) isLocative(i int) bool {
	p := r.before(i)
	return p >= 0 && r.Tokens[p].POS == "ADP" && r.Tokens[p].Lower != "with"
}

// compoundNoun follows compound arcs from token i to the noun they modify.
func (r *reader) compoundNoun(i int) int {
	for n := 0; n < 4 && (r.Tokens[i].Dep == "compound" || r.Tokens[i].Dep == "nmod" || r.Tokens[i].Dep == "amod" || r.Tokens[i].Dep == "npadvmod" || r.Tokens[i].Dep == "punct") && r.Tokens[i].Head > i; n++ {
		i = r.Tokens[i].Head
	}
	return i
}

// pairedSeat tells whether another place stands beside s with a hyphen between.
func (r *reader) pairedSeat(s *span) bool {
	dash := func(i int) bool {
		return i >= 0 && i < len(r.Tokens) && (r.Tokens[i].Text == "-" || r.Tokens[i].Text == "–")
	}
	if dash(s.end) && s.end+1 < len(r.Tokens) && r.in[s.end+1] >= 0 {
		return true
	}
	return dash(s.start-1) && s.start >= 2 && r.in[s.start-2] >= 0
}
