package resolve

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/whomet/whomet/graph"
)

// when is what is known of a report's time, in days since 1970.
type when struct {
	// first to last, if stated or guessed. Stated: by the report's date.
	// Guessed: by its article's day, for reports that give no date.
	first, last     int
	stated, guessed bool
	// What the words say where they cannot be resolved.
	month   time.Month // with day: "January 3"
	day     int
	weekday time.Weekday
	named   bool // weekday is set
}

// How long before its article an undated occurrence is taken to have been,
// and how long after it an undated plan is to be, in days.
const (
	recentMeeting = 14
	recentEvent   = 30
	soon          = 60
	aboutThen     = 365 // about the last day told in an article without a date
)

func dayNumber(iso string) (int, bool) {
	t, err := time.Parse("2006-01-02", iso)
	if err != nil {
		return 0, false
	}
	return int(t.Unix() / 86400), true
}

func dayTime(n int) time.Time { return time.Unix(int64(n)*86400, 0).UTC() }

// whenOf reads the time of a report.
func whenOf(a *account) when {
	var w when
	if a.Date != nil && a.Date.Start != "" {
		first, ok1 := dayNumber(a.Date.First())
		last, ok2 := dayNumber(a.Date.Last())
		if ok1 && ok2 {
			w.first, w.last, w.stated = first, max(first, last), true
			return w
		}
	}
	if a.Date != nil {
		w.readWords(a.Date.Text)
	}
	if era, ok := dayNumber(a.Era); ok {
		w.first, w.last, w.guessed = era-aboutThen, era+aboutThen, true
		return w
	}
	first, ok1 := dayNumber(a.Published.First())
	last, ok2 := dayNumber(a.Published.Last())
	if len(a.Published) == 0 || !ok1 || !ok2 {
		return w
	}
	w.guessed = true
	switch {
	case a.Status == graph.StatusCancelled || a.Status == graph.StatusPostponed || a.Status == graph.StatusRefused: // told before or after its day
		w.first, w.last = first-recentMeeting, last+soon
	case a.Status != graph.StatusHeld:
		w.first, w.last = first, last+soon
	case a.Kind == graph.KindMeeting:
		w.first, w.last = first-recentMeeting, last
	default:
		w.first, w.last = first-recentEvent, last
	}
	return w
}

var monthDay = regexp.MustCompile(`(?i)\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2})\b|\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)`)

// readWords reads a day of a year not given, or a weekday.
func (w *when) readWords(text string) {
	if f := monthDay.FindStringSubmatch(strings.NewReplacer("st", "", "nd", "", "rd", "", "th", "").Replace(text)); f != nil {
		name, num := f[1], f[2]
		if name == "" {
			name, num = f[4], f[3]
		}
		day, _ := strconv.Atoi(num)
		if t, err := time.Parse("Jan", strings.ToUpper(name[:1])+strings.ToLower(name[1:3])); err == nil && day >= 1 && day <= 31 {
			w.month, w.day = t.Month(), day
			return
		}
	}
	text = strings.ToLower(text)
	for d := time.Sunday; d <= time.Saturday; d++ {
		if strings.Contains(text, strings.ToLower(d.String())) {
			w.weekday, w.named = d, true
			return
		}
	}
}

// known tells whether there is any first and last day.
func (w when) known() bool { return w.stated || w.guessed }

// exact tells whether the report itself gives one single day.
func (w when) exact() bool { return w.stated && w.first == w.last }

// agrees tells whether two reports may speak of one time.
func (w when) agrees(o when) bool {
	if w.known() && o.known() && (w.last < o.first || o.last < w.first) {
		return false
	}
	if w.month != 0 && o.month != 0 && (w.month != o.month || w.day != o.day) || w.named && o.named && w.weekday != o.weekday {
		return false
	}
	return w.wordsFit(o) && o.wordsFit(w)
}

// wordsFit tells whether the unresolved words fit the other's exact day.
func (w when) wordsFit(o when) bool {
	if !o.exact() {
		return true
	}
	t := dayTime(o.first)
	return (w.month == 0 || t.Month() == w.month && t.Day() == w.day) && (!w.named || t.Weekday() == w.weekday)
}

// holds tells whether the other's stated days lie within these.
func (w when) holds(o when) bool { return w.first <= o.first && o.last <= w.last }

// apart returns how many days lie between two stated times, 0 if they overlap.
func (w when) apart(o when) int { return max(w.first-o.last, o.first-w.last, 0) }

// sameDay tells whether both give the same single day.
func (w when) sameDay(o when) bool { return w.exact() && o.exact() && w.first == o.first }

// maxMonths bounds the months a report is found under; what may be in more is
// found under all.
const maxMonths = 13

// months returns the months for blocks (see [asks]).
func (w when) months() []string {
	if !w.known() {
		return []string{"?", "*"}
	}
	out := []string{"*"}
	t := dayTime(w.first)
	for d := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC); int(d.Unix()/86400) <= w.last; d = d.AddDate(0, 1, 0) {
		if len(out) > maxMonths {
			return []string{"?", "*"}
		}
		out = append(out, d.Format("2006-01"))
	}
	return out
}
