package resolve

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// prepositions that tell whose something is, and on whom it falls.
var (
	possessives = set("of by")
	directions  = set("from off in on against to at for with into over toward towards inside outside across between among off near around along through via under beyond behind")
)

// nearWords are the content words that may lie between a frame's words and
// the names that belong to it, in an open frame.
const nearWords = 1

// place tells the names and the slots they stand in.
func (g *gist) place(tokens []token, used map[int]bool) {
	content := make([]int, len(tokens)+1) // content words before each token
	for i, t := range tokens {
		content[i+1] = content[i]
		if t.name == nil && !t.part && !idle[t.stem] && !t.in("light") && !t.in("stand") && !t.in("carrier") {
			content[i+1]++
		}
	}
	near := func(i int) bool {
		for j := range used {
			if d := content[max(i, j)] - content[min(i, j)+1]; used[i] || d <= nearWords {
				return true
			}
		}
		return false
	}
	at := false // the slot of the name before
	last := -2  // the token of the name before
	r := roles{converse: converse(tokens, used), passes: g.frame != nil && g.frame.slot == "to"}
	for i, t := range tokens {
		if t.name == nil {
			continue
		}
		if holds(tokens, i) {
			g.holders = append(g.holders, t.name.unit)
			continue
		}
		joined := last >= 0
		for j := last + 1; joined && j < i; j++ {
			joined = tokens[j].word == "and" || tokens[j].word == "the" || tokens[j].word == "or"
		}
		if !joined {
			at = falls(tokens, i, used) || r.gets(tokens, i)
			r.read(tokens, i, at)
		}
		last = i
		if g.frame != nil && g.frame.open && !near(i) {
			continue
		}
		switch {
		case t.person() && i > 0 && tokens[i-1].word == "by": // who did it
		case t.person():
			g.people = append(g.people, t.name.unit)
		case at:
			g.at = append(g.at, t.name.unit)
			g.inland = g.inland || i > 0 && (tokens[i-1].word == "in" || tokens[i-1].word == "into")
		default:
			g.of = append(g.of, t.name.unit)
		}
		g.all = append(g.all, t.name.unit)
		r.add(t.name.unit)
	}
	g.from, g.to = r.tell()
	if g.frame == nil && r.passage() { // "a letter from Chile to Peru" is Chile's
		g.of, g.at = move(g.from, g.at, g.of)
		g.oneWay = true
	}
	g.oneWay = g.oneWay || g.frame == nil && len(r.agent) > 0 && len(r.from) > 0              // "Chile's water from Peru"
	if (g.frame == nil || g.frame.slot == "each") && len(r.agent) > 0 && len(r.patient) > 0 { // "the defeat of Chile by Peru", "Peru's defeat of Chile"
		g.at, g.of = move(r.patient, g.of, g.at)
	}
	for _, ids := range []*[]graph.ID{&g.holders, &g.all, &g.of, &g.at, &g.people, &g.from, &g.to} {
		slices.Sort(*ids)
		*ids = slices.Compact(*ids)
	}
}

// move moves ids from one slot to another.
func move(ids, from, to []graph.ID) (moved, left []graph.ID) {
	return append(to, ids...), slices.DeleteFunc(from, func(id graph.ID) bool { return slices.Contains(ids, id) })
}

// falls tells whether what is spoken of falls on the name, or takes place
// there, rather than being its own: after a preposition of direction, or as
// the object of the doing ("leave Iraq").
func falls(tokens []token, i int, used map[int]bool) bool {
	j := i - 1
	for j >= 0 && tokens[j].name == nil && determiners[tokens[j].word] {
		j--
	}
	switch {
	case j > 0 && tokens[j].word == "of" && tokens[j-1].word == "out":
		return true
	case j < 0, possessives[tokens[j].word]:
		return false
	case len(used) == 0 && tokens[j].word == "for" && tokens[i].name.folk && !modifies(tokens, i):
		return false // "visas for Ghanaians" are theirs
	case directions[tokens[j].word]:
		// "for US troops": the name qualifies what comes after it.
		return !(i+1 < len(tokens) && used[i+1])
	}
	next := i + 1
	if next < len(tokens) && tokens[next].word == "s" { // "lifting Chad's sanctions"
		next++
	}
	return used[j] && !(next < len(tokens) && used[next])
}

// Words after which a stand is taken on what follows.
var onWhat = set("to on for over about against towards toward regarding that of with")

// holds tells whether the name is of those who take a stand on what the
// wording goes on with, which is theirs no more than anyone's: "Turkey's
// objections to Sweden's membership", "the position of Iran on the war in".
func holds(tokens []token, i int) bool {
	stand := i + 1
	for stand < len(tokens) && tokens[stand].word == "s" {
		stand++
	}
	after := stand + 1
	if i > 1 && (tokens[i-1].word == "of" || tokens[i-1].word == "by") && tokens[i-2].in("stand") {
		after = i + 1
	} else if stand >= len(tokens) || !tokens[stand].in("stand") {
		return false
	}
	if after >= len(tokens) || !onWhat[tokens[after].word] {
		return false
	}
	return slices.ContainsFunc(tokens[after:], func(t token) bool { return t.in("concepts") || t.in("framed") })
}
