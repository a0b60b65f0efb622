package resolve

import (
	"slices"
	"strings"
)

// weights are the words of a wording by how much each tells of its subject.
type weights struct {
	firm     []string // concepts
	things   int      // those of them that are no doing, and nothing between two
	between  int      // those that are fields of what is between two: trade, energy
	settings []string // concepts that a wording may leave to the others
	unknown  []string // words without a concept
	carriers []string // concepts that only carry what is named: "the situation in"
	light    []string
	said     []string // what a clause says of its subject
}

func (w *weights) add(c *concept) {
	if c.setting {
		w.settings = append(w.settings, c.parts...)
		return
	}
	for _, p := range c.parts {
		if !slices.Contains(w.firm, p) {
			w.firm = append(w.firm, p)
			w.things += bit(c.beat != doings && !c.mutual)
			w.between += bit(c.mutual && p != "COOPERATION" && p != "RELATIONS")
		}
	}
}

// enough is how many things tell what a wording is about without the words
// that say it more closely.
const enough = 2

// weigh makes of the words those of the subject, and its modifiers. Beside
// things enough the rest says it more closely: "the strike of the railways'
// drivers" is a strike of the railways.
func (g *gist) weigh(w *weights) {
	things := w.things + bit(g.frame != nil)
	g.words = append(g.words, w.firm...)
	if things == 0 && len(g.words) < enough {
		g.words = append(g.words, w.settings...)
	} else {
		g.modifiers = append(g.modifiers, w.settings...)
	}
	if things < enough {
		g.words = append(g.words, w.unknown...)
	} else {
		g.modifiers = append(g.modifiers, w.unknown...)
	}
	// Beside their field, relations are cooperation, and nothing more if the
	// field is one of what is between two: "energy ties", "ties in trade".
	if i := slices.Index(g.words, "RELATIONS"); i >= 0 && len(g.words) > 1 {
		g.words[i] = "COOPERATION"
	}
	if w.between > 0 {
		g.words = slices.DeleteFunc(g.words, func(s string) bool { return s == "COOPERATION" })
	}
}

// fallBack makes a subject of what says little where nothing says more. What
// a clause says of its subject makes it no other: "sanctions would hurt the
// poor"; but "it would hurt the poor" has only what is said. "The situation in
// Syria" is Syria, but "the position of Syria" is not all of it.
func (g *gist) fallBack(w *weights) {
	if len(g.words) > 0 || g.frame != nil {
		return
	}
	switch {
	case len(w.carriers) == 0:
		g.words = slices.Concat(g.modifiers, w.light, w.said)
	case len(g.all) == 0:
		g.words = slices.Concat(g.modifiers, w.carriers, w.said)
	default:
		g.words = g.modifiers
	}
	g.modifiers = nil
}

// modifier tells by its ending whether a word without a concept may be a
// participle, an adverb or an adjective: "treated", "badly", "hazardous". A
// word in -ing is as often the head: "the burning of".
func modifier(word string) bool {
	for _, end := range []string{"ed", "ly", "ous", "ful", "less", "able", "ible"} {
		if strings.HasSuffix(word, end) && len(word) > len(end)+2 {
			return true
		}
	}
	return false
}

// number tells whether a word is one in digits, which says more closely what
// the others tell: "the 2025 budget".
func number(word string) bool { return strings.Trim(word, "0123456789") == "" }
