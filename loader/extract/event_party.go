package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// fillEvent adds the parties of one slot; of things, their owners: "US bases".
func (n *narrative) fillEvent(o *occurrence, s slotRole, i int) {
	if s.slot == "sayer" && (hasRole(o, graph.RoleAgent) || n.anotherActs(o)) {
		return
	}
	for _, f := range n.follow(s.slot, i) {
		if n.isPress(f.token) {
			continue
		}
		if s.slot == "agent" && (n.Tokens[f.token].Dep == "poss" || n.Tokens[f.token].Dep == "compound") && n.takesPatient(o, f.token) {
			s := slotRole{s.slot, graph.RolePatient, s.entry}
			n.giveEvent(o, s, f, n.parties(f.token))
			continue
		}
		got := n.parties(f.token)
		if len(got) == 0 && s.role != graph.RoleAgent || len(got) == 0 && (s.slot == "subject" || s.slot == "object") && n.isForceful(f.token) || s.slot == "lender" || s.slot == "sayer" {
			got = n.owners(f.token, 0)
		}
		if len(got) > 0 {
			n.giveEvent(o, s, f, got)
			if s.slot == "subject" || s.slot == "object" {
				break
			}
		}
	}
}

// takesPatient tells whether the genitive of a noun of killing is who was
// killed: "Haddad's assassination", but not "the Libyan assassination of".
func (n *narrative) takesPatient(o *occurrence, token int) bool {
	if !o.event.asks("patient") {
		return false
	}
	m := n.mentionAt(token)
	if m == nil || !n.isPersonal(m) {
		return false
	}
	for _, c := range n.Children(o.at) {
		if n.Tokens[c].Dep == "prep" && n.Tokens[c].Lower == "of" {
			return false
		}
	}
	return true
}

// anotherActs tells whether the verb of o has a subject of its own that is not
// the one who speaks: "said the rebels might attack".
func (n *narrative) anotherActs(o *occurrence) bool {
	if !slices.ContainsFunc(o.event.slots, func(s slotRole) bool { return s.slot == "subject" }) {
		return false
	}
	v := o.at
	for n.Tokens[v].Dep == "xcomp" && !n.utters(n.Tokens[v].Head) { // "was ready to"
		v = n.Tokens[v].Head
	}
	s := n.child(v, "nsubj", "nsubjpass")
	return s >= 0 && n.Tokens[s].POS != "PRON"
}

func (n *narrative) giveEvent(o *occurrence, s slotRole, f found, got []party) {
	for _, p := range got {
		if o.has(p.entity) {
			continue
		}
		if s.role == graph.RolePatient && (o.event.asks("patient") || o.event.asks("harm")) && o.kind == graph.EventAssault && n.entities[p.entity].kind == graph.KindPlace {
			continue // people are killed, not states
		}
		if s.role == graph.RolePatient && n.entities[p.entity].kind == graph.KindPlace && !n.isState(p.entity) && !(s.slot == "of") {
			if o.place < 0 {
				o.setPlace(p.entity, o.by(&f.via.entry, "what was struck is where", p.token)) // "the attack on Aleppo"
			}
			continue
		}
		if s.role == graph.RoleBeneficiary && n.entities[p.entity].kind == graph.KindPlace && !n.isState(p.entity) && o.place < 0 {
			o.setPlace(p.entity, o.by(&f.via.entry, "what was helped is where", p.token)) // "the convoy reached Aleppo"
		}
		o.admit(p, s, o.by(&f.via.entry, "", p.token))
	}
}

// isForceful tells subjects that act for a state: "Syrian forces", "US jets".
func (n *narrative) isForceful(token int) bool { return forces[n.lemma(token)] }

var forces = wordSet(`force troop army soldier jet plane aircraft warplane missile drone navy police militia air military tank
	gunman rebel fighter bomber artillery helicopter commando unit agent regime policeman parliament court ministry
	government cabinet authority gun mortar battery shell rocket warship submarine`)

// owners returns the states, bodies and people that a thing is of: "US bases",
// "the motorcade of General Lee".
func (n *narrative) owners(token, depth int) []party {
	var out []party
	if depth > 2 {
		return nil
	}
	for _, c := range n.Children(token) {
		switch n.Tokens[c].Dep {
		case "amod", "compound", "poss", "nmod":
			if m := n.mentionAt(c); m != nil {
				for _, e := range m.refs {
					out = append(out, party{e, c, m})
				}
			}
		case "prep":
			if n.Tokens[c].Lower == "of" && len(out) == 0 {
				if p := n.child(c, "pobj"); p >= 0 {
					if got := n.parties(p); len(got) > 0 {
						out = append(out, got...)
					} else {
						out = append(out, n.owners(p, depth+1)...)
					}
				}
			}
		}
	}
	return out
}
