package resolve

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// account is the summary of a report's unit: the report in terms of units.
type account struct {
	Article   graph.ID          `json:"article"`
	Published graph.PartialDate `json:"published,omitempty"`
	// Era is, in an article that has no date, the last day that its reports
	// give: what it tells without a date was about then.
	Era     string                 `json:"era,omitempty"`
	Kind    graph.NodeKind         `json:"kind"`
	Mode    graph.MeetingMode      `json:"mode,omitempty"`
	Type    graph.EventType        `json:"type,omitempty"`
	Status  graph.OccurrenceStatus `json:"status"`
	Date    *graph.DateSpan        `json:"date,omitempty"`
	Parties []party                `json:"parties,omitempty"`
	// Sites are the place and what holds it, smallest first.
	Sites []site `json:"sites,omitempty"`
	// Killed: someone was killed, those of Parties who are people and PATIENT.
	Killed     bool    `json:"killed,omitempty"`
	Topics     []about `json:"topics,omitempty"`
	Ties       []tie   `json:"ties,omitempty"`
	Confidence float64 `json:"confidence"`
	// Quote is what tells it.
	Quote graph.Quote `json:"quote"`
	// Judged, by unit, is what people say of the report; see hear.
	Judged []judged `json:"judged,omitempty"`
}

// party is one participant, by unit.
type party struct {
	Unit       graph.ID       `json:"unit"`
	Kind       graph.NodeKind `json:"kind"`
	Role       graph.Role     `json:"role"`
	Title      string         `json:"title,omitempty"`
	OnBehalfOf graph.ID       `json:"onBehalfOf,omitempty"`
}

// about is a topic as one report words it, and the reports of the same
// article that it speaks of.
type about struct {
	Unit     graph.ID   `json:"unit"`
	Text     string     `json:"text"`
	Besides  int        `json:"besides,omitempty"`  // see subject
	Named    []graph.ID `json:"named,omitempty"`    // see subject
	SpeaksOf []graph.ID `json:"speaksOf,omitempty"` // report units
	Around   []graph.ID `json:"around,omitempty"`   // see subject
	Speakers []graph.ID `json:"speakers,omitempty"` // see subject
}

// tie is a relation to another report of the article.
type tie struct {
	Kind graph.RelationKind `json:"kind"`
	Unit graph.ID           `json:"unit"`
	graph.Quote
}

func (r *reading) account(rep *graph.Report) *account {
	a := &account{Article: rep.Article, Published: r.claims.Article.PublishedAt, Kind: rep.Kind, Mode: rep.Mode, Type: rep.Type,
		Status: rep.Status, Date: rep.Date, Confidence: rep.Confidence, Quote: rep.Evidence[0]}
	if a.Published == "" {
		for _, other := range r.claims.Reports {
			if other.Date != nil && other.Date.Start != "" {
				a.Era = max(a.Era, other.Date.Last())
			}
		}
	}
	people := false
	for _, p := range rep.Participants {
		m := r.mentions[p.Mention]
		if m == nil {
			continue
		}
		q := party{Unit: m.Unit, Kind: m.Kind, Role: p.Role, Title: p.Title}
		if of := r.mentions[p.OnBehalfOf]; of != nil {
			q.OnBehalfOf = of.Unit
		}
		if !slices.ContainsFunc(a.Parties, func(o party) bool { return o.Unit == q.Unit }) {
			a.Parties = append(a.Parties, q)
		}
		people = people || q.victim()
	}
	if m := r.mentions[rep.Place]; m != nil {
		a.Sites = r.sites(m)
	}
	for _, t := range rep.Relations {
		a.Ties = append(a.Ties, tie{t.Kind, reportUnit(t.To), t.Quote})
	}
	if a.Type == graph.EventAssault && a.Status == graph.StatusHeld && people {
		for _, q := range rep.Evidence {
			a.Killed = a.Killed || hasAny(strings.Fields(terms.Fold(q.Quote)), killing)
		}
	}
	return a
}

func (p party) victim() bool { return p.Kind == graph.KindPerson && p.Role == graph.RolePatient }

// refs are the units that the account is told in.
func (a *account) refs() []graph.ID {
	var ids []graph.ID
	for _, p := range a.Parties {
		ids = append(ids, p.Unit)
		if p.OnBehalfOf != "" {
			ids = append(ids, p.OnBehalfOf)
		}
	}
	for _, s := range a.Sites {
		ids = append(ids, s.Unit)
	}
	for _, t := range a.Topics {
		ids = append(ids, t.Unit)
	}
	for _, t := range a.Ties {
		ids = append(ids, t.Unit)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
