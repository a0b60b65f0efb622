package extract

import (
	_ "embed"
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/datafile"
)

//go:embed people.txt
var peopleText string

// crowds are nouns that count people.
var crowds = wordSet("number hundred dozen thousand score couple majority handful range host series team pair trio bunch crowd")

// hasMembers tells whether a plural names its own: "the ministers of France".
func (d *document) hasMembers(token int) bool {
	for _, c := range d.Children(token) {
		if o := d.child(c, "pobj"); d.Tokens[c].Lower == "of" && o >= 0 {
			if m := d.mentionAt(o); m != nil && m.kind == byName {
				return true
			}
		}
	}
	return false
}

// fellows are nouns whose owner is not among them.
var fellows = wordSet("partner ally counterpart neighbour neighbor opponent rival")

// against tells whether a phrase is of those who stand against their state.
func (d *document) against(token int) bool {
	return adverse[d.lemma(token)] || slices.ContainsFunc(d.Children(token), func(c int) bool { return adverse[d.Tokens[c].Lower] })
}

// adverse are words for those who stand against their state.
var adverse = wordSet("opposition rebel dissident exiled exile insurgent separatist guerrilla")

// unofficial tells whether a phrase is of people of a land who do not act for it:
// "American business leaders".
func (d *document) unofficial(token int) bool {
	for _, c := range d.Children(token) {
		if t := &d.Tokens[c]; (t.Dep == "compound" || t.Dep == "amod") && private[t.Lower] {
			return true
		}
	}
	return false
}

// private are spheres of life that are not the state's.
var private = wordSet("business industry corporate company")

// isPersonal tells whether m stands for people.
func (d *document) isPersonal(m *mention) bool {
	return len(m.refs) > 0 && d.entities[m.refs[0]].kind == graph.KindPerson
}

// isPeople tells whether the phrase headed by token is of people, named or
// not: "exiled writers", "a delegation".
func (d *document) isPeople(token int) bool {
	if m := d.mentionAt(token); m != nil {
		return d.isPersonal(m) || len(m.refs) > 0
	}
	w := d.word(token)
	return w.representative || w.person || d.Tokens[token].EntType == "PERSON" || d.Tokens[token].EntType == "NORP"
}

// isPress tells whether the phrase is of those who report: a newspaper and its
// reporters are spoken to, not met.
func (d *document) isPress(token int) bool {
	if d.word(token).press {
		return true
	}
	for _, c := range d.Children(token) {
		if dep := d.Tokens[c].Dep; (dep == "compound" || dep == "amod" || dep == "nmod") && d.word(c).press {
			return true
		}
	}
	if m := d.mentionAt(token); m != nil {
		for i := m.start; i < m.end; i++ {
			if senseOf(d.Tokens[i].Lower).press { // "The Morning Herald"
				return true
			}
		}
		if p := m.start - 1; p >= 0 && d.word(p).press && m.kind == byName && d.Tokens[p].POS != "VERB" && d.Tokens[p].Dep != "dobj" { // but "pressed Lee", "told reporters Lee had"
			return true
		}
	}
	return false
}

// wordSections reads a data file of words: a set for each [section].
func wordSections(file string) map[string]set {
	out := map[string]set{}
	for name, lines := range datafile.Sections(file) {
		out[name] = lower(lines)
	}
	return out
}
