package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
)

// corporate are the words at the end of a company's name that it is often
// called without.
var corporate = set{"corp": true, "corporation": true, "co": true, "company": true, "inc": true, "ltd": true, "plc": true, "llc": true, "group": true, "holdings": true, "ag": true, "sa": true, "nv": true, "gmbh": true, "spa": true}

func stem(form string) string {
	for {
		i := strings.LastIndexByte(form, ' ')
		if i < 0 || !corporate[form[i+1:]] {
			return form
		}
		form = form[:i]
	}
}

// clusterOrganizations joins an organization's names: known ones, acronyms
// given or made of initials, names without "Corp", and a name's own end or
// beginning where only one longer name has it.
func (r *reader) clusterOrganizations() {
	by := map[string]int{}
	var order []string // forms in order of the text, longest names first below
	first := map[string]*span{}
	for k := range r.spans {
		s := &r.spans[k]
		if s.kind == graph.KindOrganization && first[s.form] == nil {
			first[s.form] = s
			order = append(order, s.form)
		}
	}
	ends, begins := map[string][]string{}, map[string][]string{} // last, first word -> longer forms
	acronym := map[string]string{}
	var short []string
	for _, f := range order {
		words := strings.Fields(stem(f))
		if len(words) == 0 {
			words = []string{f}
		}
		if len(words) > 1 {
			acronym[initialsOf(words)] = f
			acronym[initialsOf(strings.Fields(f))] = f // "Oil Corporation" is an OC
			ends[words[len(words)-1]] = append(ends[words[len(words)-1]], f)
		}
		if len(strings.Fields(f)) > 1 {
			begins[words[0]] = append(begins[words[0]], f)
		}
		short = append(short, f)
	}
	parent := map[string]string{}
	for _, f := range order {
		for _, part := range strings.Split(first[f].text(r), "/") { // "Nordan/Halvard" is either
			if half := fold(part); half != f && first[half] != nil {
				parent[half] = f
			}
		}
	}
	for _, f := range short {
		s := first[f]
		if parent[f] != "" {
			continue
		}
		if today := r.bearerOf(f); today != f && first[today] != nil {
			parent[f] = today
			continue
		}
		switch long, ok := r.acronyms[f]; {
		case ok && first[long] != nil && long != f:
			parent[f] = long
			continue
		case s.known != "" && fold(s.known) != f && first[fold(s.known)] != nil:
			parent[f] = fold(s.known)
			continue
		case s.known != "":
			parent[f] = "=" + fold(s.known) // all forms of one known name meet here
			continue
		}
		if long, ok := acronym[strings.ReplaceAll(f, " ", "")]; ok && long != f && isAcronym(s.text(r)) {
			parent[f] = long
			continue
		}
		base := stem(f)
		words := strings.Fields(base)
		var longer []string
		if lex().orgHeads[words[len(words)-1]] {
			for _, g := range ends[words[len(words)-1]] {
				if gs := stem(g); len(gs) > len(base) && strings.HasSuffix(gs, " "+base) && !ofOther(gs[:len(gs)-len(base)-1]) {
					longer = append(longer, g)
				}
			}
		}
		for _, g := range begins[words[0]] {
			if gs := stem(g); g != f && (gs == base && len(g) > len(f) || strings.HasPrefix(gs, base+" ") && !(len(words) == 1 && lex().orgHeads[words[0]]) && s.known == "") {
				longer = append(longer, g)
			}
		}
		if len(longer) == 1 {
			parent[f] = longer[0]
		} else if len(longer) > 1 {
			parent[f] = r.latest(longer, first, s)
		}
	}
	root := func(f string) string {
		for n := 0; n < 8; n++ {
			p, ok := parent[f]
			if !ok {
				return f
			}
			f = p
		}
		return f
	}
	for k := range r.spans {
		s := &r.spans[k]
		if s.kind != graph.KindOrganization {
			continue
		}
		key := root(s.form)
		if key == s.form && s.known == "" && lex().nominals[s.form] && !lex().bodies[s.form] {
			continue // "Group", "Council" and nothing longer
		}
		c, ok := by[key]
		if !ok {
			c = r.newCluster(graph.KindOrganization, strings.TrimPrefix(key, "="))
			by[key] = c
		}
		s.cluster = c
	}
}

// ofOther tells whether the beginning of a name makes its end another body:
// the General Staff of the Armed Forces is not the Armed Forces.
func ofOther(begin string) bool {
	begin = strings.TrimSuffix(begin, " the")
	return strings.HasSuffix(begin, " of") || strings.HasSuffix(begin, " for")
}

// latest returns the form among longer that was first named last before s, or
// the first of them.
func (r *reader) latest(longer []string, first map[string]*span, s *span) string {
	best := longer[0]
	for _, g := range longer[1:] {
		if first[g].start < s.start && first[g].start > first[best].start {
			best = g
		}
	}
	return best
}

// initialsOf returns the initials of words, small ones left out.
func initialsOf(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if !lex().small[w] {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}
