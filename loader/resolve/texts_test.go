package resolve

import (
	"bufio"
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
	"github.com/whomet/whomet/loader/nlp"
	"github.com/whomet/whomet/loader/nlp/model/modeltest"
)

// twoTexts is a line of testdata/texts.
type twoTexts struct {
	kind        string
	texts, said [2]string
	same        bool
}

// nodes returns the nodes that the two names lead to, "" for one that is not
// read as an entity of the kind.
func (c twoTexts) nodes(t *testing.T, pipeline *nlp.Pipeline) (out [2]graph.ID) {
	t.Helper()
	m := newMemory(t)
	var all []graph.Claims
	for i, text := range c.texts {
		meta := extract.Meta{Path: string(rune('a' + i)), PublishedAt: "2015-06-01", Language: "en"}
		claims, err := Claims(extract.Read(pipeline.Parse(text, extract.SentenceStarts(text)...), meta), extract.Version, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, claims)
	}
	if _, err := Add(context.Background(), m, all); err != nil {
		t.Fatal(err)
	}
	for i := range all {
		text := []rune(c.texts[i])
		for _, mention := range read(&all[i]).mentions {
			for _, s := range mention.Spans {
				// "Mr Thieu" is told by the span "Thieu", "Spanish" may stand in "Spanish government".
				if words := string(text[s.Start:s.End]); string(mention.Kind) == c.kind && (strings.HasSuffix(c.said[i], words) || strings.HasPrefix(words, c.said[i])) {
					out[i] = m.units[mention.Unit].Node
				}
			}
		}
	}
	return out
}

// TestTexts measures how well the names of two articles lead to one node where
// they are one's, and to two where not.
func TestTexts(t *testing.T) {
	pipeline := modeltest.Load(t)
	for _, c := range []struct {
		file              string
		precision, recall float64 // floors
	}{{"tune.tsv", 0.88, 0.91}, {"held.tsv", 0.84, 0.81}} {
		t.Run(c.file, func(t *testing.T) {
			b, err := os.ReadFile(filepath.Join("testdata", "texts", c.file))
			if err != nil {
				t.Fatal(err)
			}
			joined, wrong, same, unread := 0, 0, 0, 0
			for lines := bufio.NewScanner(bytes.NewReader(b)); lines.Scan(); {
				if strings.HasPrefix(lines.Text(), "#") {
					continue
				}
				f := strings.Split(lines.Text(), "\t")
				if len(f) != 6 {
					t.Fatalf("%d fields in %q", len(f), lines.Text())
				}
				two := twoTexts{kind: f[0], texts: [2]string{f[1], f[2]}, said: [2]string{f[3], f[4]}, same: f[5] == "same"}
				nodes := two.nodes(t, pipeline)
				one := nodes[0] == nodes[1] && nodes[0] != ""
				missed := nodes[0] == "" || nodes[1] == ""
				same += bit(two.same)
				unread += bit(missed)
				joined += bit(one)
				wrong += bit(one && !two.same)
				if one != two.same && c.file == "tune.tsv" {
					t.Logf("one: %v, not read: %v: %q", one, missed, f)
				}
			}
			precision, recall := float64(joined-wrong)/float64(max(1, joined)), float64(joined-wrong)/float64(same)
			t.Logf("precision %.3f, recall %.3f; %d wrongly one of %d; %d with a name not read", precision, recall, wrong, joined, unread)
			if precision < c.precision || recall < c.recall {
				t.Errorf("precision %.3f, recall %.3f: the floors are %.3f, %.3f", precision, recall, c.precision, c.recall)
			}
		})
	}
}
