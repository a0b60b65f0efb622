package resolve

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// subject is the summary of a topic's unit: what a wording is about, so that
// "the American troops' withdrawal" and "US forces must leave" are one.
type subject struct {
	Frame string   `json:"frame,omitempty"` // see concepts
	Words []string `json:"words,omitempty"` // concepts and other content words
	// Modifiers say it more closely; another wording may lack them.
	Modifiers []string `json:"modifiers,omitempty"`
	// Entities are whom it names, or where it says "bilateral" those who met.
	// Core are those without whom it would be another subject.
	Entities []graph.ID `json:"entities,omitempty"` // units
	Core     []graph.ID `json:"core,omitempty"`
	// At are those on whom it falls, or in whose land it is, where all are core.
	At []graph.ID `json:"at,omitempty"`
	// Body is what it calls a body that it does not name, Bodies what those
	// that it names can be called: "the alliance", of NATO.
	Body   string   `json:"body,omitempty"`
	Bodies []string `json:"bodies,omitempty"`
	// Foreign: it speaks of strangers, without a name.
	Foreign bool `json:"foreign,omitempty"`
	// Wordings counts the uses of each wording by how many other things it
	// speaks of besides.
	Wordings map[string]map[int]int `json:"wordings,omitempty"`
	// Around counts those who spoke, where the wording does not say where: of a
	// wording without a name all, as they tell it from others; else the lands of
	// all who ever used it, and of the others the least maxSpeaksOf as Speakers.
	Around   counts `json:"around,omitempty"`
	Speakers counts `json:"speakers,omitempty"`
	// Named counts others whom wordings name beside Entities ("the American
	// assassination of …"), SpeaksOf the report units that the topic speaks of:
	// of each the least maxSpeaksOf of all that articles give.
	Named    counts `json:"named,omitempty"` // units
	SpeaksOf counts `json:"speaksOf,omitempty"`
}

// key is what makes a unit of its own.
func (s *subject) key() string {
	parts := []string{s.Frame, strings.Join(s.Words, " "), strings.Join(s.Modifiers, " "), joinIDs(s.Entities), joinIDs(s.Core), joinIDs(s.At), s.Body, joinIDs(sortedKeys(s.apart()))}
	if s.Foreign {
		parts = append(parts, "foreign")
	}
	return strings.Join(parts, "\x00")
}

// apart are those who spoke, where they tell the subject from others.
func (s *subject) apart() counts {
	if len(s.Entities) > 0 {
		return nil
	}
	return s.Around
}

func joinIDs(ids []graph.ID) string {
	var b strings.Builder
	for _, id := range ids {
		b.WriteString(string(id) + " ")
	}
	return b.String()
}

// maxSpeaksOf bounds what a topic that everyone speaks of remembers.
const maxSpeaksOf = 20

func (s *subject) merge(o *subject) {
	for w, uses := range o.Wordings {
		for besides, n := range uses {
			s.put(w, n, besides)
		}
	}
	add(&s.Around, o.Around)
	for to, from := range s.bounded(o) {
		add(to, *from)
		to.bound()
	}
}

// bounded pairs the bounded counts of two subjects.
func (s *subject) bounded(o *subject) iter.Seq2[*counts, *counts] {
	return func(yield func(a, b *counts) bool) {
		_ = yield(&s.Speakers, &o.Speakers) && yield(&s.Named, &o.Named) && yield(&s.SpeaksOf, &o.SpeaksOf)
	}
}

// empty tells whether no use is left.
func (s *subject) empty() bool { return len(s.Wordings) == 0 }

// around are all who spoke.
func (s *subject) around() []graph.ID { return union(sortedKeys(s.Around), sortedKeys(s.Speakers)) }

func union[T cmp.Ordered](a, b []T) []T {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// bare returns the subject without what articles add to it.
func (s *subject) bare() *subject {
	b := *s
	b.Wordings, b.Named, b.SpeaksOf, b.Around, b.Speakers = nil, nil, nil, maps.Clone(s.apart()), nil
	return &b
}

// put adds n uses of a wording.
func (s *subject) put(wording string, n, besides int) {
	if s.Wordings == nil {
		s.Wordings = map[string]map[int]int{}
	}
	uses := s.Wordings[wording]
	add(&uses, map[int]int{besides: n})
	s.Wordings[wording] = uses
}

// besides returns how many other things a wording speaks of. The same words may
// name things in one article that they do not name in another: the least counts.
func (s *subject) besides(wording string) int {
	return slices.Min(slices.Collect(maps.Keys(s.Wordings[wording])))
}

// uses counts how often each wording is used.
func (s *subject) uses() map[string]int {
	out := map[string]int{}
	for w, uses := range s.Wordings {
		for _, n := range uses {
			out[w] += n
		}
	}
	return out
}

func (s *subject) refs() []graph.ID {
	ids := slices.Concat(s.Entities, s.Core, sortedKeys(s.Around), sortedKeys(s.Speakers), sortedKeys(s.Named), sortedKeys(s.SpeaksOf))
	slices.Sort(ids)
	return slices.Compact(ids)
}

// said is the subject's part that a report tells.
func (a about) said() *subject {
	s := &subject{Named: countsOf(a.Named), SpeaksOf: countsOf(a.SpeaksOf), Around: countsOf(a.Around), Speakers: countsOf(a.Speakers)}
	s.put(a.Text, 1, a.Besides)
	return s
}

// readTopics gives the topics of a report their units.
func (r *reading) readTopics(rep *graph.Report) {
	a := r.reports[rep.Unit]
	sides := r.sides(rep)
	for i := range rep.Topics {
		t := &rep.Topics[i]
		s := r.subject(t, sides)
		t.Unit = graph.NewID("unit", string(graph.KindTopic), s.key())
		s.SpeaksOf = countsOf(r.speaksOf(t, rep))
		a.Topics = append(a.Topics, about{t.Unit, t.Text, s.besides(t.Text), sortedKeys(s.Named), sortedKeys(s.SpeaksOf), sortedKeys(s.Around), sortedKeys(s.Speakers)})
		if have := r.topics[t.Unit]; have != nil {
			have.merge(s)
		} else {
			r.topics[t.Unit] = s
		}
	}
}

// subject reads what a topic is about; sides are those who spoke of it.
func (r *reading) subject(t *graph.TopicClaim, sides sides) *subject {
	tokens := r.tokensOf(t)
	g := readGist(tokens)
	s := &subject{Words: g.words, Modifiers: g.modifiers, Entities: g.all, Core: g.all, Body: g.body, Bodies: r.bodies(t.Mentions)}
	s.put(t.Text, 1, g.besides)
	if len(g.words) == 0 && len(g.all) == 0 && g.frame == nil {
		s.Words = slices.Compact(slices.Sorted(slices.Values(roots(t.Text))))
	}
	s.Named = countsOf(union(g.holders, r.commonUnits(t.Mentions)))
	slot := "all"
	if g.frame != nil {
		s.Frame, slot = g.frame.name, g.frame.slot
	}
	if slot == "each" || g.frame == nil {
		s.At = g.at
	}
	switch slot {
	case "person":
		s.Entities, s.Core = g.people, g.people
		add(&s.Named, countsOf(g.all))
	case "of":
		s.Core, s.Foreign = g.of, g.foreign
		switch {
		case len(g.at) > 0:
		case len(s.Entities) == 0:
			s.Around = countsOf(sides.units)
		default:
			s.Around, s.Speakers = countsOf(sides.lands), countsOf(sides.others)
			s.Speakers.bound()
		}
	case "at":
		if s.Core = g.at; len(g.all) == 1 {
			s.Core = g.all
		}
	case "to":
		s.Core = g.to
	case "all":
		// What is between two is of those who speak of it, be it that one
		// names the other only.
		if (g.ours || g.mutual && sides.states) && len(sides.units) == 2 && within(g.all, sides.units) {
			s.Entities, s.Core = sides.units, sides.units
		} else if g.frame == nil && (!g.mutual || g.inland || g.oneWay) && len(g.of) > 0 && len(g.at) > 0 {
			s.Core = g.of // "Chile's letter to Peru" is not Peru's to Chile
		}
	}
	return s
}

// speaksOf returns the report units of the article's other events that the
// topic speaks of: its words are of the event's kind, and it names whom the
// event befell, or nobody and there is only one such event.
func (r *reading) speaksOf(t *graph.TopicClaim, of *graph.Report) []graph.ID {
	words := strings.Fields(terms.Fold(t.Text))
	named := r.units(t.Mentions)
	var sure, perhaps []graph.ID
	for i := range r.claims.Reports {
		rep := &r.claims.Reports[i]
		if rep.Kind != graph.KindEvent || rep.ID == of.ID {
			continue
		}
		a := r.reports[rep.Unit]
		killed := a.Killed && hasAny(words, killing)
		if !killed && !hasAny(words, speakingOf[rep.Type]) && !(a.Killed && hasAny(words, loss)) {
			continue
		}
		hits, victim := 0, false
		for _, p := range a.Parties {
			if slices.Contains(named, p.Unit) {
				hits++
				victim = victim || p.victim()
			}
		}
		switch {
		case a.Killed && victim, !a.Killed && hits > 0 && hits >= min(2, len(a.Parties)):
			sure = append(sure, rep.Unit)
		case a.Killed && (!killed || r.namesPerson(t)): // another's death
		default:
			perhaps = append(perhaps, rep.Unit)
		}
	}
	if len(sure) == 0 && len(perhaps) == 1 {
		sure = perhaps
	}
	slices.Sort(sure)
	return slices.Compact(sure)
}

func (r *reading) namesPerson(t *graph.TopicClaim) bool {
	return slices.ContainsFunc(t.Mentions, func(id graph.ID) bool {
		m := r.mentions[id]
		return m != nil && m.Kind == graph.KindPerson
	})
}
