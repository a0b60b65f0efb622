package nlp

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vmihailenco/msgpack/v5"
)

// lemmatizer finds base forms by WordNet's exceptions and suffix rules, part
// of speech by part of speech. It is spaCy's rule lemmatizer for English.
type lemmatizer struct{ tables map[string]*lemmaTable }

// lemmaTable is what the lemmatizer knows of one part of speech.
type lemmaTable struct {
	rules      [][]string // pairs: a suffix and what replaces it
	exceptions map[string][]string
	index      map[string]bool // the base forms
}

// lemmaMemo is a lemma with what it depends on beside the lexeme.
type lemmaMemo struct{ pos, morph, lemma string }

// readLemmatizer reads lemmatizer/lookups/lookups.bin.
func readLemmatizer(b []byte) (*lemmatizer, error) {
	var file struct {
		Rules      map[uint64][][]string          `msgpack:"lemma_rules"`
		Exceptions map[uint64]map[string][]string `msgpack:"lemma_exc"`
		Index      map[uint64][]string            `msgpack:"lemma_index"`
	}
	if err := msgpack.Unmarshal(b, &file); err != nil {
		return nil, err
	}
	l := &lemmatizer{tables: map[string]*lemmaTable{}}
	for _, pos := range universalPOS {
		id := stringID(strings.ToLower(pos))
		t := &lemmaTable{rules: file.Rules[id], exceptions: file.Exceptions[id], index: map[string]bool{}}
		for _, rule := range t.rules {
			if len(rule) != 2 {
				return nil, fmt.Errorf("rule %q of %s is not a pair", rule, pos)
			}
		}
		for _, form := range file.Index[id] {
			t.index[form] = true
		}
		if len(t.rules)+len(t.exceptions)+len(t.index) > 0 {
			l.tables[pos] = t
		}
	}
	if len(l.tables) == 0 {
		return nil, fmt.Errorf("no table for any part of speech")
	}
	return l, nil
}

// universalPOS are the parts of speech a lemma table may be for.
var universalPOS = []string{"ADJ", "ADP", "ADV", "AUX", "CCONJ", "CONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}

// apply sets the lemma of the tokens that have none yet.
func (l *lemmatizer) apply(tokens []Token, spans []span) {
	for i := range tokens {
		t := &tokens[i]
		if t.Lemma != "" {
			continue
		}
		memo := spans[i].lex.lemma.Load()
		if memo == nil || memo.pos != t.POS || memo.morph != t.Morph {
			lex := spans[i].lex
			memo = &lemmaMemo{t.POS, t.Morph, l.lemma(lex.text, lex.lower, t.POS, t.Morph)}
			lex.lemma.Store(memo)
		}
		t.Lemma = memo.lemma
	}
}

// lemma returns the base form of text.
func (l *lemmatizer) lemma(text, lower, pos, morph string) string {
	if pos == "" || pos == "SPACE" || isBaseForm(pos, morph) {
		return lower
	}
	t := l.tables[pos]
	switch {
	case t == nil && pos == "PROPN":
		return text
	case t == nil:
		return lower
	}
	forms, unknown := t.byRules(lower)
	exception := ""
	for _, form := range t.exceptions[lower] {
		// spaCy puts each exception in front, unless the rules found it too.
		if !slices.Contains(forms, form) {
			forms, exception = append(forms, form), form
		}
	}
	switch {
	case exception != "":
		return exception
	case len(forms) > 0:
		return forms[0]
	case unknown != "":
		return unknown
	}
	return text
}

// byRules returns what the suffix rules make of lower: the known base forms,
// last first, then what is no word; and the first of the unknown words.
func (t *lemmaTable) byRules(lower string) (forms []string, unknown string) {
	for _, rule := range t.rules {
		stem, ok := strings.CutSuffix(lower, rule[0])
		if !ok {
			continue
		}
		switch form := stem + rule[1]; {
		case form == "":
		case t.index[form]:
			forms = slices.Insert(forms, 0, form)
		case !allAlpha(form):
			forms = append(forms, form)
		case unknown == "":
			unknown = form
		}
	}
	return forms, unknown
}

// knows tells whether lower is a known base form of any part of speech, an
// exception to its rules, or made of one by its rules.
func (l *lemmatizer) knows(lower string) bool {
	for _, t := range l.tables {
		if t.index[lower] || t.exceptions[lower] != nil {
			return true
		}
		for _, rule := range t.rules {
			if stem, ok := strings.CutSuffix(lower, rule[0]); ok && t.index[stem+rule[1]] {
				return true
			}
		}
	}
	return false
}

// isBaseForm says that a token with these features is its own lemma.
func isBaseForm(pos, morph string) bool {
	form := feature(morph, "VerbForm")
	switch {
	case pos == "NOUN" && feature(morph, "Number") == "Sing":
		return true
	case pos == "VERB" && form == "Fin" && feature(morph, "Tense") == "Pres" && feature(morph, "Number") == "":
		return true
	}
	return form == "Inf" || form == "None" || feature(morph, "Degree") == "Pos"
}

// feature returns the value of a feature in "Name=Value|Name=Value".
func feature(morph, name string) string {
	for morph != "" {
		var f string
		f, morph, _ = strings.Cut(morph, "|")
		if k, v, ok := strings.Cut(f, "="); ok && k == name {
			return v
		}
	}
	return ""
}
