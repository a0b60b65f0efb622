package resolve

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// timesFit tells whether both may be of one time.
func (o *occasion) timesFit(p *occasion) bool {
	return o.when.agrees(p.when) || o.crowd(p) || o.overnight(p) || p.overnight(o) || o.moved(p) || p.moved(o) || o.recalls(p) || p.recalls(o)
}

// disputes tells whether both are of the same people who talked about the same
// face to face: where papers differ about the town on a day, they tell of one
// meeting. On two days the same people may have met twice.
func (o *occasion) disputes(p *occasion) bool {
	return o.Kind == graph.KindMeeting && o.Status == graph.StatusHeld && p.Status == graph.StatusHeld && !remote(o.Mode) && !remote(p.Mode) &&
		len(o.who) > 1 && len(o.who) == len(p.who) && o.common(p) == len(o.who) &&
		slices.ContainsFunc(o.Topics, func(t about) bool {
			return slices.ContainsFunc(p.Topics, func(u about) bool { return sameWords(t.Text, u.Text) })
		})
}

// sameWords tells whether two wordings have two words or more that say something,
// and those of the shorter are all in the longer.
func sameWords(a, b string) bool {
	said := func(s string) map[string]bool {
		out := map[string]bool{}
		for _, w := range terms.Words(s) {
			if len([]rune(w)) > 3 { // articles and prepositions are short
				out[w] = true
			}
		}
		return out
	}
	x, y := said(a), said(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	for w := range x {
		if !y[w] {
			return false
		}
	}
	return len(x) > 1
}

// overnight tells whether both are calls of the same two, p's in the morning
// after o's: it is tomorrow in Tokyo when it is evening in Washington.
func (o *occasion) overnight(p *occasion) bool {
	return o.Kind == graph.KindMeeting && remote(o.Mode) && remote(p.Mode) && o.when.exact() && p.when.exact() && o.when.first+1 == p.when.first &&
		strings.Contains(p.Date.Text, "morning") && o.covers(p) && p.covers(o)
}

// undated tells whether o is a meeting that was held and that the article
// says nothing of the time of.
func (o *occasion) undated() bool {
	return o.Kind == graph.KindMeeting && o.Status == graph.StatusHeld && o.Date == nil
}

// recalledMeeting is for how many days an article that names the place of a
// meeting need not say when it was.
const recalledMeeting = 90

// recalls tells whether o may look back, without a date, at p: who met there
// lately.
func (o *occasion) recalls(p *occasion) bool {
	return o.undated() && o.Published != "" && p.when.stated && p.Status == graph.StatusHeld && len(o.who) > 1 && p.covers(o) && o.sharesSite(p) &&
		p.when.last <= o.when.last && p.when.first >= o.when.last-recalledMeeting
}

// moved tells whether o is a meeting that was to be on a day, and p one of the
// same at the same site, held or put off within a gathering's days of it: snow
// and parliaments move meetings. What is put off before its day may be put off
// for longer.
func (o *occasion) moved(p *occasion) bool {
	return o.Kind == graph.KindMeeting && o.Status == graph.StatusPlanned && (p.Status == graph.StatusHeld || p.Status == graph.StatusPostponed) &&
		o.when.exact() && p.when.exact() && (o.when.apart(p.when) <= maxGathering || o.putOff(p)) && o.Published.Last() <= p.Published.Last() &&
		len(o.who) > 1 && o.covers(p) && p.covers(o) && o.sharesSite(p)
}

// putOff tells whether p says, before the day that o was planned for, that it is
// put off to a later one.
func (o *occasion) putOff(p *occasion) bool {
	told, ok := dayNumber(p.Published.Last())
	return ok && p.Status == graph.StatusPostponed && told <= o.when.last && o.when.first < p.when.first && p.when.first-o.when.last <= maxDelay
}

// maxDelay is for how many days a meeting is put off that is still the same one.
const maxDelay = 31
