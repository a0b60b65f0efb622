package extract

import "slices"

// attach hangs phrases on other heads than the parser did where more than the
// grammar tells what they belong to.
func (d *document) attach() {
	heads := map[int]int{}
	d.attachPrefixed(heads)
	d.attachFaces(heads)
	d.Reattach(heads)
	clear(heads)
	d.attachTalks(heads)
	d.attachMembers(heads)
	d.attachHolders(heads)
	d.attachBeyondTime(heads)
	d.attachCallers(heads)
	d.attachFronted(heads)
	d.attachParticiples(heads)
	d.attachLeaders(heads)
	d.Reattach(heads)
}

// attachPrefixed gives verbs written with "co-" ("co-hosted", "co-chaired"), which are
// three tokens, what the parser hung on the prefix: its head, and its dependents, of
// which a name right before it is the subject.
func (d *document) attachPrefixed(heads map[int]int) {
	for co := 0; co+2 < len(d.Tokens); co++ {
		v := co + 2
		if d.Tokens[co].Lower != "co" || d.Tokens[co+1].Text != "-" || d.Tokens[v].POS != "VERB" {
			continue
		}
		top := v
		for _, t := range []int{co, co + 1} {
			if h := d.Tokens[t].Head; d.Tokens[top].Head == t && h != v {
				top = t
			}
		}
		if h := d.Tokens[top].Head; top != v {
			if heads[v] = h; h == top || h >= co && h < v {
				heads[v] = v
			}
			d.Tokens[v].Dep = d.Tokens[top].Dep
		}
		for _, t := range []int{co, co + 1} {
			for _, c := range d.Children(t) {
				if c >= co && c <= v {
					continue
				}
				if heads[c] = v; c == co-1 && d.Tokens[c].POS == "PROPN" {
					d.Tokens[c].Dep = "nsubj"
				}
			}
			heads[t], d.Tokens[t].Dep = v, "dep"
		}
	}
}

// attachFaces hangs what follows "came face to face" on the verb, for the parser
// takes the second face for a verb.
func (d *document) attachFaces(heads map[int]int) {
	for i := 1; i+2 < len(d.Tokens); i++ {
		if d.Tokens[i].Lower != "face" || d.Tokens[i+1].Lower != "to" || d.Tokens[i+2].Lower != "face" || d.Tokens[i].Head >= i {
			continue
		}
		for _, c := range d.Children(i + 2) {
			if c > i+2 {
				heads[c] = d.Tokens[i].Head
			}
		}
	}
}

// attachTalks hangs "during a meeting with X", which the parser likes to hang on
// the nearest verb, on the verb of saying above it: in "Holm warned Norway of
// tariffs if it raises its quota during talks with Solberg" the talks are where
// she warned, not when the quota is raised, and in "said that Norway would raise it
// after meeting Solberg" Norway meets nobody. What follows the phrase goes with it.
func (d *document) attachTalks(heads map[int]int) {
	for p := range d.Tokens {
		if l := d.Tokens[p].Lower; d.Tokens[p].Dep != "prep" || l != "during" && l != "at" && l != "in" && l != "after" {
			continue
		}
		from := d.Tokens[p].Head
		v := from
		if d.Tokens[v].Dep == "dobj" { // "leave the bloc in a meeting"
			v = d.Tokens[v].Head
		}
		s, ok := d.sayingAbove(v)
		if !ok || p < v || !d.talksWithSomeone(p) || d.toCome(p) || d.Tokens[p].Lower == "after" && d.ofPerson(d.child(v, "nsubj", "nsubjpass")) {
			continue
		}
		heads[p] = s
		for _, c := range slices.Concat(d.Children(from), d.Children(v)) {
			if t := &d.Tokens[c]; c > p && (t.Dep == "prep" || t.Dep == "npadvmod") {
				heads[c] = d.child(p, "pobj")
			}
		}
	}
}

// attachMembers hangs "including X and Y" on the noun right before it, which
// X and Y are of, and not on the noun's verb.
func (d *document) attachMembers(heads map[int]int) {
	for p := range d.Tokens {
		if d.Tokens[p].Lower != "including" || d.Tokens[p].Dep != "prep" {
			continue
		}
		noun := p - 1
		if noun >= 0 && d.Tokens[noun].Text == "," {
			noun--
		}
		if noun >= 0 && noun != d.Tokens[p].Head && d.Tokens[noun].POS == "NOUN" && d.Tokens[noun].Head == d.Tokens[p].Head {
			heads[p] = noun
		}
	}
}

// attachHolders hangs a person set behind a place or a body on the office before
// it, which they hold: in "the commander of the base in Guam, Paul Lee, resigned"
// nobody is called Guam, and "the head of the trade agency, Paul Lee" is no agency.
func (d *document) attachHolders(heads map[int]int) {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		up := t.Head
		if t.Dep != "appos" || t.POS != "PROPN" || t.Left == 0 || d.Tokens[t.Left-1].Text != "," {
			continue
		}
		if (!placed[d.Tokens[up].EntType] || placed[t.EntType] || t.EntType == "NORP" || t.Left == i && t.EntType != "PERSON") && // "Bari, Italy"
			(t.EntType != "PERSON" || d.Tokens[up].POS != "NOUN" || lex().titleHeads[d.Tokens[up].Lower].isOffice()) {
			continue
		}
		for n := 0; n < 6 && (d.Tokens[up].Dep == "pobj" || d.Tokens[up].Dep == "prep"); n++ {
			up = d.Tokens[up].Head
			if d.Tokens[up].POS == "NOUN" && lex().titleHeads[d.Tokens[up].Lemma].isOffice() {
				heads[i] = up
				break
			}
		}
	}
}

// placed are the model's kinds of places.
var placed = wordSet("GPE LOC FAC")

// sayingAbove returns the verb of saying whose content or condition the clause
// of v is, if the clause has a subject of its own, or one that the verb of
// saying asks something of: "urged Norway to cut".
func (d *document) sayingAbove(v int) (int, bool) {
	if d.Tokens[v].POS != "VERB" && d.Tokens[v].POS != "AUX" {
		return -1, false
	}
	s := d.Tokens[v].Head
	if d.Tokens[v].Dep == "acl" {
		return d.wonAbove(v)
	}
	if s == v || !lex().speech[d.Tokens[s].Lemma] || d.Tokens[s].Tag != "VBD" && d.Tokens[s].Tag != "VBZ" {
		return -1, false
	}
	speaker := d.child(s, "nsubj")
	if speaker < 0 || d.Tokens[speaker].EntType != "PERSON" && d.Tokens[speaker].POS != "PRON" {
		return -1, false
	}
	own := d.child(v, "nsubj", "nsubjpass")
	switch d.Tokens[v].Dep {
	case "ccomp":
		return s, own >= 0 && d.Tokens[own].POS != "PRON"
	case "advcl":
		return s, own >= 0 && slices.ContainsFunc(d.Children(v), func(c int) bool {
			l := d.Tokens[c].Lower
			return d.Tokens[c].Dep == "mark" && (l == "if" || l == "unless" || l == "should")
		})
	case "xcomp":
		return s, d.child(s, "dobj") >= 0
	}
	return -1, false
}

// wonAbove returns the past verb, done by a person, over an infinitive that is what a
// state or body is to do: "won support for Chile's bid to join in talks with X".
func (d *document) wonAbove(v int) (int, bool) {
	t := d.Tokens[v].Head
	owner := d.child(t, "poss")
	if owner < 0 || owner > t || d.child(v, "aux") < 0 || !placed[d.Tokens[owner].EntType] && d.Tokens[owner].EntType != "ORG" {
		return -1, false
	}
	t = d.verbAt(t)
	who := d.child(t, "nsubj")
	return t, d.Tokens[t].Tag == "VBD" && who >= 0 && (d.ofPerson(who) || d.Tokens[who].POS == "PRON")
}

// talksWithSomeone tells whether the preposition leads to a meeting with people
// who are named: "a telephone call with Prime Minister X".
func (d *document) talksWithSomeone(p int) bool {
	if v := d.child(p, "pcomp"); v >= 0 && d.Tokens[p].Lower == "after" {
		return d.meetsSomeone(v)
	}
	noun := d.child(p, "pobj")
	if noun < 0 || d.Tokens[p].Lower == "after" || !hadWithPerson[d.Tokens[noun].Lemma] {
		return false
	}
	with := slices.IndexFunc(d.Children(noun), func(c int) bool { return d.Tokens[c].Lower == "with" })
	if with < 0 {
		return false
	}
	who := d.child(d.Children(noun)[with], "pobj")
	return who >= 0 && d.Tokens[who].EntType == "PERSON"
}

// ofPerson tells whether the model takes a token for part of a person's name.
func (d *document) ofPerson(i int) bool { return i >= 0 && d.Tokens[i].EntType == "PERSON" }

// meetsSomeone tells "meeting Prime Minister X", "calling on X", where X is named.
func (d *document) meetsSomeone(v int) bool {
	l := d.Tokens[v].Lemma
	if !facing[l] && !personalDeed[l] && l != "call" {
		return false
	}
	return slices.ContainsFunc(append(d.Children(v), v), func(c int) bool {
		who := c
		if d.Tokens[c].Dep != "dobj" {
			who = d.child(c, "pobj")
		}
		return who >= 0 && d.Tokens[who].EntType == "PERSON"
	})
}

// toCome tells whether the sentence says after the preposition that the time is
// still to come: "next week", "tomorrow".
func (d *document) toCome(p int) bool {
	for i := p + 1; i < d.Sents[d.Tokens[p].Sent].End; i++ {
		switch d.Tokens[i].Lower {
		case "next", "tomorrow", "upcoming", "coming", "planned", "scheduled", "later":
			return true
		}
	}
	return false
}
