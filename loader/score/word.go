package score

import (
	"regexp"
	"slices"
	"strings"
)

// maxTopicWords is how long a topic may be and still find something: one as
// long as a paragraph says nothing.
const maxTopicWords = 40

var (
	theStates  = regexp.MustCompile(`\bU\.\s?S\.(A\.)?|\bUSA?\b`)
	genitive   = regexp.MustCompile(`['’]s\b`)
	apostrophe = strings.NewReplacer("'", "", "’", "")
	plainWord  = regexp.MustCompile(`[a-z0-9]+`)
)

// wordsOf returns the words of a text, in lower case without diacritics.
func wordsOf(text string) []string {
	text = fold(theStates.ReplaceAllString(text, "us"))
	return plainWord.FindAllString(apostrophe.Replace(genitive.ReplaceAllString(text, "")), -1)
}

// stemOf takes the endings off an English word that its kin differ in.
func stemOf(w string) string {
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		w = w[:len(w)-3] + "y"
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		w = w[:len(w)-1]
	}
	for _, ending := range []string{"ation", "ing", "ion", "ed", "al"} {
		if strings.HasSuffix(w, ending) && len(w)-len(ending) >= 4 {
			w = w[:len(w)-len(ending)]
			break
		}
	}
	if strings.HasSuffix(w, "e") && len(w) > 3 {
		w = w[:len(w)-1]
	}
	return w
}

func wordFits(wanted, word string) bool {
	s := stemOf(wanted)
	return s == stemOf(word) || len(s) >= 5 && strings.HasPrefix(word, s)
}

// gap is how many words may stand between those of one wording: "drive out" is
// in "drive the American forces out".
const gap = 4

func wordingFits(wording string, words []string) bool {
	wanted := wordsOf(wording)
	if len(wanted) == 0 {
		return false
	}
	var ends []int // where the wording up to here may end
	for i, w := range words {
		if wordFits(wanted[0], w) {
			ends = append(ends, i)
		}
	}
	for _, w := range wanted[1:] {
		var next []int
		for _, i := range ends {
			for j := i + 1; j < min(i+2+gap, len(words)); j++ {
				if wordFits(w, words[j]) {
					next = append(next, j)
				}
			}
		}
		ends = next
	}
	return len(ends) > 0
}

// in tells whether the words speak of the topic: each of its items in some
// wording.
func (t topic) in(words []string) bool {
	for _, item := range t {
		if !slices.ContainsFunc(item, func(wording string) bool { return wordingFits(wording, words) }) {
			return false
		}
	}
	return len(t) > 0
}

func (t topic) String() string {
	var items []string
	for _, item := range t {
		items = append(items, strings.Join(item, "|"))
	}
	return strings.Join(items, " + ")
}

// overlap returns which part of the words of the shorter text the other has.
func overlap(a, b string) float64 {
	x, y := wordSet(strings.Join(wordsOf(a), " ")), wordSet(strings.Join(wordsOf(b), " "))
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	n := 0
	for w := range x {
		if y[w] {
			n++
		}
	}
	return float64(n) / float64(min(len(x), len(y)))
}
