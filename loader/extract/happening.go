package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// mergeEvents joins the tellings of one happening.
func (n *narrative) mergeEvents(tellings []*occurrence) []*occurrence {
	var out []*occurrence
	tellings = n.dropAsides(tellings)
	for _, b := range tellings {
		var into *occurrence // the last that fits, but "the strikes" sooner the last called strikes
		for k := len(out) - 1; k >= 0; k-- {
			called := b.definite && b.word != "" && out[k].word == b.word
			if (into == nil || called) && n.sameHappening(out[k], b) {
				into = out[k]
				if called {
					break
				}
			}
		}
		if into == nil {
			out = append(out, b)
			continue
		}
		for _, p := range b.parts {
			if !into.has(p.entity) {
				into.parts = append(into.parts, p)
			}
		}
		if !into.when.known() || into.when.span.Start == "" && b.when.span.Start != "" {
			into.when = b.when
		}
		if into.place < 0 || b.place >= 0 && n.isState(into.place) && !n.isState(b.place) {
			into.setPlace(b.place, b.why.place)
		}
		into.references = append(into.references, b.at)
		into.references = append(into.references, b.references...)
		for _, q := range b.quotes {
			if !slices.Contains(into.quotes, q) {
				into.quotes = append(into.quotes, q)
			}
		}
		into.weight = max(into.weight, b.weight)
	}
	// what nobody named took part in and has no place is no event to keep
	return slices.DeleteFunc(out, func(o *occurrence) bool { return len(o.parts) == 0 && o.place < 0 })
}

// referTo adds nouns that speak of a happening as known ("after the attack") to
// the one of their type that was told last before, sooner one that was called
// by the same word.
func (n *narrative) referTo(events []*occurrence, nouns []int) {
	for _, i := range nouns {
		kind := n.word(i).eventNoun[0].kind
		var to *occurrence
		for _, o := range events {
			if o.kind == kind && o.at < i && (to == nil || o.at > to.at && (n.lemma(o.at) == n.lemma(i) || n.lemma(to.at) != n.lemma(i))) {
				to = o
			}
		}
		if to != nil {
			to.references = append(to.references, i)
		}
	}
}

// dropAsides leaves out what is said in passing: in "warned X, saying Y" the
// warning is what happened. Of "X said it would not come" it is the refusal.
func (n *narrative) dropAsides(tellings []*occurrence) []*occurrence {
	said := map[int]*occurrence{}
	for _, o := range tellings {
		if speechActs[o.kind] {
			said[o.at] = o
		}
	}
	refused := map[int]*occurrence{} // by the verb that says so
	for _, o := range tellings {
		if o.event.asks("declined") || o.event.asks("mooted") {
			refused[n.sayingOf(o.at)] = o
		}
	}
	return slices.DeleteFunc(tellings, func(o *occurrence) bool {
		if act := refused[o.at]; act != nil && o.kind == graph.EventStatement && sharesRole(o, act, graph.RoleAgent) {
			return true
		}
		if !speechActs[o.kind] || n.Tokens[o.at].Tag != "VBG" || n.Tokens[o.at].Dep != "advcl" && n.Tokens[o.at].Dep != "acl" {
			return false
		}
		for t := o.at; n.Tokens[t].Head != t; {
			t = n.Tokens[t].Head
			if main := said[t]; main != nil && sharesRole(o, main, graph.RoleAgent) {
				return true
			}
		}
		return false
	})
}

// sameHappening tells whether two tellings can be of one event.
func (n *narrative) sameHappening(a, b *occurrence) bool {
	if a.kind != b.kind || !n.sameWhen(a, b) {
		return false
	}
	if a.sent == b.sent && b.event.pos == "noun" && !hasRole(b, graph.RolePatient) && hasRole(a, graph.RolePatient) && n.meansOf(a, b) {
		return true
	}
	if a.kind == graph.EventStatement {
		return sharesRole(a, b, graph.RoleAgent) && (!b.when.known() || a.when.known() && a.when.span.Text == b.when.span.Text)
	}
	if speechActs[a.kind] || a.kind == graph.EventAgree {
		return sharesRole(a, b, graph.RoleAgent) && (sharesRole(a, b, graph.RolePatient) || !hasRole(a, graph.RolePatient) || !hasRole(b, graph.RolePatient))
	}
	if a.kind == graph.EventElection && sharesRole(a, b, graph.RoleAgent) {
		return true // nobody wins two in one story
	}
	if sharesRole(a, b, graph.RolePatient) {
		return !hasRole(a, graph.RoleAgent) || !hasRole(b, graph.RoleAgent) || sharesRole(a, b, graph.RoleAgent) || n.hasPersonPatient(a) && n.hasPersonPatient(b)
	}
	if hasRole(a, graph.RolePatient) && hasRole(b, graph.RolePatient) {
		return b.definite && b.event.pos == "verb" && b.sent-a.sent <= 2 && !hasRole(b, graph.RoleAgent) // "the attack also killed X"
	}
	if !n.samePlace(a, b) {
		return false
	}
	if sharesRole(a, b, graph.RoleAgent) {
		return b.definite || a.place == b.place && a.place >= 0 || a.sent == b.sent
	}
	return b.definite && !hasRole(b, graph.RoleAgent) && !hasRole(b, graph.RolePatient) || a.place >= 0 && a.place == b.place && a.kind == graph.EventAccident
}

// meansOf tells whether b names how a was done: "the killing of X in a raid".
func (n *narrative) meansOf(a, b *occurrence) bool {
	p := n.Tokens[b.at].Head
	if n.Tokens[b.at].Dep != "pobj" || b.at < a.at {
		return false
	}
	switch n.Tokens[p].Lower {
	case "in", "by", "with", "during":
		return true
	}
	return false
}

func hasRole(o *occurrence, r graph.Role) bool {
	return slices.ContainsFunc(o.parts, func(p part) bool { return p.role == r })
}

func sharesRole(a, b *occurrence, r graph.Role) bool {
	for _, p := range a.parts {
		if q := b.partOf(p.entity); q != nil && p.role == r && q.role == r {
			return true
		}
	}
	return false
}

func (n *narrative) hasPersonPatient(o *occurrence) bool {
	return slices.ContainsFunc(o.parts, func(p part) bool {
		return p.role == graph.RolePatient && n.entities[p.entity].kind == graph.KindPerson
	})
}
