package clean

import (
	"regexp"
	"strings"
	"unicode"
)

// dateline opens wire copy: a place, perhaps a day, the outlet in brackets, and
// a dash: "TEHRAN (Tasnim) –", "Tehran, January 15 (RHC)--". Its group is the
// outlet. The dateline stays in the text.
var dateline = regexp.MustCompile(`^(?:\p{Lu}[\p{L}.,'’/ -]{1,50}(?:,? ?[\p{L}.]{3,10} \d{1,2}(?:,? \d{4})?|,? ?\d{1,2} [\p{L}.]{3,10}(?: \d{4})?)?,? ?)?\(([^()]{2,40})\)\s?(?:[-–—]|\.\s?[-–—])`)

// outletWord is what most names of outlets hold.
var outletWord = regexp.MustCompile(`(?i)\b(?:news(?:paper|wire)?|times|post|radio|tv|television|agency|press|herald|courier|tribune|guardian|journal|gazette|observer|telegraph|chronicle|star|mail|mirror|standard|independent|globe|monitor|wire|broadcasting|dispatch|daily|weekly|review|voice|online|today|media|magazine|bulletin|examiner|inquirer|sentinel)\b`)

// isName tells whether s reads as a name: a few words, most with a capital, and
// no end of a sentence.
func isName(s string) bool {
	fields := strings.Fields(s)
	if len(fields) == 0 || len(fields) > 6 || endsSentence(s) || strings.ContainsAny(s, ",:;<>@/") {
		return false
	}
	lower := 0
	for _, w := range fields {
		r := []rune(w)[0]
		switch {
		case unicode.IsDigit(r):
			return false
		case !unicode.IsUpper(r):
			lower++
		}
	}
	return lower <= len(fields)/3 && unicode.IsUpper([]rune(fields[0])[0])
}

// isOutlet tells whether a last line that stands alone signs the text with an
// outlet's name: any name in bold, or one that says what it is.
func isOutlet(l textLine) bool {
	return isName(l.text) && (l.bold || outletWord.MatchString(l.text))
}

var (
	bareURL    = regexp.MustCompile(`^[<(\[]?((?:https?://|www\.)[^\s<>]+?)[>)\]]?$`)
	labelURL   = regexp.MustCompile(`(?i)^(?:(?:article |original |short |canonical |perma)?(?:url|link)|source|permalink|read (?:the )?original(?: article)?(?: at)?|available at|retrieved from)\s?:?\s+[<(\[]?((?:https?://|www\.)[^\s<>]+?)[>)\]]?$`)
	markupURL  = regexp.MustCompile(`^\[[^\]]*\]\((https?://[^\s)]+)\)$`)
	ownSlug    = 2 // words of the headline that an address must hold to be the article's own
	slugBreaks = regexp.MustCompile(`[-_/.?=&%+]+`)
)

// address gives the address that a line consists of, and whether the line calls
// it the article's own.
func address(s string) (url string, labelled, ok bool) {
	if m := labelURL.FindStringSubmatch(s); m != nil {
		return m[1], true, true
	}
	if m := bareURL.FindStringSubmatch(s); m != nil {
		return m[1], false, true
	}
	if m := markupURL.FindStringSubmatch(s); m != nil {
		return m[1], false, true
	}
	return "", false, false
}

// isOwn tells whether an address speaks of the article with this headline. An
// article's id rests on it, so that a link to anything else must not pass.
func isOwn(url, title string) bool {
	slug := map[string]bool{}
	for _, w := range slugBreaks.Split(strings.ToLower(url), -1) {
		slug[w] = true
	}
	n := 0
	for _, w := range words(title) {
		if slug[w] {
			n++
			slug[w] = false
		}
	}
	return n >= ownSlug
}
