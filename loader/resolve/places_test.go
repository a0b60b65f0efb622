package resolve

import (
	"context"
	"hash/fnv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/extract"
	"github.com/whomet/whomet/loader/gazetteer"
	"github.com/whomet/whomet/loader/nlp/model/modeltest"
)

// placed is a line of a file of places in testdata with its claims.
type placed struct {
	name, code  string
	somewhere   bool // the line tells degrees
	north, east float64
	text        string
	claims      graph.Claims
	held        bool
}

// labelledText is a line of a file in testdata: its fields, the last of which is a
// text, and the text's claims.
type labelledText struct {
	fields []string
	claims graph.Claims
	held   bool
}

// readTexts reads a file of labelled texts, so many fields a line; it skips
// the test where the language model is not installed.
func readTexts(t *testing.T, file string, n int) []labelledText {
	t.Helper()
	pipeline := modeltest.Load(t)
	lines, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	var out []labelledText
	for line := range strings.Lines(string(lines)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		f := strings.SplitN(line, "|", n)
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		h := fnv.New32a()
		h.Write([]byte(line))
		l, text := labelledText{fields: f, held: h.Sum32()&1 == 1}, f[n-1]
		read := extract.Read(pipeline.Parse(text, extract.SentenceStarts(text)...), extract.Meta{Path: f[0] + ".txt", Language: "en"})
		if l.claims, err = Claims(read, extract.Version, time.Time{}); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		out = append(out, l)
	}
	return out
}

func readPlaced(t *testing.T, file string) []placed {
	t.Helper()
	var out []placed
	for _, l := range readTexts(t, file, 4) {
		p := placed{name: l.fields[0], code: l.fields[1], text: l.fields[3], claims: l.claims, held: l.held}
		if north, east, ok := strings.Cut(l.fields[2], ","); ok {
			p.somewhere = true
			p.north, _ = strconv.ParseFloat(north, 64)
			p.east, _ = strconv.ParseFloat(east, 64)
		}
		out = append(out, p)
	}
	return out
}

// found returns the place that the graph makes of the text's mention of the
// name, nil where it has none.
func (p placed) found(m *memory, loaded graph.Claims) *graph.Entity {
	for _, x := range loaded.Mentions {
		at := -1
		for _, s := range x.Spans {
			if terms.Same(s.Text, p.name) {
				at = s.Start
			}
		}
		if x.Kind != graph.KindPlace || at < 0 {
			continue
		}
		units, _ := m.Units(context.Background(), []graph.ID{x.Unit})
		nodes, _ := m.Nodes(context.Background(), []graph.ID{units[0].Node})
		return nodes[units[0].Node].Entity
	}
	return nil
}

// right tells whether the node is the place that the line tells.
func (p placed) right(e *graph.Entity) bool {
	if p.code == "-" {
		return e == nil || e.CountryCode == ""
	}
	if e == nil || e.CountryCode != p.code || e.Latitude == nil {
		return false
	}
	if !p.somewhere {
		return true
	}
	near := 1.0
	for _, g := range gazetteer.Places(p.name) {
		if g.Code() == p.code && g.Kind != gazetteer.City && math.Abs(g.Latitude-p.north)+math.Abs(g.Longitude-p.east) < 20 {
			near = 10
		}
	}
	return math.Abs(*e.Latitude-p.north) <= near && math.Abs(*e.Longitude-p.east) <= near
}

// The texts around a name tell which place it is, though all of them are in
// one graph and name many of the same name.
func TestPlacesByContext(t *testing.T) {
	for _, c := range []struct {
		file   string
		floors [2]float64
	}{
		{"places.txt", [2]float64{0.97, 0.90}},
		{"places_offices.txt", [2]float64{0.92, 0.90}},
		{"places_traps.txt", [2]float64{0.91, 0.88}},
		{"places_blind.txt", [2]float64{0.98, 0.81}},
	} {
		t.Run(c.file, func(t *testing.T) {
			lines := readPlaced(t, c.file)
			ctx, m := context.Background(), newMemory(t)
			var claims []graph.Claims
			for _, p := range lines {
				claims = append(claims, p.claims)
			}
			if _, err := Add(ctx, m, claims); err != nil {
				t.Fatal(err)
			}
			var score halves
			for _, p := range lines {
				loaded, err := m.Claims(ctx, []graph.ID{p.claims.Article.ID})
				if err != nil || len(loaded) != 1 {
					t.Fatal(err)
				}
				e := p.found(m, loaded[0])
				score.count(t, p.held, p.right(e), "%s: %+v\n\t%s", p.name, e, p.text)
			}
			score.check(t, c.floors)
		})
	}
}

// halves counts what is right of the half that rules were made by, and of the
// half that is held out.
type halves struct{ right, all [2]int }

// count counts an answer and tells of a wrong one: what is wrong of what is held
// out is not looked at.
func (h *halves) count(t *testing.T, held, right bool, format string, args ...any) {
	half := 0
	if held {
		half = 1
	}
	h.all[half]++
	if right {
		h.right[half]++
	} else if !held {
		t.Logf(format, args...)
	}
}

func (h *halves) check(t *testing.T, floors [2]float64) {
	for half, floor := range floors {
		share := float64(h.right[half]) / float64(h.all[half])
		t.Logf("half %d: %d of %d are right: %.3f", half, h.right[half], h.all[half], share)
		if share < floor {
			t.Errorf("half %d: %.3f, want %.2f", half, share, floor)
		}
	}
}
