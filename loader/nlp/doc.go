package nlp

import "sync"

// Doc is a parsed text. It is read-only once Parse has returned it, and may
// then be shared between goroutines.
type Doc struct {
	// Text is the text as it was given to Parse, byte for byte.
	Text string
	// Tokens cover the text in order; what lies between two of them is at
	// most the one space that Token.Space announces.
	Tokens []Token
	// Sents are the sentences, in order; together they cover all tokens.
	Sents []Span
	// Ents are the named entities, in order; they do not overlap.
	Ents []Ent

	// Children of token i are childList[childFrom[i]:childFrom[i+1]].
	childFrom, childList []int

	words *lemmatizer // nil if it is unknown

	marksOnce sync.Once
	marks     []runeMark // nil for ASCII
}

// Word tells whether a word in small letters is one of the language: a form of a
// noun, a verb, an adjective or an adverb in the lemmatizer's lists, which are
// WordNet's and have some well known names as well. Names that nobody made of words
// are none.
func (d *Doc) Word(lower string) bool { return d.words != nil && d.words.knows(lower) }

// Span is a run of tokens: indexes into Doc.Tokens, End exclusive.
type Span struct{ Start, End int }

// Len returns the number of tokens in s.
func (s Span) Len() int { return s.End - s.Start }

// Ent is a named entity: a run of tokens (End exclusive) and an OntoNotes
// label such as "PERSON", "ORG", "GPE", "DATE".
type Ent struct {
	Start, End int
	Label      string
}

// Span returns the tokens of e.
func (e Ent) Span() Span { return Span{e.Start, e.End} }

// Token is one word, punctuation mark or run of white space.
type Token struct {
	Start, End int    // byte offsets into Doc.Text, End exclusive
	Space      bool   // one space follows
	Text       string // Doc.Text[Start:End]
	Lower      string // Text in lower case
	Norm       string // normalised form: "not" for "n't"
	Shape      string // "Xxxx" for "Minister", "dddd" for "2003"
	Lemma      string // base form: "meet" for "met"
	Tag        string // Penn Treebank tag: "VBD"
	POS        string // Universal part of speech: "VERB"
	Morph      string // Universal features: "Tense=Past|VerbForm=Fin"
	Dep        string // label of the arc from Head, ClearNLP scheme: "nsubj"
	Head       int    // token index of the head; a root heads itself
	Sent       int    // index into Doc.Sents
	EntIOB     byte   // 'B', 'I' or 'O'
	EntType    string // label of the entity the token is in, or ""
	// Left and Right bound the token's subtree: the token indexes of its
	// leftmost token and of one past its rightmost. As spaCy's left_edge and
	// right_edge, they may leave out some of it where arcs cross.
	Left, Right int
}

// Children returns the tokens headed by token i, in order. The slice belongs
// to the Doc; do not change it.
func (d *Doc) Children(i int) []int {
	return d.childList[d.childFrom[i]:d.childFrom[i+1]:d.childFrom[i+1]]
}

// Subtree returns the span from the leftmost to the rightmost token of the
// subtree of token i.
func (d *Doc) Subtree(i int) Span { return Span{d.Tokens[i].Left, d.Tokens[i].Right} }

// SentOf returns the sentence that token i stands in.
func (d *Doc) SentOf(i int) Span { return d.Sents[d.Tokens[i].Sent] }

// TextOf returns the text from the first token of s to its last, without the
// space after it. It is "" for an empty span.
func (d *Doc) TextOf(s Span) string {
	if s.Start >= s.End {
		return ""
	}
	return d.Text[d.Tokens[s.Start].Start:d.Tokens[s.End-1].End]
}
