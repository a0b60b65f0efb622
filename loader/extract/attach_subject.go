package extract

// attachBeyondTime hangs "with X" and "between X and Y" on the meeting that stands
// before a time, for nobody is with a day: "a talk yesterday with Moe", "a meeting
// in Bergen at the weekend between Moe and Quist".
func (d *document) attachBeyondTime(heads map[int]int) {
	for p := range d.Tokens {
		t := &d.Tokens[p]
		if l := t.Lower; t.Dep != "prep" || l != "with" && l != "between" && l != "among" {
			continue
		}
		who := d.child(p, "pobj")
		if who < 0 || !timed[d.Tokens[t.Head].EntType] || timed[d.Tokens[who].EntType] || t.Head > p {
			continue
		}
		for m := t.Head - 1; m >= d.SentOf(p).Start && d.Tokens[m].POS != "VERB"; m-- {
			if l := d.Tokens[m].Lemma; d.Tokens[m].POS == "NOUN" && (hadWithPerson[l] || ofAnyMeeting[l]) && d.Tokens[m].EntType == "" {
				heads[p] = m
				break
			}
		}
	}
}

// timed are the model's kinds of times.
var timed = wordSet("DATE TIME")

// attachCallers hangs whom one calls on below the "on" that the parser left bare:
// "after calling on | Premier Kari Moe at her office".
func (d *document) attachCallers(heads map[int]int) {
	for v := range d.Tokens {
		on := v + 1
		if d.Tokens[v].Lemma != "call" || d.Tokens[v].POS != "VERB" || on >= d.SentOf(v).End || d.Tokens[on].Dep != "prep" || d.Tokens[on].Head != v || len(d.Children(on)) > 0 {
			continue
		}
		if o := d.child(v, "dobj"); o > on && d.Tokens[o].Left == on+1 && (d.Tokens[on].Lower == "on" || d.Tokens[on].Lower == "upon") {
			heads[o], d.Tokens[o].Dep = on, "pobj"
		}
	}
}

// attachFronted gives a verb the people for its subject whom the parser took for a
// list begun by the place in front: "At a congress in Lima, Kari Moe and Nora Quist
// agreed". A subject that it found behind them is an apposition: "Moe and her
// deputy, Nora Quist, agreed".
func (d *document) attachFronted(heads map[int]int) {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		place := t.Head
		if t.Dep != "conj" || t.EntType != "PERSON" || !placed[d.Tokens[place].EntType] && !timed[d.Tokens[place].EntType] || place > i || t.Left == 0 || d.Tokens[t.Left-1].Text != "," {
			continue
		}
		if cc := d.child(place, "cc"); cc >= 0 && cc < i {
			continue // "in Lima, Cusco and Callao"
		}
		v := d.frontedTo(place)
		if v <= i {
			continue
		}
		last := i
		for c := d.child(last, "conj"); c >= 0; c = d.child(last, "conj") {
			last = c
		}
		s := d.child(v, "nsubj", "nsubjpass")
		if s >= 0 && (s < last || d.Tokens[d.Tokens[s].Left-1].Text != ",") {
			continue
		}
		dep := "nsubj"
		if s >= 0 {
			dep = d.Tokens[s].Dep
			heads[s], d.Tokens[s].Dep = last, "appos"
		}
		heads[i], t.Dep = v, dep
	}
}

// frontedTo returns the verb that a phrase ending in token i stands before as an
// adjunct: "at a congress in Lima"; -1 if it stands elsewhere.
func (d *document) frontedTo(i int) int {
	for n := 0; n < 8; n++ {
		t := &d.Tokens[i]
		switch {
		case t.Dep == "pobj":
		case t.Dep == "prep" && (d.Tokens[t.Head].POS == "VERB" || d.Tokens[t.Head].POS == "AUX"):
			return t.Head
		case t.Dep == "prep":
		default:
			return -1
		}
		i = t.Head
	}
	return -1
}
