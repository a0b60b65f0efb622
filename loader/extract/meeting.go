package extract

import (
	"github.com/whomet/whomet/graph"
)

// findTitles notes for each party of a telling the office it is named with,
// and for whom it stands.
func (n *narrative) findTitles(o *occurrence) {
	for i := range o.parts {
		p := &o.parts[i]
		e := &n.entities[p.entity]
		if m := n.mentionAt(p.token); m != nil && m.title != "" {
			why := o.because("the office named with it", p.token)
			p.setTitle(m.title, why)
			p.setBehalf(m.titleOf, why)
		}
		if len(e.positions) > 0 {
			why := o.because("the first office the article gives", p.token)
			if p.title == "" {
				p.setTitle(e.positions[0].title, why)
			}
			if p.behalf < 0 {
				p.setBehalf(e.positions[0].of, why)
			}
		}
		if title := n.officeAbove(p); p.title == "" && title != "" {
			p.setTitle(title, o.because("the office of those without a name", p.token))
		}
		if owner := n.owner(p.token); p.behalf < 0 && e.kind == graph.KindPerson && owner >= 0 {
			p.setBehalf(owner, o.because("genitive with the name", p.token)) // "Iran's Ann Lee"
		}
		if p.behalf == p.entity {
			p.setBehalf(-1, reason{})
		}
	}
}

// officeAbove returns the office whose holders, without a name, party p stands
// for: "president" of "a U.S. president", "foreign minister" of "the foreign
// ministers of Peru and Chile"; "" if it is there by itself.
func (n *narrative) officeAbove(p *part) string {
	if !n.isState(p.entity) && n.entities[p.entity].kind != graph.KindOrganization {
		return ""
	}
	t := p.token
	if len(n.officers[t]) > 0 {
		return n.lemma(t)
	}
	for range 6 {
		tok := &n.Tokens[t]
		switch tok.Dep {
		case "amod", "compound", "nmod", "poss", "conj", "npadvmod":
			t = tok.Head
		case "pobj":
			if n.Tokens[tok.Head].Lower != "of" {
				return ""
			}
			t = n.Tokens[tok.Head].Head
		default:
			t = tok.Head
		}
		if class := lex().titleHeads[n.lemma(t)]; n.Tokens[t].POS == "NOUN" && class.isOffice() && class.class != "role" && class.class != "official" && class.class != "member" {
			title := n.lemma(t)
			for i := t - 1; i >= 0 && n.at[i] < 0 && (n.Tokens[i].POS == "NOUN" || n.Tokens[i].Lower == "prime" || n.Tokens[i].Lower == "vice" || n.Tokens[i].Lower == "deputy" || n.Tokens[i].Lower == "foreign"); i-- {
				title = n.Tokens[i].Lower + " " + title
			}
			return title
		}
		if n.Tokens[t].POS == "VERB" || n.Tokens[t].Dep == "ROOT" {
			return ""
		}
	}
	return ""
}

// owner returns the state or body whose genitive stands with a person's name,
// -1 if none.
func (n *narrative) owner(token int) int {
	for _, c := range n.Children(token) {
		m := n.mentionAt(c)
		if n.Tokens[c].Dep != "poss" || m == nil || m.kind == byPronoun || len(m.refs) != 1 {
			continue
		}
		if e := m.refs[0]; n.isState(e) || n.entities[e].kind == graph.KindOrganization {
			return e
		}
	}
	return -1
}

// partCountry is the country a party is of, "" if not known.
func (n *narrative) partCountry(p *part) string {
	if c := n.countryOf(p.entity); c != "" {
		return c
	}
	if p.behalf >= 0 && n.entities[p.behalf].kind == graph.KindPlace {
		return n.countryOf(p.behalf)
	}
	return ""
}
