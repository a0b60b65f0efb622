package extract

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// sponsors are the participles that name who made a meeting come about.
var sponsors = map[string]graph.Role{
	"sponsor": graph.RoleOrganizer, "organize": graph.RoleOrganizer, "organise": graph.RoleOrganizer, "back": graph.RoleOrganizer,
	"arrange": graph.RoleOrganizer, "lead": graph.RoleChair, "chair": graph.RoleChair, "host": graph.RoleHost,
	"broker": graph.RoleOrganizer, "mediate": graph.RoleMediator, "supervise": graph.RoleOrganizer, "convene": graph.RoleOrganizer, "led": graph.RoleChair,
	"give": graph.RoleHost, "throw": graph.RoleHost,
}

// findSponsor reads "UN-sponsored talks", "a summit chaired by X".
func (n *narrative) findSponsor(o *occurrence) {
	if o.trigger.pos != "noun" {
		return
	}
	for _, c := range n.Children(o.at) {
		dep := n.Tokens[c].Dep
		role, ok := sponsors[n.sponsorLemma(c)]
		if !ok || dep != "amod" && dep != "acl" {
			continue
		}
		if c >= 2 && n.Tokens[c-1].Text == "-" { // "UN-sponsored", however it was parsed
			for _, p := range n.parties(c - 2) {
				n.giveSponsor(o, p, role, c)
			}
			continue
		}
		for _, k := range n.Children(c) {
			token := -1
			switch n.Tokens[k].Dep {
			case "npadvmod", "compound", "nmod", "nsubj", "amod":
				token = k
			case "agent":
				token = n.child(k, "pobj")
			}
			if token < 0 {
				continue
			}
			for _, p := range n.parties(token) {
				n.giveSponsor(o, p, role, c)
			}
		}
	}
}

// sponsorLemma undoes the tagger where it takes a participle for an adjective.
func (n *narrative) sponsorLemma(c int) string {
	l := n.lemma(c)
	if cut, ok := strings.CutSuffix(l, "ed"); ok && n.Tokens[c].POS != "VERB" {
		if _, ok := sponsors[cut]; ok {
			return cut
		}
		return cut + "e"
	}
	return l
}

// giveSponsor makes p, whom the participle at token names, a party.
func (n *narrative) giveSponsor(o *occurrence, p party, role graph.Role, participle int) {
	if o.partOf(p.entity) == nil {
		q := o.admit(p, slotRole{"sponsor", role, nil}, o.because("made it come about", p.token))
		q.setRole(role, o.because("word of sponsoring", participle))
	}
}

// sponsors tells whether those found are known already as who brought a meeting
// about.
func (n *narrative) sponsors(o *occurrence, got []party) bool {
	return !slices.ContainsFunc(got, func(p party) bool { q := o.partOf(p.entity); return q == nil || q.slot != "sponsor" })
}

// servesOthers tells whether the verb above a meeting noun is one by whose
// subject a meeting "between" others comes about or who attends it.
func (n *narrative) servesOthers(i int) bool {
	out := n.outer(i)
	if n.comesTo(out) {
		return true
	}
	governing := []int{n.Tokens[out].Head}
	for _, c := range n.Children(out) {
		if n.Tokens[c].Dep == "acl" {
			governing = append(governing, c)
		}
	}
	if p := n.Tokens[out].Head; n.Tokens[p].POS == "ADP" { // "presided over"
		governing = append(governing, n.Tokens[p].Head)
	}
	for _, v := range governing {
		if g := n.governorAt(v); g != nil && v != out {
			switch g.class {
			case "broker", "host", "chair", "organize", "attend":
				return true
			}
		}
	}
	return false
}

// ownersVerb tells a possessive pronoun beside a meeting that the verb's subject
// has: "Lee held his talks with Ek" are Lee's, whoever "his" was taken for.
func (n *narrative) ownersVerb(i, owner int) bool {
	out := n.outer(i)
	m := n.mentionAt(owner)
	if m == nil || m.kind != byPronoun || n.Tokens[owner].Dep != "poss" || n.Tokens[out].Dep != "dobj" {
		return false
	}
	if g := n.governorAt(n.Tokens[out].Head); g == nil || g.role == "" {
		return false
	}
	for _, f := range n.follow("subject", n.Tokens[out].Head) {
		for _, p := range n.parties(f.token) {
			if n.entities[p.entity].kind == graph.KindPerson {
				return true
			}
		}
	}
	return false
}
