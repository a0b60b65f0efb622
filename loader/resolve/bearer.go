package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/gazetteer"
)

// A single name is anybody's of the family, or of the given name. What its article
// says of the bearer - he or she, of which country, of which walk of life - keeps it
// from the names of others: "Clinton ... she" is not Bill, "Jordan's King Abdullah" not
// the Saudi king. Articles' single names of which that is the same are one unit; one
// of which they say less is less than one of which they say more.

// Walks of life between which nobody moves, or so few that an article would tell:
// by the last words of offices.
var walks = func() map[string]string {
	out := map[string]string{}
	for walk, words := range map[string]string{
		"state": `president premier chancellor minister secretary senator governor congressman congresswoman representative deputy lawmaker
			mayor ambassador envoy mp chairman leader spokesman spokeswoman commissioner treasurer whip president-elect`,
		"bench": "judge justice magistrate",
		"crown": "king queen prince princess emperor empress sultan emir tsar czar kaiser",
		"altar": "pope bishop archbishop cardinal patriarch saint rabbi",
		"sport": `coach striker midfielder defender goalkeeper winger forward fullback batsman bowler wicketkeeper quarterback pitcher cyclist
			skier sprinter swimmer boxer golfer footballer cricketer jockey wrestler gymnast rower fencer`,
		"stage": `actor actress singer songwriter musician rapper guitarist drummer bassist pianist conductor ballerina dancer novelist poet
			playwright painter sculptor cellist violinist soprano tenor choreographer`,
		"trade":    "hotelier banker financier tycoon magnate industrialist businessman businesswoman entrepreneur shipowner",
		"arms":     "general admiral colonel major lieutenant sergeant brigadier commodore marshal",
		"learning": "physicist chemist astronomer biologist botanist surgeon mathematician historian philosopher",
	} {
		for w := range set(words) {
			out[w] = walk
		}
	}
	return out
}()

// apartWalks are walks of life that a person is of one of only.
var apartWalks = map[string]map[string]bool{
	"sport": set("state bench crown altar stage trade arms learning"), "bench": set("state crown altar sport stage trade arms"),
	"state": set("bench sport"), "crown": set("bench altar sport trade learning"), "altar": set("bench crown sport stage trade arms"),
	"stage": set("bench altar sport arms"), "trade": set("sport bench crown altar arms"), "arms": set("sport bench altar stage trade learning"),
	"learning": set("sport crown arms"),
}

// walkOf returns the walk of life that an office is of, "" if it tells none.
func walkOf(title string) string {
	head, _, _ := strings.Cut(terms.Fold(title), " of ")
	head, _, _ = strings.Cut(head, " for ")
	words := strings.Fields(head)
	if len(words) == 0 {
		return ""
	}
	if words[0] == "prime" || words[len(words)-1] == "general" && len(words) > 1 { // an attorney general is no soldier
		return "state"
	}
	return walks[words[len(words)-1]]
}

// envoys' offices name the country that they are sent to.
var envoys = set("ambassador ambassadors envoy envoys consul correspondent representative mediator negotiator")

// ofRegions are offices within a state: where an article speaks of one country only,
// they are of that one.
var ofRegions = set("governor mayor senator congressman congresswoman sheriff alderman")

// landOf returns the country that the article says the person is of, by an office,
// else by a genitive or an adjective right before the name, and the region that the
// office is of. "" where it tells none, or several.
func (r *reading) landOf(m *graph.Mention) (country string, region graph.ID) {
	lands, regions := map[string]int{}, map[graph.ID]int{}
	for _, p := range m.Positions {
		if words := strings.Fields(terms.Fold(p.Title)); hasAny(words, envoys) {
			continue
		}
		if c := r.officeOf(p); c != "" {
			lands[c]++
		} else if of := r.mentions[p.Of]; of != nil && of.Kind == graph.KindPlace && r.spots[of.ID].country != "" {
			s := r.spots[of.ID]
			lands[s.country]++
			if s.place.Kind == gazetteer.Region {
				regions[s.unit()]++
			}
		}
	}
	if len(lands) == 0 && slices.ContainsFunc(titlesOf(m), func(t string) bool { return hasAny(strings.Fields(t), ofRegions) }) {
		if places, _ := r.about(); len(places) == 1 {
			return sortedKeys(places)[0], ""
		}
	}
	if len(lands) == 0 {
		for _, s := range m.Spans {
			if c := r.possessor(s.Start); c != "" {
				lands[c]++
			} else if of, ok := r.starts[s.End+len(" of ")]; ok && r.at(s.End, " of ") && r.spotAt(of).nation { // Prince Albert of Monaco
				lands[r.spotAt(of).country]++
			}
		}
	}
	if len(lands) == 1 {
		country = sortedKeys(lands)[0]
	}
	if len(regions) == 1 {
		region = sortedKeys(regions)[0]
	}
	return country, region
}

// person returns the key of a person's name and, for a single one, what the article
// says of the bearer.
func (r *reading) person(m *graph.Mention) (key, in string) {
	p := readPerson(m.Name)
	m.Country, m.Within = r.landOf(m)
	if !p.short() {
		return p.key(), ""
	}
	walk, offices := "", titlesOf(m)
	for _, title := range offices {
		if w := walkOf(title); w != "" && (walk == "" || w < walk) {
			walk = w
		}
	}
	if l, ok := inOffice(p.surname, offices); ok && m.Sex == "" {
		if s := gazetteer.Sex(strings.Fields(l.full)[0]); s != 0 {
			m.Sex = string(rune(s))
		}
	}
	if m.Sex+m.Country+walk == "" {
		return p.key(), ""
	}
	return p.key(), strings.Join([]string{m.Sex, m.Country, walk, string(m.Within)}, "|")
}

// titlesOf returns the titles that the article gives the person, folded: offices, and
// what the name begins with, as Prince Albert's.
func titlesOf(m *graph.Mention) []string {
	var out []string
	if title, rest, ok := strings.Cut(terms.Fold(m.Name), " "); ok && titles[title] && readPerson(m.Name).surname == rest {
		out = append(out, title)
	}
	for _, p := range m.Positions {
		out = append(out, terms.Fold(p.Title))
	}
	return out
}

// sex returns a person's where most articles that tell it tell the same, else "". The
// given name counts for two.
func (n *name) sex(p person) string {
	votes := maps.Clone(n.Sexes)
	if len(p.given) > 0 && p.first == "" {
		if s := gazetteer.Sex(p.given[0]); s != 0 {
			add(&votes, map[string]int{string(rune(s)): 2})
		}
	}
	s, _ := first(votes, 1)
	return s
}

// walks returns the walks of life of the offices.
func (n *name) walks() map[string]bool {
	out := map[string]bool{}
	for _, h := range n.Held {
		if w := walkOf(h.Title); w != "" {
			out[w] = true
		}
	}
	return out
}

// contradict tells why two people's names, of which one at least is a single one, can
// be no one person's, by what articles say beside them; "" if they can.
func contradict(a, b *unit) string {
	p, q := a.asPerson(), b.asPerson()
	if !p.short() && !q.short() {
		return ""
	}
	if s, t := a.name.sex(p), b.name.sex(q); s != "" && t != "" && s != t {
		return "one is a man, one a woman"
	}
	if len(a.name.Lands) > 0 && len(b.name.Lands) > 0 && !meet(a.name.Lands, b.name.Lands) {
		return "they are of two countries"
	}
	if len(a.name.Within) > 0 && len(b.name.Within) > 0 && !meet(a.name.Within, b.name.Within) {
		return "they hold office in two regions"
	}
	if v, w := a.name.walks(), b.name.walks(); len(v) > 0 && len(w) > 0 && !meet(v, w) {
		for x := range v {
			for y := range w {
				if !apartWalks[x][y] {
					return ""
				}
			}
		}
		return "they are of two walks of life"
	}
	if leadsBeside(a.name, b.name) || leadsBeside(b.name, a.name) {
		return "nobody heads a state and holds the other's office in one year"
	}
	if leader := leaderByOffice(a, q) + leaderByOffice(b, p); leader != "" {
		return "with the office it is " + leader + " in all news"
	}
	if givenOfRuler(a, q) || givenOfRuler(b, p) {
		return "it is the given name of one, the family name of the other"
	}
	return ""
}

// leadsBeside tells whether articles of one year give the first the office of a head
// of state or government, and the second one within a state: President Adams is not
// the mayor of New York. Offices follow each other, and so years must be the same.
func leadsBeside(a, b *name) bool {
	for _, h := range a.Held {
		if h.Of != "" || levelOf(h.Title) != led || hasAny(strings.Fields(terms.Fold(h.Title)), ofRegions) {
			continue
		}
		for _, k := range b.Held {
			if year := yearOf(h.Last); year != 0 && hasAny(strings.Fields(terms.Fold(k.Title)), ofRegions) && yearOf(k.First) <= year && year <= yearOf(k.Last) {
				return true
			}
		}
	}
	return false
}

// givenOfRuler tells whether the unit is a monarch's or pope's single name, which is a
// given one, and the other's full name only ends in it: King Hussein is no Saddam
// Hussein.
func givenOfRuler(u *unit, full person) bool {
	p := u.asPerson()
	if !p.short() || full.short() || !gazetteer.Given(p.surname) {
		return false
	}
	w := u.name.walks()
	return (w["crown"] || u.name.titled("pope")) && p.words[0].like(full.words[0]) < sameSound
}

// leaderByOffice returns the leader whom all news means by the unit's surname with the
// office, where the other's full name is none of his: President Mitterrand.
func leaderByOffice(u *unit, full person) string {
	p := u.asPerson()
	l, ok := inOffice(p.surname, u.name.titles())
	if !ok || !p.short() || full.short() || readName(l.full).relate(full) != different {
		return ""
	}
	return l.full
}

// reigning tells whether the unit is a monarch's or pope's single name without the
// number that the other has: Queen Elizabeth, and Elizabeth II.
func reigning(u *unit, numbered person) bool {
	p, w := u.asPerson(), u.name.walks()
	return p.short() && numbered.bare() && !numbered.short() && !generation(numbered.suffix) && (w["crown"] || u.name.titled("pope")) &&
		p.words[0].like(numbered.words[0]) >= sameSound
}

// titled tells whether an article gives the person the title.
func (n *name) titled(title string) bool {
	return slices.Contains(n.titles(), title)
}

// meet tells whether two sets have a key in common.
func meet[K comparable, V, W any](a map[K]V, b map[K]W) bool {
	for k := range a {
		if _, ok := b[k]; ok {
			return true
		}
	}
	return false
}

// compareBearers is above 0 where articles say more of the bearer of the single name a
// than of that of b; it orders any two.
func compareBearers(a, b *name) int {
	told := func(n *name) int {
		fields := 0
		for f := range strings.SplitSeq(n.In, "|") {
			if f != "" {
				fields++
			}
		}
		return fields
	}
	return cmp.Or(cmp.Compare(told(a), told(b)), cmp.Compare(a.In, b.In))
}
