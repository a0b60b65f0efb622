package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/whomet/whomet/loader/gazetteer"
	"github.com/whomet/whomet/loader/nlp"
)

// nameLabels are the language model's labels that may name someone.
var nameLabels = map[string]bool{
	"PERSON": true, "ORG": true, "GPE": true, "LOC": true, "FAC": true, "NORP": true, "PRODUCT": true, "EVENT": true, "WORK_OF_ART": true,
}

// repair cuts a name that the language model saw into what can be names: at
// genitives, quotation marks, brackets and verbs, without articles and titles.
func (r *reader) repair(e nlp.Ent) []span {
	if !nameLabels[e.Label] {
		return nil
	}
	if e.Label == "PERSON" && e.End-e.Start > 1 && isParticle(r.Tokens[e.End-1].Lower) {
		end := e.End // "Maria van" and "der Berg": no name ends in a particle
		for end < len(r.Tokens) && isParticle(r.Tokens[end].Lower) && end-e.End < 2 {
			end++
		}
		if end < len(r.Tokens) && r.properAt(end) {
			e.End = end + 1
		}
	}
	var out []span
	start := e.Start
	if i := r.bodyBefore(e); i > 0 {
		if s, ok := r.trim(span{start: start, end: i, label: "ORG"}); ok {
			out = append(out, s)
		}
		start, e.Start, e.Label = i, i, "PERSON"
	}
	if i := r.personOf(e); i > 0 {
		out = append(out, span{start: start, end: i, label: "PERSON"})
		start, e.Label = i+1, "GPE"
	}
	for i := start; i <= e.End; i++ {
		if i < e.End && !r.cutsAt(i, e.Label) && !r.pairs(i) && !r.joinsPeople(e, i) {
			continue
		}
		label := e.Label
		if and := r.joinedPeopleAt(e); and > 0 && (i != and || r.lowerAt(e.Start-1) != "of" || r.lowerAt(e.End) != "of") {
			label = "PERSON"
		}
		if s, ok := r.trim(span{start: start, end: i, label: label}); ok {
			out = append(out, s)
		}
		start = i + 1
	}
	return out
}

// bodyBefore returns where a person's name begins that the model took for the
// end of the body's before it, "chair of the [National Assembly Nora Quist]",
// where the text has the surname elsewhere as a person's; 0 if there is none.
func (r *reader) bodyBefore(e nlp.Ent) int {
	if e.Label != "ORG" || !r.persons[r.Tokens[e.End-1].Text] {
		return 0
	}
	for i := e.Start + 1; i+1 < e.End; i++ {
		if lex().orgHeads[r.Tokens[i-1].Lower] && isCapital(r.Tokens[i].Text) {
			return i
		}
	}
	return 0
}

// cutsAt tells whether token i cannot stand inside a name of that label.
func (r *reader) cutsAt(i int, label string) bool {
	t := &r.Tokens[i]
	if r.skip[i] || r.titled[i] || strings.HasSuffix(t.Text, "-") && len(t.Text) > 1 {
		return true
	}
	if t.Tag == "POS" {
		// "People's Protection Units" is one name, "Iraq's Army Corps" is two
		return label != "ORG" || i == 0 || i+1 >= len(r.Tokens) || !isCapital(r.Tokens[i+1].Text) || !commonOwner[r.Tokens[i-1].Lower] && !r.manyOwn(i)
	}
	if c := lex().titleHeads[t.Lower]; c.class == "rank" && i > 0 && isCapital(t.Text) && lex().orgHeads[r.Tokens[i-1].Lower] && i+1 < len(r.Tokens) && r.properAt(i+1) {
		return true // "Staff Committee Admiral X"
	}
	if t.Lower == "the" && !isCapital(t.Text) && label == "ORG" && i > 0 && gazetteer.Lookup(r.Tokens[i-1].Text).Kind != gazetteer.None {
		return true // "In [Lima the Harbour Party] won"
	}
	switch t.Text {
	case "-", "–", "'", "’", "&", ".", "/":
		return i > 0 && r.Tokens[i-1].Space && t.Text != "&"
	}
	switch t.POS {
	case "SPACE":
		return strings.Count(t.Text, "\n") != 1
	case "PUNCT":
		return true
	case "VERB", "AUX":
		return !isCapital(t.Text)
	case "ADP":
		switch t.Lower {
		case "in", "at", "on", "to", "by", "from", "with", "near", "into", "during", "over":
			return true
		}
	}
	// a word that ends in a bracket or dash is an agency's mark, not a name
	if strings.ContainsAny(t.Text, ")(") {
		return true
	}
	return label == "PERSON" && !isCapital(t.Text) && !isParticle(t.Lower)
}

// pairs tells whether the hyphen at token i stands between two who deal with
// each other, "the Sadat-Begin talks", and in no double name: both are single
// words, and one of them is named by itself elsewhere or the noun that they
// modify is of what two have between them.
func (r *reader) pairs(i int) bool {
	if t := &r.Tokens[i]; i == 0 || i+1 >= len(r.Tokens) || t.Text != "-" && t.Text != "–" || r.Tokens[i-1].Space || t.Space {
		return false
	}
	alone := func(i int) bool { // no further part of the name on its outer side
		return i < 0 || i >= len(r.Tokens) || !isCapital(r.Tokens[i].Text) || r.isTitle(i) || r.Tokens[i].POS != "PROPN"
	}
	if !r.properAt(i-1) || !r.properAt(i+1) || !alone(i-2) || !alone(i+2) {
		return false
	}
	if noun := r.compoundNoun(i + 1); noun > i+1 && lex().stateNouns[r.Tokens[noun].Lemma] {
		return true
	}
	return r.persons[r.Tokens[i-1].Text] && r.persons[r.Tokens[i+1].Text]
}

// manyOwn tells whether the genitive at token i is of several, who own inside
// a body's name as no body does: "Harbour Pilots' Club".
func (r *reader) manyOwn(i int) bool {
	owner := &r.Tokens[i-1]
	several := strings.HasSuffix(owner.Lower, "s") && utf8.RuneCountInString(r.Tokens[i].Text) == 1 || strings.HasSuffix(owner.Lower, "men")
	return several && gazetteer.Lookup(owner.Text).Kind == gazetteer.None && lex().known[owner.Text] == ""
}

// commonOwner are the common nouns that own inside an organization's name.
var commonOwner = set{"people": true, "children": true, "lord": true, "lloyd": true, "christie": true, "sotheby": true, "moody": true}
