package extract

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract/date"
	"github.com/whomet/whomet/loader/gazetteer"
)

// datelineLines is how many lines of the text may stand before its dateline,
// and datelineWords how many words may stand in it behind the place.
const (
	datelineLines = 6
	datelineWords = 20
)

// An agency report opens with a place, then perhaps its country, a day and the
// agency in brackets, then a dash: "TEHRAN, Jan. 15 (RHC) --"; or the agency
// between strokes: "MOSCOW, January 15. /TASS/.".
var (
	datelinePlace = regexp.MustCompile(`^\p{Lu}[\p{L}.'’-]*(?: (?:[a-z]{2,3} )?\p{Lu}[\p{L}.'’-]*){0,3}`)
	datelineRest  = regexp.MustCompile(`^(?:[,.:/]|\s|\([^()]{1,60}\)|of\b|\p{Lu}[\p{L}.'’-]*|\p{N}[\p{N}.,:]*(?:st|nd|rd|th)?\b)*?\s*?(\s?--+|—|–|\s-|-\s|\s_\s|/\p{Lu}{2,}/\.)\s*`)
	// with the agency and no dash: "New Delhi, Feb 13 (PTI) The"
	datelineAgency = regexp.MustCompile(`^,\s\p{Lu}[\p{L}.]*\s\p{N}{1,2}(?:,\s\p{N}{4})?\s(\(\p{Lu}{2,8}\))\s+`)
)

// findDateline returns the byte offsets of the dateline that the text opens
// with: where it begins, where its place ends, and where what it stands before
// begins. It fails where there is none.
func findDateline(text string) (start, placeEnd, end int, ok bool) {
	for n := 0; n < datelineLines && start < len(text); n++ {
		start += len(text[start:]) - len(strings.TrimLeft(text[start:], " \t\r\n\u00a0"))
		if placeEnd, end, ok = datelineAt(text, start); ok {
			return start, placeEnd, end, true
		}
		line := strings.IndexByte(text[start:], '\n')
		if line < 0 {
			break
		}
		start += line
	}
	return 0, 0, 0, false
}

// datelineAt reads a dateline that begins at offset start.
func datelineAt(text string, start int) (placeEnd, end int, ok bool) {
	at, _, _ := strings.Cut(text[start:], "\n\n")
	words := datelinePlace.FindString(at)
	if words == "" {
		return 0, 0, false
	}
	// the place is the longest that the gazetteer has, else all the words
	place := words
	for place != "" && !isPlaceName(place) {
		place = place[:max(0, strings.LastIndexByte(place, ' '))]
	}
	listed := place != ""
	if !listed {
		place = words
	}
	rest := datelineRest.FindStringSubmatchIndex(at[len(place):])
	if rest == nil {
		rest = datelineAgency.FindStringSubmatchIndex(at[len(place):])
	}
	if rest == nil {
		return 0, 0, false
	}
	between := strings.TrimSpace(at[len(place) : len(place)+rest[2]])
	end = start + len(place) + rest[1]
	figures := strings.ContainsAny(between, "(0123456789")
	if len(strings.Fields(between)) > datelineWords || between != "" && isLetter(between) && !(listed && figures) || !opensStory(text[end:]) {
		return 0, 0, false
	}
	dash := strings.TrimSpace(at[len(place)+rest[2] : len(place)+rest[3]])
	switch {
	case between == "":
		// a bare place: "TEHRAN -- The", but not "Oslo - which he loved -"
		ok = listed && (isUpper(place) || dash == "--") || start == 0 && (listed && !setsOff(text[end:]) || dash != "--" && isTownInCapitals(place))
	case !listed:
		// one that the gazetteer has not needs the look of a dateline
		_, country, _ := strings.Cut(between, " ")
		ok = figures || isUpper(place) && isPlaceName(country)
	default:
		ok = true
	}
	return start + len(place), end, ok
}

// opensStory tells whether text begins with a sentence of prose: not in small
// letters, as one goes on after a dash, and not a line in capitals.
func opensStory(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	line, _, _ := strings.Cut(text, "\n")
	return !unicode.IsLower(first) && strings.ContainsFunc(line, unicode.IsLower)
}

// setsOff tells whether a second dash in the first sentence of text says that
// the first one only set something off.
func setsOff(text string) bool {
	sentence, _, _ := strings.Cut(text, ". ")
	return strings.Contains(sentence, " - ") || strings.Contains(sentence, "–") || strings.Contains(sentence, "—")
}

// isTownInCapitals tells whether a name that no list has looks like that of a
// town at the head of a report: in capitals, no initials, no body's name and no
// label that editors put there, "UPDATE".
func isTownInCapitals(name string) bool {
	words := strings.Fields(name)
	return isUpper(name) && utf8.RuneCountInString(name) > 4 && lex().known[name] == "" &&
		!slices.ContainsFunc(words, func(w string) bool { return lex().labels[strings.ToLower(w)] || strings.Contains(w, ".") })
}

// isPlaceName tells whether the gazetteer has a name, in capitals or not, as
// that of a place.
func isPlaceName(name string) bool {
	switch lookupWritten(name).Kind {
	case gazetteer.City, gazetteer.Country, gazetteer.Region:
		return true
	}
	return false
}

// lookupWritten looks a name up as it is written or, in capitals, as it would
// be elsewhere.
func lookupWritten(name string) gazetteer.Entry {
	e := gazetteer.Lookup(name)
	if e.Kind == gazetteer.None && len(name) > 3 && isUpper(name) {
		e = gazetteer.Lookup(titleCase(name))
	}
	return e
}

// SentenceStarts returns the byte offsets of a clean text at which a sentence
// begins whatever a parser makes of it: at the dateline and behind it, whose
// place would else pass for the end of a headline or a subject of the first
// sentence. Hand them to
// [nlp.Pipeline.Parse].
func SentenceStarts(text string) []int {
	if start, _, end, ok := findDateline(text); ok {
		return []int{start, end}
	}
	return nil
}

// openDateline makes one name of the dateline's place, whatever was seen in
// it, and notes where the dateline is.
func (r *reader) openDateline() {
	r.dateline.place = -1
	start, placeEnd, end, ok := findDateline(r.Text)
	if !ok {
		return
	}
	token := func(offset int) int { // the first from offset on
		i := 0
		for i < len(r.Tokens) && r.Tokens[i].Start < offset {
			i++
		}
		return i
	}
	s := span{start: token(start), end: token(placeEnd), label: "GPE"}
	if s.start >= s.end || r.skip[s.start] {
		return
	}
	s.entry = lookupWritten(r.nameText(s.start, s.end))
	r.datelineAt, r.dateline.end = s.start, token(end)
	r.dateline.day = r.datelineDay(s.start, r.dateline.end)
	spans := []span{s}
	for _, o := range r.spans {
		switch {
		case o.end <= s.start || s.end <= o.start:
			spans = append(spans, o)
		case o.end > r.dateline.end: // "[THORNFORD - Dev Anand]"
			o.start = r.dateline.end
			spans = append(spans, o)
		}
	}
	r.setSpans(spans)
}

// closeDateline drops the names in the dateline that are no places: they are
// no part of the story.
func (r *reader) closeDateline() {
	if r.datelineAt < 0 {
		return
	}
	r.setSpans(slices.DeleteFunc(r.spans, func(s span) bool {
		return s.start > r.datelineAt && s.start < r.dateline.end && s.kind != graph.KindPlace
	}))
}

// datelineDay returns the day that tokens [start, end) name, seen from the
// article's own; "" if they name none.
func (r *reader) datelineDay(start, end int) graph.PartialDate {
	words := make([]string, 0, end-start)
	for i := start; i < end; i++ {
		words = append(words, r.Tokens[i].Lower)
	}
	return dayOf(words, r.published)
}

// DatelineDay returns the day that a clean text's dateline names, seen from
// the article's own; "" if it names none.
func DatelineDay(text string, published graph.PartialDate) graph.PartialDate {
	start, _, end, ok := findDateline(text)
	if !ok {
		return ""
	}
	return dayOf(date.Words(text[start:end]), published)
}

func dayOf(words []string, published graph.PartialDate) graph.PartialDate {
	for _, e := range date.Find(words, func(int) bool { return true }) {
		if day := e.Resolve(date.Anchor{Day: published, Looks: date.Past}).Start; len(day) == len("2006-01-02") {
			return day
		}
	}
	return ""
}

// isUpper tells whether a word has no small letter.
func isUpper(s string) bool {
	for _, c := range s {
		if unicode.ToUpper(c) != c {
			return false
		}
	}
	return true
}
