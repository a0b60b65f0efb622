package extract

// distance returns how far below the telling's words token t hangs: the number
// of arcs up to the nearest anchor, or to the phrase of a participant; -1 if a
// clause of its own lies between.
func (n *narrative) distance(o *occurrence, t int) int {
	for d := 0; d < 12; d++ {
		for k, a := range o.anchors {
			if t == a {
				return d + k
			}
		}
		for _, p := range o.parts {
			if d > 0 && t == p.token && n.Tokens[p.token].Sent == o.sent && p.slot != "subject" && p.slot != "holder" {
				return d + 2
			}
		}
		if n.Tokens[t].Head == t {
			return -1
		}
		switch n.Tokens[t].Dep {
		case "relcl", "ccomp", "advcl", "acl", "csubj", "parataxis":
			return -1
		case "nsubj", "nsubjpass", "appos": // what stands in "the commander in Iraq" is his
			if d > 0 {
				return -1
			}
		case "xcomp":
			if o.trigger != nil && o.trigger.asks("joint") && n.isOfMeeting(t) {
				return -1 // "agreed to hold talks on Friday" was not done on Friday
			}
		case "prep": // "a conference on floods in Peru"
			if n.Tokens[t].Lower == "since" {
				return -1
			}
			if d > 1 && o.trigger != nil && topicPrepositions[n.Tokens[t].Lower] && n.child(t, "pobj") >= 0 && n.dateAt[n.child(t, "pobj")] < 0 {
				return -1
			}
		case "conj":
			if n.Tokens[t].POS == "VERB" || d > 1 && n.dateAt[t] < 0 && n.mentionAt(t) == nil {
				return -1
			}
		}
		t = n.Tokens[t].Head
	}
	return -1
}

// isOfMeeting tells a verb that is of meeting, or has a meeting for its object.
func (n *narrative) isOfMeeting(v int) bool {
	if l := n.lemma(v); facing[l] || running[l] || going[l] || coming[l] || convening[l] {
		return true
	}
	o := n.child(v, "dobj")
	return o >= 0 && (hadByPeople[n.lemma(o)] || ofAnyMeeting[n.lemma(o)] || gatherings[n.lemma(o)])
}

// adjacent catches what the parser hung elsewhere: an expression right beside
// the trigger word, its last participant, or the words that carry it.
func (n *narrative) adjacent(o *occurrence, start, end int) int {
	if end == o.at || start == o.at+1 || start == o.at+2 && n.Tokens[o.at+1].POS == "ADP" {
		return 3
	}
	for _, p := range o.parts {
		if m := n.mentionAt(p.token); m != nil {
			at := n.pastBrackets(m.end)
			for _, at := range []int{at, n.placeRightAt(at)} { // "the meeting of A and B in Rome in May"
				if start == at || start == at+1 && n.Tokens[at].POS == "ADP" {
					return 5
				}
			}
		}
	}
	if at := n.placeRightAt(o.at + 1); at > o.at+1 && (start == at || start == at+1 && n.Tokens[at].POS == "ADP") {
		return 4 // "talks in Rome on Monday"
	}
	for _, a := range o.anchors {
		if a > o.at && a < start && start-a < 7 && n.nominal(a+1, start) {
			return 6
		}
	}
	return -1
}

// pastBrackets returns the token after a bracket that begins at i, else i.
func (n *narrative) pastBrackets(i int) int {
	if i < len(n.Tokens) && n.Tokens[i].Text == "(" {
		for j := i + 1; j < i+5 && j < len(n.Tokens); j++ {
			if n.Tokens[j].Text == ")" {
				return j + 1
			}
		}
	}
	return i
}

// nominal tells whether only nouns and their small words stand from start to
// end.
func (n *narrative) nominal(start, end int) bool {
	for i := start; i < end; i++ {
		switch n.Tokens[i].POS {
		case "ADP", "DET", "PROPN", "NOUN", "ADJ", "NUM":
		default:
			return false
		}
	}
	return true
}

// headOf returns the token of a run that governs the rest: the one whose head
// lies outside.
func (d *document) headOf(start, end int) int {
	for i := start; i < end; i++ {
		if h := d.Tokens[i].Head; h < start || h >= end || h == i {
			return i
		}
	}
	return start
}
