package resolve

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// subject is the summary of a topic's unit: a wording brought to its content
// words, stemmed and sorted, and the entities that its other words name, so
// that "the American troops' withdrawal" and "withdrawal of US troops" are one.
type subject struct {
	Words    []string       `json:"words,omitempty"`
	Entities []graph.ID     `json:"entities,omitempty"` // units
	Wordings map[string]int `json:"wordings"`
	// SpeaksOf are the report units that the topic speaks of: the least
	// maxSpeaksOf of all that articles give.
	SpeaksOf []graph.ID `json:"speaksOf,omitempty"`
}

// maxSpeaksOf bounds what a topic that everyone speaks of remembers.
const maxSpeaksOf = 20

func (s *subject) merge(o *subject) {
	add(&s.Wordings, o.Wordings)
	s.SpeaksOf = append(slices.Clone(s.SpeaksOf), o.SpeaksOf...)
	slices.Sort(s.SpeaksOf)
	s.SpeaksOf = slices.Compact(s.SpeaksOf)
	s.SpeaksOf = s.SpeaksOf[:min(len(s.SpeaksOf), maxSpeaksOf)]
}

func (s *subject) refs() []graph.ID {
	ids := append(slices.Clone(s.Entities), s.SpeaksOf...)
	slices.Sort(ids)
	return slices.Compact(ids)
}

// readTopics gives the topics of a report their units.
func (r *reading) readTopics(rep *graph.Report) {
	a := r.reports[rep.Unit]
	for i := range rep.Topics {
		t := &rep.Topics[i]
		s := &subject{Entities: r.units(t.Mentions), Wordings: map[string]int{t.Text: 1}}
		s.Words = r.topicWords(t)
		key := strings.Join(s.Words, " ") + "\x00"
		for _, e := range s.Entities {
			key += string(e) + " "
		}
		t.Unit = graph.NewID("unit", string(graph.KindTopic), key)
		s.SpeaksOf = r.speaksOf(t, rep)
		a.Topics = append(a.Topics, about{t.Unit, t.Text, s.SpeaksOf})
		if have := r.topics[t.Unit]; have != nil {
			have.merge(s)
		} else {
			r.topics[t.Unit] = s
		}
	}
}

// topicWords returns the content words outside the names, stemmed, sorted,
// each once; all words where nothing else is left.
func (r *reading) topicWords(t *graph.TopicClaim) []string {
	text := slices.Clone(r.text[t.Start:t.End])
	for _, id := range t.Mentions {
		m := r.mentions[id]
		if m == nil {
			continue
		}
		for _, s := range m.Spans {
			for i := max(s.Start, t.Start); i < min(s.End, t.End); i++ {
				text[i-t.Start] = ' '
			}
		}
	}
	words := slices.DeleteFunc(terms.Words(string(text)), func(w string) bool { return idle[w] || w == "s" })
	if len(words) == 0 && len(t.Mentions) == 0 {
		words = terms.Words(t.Text)
	}
	slices.Sort(words)
	return slices.Compact(words)
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
