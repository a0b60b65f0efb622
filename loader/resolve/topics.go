package resolve

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/whomet/whomet/graph"
)

func isTopic(k graph.NodeKind) bool { return k == graph.KindTopic }

// theme is a subject as it is compared: told in nodes.
type theme struct {
	*subject
	names, core, at, around []graph.ID
}

func (m *mender) theme(s *subject) *theme {
	return &theme{s, m.nodesOf(s.Entities), m.nodesOf(s.Core), m.nodesOf(s.At), m.nodesOf(s.around())}
}

// nodesOf returns the nodes of units, each once, by id.
func (m *mender) nodesOf(units []graph.ID) []graph.ID {
	out := make([]graph.ID, len(units))
	for i, u := range units {
		out[i] = m.nodeOf(u)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// topicBlocks are the keys that a topic is found under: of a frame, each of
// its names, and those who spoke; else its words and names together.
func (m *mender) topicBlocks(s *subject) []string {
	out := refBlocks(s.refs())
	t := m.theme(s)
	if s.Frame == "" {
		words := strings.Join(s.Words, " ")
		out = append(out, "T1:"+string(graph.NewID("topic", words, joinIDs(t.names))))
		for i := range t.names { // what may leave a name out: see leaves
			if len(s.Words) >= enough && len(t.names) > 1 {
				out = append(out, "T1:"+string(graph.NewID("topic", words, joinIDs(slices.Delete(slices.Clone(t.names), i, i+1)))))
			}
		}
		return out
	}
	under := slices.Concat(t.names, t.around)
	if len(under) == 0 {
		under = []graph.ID{""}
	}
	for _, n := range under {
		out = append(out, "T1:"+string(graph.NewID("topic", s.Frame, strings.Join(s.Words, " "), string(n))))
	}
	return out
}

// relate compares two topics. One is lesser if it may be short for the other:
// "US forces must leave" for "withdrawal of US forces from Iraq", "foreign
// forces must leave" for either where the same parties speak of them or the
// same land is named.
func (t *theme) relate(u *theme) relation {
	if t.Frame != u.Frame || !slices.Equal(t.Words, u.Words) {
		return different
	}
	r := t.relateNames(u)
	if slices.Equal(t.Modifiers, u.Modifiers) {
		return r
	}
	// What one says more closely must hang on more than one word.
	if told := len(t.Words) + bit(t.Frame != ""); told < 2 && (told == 0 || len(t.names) == 0) {
		return different
	}
	switch {
	case (r == variant || r == lesser) && includes(u.Modifiers, t.Modifiers):
		return lesser
	case (r == variant || r == greater) && includes(t.Modifiers, u.Modifiers):
		return greater
	}
	return different
}

// relateNames compares topics of the same words by whom they name.
func (t *theme) relateNames(u *theme) relation {
	if t.Frame != "" && t.slot() == "person" {
		if meets(t.core, u.core) {
			return variant
		}
		return different
	}
	if slices.Equal(t.names, u.names) && slices.Equal(t.core, u.core) {
		if len(t.names) == 0 && t.Frame != "" && !slices.Equal(t.around, u.around) {
			return different
		}
		return t.relateParts(u)
	}
	if t.Frame == "" && slices.Equal(t.names, u.names) {
		switch all := len(t.names); { // "talks in Chile and Peru" do not say whose they are
		case len(t.core) == all:
			return lesser
		case len(u.core) == all:
			return greater
		}
	}
	switch {
	case t.shortFor(u), t.leaves(u):
		return lesser
	case u.shortFor(t), u.leaves(t):
		return greater
	}
	return different
}

// relateParts compares topics of the same words and names by the parts that the
// names have, where a frame keeps these: Iran interferes in Iraq, or Iraq in
// Iran. Who says no part may mean either.
func (t *theme) relateParts(u *theme) relation {
	said := func(t *theme) bool { return len(t.at) > 0 && len(t.at) < len(t.names) }
	switch {
	case t.slot() != "each" || slices.Equal(t.at, u.at) || !said(t) && !said(u):
		return variant
	case !said(t):
		return lesser
	case !said(u):
		return greater
	}
	return different
}

// leaves tells whether the topic, which says things enough and whose they are,
// leaves out one of those whom the other names: "weaning Europe off Russian gas"
// is to need less Russian gas.
func (t *theme) leaves(u *theme) bool {
	return t.Frame == "" && len(t.Words) >= enough && len(t.names) > 0 && len(t.names)+1 == len(u.names) && within(t.names, u.names) &&
		!slices.ContainsFunc(t.names, func(id graph.ID) bool { return slices.Contains(t.at, id) != slices.Contains(u.at, id) })
}

func (t *theme) slot() string {
	for _, f := range concepts().frames {
		if f.name == t.Frame {
			return f.slot
		}
	}
	return ""
}

func (t *theme) shortFor(u *theme) bool {
	if t.Frame == "" || len(u.core) == 0 || !within(t.names, u.names) {
		return false
	}
	if t.Body != "" {
		return len(t.names) > 0 && len(t.names)+1 == len(u.names) && slices.Contains(u.Bodies, t.Body)
	}
	if len(t.core) > 0 {
		return slices.Equal(t.core, u.core)
	}
	if t.slot() == "to" {
		return false // Chile's exports are more than those to Peru, and none to Chile
	}
	return len(t.names) > 0 || t.Foreign && (meets(t.around, u.names) || meets(t.around, u.around))
}

// meets tells whether two sets have a member in common, within whether all of
// the first are in the second.
func meets(a, b []graph.ID) bool {
	return slices.ContainsFunc(a, func(id graph.ID) bool { return slices.Contains(b, id) })
}

func within(a, b []graph.ID) bool { return includes(b, a) }

// includes tells whether all of the second are in the first.
func includes[T comparable](a, b []T) bool {
	return !slices.ContainsFunc(b, func(x T) bool { return !slices.Contains(a, x) })
}

// topicsLevel clusters the loose topics and those they may be one with.
func (m *mender) topicsLevel() error {
	told := map[graph.ID]*theme{}
	k := kin{
		same: func(a, b *unit) bool { return told[a.id].relate(told[b.id]) != different },
		ready: func(units []*unit) error {
			var refs []graph.ID
			for _, u := range units {
				if told[u.id] == nil {
					refs = append(refs, u.subject.refs()...)
				}
			}
			if err := m.load(refs); err != nil {
				return err
			}
			for _, u := range units {
				if told[u.id] == nil {
					told[u.id] = m.theme(u.subject)
				}
			}
			return nil
		},
	}
	units, err := m.neighbourhood(isTopic, k)
	if err != nil {
		return err
	}
	all := make([]*theme, len(units))
	for i, u := range units {
		all[i] = told[u.id]
	}
	m.settle(clusterTopics(units, all), byID)
	return nil
}

// clusterTopics divides wordings into those of one subject. Variants are one.
// A wording that may be short for others joins them when these are one, and
// stays by itself otherwise: "US forces must leave" is neither Iraq's nor
// Syria's where both are spoken of. The result is a function of each
// component by itself.
func clusterTopics(units []*unit, all []*theme) [][]*unit {
	near := nearby(units)
	f := newForest(len(units))
	fuller := map[int][]int{}
	for i := range units {
		for _, j := range near(i) {
			switch all[i].relate(all[j]) {
			case variant:
				f.join(i, j)
			case lesser:
				fuller[i] = append(fuller[i], j)
			}
		}
	}
	// By group of variants, what says most finds its place first.
	first, into := map[int]int{}, map[int][]int{}
	for _, i := range sortedKeys(fuller) {
		g := f.root(i)
		if _, ok := first[g]; !ok {
			first[g] = i
		}
		into[g] = append(into[g], fuller[i]...)
	}
	groups := sortedKeys(first)
	slices.SortStableFunc(groups, func(a, b int) int {
		x, y := all[first[a]], all[first[b]]
		return cmp.Or(-cmp.Compare(len(x.names), len(y.names)), -cmp.Compare(len(x.core), len(y.core)), -cmp.Compare(len(x.Modifiers), len(y.Modifiers)), cmp.Compare(units[first[a]].id, units[first[b]].id))
	})
	for _, g := range groups {
		found := map[int]bool{}
		for _, j := range into[g] {
			found[f.root(j)] = true
		}
		if len(found) == 1 {
			f.join(g, sortedKeys(found)[0])
		}
	}
	return gather(units, f.root)
}

// topic makes the node of the units, which are one, by id.
func (m *mender) topic(id graph.ID, units []*unit) *graph.Topic {
	sum := &subject{}
	var concerns []graph.ID
	for _, u := range units {
		sum.merge(u.subject)
		for _, id := range slices.Concat(u.subject.Entities, sortedKeys(u.subject.Named), sortedKeys(u.subject.SpeaksOf)) {
			if m.stands(id) { // a side may be a country that no article names
				concerns = append(concerns, m.nodeOf(id))
			}
		}
	}
	// A wording that speaks of other things besides would lead there whoever
	// looks for them; it stays on its report, unless all wordings do.
	uses := sum.uses()
	all := byCount(uses)
	least := sum.besides(slices.MinFunc(all, func(a, b string) int { return cmp.Compare(sum.besides(a), sum.besides(b)) }))
	t := &graph.Topic{ID: id, Wordings: slices.DeleteFunc(all, func(w string) bool { return sum.besides(w) > least })}
	// Of the wordings used most the shortest names it.
	t.Name = slices.MinFunc(t.Wordings, func(a, b string) int {
		return cmp.Or(-cmp.Compare(uses[a], uses[b]), cmp.Compare(utf8.RuneCountInString(a), utf8.RuneCountInString(b)), cmp.Compare(a, b))
	})
	slices.Sort(concerns)
	t.Concerns = slices.Compact(concerns)
	return t
}
