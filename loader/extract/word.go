package extract

import (
	"strings"
	"sync"

	"github.com/whomet/whomet/loader/nlp"
)

// word is what the data files say of one token. A document looks each of its
// tokens up once; most are in no file, and whoever asks about them is answered
// by a bit or an empty list.
type word struct {
	lemma  string // in lower case, see lemmaOf
	*sense        // of the lemma
	traits traits // of the word as it is written
}

// sense is what the data files say of a word in lower case.
type sense struct {
	verb, noun           []*trigger      // triggers.txt
	eventVerb, eventNoun []*eventTrigger // events.txt
	governor             *governor       // governors.txt
	governs              bool            // alone or with a particle ("call off"), it is in governors.txt
	particled            bool            // with a particle ("blow+up"), it is in events.txt

	representative, person, press bool // people.txt
	says                          bool // speech.txt, both sections

	traits traits
}

// traits are what the lists of names and titles say of a word in lower case.
type traits uint8

const (
	titleWord    traits = 1 << iota // a title by itself
	titleEnd                        // the last word of a longer title
	titleOpening                    // how a longer title begins, see opening
	bodyOpening                     // the first word of a body
	nameOpening                     // the first word of a listed name that begins with a small letter
)

// readWords looks all tokens up.
func (d *document) readWords() {
	d.words = make([]word, len(d.Tokens))
	for i := range d.Tokens {
		t, w := &d.Tokens[i], &d.words[i]
		w.lemma = lemmaOf(t)
		w.sense = senseOf(w.lemma)
		written := w.sense
		if t.Lower != w.lemma {
			written = senseOf(t.Lower)
		}
		w.traits = written.traits
		if o := opening(t.Lower); o != t.Lower {
			w.traits |= senseOf(o).traits & titleOpening
		}
	}
}

// senseOf returns what the data files say of a word, the zero sense if nothing.
func senseOf(lower string) *sense {
	if s := senses()[lower]; s != nil {
		return s
	}
	return &noSense
}

var noSense sense

// word returns what the data files say of a token.
func (d *document) word(token int) *word {
	if d.words == nil {
		d.readWords()
	}
	return &d.words[token]
}

// is tells whether a token has one of the traits.
func (d *document) is(token int, of traits) bool { return d.word(token).traits&of != 0 }

// lemma is the lemma in lower case (names keep theirs in the parse), with the
// slips of the model's lemma rules mended.
func (d *document) lemma(token int) string { return d.word(token).lemma }

func lemmaOf(t *nlp.Token) string {
	if t.POS == "VERB" {
		if slip, ok := lemmaSlips[t.Lemma]; ok {
			return slip
		}
	}
	l := t.Lower
	if t.Lemma != t.Text {
		l = strings.ToLower(t.Lemma)
	}
	if t.Tag == "NNPS" { // "U.S. Officials": the model keeps names whole
		return strings.TrimSuffix(l, "s")
	}
	return l
}

// lemmaSlips are verbs whose lemma the model's rules give as another word's.
var lemmaSlips = map[string]string{
	"hop": "hope", "din": "dine", "stag": "stage", "wag": "wage", "slat": "slate", "rap": "rape", "ax": "axe",
}

// senses gathers the data files by word.
var senses = sync.OnceValue(func() map[string]*sense {
	out := map[string]*sense{}
	of := func(lemma string) *sense {
		s := out[lemma]
		if s == nil {
			s = &sense{}
			out[lemma] = s
		}
		return s
	}
	for lemma, t := range triggers["verb"] {
		of(lemma).verb = t
	}
	for lemma, t := range triggers["noun"] {
		of(lemma).noun = t
	}
	for lemma, t := range eventTriggers["noun"] {
		of(lemma).eventNoun = t
	}
	for lemma, t := range eventTriggers["verb"] {
		if verb, _, ok := strings.Cut(lemma, "+"); ok {
			of(verb).particled = true
		}
		of(lemma).eventVerb = t
	}
	for words, g := range governors {
		lemma, _, phrase := strings.Cut(words, " ")
		of(lemma).governs = true
		if !phrase {
			of(lemma).governor = g
		}
	}
	people := wordSections(peopleText)
	for lemma := range people["representatives"] {
		of(lemma).representative = true
	}
	for lemma := range people["people"] {
		of(lemma).person = true
	}
	for lemma := range people["press"] {
		of(lemma).press = true
	}
	for word, t := range lex().traits {
		of(word).traits = t
	}
	for lemma := range lex().speech {
		of(lemma).says = true
	}
	for lemma := range lex().spoken {
		of(lemma).says = true
	}
	return out
})
