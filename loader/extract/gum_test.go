package extract

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// gumFloors are the least shares that may be right of what GUM's annotators
// resolved to someone named, and of what this package resolves; raise them when
// they rise.
var gumFloors = map[string]struct{ precision, recall float64 }{
	"pronouns": {0.76, 0.60},
	"nominals": {0.55, 0.03},
}

// TestGUM compares pronouns and nominal mentions with the coreference of GUM's
// news (dev/gum beside the labelled articles): a mention is right if it speaks
// of an entity that shares a name with the annotators'.
func TestGUM(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(sharedFolder(), "dev", "gum", "*.conllu"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("GUM's news are not there; set WHOMET_SHARED to the folder of the labelled articles")
	}
	tally := map[string]*gumTally{"pronouns": {}, "nominals": {}}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		gold := readGUM(string(raw))
		gold.compare(t, readText(t, gold.text), filepath.Base(file), tally)
	}
	for what, n := range tally {
		precision, recall := float64(n.right)/float64(max(1, n.right+n.wrong)), float64(n.right)/float64(max(1, n.gold))
		t.Logf("%s: %d of %d resolved right, of %d with a name: precision %.3f, recall %.3f", what, n.right, n.right+n.wrong, n.gold, precision, recall)
		if floor := gumFloors[what]; precision < floor.precision || recall < floor.recall {
			t.Errorf("%s: the floor is %.2f, %.2f", what, floor.precision, floor.recall)
		}
	}
}

type gumTally struct{ right, wrong, gold int }

// gumMention is a mention of GUM: byte offsets into the text, and what it is by
// its head.
type gumMention struct {
	start, end       int
	cluster          string
	headStart        int
	pronoun, isNamed bool
}

type gumText struct {
	text     string
	mentions []gumMention
	named    map[string][]int // cluster -> starts of the heads of its names
}

// readGUM reads a CoNLL-U file with entities in its last column.
func readGUM(file string) *gumText {
	g := &gumText{named: map[string][]int{}}
	type open struct {
		cluster string
		token   int
	}
	type token struct {
		start, end, head int
		pos              string
	}
	var b strings.Builder
	for _, sentence := range strings.Split(file, "\n\n") {
		if strings.Contains(sentence, "# newpar") && b.Len() > 0 {
			b.WriteString("\n\n")
		}
		var tokens []token
		var stack []open
		type span struct {
			cluster     string
			first, last int
		}
		var spans []span
		for line := range strings.Lines(sentence) {
			f := strings.Split(strings.TrimSpace(line), "\t")
			if len(f) < 10 || strings.ContainsAny(f[0], "-.") {
				continue
			}
			head, _ := strconv.Atoi(f[6])
			start := b.Len()
			b.WriteString(f[1])
			i := len(tokens)
			tokens = append(tokens, token{start, b.Len(), head - 1, f[3]})
			if !strings.Contains(f[9], "SpaceAfter=No") {
				b.WriteByte(' ')
			}
			for _, feature := range strings.Split(f[9], "|") {
				value, ok := strings.CutPrefix(feature, "Entity=")
				for ok && value != "" {
					if value[0] == '(' {
						end := 1 + strings.IndexAny(value[1:]+"(", "()")
						id, _, _ := strings.Cut(value[1:end], "-")
						stack = append(stack, open{id, i})
						if value = value[end:]; value != "" && value[0] == ')' {
							stack = stack[:len(stack)-1]
							spans = append(spans, span{id, i, i})
							value = value[1:]
						}
						continue
					}
					id, rest, _ := strings.Cut(value, ")")
					for n := len(stack) - 1; n >= 0; n-- {
						if stack[n].cluster == id {
							spans = append(spans, span{id, stack[n].token, i})
							stack = slices.Delete(stack, n, n+1)
							break
						}
					}
					value = rest
				}
			}
		}
		for _, s := range spans {
			head := s.last
			for i := s.first; i <= s.last; i++ {
				if h := tokens[i].head; h < s.first || h > s.last {
					head = i
					break
				}
			}
			m := gumMention{start: tokens[s.first].start, end: tokens[s.last].end, cluster: s.cluster, headStart: tokens[head].start,
				pronoun: tokens[head].pos == "PRON" || s.first == s.last && tokens[head].pos == "DET", isNamed: tokens[head].pos == "PROPN"}
			g.mentions = append(g.mentions, m)
			if m.isNamed {
				g.named[s.cluster] = append(g.named[s.cluster], m.headStart)
			}
		}
	}
	g.text = b.String()
	slices.SortFunc(g.mentions, func(a, b gumMention) int { return cmp.Compare(a.start, b.start) })
	return g
}

// compare counts what d resolves right and wrong.
func (g *gumText) compare(t *testing.T, d *document, name string, tally map[string]*gumTally) {
	names := map[int]int{} // byte of a token of a name -> entity
	for _, m := range slices.Concat(d.mentions, d.nested) {
		if m.kind == byName {
			for i := m.start; i < m.end; i++ {
				names[d.Tokens[i].Start] = m.refs[0]
			}
		}
	}
	resolved := map[int]mention{}
	for _, m := range d.mentions {
		if m.kind == byPronoun || m.kind == byTitle {
			resolved[d.Tokens[m.head].Start] = m
		}
	}
	for _, m := range g.mentions {
		if m.isNamed {
			continue
		}
		n := tally["nominals"]
		if m.pronoun {
			n = tally["pronouns"]
		}
		known := map[int]bool{} // entities that share a name with the cluster
		for _, at := range g.named[m.cluster] {
			if e, ok := names[at]; ok {
				known[e] = true
			}
		}
		ours, ok := resolved[m.headStart]
		if len(known) > 0 {
			n.gold++
		}
		switch {
		case !ok:
		case slices.ContainsFunc(ours.refs, func(e int) bool { return known[e] }):
			n.right++
			continue
		default:
			n.wrong++
		}
		if ok || len(known) > 0 && m.pronoun {
			var is, want []string
			for _, e := range ours.refs {
				is = append(is, d.entities[e].name)
			}
			for e := range known {
				want = append(want, d.entities[e].name)
			}
			t.Logf("%s: %q in %q speaks of %q, GUM says %q", name, g.text[m.start:min(m.end, m.start+60)], g.text[max(0, m.start-60):min(len(g.text), m.end+30)], is, want)
		}
	}
}
