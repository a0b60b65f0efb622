package extract

import "strings"

// Where people stand: who meets someone, tells them things, or does something
// together with them.

// actsAsPerson tells whether a name stands where people do: who meets someone,
// or does something together with people.
func (r *reader) actsAsPerson(s *span) bool {
	first := r.firstConjunct(s.end - 1)
	t := &r.Tokens[first]
	v := t.Head
	among := r.amongPersons(s)
	switch t.Dep {
	case "nsubj", "nsubjpass":
		switch {
		case r.meetsAt(v) && (among || s.label != "ORG"):
			return true
		case thingLabel[s.label] && (going[r.Tokens[v].Lemma] || r.Tokens[v].Lemma == "visit"):
			return true // no work or product visits a town
		case (among || s.label != "ORG") && r.atMeeting(v), among && conversing[r.Tokens[v].Lemma], r.whenMet(v, among || r.addressed(v)):
			return true
		case facing[r.Tokens[v].Lemma] || phoning[r.Tokens[v].Lemma] || r.Tokens[v].Lemma == "summon": // "X met Y"
			o := r.child(v, "dobj", "npadvmod")
			return o >= 0 && (r.personAt(o) || r.lowerAt(o) == "him" || r.lowerAt(o) == "her" || s.label != "ORG" && r.bareAt(o) && !r.ofSport())
		case addressing[r.Tokens[v].Lemma]: // "X told Y"
			o := r.child(v, "dobj", "dative")
			return o >= 0 && (r.personAt(o) || s.label != "ORG" && r.bareAt(o))
		}
	case "dobj":
		if x := r.child(v, "xcomp"); x >= 0 && phoning[r.Tokens[x].Lemma] { // "led X to telephone Y"
			return true
		}
		fallthrough
	case "dative":
		c := r.child(v, "nsubj")
		if h := r.Tokens[v].Head; c < 0 {
			switch r.Tokens[v].Dep {
			case "xcomp":
				c = r.child(h, "dobj", "nsubj")
			case "advcl": // "flew home, having met X"
				c = r.child(h, "nsubj")
			case "pcomp": // "spoke after meeting X"
				c = r.child(r.Tokens[h].Head, "nsubj")
			}
		}
		switch lemma := r.Tokens[v].Lemma; {
		case phoning[lemma]:
			return true
		case facing[lemma], addressing[lemma], lemma == "summon": // "when she met X"
			return c >= 0 && (r.lowerAt(c) == "he" || r.lowerAt(c) == "she" || r.lowerAt(c) == "who" || r.personAt(c) || s.label != "ORG" && r.bareAt(c) && !r.ofSport())
		}
		return among && r.atMeeting(v) || r.whenMet(v, c >= 0)
	case "pobj":
		of := &r.Tokens[v]
		switch of.Lower {
		case "with": // "his talks with X"
			if s.label != "ORG" && hadByPeople[r.Tokens[of.Head].Lemma] || meals[r.Tokens[of.Head].Lemma] {
				return true
			}
			p := r.child(of.Head, "poss")
			return personalDeed[r.Tokens[of.Head].Lemma] && p >= 0 && (r.lowerAt(p) == "his" || r.lowerAt(p) == "her" || r.personAt(p))
		case "between":
			at := of.Head
			if r.Tokens[at].Dep == "attr" { // "the meeting was the second between X and Y"
				at = r.child(r.Tokens[at].Head, "nsubj")
			}
			return at >= 0 && hadByPeople[r.Tokens[at].Lemma] && (among || s.label != "ORG")
		case "of":
			return hadByPeople[r.Tokens[of.Head].Lemma] && among
		case "to":
			g := of.Head
			if r.Tokens[g].Dep == "dobj" { // "gave a promise to X"
				g = r.Tokens[g].Head
			}
			return r.whenMet(g, true)
		}
	}
	return false
}

// doesWithPerson tells whether a name that is also some town's is that of one of
// several who do something together, the others persons.
func (r *reader) doesWithPerson(s *span) bool {
	return strings.HasPrefix(r.Tokens[r.firstConjunct(s.end-1)].Dep, "nsubj") && r.amongPersons(s)
}

// atMeeting tells whether what verb v tells was done at a meeting: "presented
// the plan at a meeting".
func (r *reader) atMeeting(v int) bool {
	for c := v + 1; c < min(r.Tokens[v].Right, len(r.Tokens)); c++ {
		switch r.Tokens[c].Lower {
		case "at", "in", "during":
			if o := r.child(c, "pobj"); o >= 0 && hadByPeople[r.Tokens[o].Lemma] {
				return true
			}
		}
		if t := &r.Tokens[c]; t.POS == "VERB" && r.child(c, "nsubj", "nsubjpass") >= 0 {
			break // said of others
		}
	}
	return false
}

// whenMet tells whether a clause below verb v says that whom v tells of met:
// "promised it to X when they met", where there are two, and "after she met Y".
func (r *reader) whenMet(v int, two bool) bool {
	for _, c := range r.Children(v) {
		if r.Tokens[c].Dep != "advcl" || !facing[r.Tokens[c].Lemma] {
			continue
		}
		switch who := r.child(c, "nsubj"); {
		case who < 0:
		case r.lowerAt(who) == "they":
			return two
		case r.lowerAt(who) == "he" || r.lowerAt(who) == "she":
			return true
		}
	}
	return false
}

// addressed tells whether verb v has someone whom what it tells is done to.
func (r *reader) addressed(v int) bool {
	for _, c := range r.Children(v) {
		switch o := r.child(c, "pobj"); {
		case r.Tokens[c].Dep == "dobj" && r.in[c] >= 0, r.Tokens[c].Dep == "dative":
			return true
		case r.Tokens[c].Lower == "to" && o >= 0 && r.in[o] >= 0:
			return true
		}
	}
	return false
}

// meetsAt tells whether verb v says that its subject has a meeting: "X and Y had
// their first talks".
func (r *reader) meetsAt(v int) bool {
	o := r.child(v, "dobj")
	return o >= 0 && hadByPeople[r.Tokens[o].Lemma] && (r.Tokens[v].Lemma == "have" || r.Tokens[v].Lemma == "hold" || r.Tokens[v].Lemma == "give")
}

// ofSport tells whether the text is of matches, in which sides meet.
func (r *reader) ofSport() bool {
	n := 0
	for i := range r.Tokens {
		n += bit(sports[r.Tokens[i].Lower])
	}
	return n > 1
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}
