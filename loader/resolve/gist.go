package resolve

import (
	"maps"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/gazetteer"
)

// token is one word of a wording, or one name in it.
type token struct {
	word, stem string
	name       *named     // nil: a word
	concepts   []*concept // its senses
	sense      *concept   // the one that the other words tell: see tellSenses
	made       []int      // the tokens of the form that begins here
	part       bool       // of the form that an earlier token begins
}

// named is a name in a wording.
type named struct {
	unit  graph.ID
	kind  graph.NodeKind
	state bool // a country, told as such
	folk  bool // told by who lives there: "Iraqi"
}

// gist is what a wording is about, told in units.
type gist struct {
	frame *frame
	words []string // concepts and other content words, each once, sorted
	// modifiers are participles, adverbs and adjectives besides, which one
	// wording may have and another lack.
	modifiers []string
	body      string     // what a body is called that has no name here
	kinds     []string   // what its concepts are told more closely by
	besides   int        // in an open frame, how many words there are that are no part of it
	all       []graph.ID // names
	of, at    []graph.ID // names by the slot they stand in
	people    []graph.ID // but those by whom something is done
	from, to  []graph.ID // names by where it comes from and goes to: see roles
	foreign   bool
	// ours: it says that the matter is between those who speak; mutual: it may
	// be, being of the kind that is between two.
	ours, mutual bool
	holders      []graph.ID // who only takes a stand on it: see stands
	inland       bool       // what is between two is told as in the land of one
	oneWay       bool       // or as going from one to the other
}

// Words that make a clause of a wording: what follows is its predicate.
var finite = set("is are was were be been has have had will would can could may might must shall should")

// readGist reads what a wording is about.
func readGist(tokens []token) gist {
	o := concepts()
	for i := range tokens {
		if tokens[i].name != nil || tokens[i].part {
			continue
		}
		found, made := o.match(tokens, i)
		if len(found) == 0 {
			continue
		}
		tokens[i].concepts, tokens[i].made = found, made
		for _, j := range made[1:] {
			tokens[j].part = true
		}
	}
	tellSenses(tokens)
	var g gist
	for _, t := range tokens {
		g.foreign = g.foreign || t.in("foreign")
		g.ours = g.ours || t.in("mutual")
		if t.in("body") {
			g.body = t.sense.name
		}
		g.mutual = g.mutual || slices.ContainsFunc(t.concepts, func(c *concept) bool { return c.mutual })
	}
	used := g.findFrame(tokens)
	if g.place(tokens, used); g.frame != nil && g.frame.slot == "person" && len(g.people) == 0 {
		g.frame, g.all, g.of, g.at, used = nil, nil, nil, nil, nil
		g.place(tokens, nil)
	}
	var w weights
	subject, predicate, more, thing := false, false, false, false
	told := g.told(tokens, used)
	for i, t := range tokens {
		predicate = predicate || finite[t.word] && subject
		subject = subject || t.name != nil || len(t.concepts) > 0 || !idle[t.stem] && !finite[t.word]
		switch {
		case t.name != nil || t.part || t.stem == "s" || apposed(tokens, i, used):
		case used[i]:
			g.say(t.sense)
			if t.sense != nil && len(t.sense.parts) > 1 { // "election fraud" is more than the election
				g.words = append(g.words, slices.DeleteFunc(slices.Clone(t.sense.parts), g.frame.tells)...)
			}
		case predicate && told:
		case t.sense == nil && idle[t.stem]:
		case t.sense == nil && predicate:
			w.said = append(w.said, t.stem)
		case t.sense == nil && (number(t.word) || modifies(tokens, i) && modifier(t.word)):
			g.modifiers = append(g.modifiers, t.stem)
		case t.sense == nil:
			w.unknown = append(w.unknown, t.stem)
			thing = true
		case t.sense.section == "concepts" || t.sense.section == "framed":
			g.say(t.sense)
			w.add(t.sense)
			thing = thing || !t.sense.mutual
		case t.sense.light():
			w.light = append(w.light, t.stem)
		case t.sense.section == "carrier":
			w.carriers = append(w.carriers, t.sense.name)
		case t.sense.section == "more":
			more = true
		}
	}
	if g.frame != nil && g.frame.slot == "to" && len(g.from)+len(g.to) == 0 && converse(tokens, used) {
		g.words = append(g.words, "GET") // nothing else tells buying from selling
	}
	g.weigh(&w)
	if more && thing && g.frame == nil {
		g.words = append(g.words, "UP")
	}
	// The price of bread is spoken of as it rises.
	g.words = union(g.words, nil)
	if i := slices.Index(g.words, "UP"); i >= 0 && len(g.words) > enough {
		g.words, g.modifiers = slices.Delete(g.words, i, i+1), append(g.modifiers, "UP")
	}
	g.fallBack(&w)
	if g.frame != nil && g.frame.open {
		g.besides = len(union(g.words, nil)) + len(union(g.modifiers, nil))
		g.words, g.modifiers = nil, nil
	}
	g.words, g.modifiers = union(g.words, nil), union(g.modifiers, g.kinds)
	return g
}

// say keeps how closely the concept is told: wordings that each name a kind of
// arms are one subject only if it is the same.
func (g *gist) say(c *concept) {
	if c != nil && c.closer != "" {
		g.kinds = append(g.kinds, c.closer)
	}
}

// told tells whether the frame stands before what a clause says of it.
func (g *gist) told(tokens []token, used map[int]bool) bool {
	if g.frame == nil {
		return false
	}
	subject := false
	for i, t := range tokens {
		if finite[t.word] && subject {
			return !slices.ContainsFunc(slices.Collect(maps.Keys(used)), func(j int) bool { return j > i })
		}
		subject = subject || t.name != nil || used[i]
	}
	return false
}

// apposed tells whether the i-th token says who the person is whose name
// follows: "the reporter [Ida Holm]".
func apposed(tokens []token, i int, used map[int]bool) bool {
	if tokens[i].name != nil {
		return false
	}
	j := i
	for j < len(tokens) && tokens[j].name == nil && !used[j] && !idle[tokens[j].stem] {
		j++
	}
	if j == len(tokens) || !tokens[j].person() {
		return false
	}
	for i > 0 && tokens[i-1].name == nil && !used[i-1] && !idle[tokens[i-1].stem] {
		i--
	}
	return i > 0 && tokens[i-1].name == nil && determiners[tokens[i-1].word]
}

// in tells whether the token's concept is of the section.
func (t token) in(section string) bool {
	return slices.ContainsFunc(t.concepts, func(c *concept) bool { return c.section == section })
}

// common tells whether a name is that of a thing the news have a concept of,
// which an article may call by its initials or with a capital: "the JCPOA",
// "LNG". A body's full name stays a name.
func (r *reading) common(m *graph.Mention) bool {
	switch m.Kind {
	case graph.KindOrganization:
		if m.Name != strings.ToUpper(m.Name) {
			return false
		}
	case graph.KindPlace:
		if r.spots[m.ID].known {
			return false
		}
	default:
		return false
	}
	var tokens []token
	for _, w := range strings.Fields(terms.Fold(m.Name)) {
		tokens = append(tokens, token{word: w, stem: root(w)})
	}
	if len(tokens) == 0 {
		return false
	}
	found, made := concepts().match(tokens, 0)
	return len(made) == len(tokens) && slices.ContainsFunc(found, func(c *concept) bool { return c.section == "concepts" && !c.listed })
}

// commonUnits are those of the mentions that stand for a concept.
func (r *reading) commonUnits(mentions []graph.ID) []graph.ID {
	var out []graph.ID
	for _, id := range mentions {
		if m := r.mentions[id]; m != nil && r.common(m) {
			out = append(out, m.Unit)
		}
	}
	return out
}

// bodies are what the bodies among the mentions can be called.
func (r *reading) bodies(mentions []graph.ID) []string {
	var out []string
	for _, id := range mentions {
		if m := r.mentions[id]; m != nil && concepts().bodies[terms.Fold(m.Name)] != "" {
			out = append(out, concepts().bodies[terms.Fold(m.Name)])
		}
	}
	return union(out, nil)
}

// folk tells whether a name is one of who lives somewhere.
func folk(written string) bool {
	kind := gazetteer.Lookup(written).Kind
	return kind == gazetteer.Demonym || kind == gazetteer.Regional
}

// tokensOf returns the words and names of a topic.
func (r *reading) tokensOf(t *graph.TopicClaim) []token {
	type stretch struct {
		graph.Span
		name *named
	}
	var names []stretch
	for _, id := range t.Mentions {
		m := r.mentions[id]
		if m == nil || r.common(m) {
			continue
		}
		for _, s := range m.Spans {
			if s.Start >= t.Start && s.End <= t.End {
				// "Afghans" are people, and no state.
				state := r.spots[m.ID].nation && !gazetteer.Plural(string(r.text[s.Start:s.End]))
				n := &named{m.Unit, m.Kind, state, folk(string(r.text[s.Start:s.End]))}
				names = append(names, stretch{s.Span, n})
			}
		}
	}
	slices.SortFunc(names, func(a, b stretch) int { return a.Start - b.Start })
	var out []token
	words := func(from, to int) {
		for _, w := range strings.Fields(terms.Fold(string(r.text[from:to]))) {
			out = append(out, token{word: w, stem: root(w)})
		}
	}
	at := t.Start
	for _, n := range names {
		if n.Start < at {
			continue
		}
		words(at, n.Start)
		out = append(out, token{name: n.name})
		at = n.End
	}
	words(at, t.End)
	return out
}
