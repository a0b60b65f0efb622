package resolve

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/datafile"
)

//go:embed concepts
var conceptFiles embed.FS

// The files of concepts, one for each beat of the news. Of two senses of a
// word that nothing else in a wording tells apart the earlier file's holds.
var beats = []string{"common", "doings", "state", "courts", "economy", "work", "health", "nature", "technology", "society", "transport", "culture", "sports"}

// Beats that tell nothing of a wording's.
const common, doings = "common", "doings"

// concept is a line of the files in concepts: what its forms mean.
type concept struct {
	name     string
	parts    []string // the concepts that it is made of, itself if of none
	kind     string   // what it is one of: of MEASLES it is DISEASE
	closer   string   // what says it more closely: tanks, of ARMS
	section  string   // "light", "stand", "carrier", "beside", "more", "foreign", "here", "body", "mutual", "framed" or "concepts"
	beat     string   // the file
	mutual   bool     // a matter between two
	listed   bool     // one of a list of [kinds]
	setting  bool     // what a wording may leave to its other concepts
	converse bool     // of what a transfer is to the one who gets: "buy" of SELL
	beside   []string // the concepts and kinds beside which its forms say nothing
}

// is tells whether the concept is the one of the name, or of that kind.
func (c *concept) is(name string) bool {
	return c.kind == name || slices.Contains(c.parts, name)
}

// light tells whether its forms say something about a subject, and make none.
func (c *concept) light() bool { return c.section == "light" || c.section == "stand" }

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
	slot         string     // "of", "at", "to", "person", "all" or "each"
	open         bool
}

// ontology is what the files of concepts say.
type ontology struct {
	forms  map[string][]form // by first word, stem or exact
	beside []*concept
	frames []frame
	bodies map[string]string // by folded name, what a body can be called
}

// maxGap is how many content words may stand where a form has "~".
const maxGap = 3

var concepts = sync.OnceValue(func() *ontology {
	files, err := fs.Sub(conceptFiles, "concepts")
	if err == nil {
		var o *ontology
		if o, err = readConcepts(files, beats); err == nil {
			return o
		}
	}
	panic(err) // the files are part of the program, and a test reads them
})

// readConcepts reads the files of the beats. Frames may be of the concepts of
// any file.
func readConcepts(files fs.FS, beats []string) (*ontology, error) {
	o := &ontology{forms: map[string][]form{}, bodies: map[string]string{}}
	known := map[string]bool{"STATE": true}
	for _, pass := range []string{"concepts", "frames"} {
		for _, beat := range beats {
			text, err := fs.ReadFile(files, beat+".txt")
			if err != nil {
				return nil, err
			}
			if err := o.read(beat, string(text), pass == "frames", known); err != nil {
				return nil, err
			}
		}
	}
	for _, c := range o.beside {
		for _, n := range c.beside {
			if !known[n] {
				return nil, fmt.Errorf("%s.txt: beside %q: there is no such concept", c.beat, n)
			}
		}
	}
	return o, nil
}

// read reads the frames of a file, or else its other sections.
func (o *ontology) read(beat, text string, frames bool, known map[string]bool) error {
	section := ""
	for n, line := range datafile.Lines(text) {
		switch {
		case line[0] == '[':
			section = strings.Trim(line, "[]")
			continue
		case frames != (section == "frames"):
			continue
		}
		fields := strings.Split(line, "|")
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		var err error
		switch {
		case frames && len(fields) == 5:
			err = o.addFrame(fields, known)
		case !frames && len(fields) == 3:
			o.addConcepts(fields, section, beat, known)
		default:
			err = fmt.Errorf("%d fields", len(fields))
		}
		if err != nil {
			return fmt.Errorf("%s.txt line %d: %w", beat, n, err)
		}
	}
	return nil
}

func (o *ontology) addConcepts(fields []string, section, beat string, known map[string]bool) {
	c := &concept{section: section, beat: beat}
	switch section {
	case "beside":
		c.beside = strings.Fields(fields[0])
		o.beside = append(o.beside, c)
	case "kinds": // each form is a concept of its own
		known[fields[0]] = true
		for _, written := range strings.Split(fields[1], ";") {
			name := strings.Join(roots(written), " ")
			o.addForm(written, &concept{name: name, parts: []string{name}, kind: fields[0], listed: true, section: "concepts", beat: beat})
		}
		return
	case "body":
		c.name = fields[0]
		for _, n := range strings.Split(fields[2], ";") {
			o.bodies[terms.Fold(n)] = c.name
		}
	default:
		name := fields[0]
		name, c.closer, _ = strings.Cut(name, "/")
		name, c.kind, _ = strings.Cut(name, ":")
		name, c.mutual = strings.CutSuffix(name, "*")
		name, c.converse = strings.CutSuffix(name, "^")
		name, c.setting = strings.CutSuffix(name, "-")
		c.name, c.parts = name, strings.Split(name, "+")
		for _, n := range append(c.parts, c.kind) {
			known[n] = true
		}
	}
	for _, written := range strings.Split(fields[1], ";") {
		o.addForm(written, c)
	}
}

func (o *ontology) addForm(written string, c *concept) {
	f := form{concept: c}
	written, f.exact = strings.CutPrefix(strings.TrimSpace(written), "=")
	before, after, gapped := strings.Cut(written, "~")
	cut := roots
	if f.exact {
		cut = strings.Fields
	}
	f.words = cut(before)
	if gapped {
		f.gap = len(f.words)
		f.words = append(f.words, cut(after)...)
	}
	if len(f.words) == 0 {
		return // a line whose forms are to come
	}
	o.forms[f.words[0]] = append(o.forms[f.words[0]], f)
}

func (o *ontology) addFrame(fields []string, known map[string]bool) error {
	f := frame{name: fields[0], slot: fields[2], open: fields[3] == "open"}
	if !slices.Contains([]string{"of", "at", "to", "person", "all", "each"}, f.slot) || !f.open && fields[3] != "closed" {
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
// and the tokens that they are made of. What says nothing beside another thing
// may yet mean one of its own.
func (o *ontology) match(tokens []token, at int) ([]*concept, []int) {
	var found, beside []*concept
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
			if f.concept.section == "beside" && len(f.words) == 1 {
				beside = append(beside, f.concept)
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
	if made == nil && beside != nil {
		made = []int{at}
	}
	return append(found, beside...), made
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
