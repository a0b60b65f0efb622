package extract

import (
	"slices"

	"github.com/whomet/whomet/loader/nlp"
)

// attachBeyondTime hangs "with X" and "between X and Y" on the meeting that stands
// before a time, for nobody is with a day: "a talk yesterday with Moe", "a meeting
// in Bergen at the weekend between Moe and Quist". So it does "at which".
func (d *document) attachBeyondTime(heads map[int]int) {
	for p := range d.Tokens {
		t := &d.Tokens[p]
		if t.Dep != "prep" || p == 0 {
			continue
		}
		who := d.child(p, "pobj")
		if who < 0 || timed[d.Tokens[who].EntType] {
			continue
		}
		switch l := t.Lower; {
		case d.Tokens[who].Lower == "which" && d.Tokens[t.Head].Left == p && d.Tokens[t.Head].Dep != "relcl":
			if m := d.meetingBefore(p, true); m >= 0 && t.Head > p && d.Tokens[t.Head].Head != t.Head && d.Tokens[m].Head != t.Head {
				heads[t.Head], d.Tokens[t.Head].Dep = m, "relcl"
			}
		case l != "with" && l != "between" && l != "among" || t.Head > p:
		case timed[d.Tokens[t.Head].EntType]:
			if m := d.meetingBefore(t.Head, false); m >= 0 {
				heads[p] = m
			}
		case timed[d.Tokens[p-1].EntType] && l != "with":
			if m := d.meetingBefore(p, true); m >= 0 {
				heads[p] = m
			}
		}
	}
}

// meetingBefore returns the last noun of a meeting that people have before token i,
// with no verb between, and if it must be near with nothing but a time; -1 if there
// is none.
func (d *document) meetingBefore(i int, near bool) int {
	for m := i - 1; m >= d.SentOf(i).Start && d.Tokens[m].POS != "VERB"; m-- {
		t := &d.Tokens[m]
		if t.POS == "NOUN" && t.EntType == "" && (hadWithPerson[t.Lemma] || ofAnyMeeting[t.Lemma]) {
			return m
		}
		if near && !timed[t.EntType] && t.POS != "ADP" {
			return -1
		}
	}
	return -1
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
		if v <= i || slices.ContainsFunc(d.Tokens[i:v], func(t nlp.Token) bool { return t.Text == ";" || t.Text == ":" }) {
			continue // "for Chile, Nora Quist; for nobody, he joked"
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

// attachParticiples gives a clause its subject back that the parser gave to a
// participle set off by commas: "a visit by Quist, pencilled in for May, would | not
// take place".
func (d *document) attachParticiples(heads map[int]int) {
	for v := range d.Tokens {
		t := &d.Tokens[v]
		s := d.child(v, "nsubj")
		if t.Tag != "VBN" || v == 0 || d.Tokens[v-1].Text != "," || s < 0 || s > v || d.child(v, "aux", "auxpass", "cc") >= 0 {
			continue
		}
		main := d.child(v, "conj")
		if main < v || d.child(main, "aux") < 0 || d.child(main, "nsubj", "nsubjpass") >= 0 || d.Tokens[d.Tokens[main].Left-1].Text != "," {
			continue
		}
		up, dep := t.Head, t.Dep
		if up == v {
			up = main
		}
		heads[main], d.Tokens[main].Dep = up, dep
		heads[s], heads[v], t.Dep = main, s, "acl"
		for _, c := range d.Children(v) {
			if d.Tokens[c].Dep == "mark" {
				heads[c] = main
			}
		}
	}
}

// attachLeaders hangs who leads a delegation on it, and not on the body it is from:
// "a delegation from the bank | headed by Quist".
func (d *document) attachLeaders(heads map[int]int) {
	for v := range d.Tokens {
		t := &d.Tokens[v]
		if l := t.Lemma; t.Dep != "acl" || t.Tag != "VBN" || l != "lead" && l != "head" && l != "chair" {
			continue
		}
		body := &d.Tokens[t.Head]
		if p := body.Head; body.Dep == "pobj" && body.POS == "PROPN" && (d.Tokens[p].Lower == "from" || d.Tokens[p].Lower == "of") && delegations[d.Tokens[d.Tokens[p].Head].Lemma] {
			heads[v] = d.Tokens[p].Head
		}
	}
}

// delegations are nouns for those whom a body sends.
var delegations = wordSet("delegation team mission group party")
