package resolve

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/whomet/whomet/graph"
)

// maxCited bounds the reports that a version of a disagreement cites.
const maxCited = 3

// version is what one report tells of a field; the zero version: nothing.
type version struct {
	value string
	place graph.ID
}

// disagreements are what the reports of an occurrence tell otherwise.
func disagreements(all []*occasion, status graph.OccurrenceStatus) []graph.Disagreement {
	held, alike := holders(all), inKinds(all)
	since := firstTold(all, status)
	var out []graph.Disagreement
	for _, d := range []struct {
		field graph.DisagreementField
		told  func(*occasion) version
		apart func(a, b *occasion) bool
	}{
		{graph.DisagreeDate, (*occasion).day, func(a, b *occasion) bool { return !a.when.holds(b.when) && !b.when.holds(a.when) }},
		{graph.DisagreeMode, (*occasion).way, func(a, b *occasion) bool { return remote(a.Mode) || remote(b.Mode) }},
		{graph.DisagreeParticipants, func(o *occasion) version { return version{value: strconv.Itoa(len(o.who))} }, func(a, b *occasion) bool { return !a.covers(b) && !b.covers(a) }},
		{graph.DisagreePlace, (*occasion).site, func(a, b *occasion) bool {
			return !slices.Contains(held[a.where[0]], b.where[0]) && !slices.Contains(held[b.where[0]], a.where[0])
		}},
		// What was planned before it was known to be held is no disagreement.
		{graph.DisagreeStatus, func(o *occasion) version {
			if o.Status != status && (since == "" || o.Published == "" || o.Published.First() < since) {
				return version{}
			}
			return version{value: string(o.Status)}
		}, func(a, b *occasion) bool { return true }},
	} {
		told := map[version][]*occasion{}
		for _, like := range alike {
			a := like[0]
			if v := d.told(a); v != (version{}) && slices.ContainsFunc(alike, func(others []*occasion) bool {
				w := d.told(others[0])
				return w != (version{}) && w != v && d.apart(a, others[0])
			}) {
				told[v] = append(told[v], like...)
			}
		}
		if len(told) > 1 {
			out = append(out, graph.Disagreement{Field: d.field, Versions: versions(told)})
		}
	}
	return out
}

// inKinds divides reports into those that tell all fields alike: however many
// they are, one of each kind is compared with the others.
func inKinds(all []*occasion) [][]*occasion {
	at := map[string]int{}
	var out [][]*occasion
	for _, o := range all {
		who := slices.Sorted(slices.Values(o.who))
		key := strings.Join([]string{o.day().value, string(o.Mode), joinIDs(who), joinIDs(sortedKeys(o.stands)), joinIDs(o.where), string(o.Status), string(o.Published)}, "|")
		if _, ok := at[key]; !ok {
			at[key] = len(out)
			out = append(out, nil)
		}
		out[at[key]] = append(out[at[key]], o)
	}
	return out
}

// day is the date that the report gives.
func (o *occasion) day() version {
	switch {
	case !o.when.stated:
		return version{}
	case o.Date.End != "" && o.Date.End != o.Date.Start:
		return version{value: string(o.Date.Start) + "/" + string(o.Date.End)}
	}
	return version{value: string(o.Date.Start)}
}

// way is the mode that the report gives. That several met is no way of its
// own: they may have met by video.
func (o *occasion) way() version {
	if o.Mode == graph.ModeUnknown || o.Mode == graph.ModeMultilateral {
		return version{}
	}
	return version{value: string(o.Mode)}
}

// site is the place that the report gives. Of one that the gazetteer does not
// know nobody can tell whether it is in another.
func (o *occasion) site() version {
	if len(o.where) == 0 || !o.Sites[0].Known {
		return version{}
	}
	return version{place: o.where[0]}
}

// holders returns for each place that reports name those that hold it, itself
// first, as far as any report knows.
func holders(all []*occasion) map[graph.ID][]graph.ID {
	out := map[graph.ID][]graph.ID{}
	for _, o := range all {
		for i, p := range o.where {
			out[p] = append(out[p], o.where[i:]...)
		}
	}
	return out
}

// firstTold returns the day of the first report that tells the status, ""
// where it is not known.
func firstTold(all []*occasion, status graph.OccurrenceStatus) string {
	first := ""
	for _, o := range all {
		if day := o.Published.First(); o.Status == status && day != "" && (first == "" || day < first) {
			first = day
		}
	}
	return first
}

func versions(told map[version][]*occasion) []graph.Version {
	var out []graph.Version
	for v, by := range told {
		x := graph.Version{Value: v.value, Place: v.place, Reports: len(by)}
		for _, o := range by {
			x.Evidence = append(x.Evidence, graph.Citation{Article: o.Article, Quote: o.Quote})
		}
		slices.SortFunc(x.Evidence, compareCitations)
		x.Evidence = x.Evidence[:min(len(x.Evidence), maxCited)]
		out = append(out, x)
	}
	slices.SortFunc(out, func(a, b graph.Version) int {
		return cmp.Or(-cmp.Compare(a.Reports, b.Reports), cmp.Compare(a.Value, b.Value), cmp.Compare(a.Place, b.Place))
	})
	return out
}
