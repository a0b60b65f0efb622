package extract

import (
	"slices"

	"github.com/whomet/whomet/loader/nlp"
)

func (d *document) hasChild(t int, dep string) bool {
	for _, c := range d.Children(t) {
		if d.Tokens[c].Dep == dep || dep == "nsubj" && d.Tokens[c].Dep == "nsubjpass" {
			return true
		}
	}
	return false
}

func (d *document) child(t int, deps ...string) int {
	for _, c := range d.Children(t) {
		if slices.Contains(deps, d.Tokens[c].Dep) {
			return c
		}
	}
	return -1
}

// isForm tells the form of a verb.
func (d *document) isForm(t int, form string) bool {
	tok := &d.Tokens[t]
	switch form {
	case "passive", "active":
		return d.passive(t) == (form == "passive")
	case "inf":
		for _, c := range d.Children(t) {
			if d.Tokens[c].Tag == "TO" {
				return true
			}
		}
		return false
	case "ing":
		return tok.Tag == "VBG"
	case "where":
		for _, c := range d.Children(t) {
			if d.Tokens[c].Lower == "where" {
				return true
			}
			if o := d.child(c, "pobj"); o >= 0 && d.Tokens[c].Dep == "prep" && (d.Tokens[o].Lower == "which" || d.Tokens[o].Lower == "whom") {
				switch d.Tokens[c].Lower {
				case "in", "at", "during":
					return true
				}
			}
		}
		return false
	case "noun":
		return tok.POS == "NOUN" || tok.POS == "PROPN"
	case "verb":
		return tok.POS == "VERB" || tok.POS == "AUX"
	}
	return false
}

// passive tells "was received" and "received by" from "received".
func (d *document) passive(t int) bool {
	if d.Tokens[t].Tag != "VBN" {
		return false
	}
	for _, c := range d.Children(t) {
		switch d.Tokens[c].Dep {
		case "auxpass", "nsubjpass":
			return true
		case "agent": // not "spoke by telephone"
			if o := d.child(c, "pobj"); o < 0 || !phoneWords[d.Tokens[o].Lower] && !videoWords[d.Tokens[o].Lower] {
				return true
			}
		}
	}
	switch d.Tokens[t].Dep {
	case "acl", "amod":
		return !d.hasAux(t, "have")
	case "conj": // "was met and feted"
		return d.child(t, "aux") < 0 && d.child(t, "nsubj") < 0 && d.passive(d.Tokens[t].Head)
	}
	return false
}

func (d *document) hasAux(t int, lemma string) bool {
	for _, c := range d.Children(t) {
		if dep := d.Tokens[c].Dep; (dep == "aux" || dep == "auxpass") && d.Tokens[c].Lemma == lemma {
			return true
		}
	}
	return false
}

// measures are nouns that count meetings: what holds of "a round of talks"
// holds of the talks.
var measures = wordSet(`round cycle series day days week weeks hour hours session sessions string flurry bout set couple number
	start beginning end close conclusion opening resumption conduct course kind sort phase stage leg part breakdown collapse`)

// outer climbs from "talks" to "round" in "a round of talks".
func (d *document) outer(t int) int {
	for range 4 {
		p := d.Tokens[t].Head
		if d.Tokens[t].Dep == "compound" && triggers["noun"][d.lemma(p)] != nil && triggers["noun"][d.lemma(t)] != nil {
			t = p // "summit talks"
			continue
		}
		if d.Tokens[t].Dep != "pobj" || d.Tokens[p].Dep != "prep" || d.Tokens[p].Lower != "of" {
			return t
		}
		h := d.Tokens[p].Head
		if !measures[d.lemma(h)] {
			return t
		}
		t = h
	}
	return t
}

// isFunctionWord tells articles, prepositions and the like, and marks, which
// neither begin nor end the name of an office or a body: half of all tokens.
func isFunctionWord(t *nlp.Token) bool {
	switch t.POS {
	case "ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "PUNCT", "SCONJ", "SPACE":
		return true
	}
	return false
}

// standsForSomeone tells the arcs of words that can stand for someone alone, "the
// two", "the American": subjects, objects and owners.
func standsForSomeone(dep string) bool {
	switch dep {
	case "nsubj", "nsubjpass", "dobj", "pobj", "poss":
		return true
	}
	return false
}

// predicate returns the verb or auxiliary at token t or the nearest above it; the root
// of the sentence if there is none.
func (d *document) predicate(t int) int {
	for d.Tokens[t].POS != "VERB" && d.Tokens[t].POS != "AUX" && d.Tokens[t].Head != t {
		t = d.Tokens[t].Head
	}
	return t
}

// verbAt is [document.predicate] for verbs alone.
func (d *document) verbAt(t int) int {
	for d.Tokens[t].POS != "VERB" && d.Tokens[t].Head != t {
		t = d.Tokens[t].Head
	}
	return t
}
