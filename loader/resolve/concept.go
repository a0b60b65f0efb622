package resolve

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/whomet/whomet/graph/terms"
)

//go:embed concepts.txt
var conceptsFile string

// concept is a line of concepts.txt: what its forms mean.
type concept struct {
	name    string
	section string // "light", "foreign", "here", "mutual" or "concepts"
	mutual  bool   // a matter between two
}

// form is one wording of a concept, word by word as they are matched.
type form struct {
	words   []string // stems; of an exact form as written
	gap     int      // index of the word that a gap stands before; 0: none
	exact   bool
	concept *concept
}

// frame is a subject that is told by the concepts together.
type frame struct {
	name         string
	alternatives [][]string // names of concepts
	slot         string     // "of", "at", "person" or "all"
	open         bool
}

// ontology is what concepts.txt says.
type ontology struct {
	forms  map[string][]form // by first word, stem or exact
	frames []frame
}

// maxGap is how many content words may stand where a form has "~".
const maxGap = 3

var concepts = sync.OnceValue(func() *ontology {
	o, err := readConcepts(conceptsFile)
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return o
})

func readConcepts(file string) (*ontology, error) {
	o := &ontology{forms: map[string][]form{}}
	known := map[string]bool{"STATE": true}
	section := ""
	for n, line := range strings.Split(file, "\n") {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		switch {
		case line == "":
			continue
		case line[0] == '[':
			section = strings.Trim(line, "[]")
			continue
		}
		fields := strings.Split(line, "|")
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		var err error
		switch {
		case section == "frames" && len(fields) == 5:
			err = o.addFrame(fields, known)
		case section != "frames" && len(fields) == 3:
			name, mutual := strings.CutSuffix(fields[0], "*")
			c := &concept{strings.TrimSpace(name), section, mutual}
			known[c.name] = true
			for _, written := range strings.Split(fields[1], ";") {
				o.addForm(written, c)
			}
		default:
			err = fmt.Errorf("%d fields", len(fields))
		}
		if err != nil {
			return nil, fmt.Errorf("concepts.txt line %d: %w", n+1, err)
		}
	}
	return o, nil
}

func (o *ontology) addForm(written string, c *concept) {
	f := form{concept: c}
	written, f.exact = strings.CutPrefix(strings.TrimSpace(written), "=")
	before, after, gapped := strings.Cut(written, "~")
	cut := terms.Words
	if f.exact {
		cut = strings.Fields
	}
	f.words = cut(before)
	if gapped {
		f.gap = len(f.words)
		f.words = append(f.words, cut(after)...)
	}
	o.forms[f.words[0]] = append(o.forms[f.words[0]], f)
}

func (o *ontology) addFrame(fields []string, known map[string]bool) error {
	f := frame{name: fields[0], slot: fields[2], open: fields[3] == "open"}
	if !slices.Contains([]string{"of", "at", "person", "all"}, f.slot) || !f.open && fields[3] != "closed" {
		return fmt.Errorf("frame %s has slot %q and is %q", f.name, fields[2], fields[3])
	}
	for _, a := range strings.Split(fields[1], ";") {
		names := strings.Fields(a)
		for _, n := range names {
			if !known[n] {
				return fmt.Errorf("frame %s: no concept is called %q", f.name, n)
			}
		}
		f.alternatives = append(f.alternatives, names)
	}
	o.frames = append(o.frames, f)
	return nil
}

// match returns the concepts of the longest forms that begin at the token,
// and the tokens that they are made of.
func (o *ontology) match(tokens []token, at int) ([]*concept, []int) {
	var found []*concept
	var made []int
	best := 0
	for _, exact := range []bool{true, false} {
		first := tokens[at].stem
		if exact {
			first = tokens[at].word
		}
		for _, f := range o.forms[first] {
			if f.exact != exact {
				continue
			}
			at, ok := f.at(tokens, at)
			// An exact form stands before others of its length.
			if score := 2 * len(f.words); ok && score+bit(f.exact) >= best {
				if score+bit(f.exact) > best {
					found, made, best = nil, at, score+bit(f.exact)
				}
				found = append(found, f.concept)
			}
		}
	}
	return found, made
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// at returns the tokens of the form where it begins at a token.
func (f form) at(tokens []token, start int) ([]int, bool) {
	var made []int
	next := start
	for i, w := range f.words {
		left := 0 // content words that may be passed over
		if f.gap > 0 && i == f.gap {
			left = maxGap
		}
		for ; next < len(tokens); next++ {
			t := tokens[next]
			if t.name == nil && (f.exact && t.word == w || !f.exact && t.stem == w) {
				break
			}
			if f.gap == 0 || i != f.gap || t.name == nil && !idle[t.stem] && left == 0 {
				return nil, false
			}
			if t.name == nil && !idle[t.stem] {
				left--
			}
		}
		if next == len(tokens) {
			return nil, false
		}
		made = append(made, next)
		next++
	}
	return made, true
}
