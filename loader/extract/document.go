package extract

import (
	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/nlp"
)

// document is an article as it is being read: its parse, what is known about
// it from outside, whom it names. Entities fill it first; occurrences read it.
type document struct {
	*nlp.Doc
	published graph.PartialDate // the article's day, "" if not known
	title     string            // the headline, not part of the text

	explaining bool // reports bear their reasons

	// dateline, as the text opens: "TEHRAN, January 15 (RHC) --".
	dateline dateline

	entities []entity
	nations  []int     // entity -> the state it is of, -1 if none is told
	mentions []mention // by start; no two overlap
	at       []int     // token -> index of the mention that covers it, or -1
	// nested are the names inside mentions by title, by start: the country in
	// "the Syrian premier", whose tokens speak of the premier.
	nested []mention
	// titleAt leads from the last word of an office that stands with a name to
	// that name's mention, or -1: both "Secretary" in "Secretary of Iran's
	// Council Ali X" and "premier" in "X, the Syrian premier" lead to X. Where
	// the parse makes the office the head of the phrase, look here.
	titleAt []int

	// holders leads from an office in the plural to the heads of the names of its
	// holders: "the premiers of Peru and Chile, X and Y".
	holders map[int][]int
	// seats leads from an office in the plural to the tokens of its states: "the
	// premiers of Peru and Chile".
	seats map[int][]int
	// officers leads from a noun for the holders of an office, none of whom is
	// named, to their states: "the two ministers".
	officers map[int][]int

	words []word // of the tokens, see word
}

// dateline is the place and day that an agency report opens with. place is an
// index into entities, -1 if none; day is "" if none; end is the first token
// after it.
type dateline struct {
	place int
	day   graph.PartialDate
	end   int
}

// entity is someone or something the article names.
type entity struct {
	kind      graph.NodeKind
	name      string // fullest form, without titles
	aliases   []string
	positions []position
	// demonymOnly: a country that the article has only as a demonym.
	demonymOnly bool
	gender      byte // 'm', 'f' or 0, from titles, the given name and pronouns
	guessed     bool // the gender is only what most of that given name are
}

// position is an office; of is an index into entities, or -1 and ofText tells.
type position struct {
	title  string
	of     int
	ofText string
}

// mentionKind tells what a mention is made of.
type mentionKind byte

const (
	byName    mentionKind = iota // "Angela Merkel", "Merkel", "the EU"
	byTitle                      // "the Syrian premier", "the two leaders", "the company"
	byPronoun                    // "he", "they", "his"
	byDemonym                    // "Iranian" as the country
)

// mention is a stretch of tokens that speaks of one or more entities.
type mention struct {
	start, end int // tokens, end exclusive: the name without its titles
	head       int // the token that governs the rest
	kind       mentionKind
	refs       []int // indexes into entities; several for "the two leaders"
	// title is the office that stands with this very mention ("Foreign
	// Minister"), and titleOf the entity it is held at, or -1.
	title   string
	titleOf int
}

// mentionAt returns the mention that covers the token, nil if none.
func (d *document) mentionAt(token int) *mention {
	if i := d.at[token]; i >= 0 {
		return &d.mentions[i]
	}
	return nil
}
