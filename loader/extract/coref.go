package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
)

// readNominals resolves, from the beginning of the text to its end, what
// speaks of someone named without a name: titles ("the Syrian premier"),
// groups ("the two leaders"), bodies ("the company"), and pronouns. Each
// resolved one becomes a mention, and counts for those after it.
func (r *reader) readNominals() {
	c := &resolver{reader: r, quoted: r.quotations(), last: map[int]seen{}, groups: map[int][]int{}, spoken: map[int][]int{}}
	r.officers = map[int][]int{}
	added := []mention{}
	for i := 0; i < len(r.Tokens); i++ {
		if k := r.at[i]; k >= 0 {
			m := &r.mentions[k]
			if i == m.start {
				if one, ok := c.national(m); ok {
					one.titleOf = -1
					added = append(added, one)
					c.see(&added[len(added)-1])
				} else {
					c.see(m)
				}
			}
			i = m.end - 1
			continue
		}
		if r.skip[i] || r.titleAt[i] >= 0 {
			continue
		}
		t := &r.Tokens[i]
		var m mention
		var ok bool
		switch {
		case t.POS == "PRON":
			m, ok = c.pronoun(i)
		case t.POS == "NOUN" || t.POS == "PROPN":
			m, ok = c.nominal(i)
		case t.POS == "NUM":
			m, ok = c.pair(i)
		}
		if ok {
			m.titleOf = -1
			added = append(added, m)
			c.spoken[i] = m.refs
			if len(m.refs) > 1 {
				c.groups[i] = m.refs
			}
			c.see(&added[len(added)-1])
		}
	}
	// A nominal takes the tokens of the names inside it: at "the Syrian premier"
	// it is the premier who acts. The names are mentions all the same.
	if len(added) > 0 {
		inside := make([]bool, len(r.mentions))
		for _, m := range added {
			for i := m.start; i < m.end; i++ {
				if k := r.at[i]; k >= 0 {
					inside[k] = true
				}
			}
		}
		all := make([]mention, 0, len(r.mentions)+len(added))
		for k, m := range r.mentions {
			if inside[k] {
				r.nested = append(r.nested, m)
			} else {
				all = append(all, m)
			}
		}
		old := r.mentions
		r.mentions = append(all, added...)
		r.indexMentions()
		for i, k := range r.titleAt {
			if k >= 0 {
				r.titleAt[i] = r.at[old[k].start]
			}
		}
	}
}

// seen is the last mention of an entity, as the resolver remembers it.
type seen struct {
	token, sent int
	subject     bool // of its clause
	times       int
}

// resolver keeps who was spoken of, most recent last.
type resolver struct {
	*reader
	quoted    []int // token -> number of the quotation it is in, 0 outside
	last      map[int]seen
	recent    []int         // entities by their last mention, oldest first
	groups    map[int][]int // noun -> the several entities it was resolved to
	spoken    map[int][]int // pronoun or noun -> whom it was resolved to
	companies []company     // who take part in what the verbs so far tell
	states    []stateAt     // mentions of states, demonyms too, in order
}

// stateAt is a mention of a state in a sentence.
type stateAt struct{ entity, sent int }

const memory = 40 // entities that the resolver keeps in mind

// see notes a mention.
func (c *resolver) see(m *mention) {
	for _, e := range m.refs {
		if c.clusters[e].state {
			c.states = append(c.states, stateAt{e, c.Tokens[m.head].Sent})
		}
	}
	if m.kind == byDemonym {
		// an adjective alone does not bring a country to mind for "it"
		if t := &c.Tokens[m.head]; t.Dep == "amod" {
			return
		}
	}
	t := &c.Tokens[m.head]
	subject := c.actsAt(m.head)
	for _, e := range m.refs {
		if c.entities[e].kind == graph.KindPerson && len(m.refs) == 1 {
			c.bring(e, m.head)
		}
		s := c.last[e]
		if s.times == 0 || subject || !s.subject || s.sent != t.Sent {
			s.token, s.sent, s.subject = m.head, t.Sent, subject
		} // else a subject stays one: "X praised his …"
		s.times++
		c.last[e] = s
		for i, o := range c.recent {
			if o == e {
				c.recent = append(c.recent[:i], c.recent[i+1:]...)
				break
			}
		}
		if len(c.recent) >= memory {
			c.recent = c.recent[1:]
		}
		c.recent = append(c.recent, e)
	}
}

// actsAt tells whether token i, or what it is an apposition to, is the subject
// of a verb or the one by whom something is done.
func (c *resolver) actsAt(i int) bool {
	t := &c.Tokens[i]
	for n := 0; t.Dep == "appos" && n < 4; n++ {
		t = &c.Tokens[t.Head]
	}
	return t.Dep == "nsubj" || t.Dep == "nsubjpass" || t.Dep == "pobj" && c.Tokens[t.Head].Dep == "agent"
}

// quotations numbers the quotations of the text: the number of the one each
// token is in, 0 outside.
func (d *document) quotations() []int {
	out := make([]int, len(d.Tokens))
	n, open, from := 0, false, 0
	for i := range d.Tokens {
		t := &d.Tokens[i]
		switch {
		case t.Text == "“" || !open && (t.Text == "\"" || t.Text == "``"):
			n++
			open, from = true, i
		case open && (t.Text == "”" || t.Text == "\"" || t.Text == "''"):
			open = false
		case t.POS == "SPACE" && strings.Count(t.Text, "\n") > 1 && open:
			open = false // a paragraph ends what was not closed
		}
		if open && i > from {
			out[i] = n
		}
	}
	return out
}
