package score

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Report is what a comparison found: figures, each with its counts, and a note
// for each miss and each false one.
type Report struct {
	// Articles is how many were scored; Without names those without a result.
	Articles int
	Without  []string
	// Notes stand in the order of the articles.
	Notes []Note

	counts    map[string]Counts
	shares    map[string]Share
	confusion map[string]map[[2]string]int
	more      map[string]int
}

// Counts are those of a figure with precision and recall.
type Counts struct{ Right, False, Missed int }

// Precision is the part of what was found that is right; it is not known (ok
// is false) where nothing was found.
func (c Counts) Precision() (p float64, ok bool) { return ratio(c.Right, c.Right+c.False) }

// Recall is the part of what is labelled that was found.
func (c Counts) Recall() (r float64, ok bool) { return ratio(c.Right, c.Right+c.Missed) }

// F1 is the harmonic mean of both.
func (c Counts) F1() (f float64, ok bool) { return ratio(2*c.Right, 2*c.Right+c.False+c.Missed) }

// Share is that of right answers, over the occurrences that were matched.
type Share struct{ Right, Total int }

// Value is right answers by all; it is not known where there are none.
func (s Share) Value() (v float64, ok bool) { return ratio(s.Right, s.Total) }

func ratio(part, whole int) (float64, bool) {
	if whole == 0 {
		return 0, false
	}
	return float64(part) / float64(whole), true
}

// Note tells one miss or one false answer.
type Note struct {
	Article string `json:"article"`
	What    string `json:"what"`
	Text    string `json:"text"`
	Quote   string `json:"quote"`
}

// Figures are printed in this order.
var (
	countFigures = []string{"who met whom (held)", "who met whom (all)", "meetings", "participants", "PERSON", "ORGANIZATION", "PLACE",
		"positions", "events, typed", "events", "event participants"}
	shareFigures = []string{"status", "status*", "mode", "role", "date", "date, where gold has one", "place", "topic recall",
		"topic precision", "event type", "event role", "event date", "event date, where gold has one", "event place",
		"evidence spans", "topic spans", "mention spans", "quotes in the source"}
)

func newReport() *Report {
	return &Report{counts: map[string]Counts{}, shares: map[string]Share{}, confusion: map[string]map[[2]string]int{}, more: map[string]int{}}
}

// Counts returns a figure with precision and recall by its printed name, and
// whether it was scored.
func (r *Report) Counts(figure string) (Counts, bool) { c, ok := r.counts[figure]; return c, ok }

// Share returns a share of right answers by its printed name, and whether it
// was scored.
func (r *Report) Share(figure string) (Share, bool) { s, ok := r.shares[figure]; return s, ok }

func (r *Report) count(figure string, n Counts) {
	c := r.counts[figure]
	r.counts[figure] = Counts{c.Right + n.Right, c.False + n.False, c.Missed + n.Missed}
}

func (r *Report) share(figure string, right bool) {
	s := r.shares[figure]
	if right {
		s.Right++
	}
	s.Total++
	r.shares[figure] = s
}

func (r *Report) confuse(what, label, found string) {
	if r.confusion[what] == nil {
		r.confusion[what] = map[[2]string]int{}
	}
	r.confusion[what][[2]string{label, found}]++
}

func (c *comparison) note(what, text, quote string) {
	c.Notes = append(c.Notes, Note{c.article, what, text, quote})
}

// otherCounts returns what else was counted, and the mean number of words of a
// topic, by name.
func (r *Report) otherCounts() map[string]json.Number {
	out := map[string]json.Number{}
	for name, n := range r.more {
		out[name] = json.Number(strconv.Itoa(n))
	}
	if mean, ok := ratio(r.more["topic words"], r.shares["topic precision"].Total); ok {
		out["mean topic words"] = json.Number(strconv.FormatFloat(mean, 'f', 1, 64))
	}
	return out
}

// confused is one cell of a table of confusions.
type confused struct {
	Gold string `json:"gold"`
	Pred string `json:"pred"`
	N    int    `json:"n"`
}

// confusions returns the table of "status", "mode", "role" or "type", most
// frequent first.
func (r *Report) confusions(what string) []confused {
	var out []confused
	for pair, n := range r.confusion[what] {
		out = append(out, confused{pair[0], pair[1], n})
	}
	slices.SortFunc(out, func(a, b confused) int {
		return cmp.Or(cmp.Compare(b.N, a.N), strings.Compare(a.Gold, b.Gold), strings.Compare(a.Pred, b.Pred))
	})
	return out
}

// MarshalJSON writes {articles, withoutPrediction, prf: {figure: {precision,
// recall, f1, tp, fp, fn}}, accuracy: {figure: {accuracy, right, total}},
// confusion, counts, notes}; what is not known is null.
func (r *Report) MarshalJSON() ([]byte, error) {
	type prf struct {
		Precision *float64 `json:"precision"`
		Recall    *float64 `json:"recall"`
		F1        *float64 `json:"f1"`
		Right     int      `json:"tp"`
		False     int      `json:"fp"`
		Missed    int      `json:"fn"`
	}
	type accuracy struct {
		Accuracy *float64 `json:"accuracy"`
		Right    int      `json:"right"`
		Total    int      `json:"total"`
	}
	out := struct {
		Articles  int                    `json:"articles"`
		Without   []string               `json:"withoutPrediction"`
		PRF       map[string]prf         `json:"prf"`
		Accuracy  map[string]accuracy    `json:"accuracy"`
		Confusion map[string][]confused  `json:"confusion"`
		Counts    map[string]json.Number `json:"counts"`
		Notes     []Note                 `json:"notes"`
	}{r.Articles, slices.Concat([]string{}, r.Without), map[string]prf{}, map[string]accuracy{}, map[string][]confused{}, r.otherCounts(), slices.Concat([]Note{}, r.Notes)}
	for name, c := range r.counts {
		out.PRF[name] = prf{known(c.Precision()), known(c.Recall()), known(c.F1()), c.Right, c.False, c.Missed}
	}
	for _, name := range shareFigures {
		s := r.shares[name]
		out.Accuracy[name] = accuracy{known(s.Value()), s.Right, s.Total}
	}
	for what := range r.confusion {
		out.Confusion[what] = r.confusions(what)
	}
	return json.Marshal(out)
}

func known(v float64, ok bool) *float64 {
	if !ok {
		return nil
	}
	return &v
}

func twosome(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }

func shown(key string) string { return strings.TrimPrefix(key, "?") }

func sortedKeys[V any](m map[[2]string]V) [][2]string {
	return slices.SortedFunc(maps.Keys(m), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
}
