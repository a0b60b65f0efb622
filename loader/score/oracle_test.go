package score

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
)

const ownLabels = "../extract/testdata/labelled"

// labelFiles are whomet's own, and those beside the repository where they are.
func labelFiles(t *testing.T, shared string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, set := range []string{"tune", "held", "samples"} {
		files[set] = filepath.Join(ownLabels, set, "labels.jsonl")
	}
	for name, path := range map[string]string{"seeds": "gold/seeds.jsonl", "dev": "dev/gold/articles.jsonl", "sentences": "dev/petrarch/sentences.jsonl"} {
		if path = filepath.Join(shared, path); exists(path) {
			files[name] = path
		}
	}
	return files
}

func exists(path string) bool { _, err := os.Stat(path); return err == nil }

func sharedFolder() string {
	if dir := os.Getenv("WHOMET_SHARED"); dir != "" {
		return dir
	}
	return filepath.Join("..", "..", "..", "shared")
}

// readTexts returns the texts of the sets that have them beside the labels.
func readTexts(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, set := range []string{"tune", "held"} {
		rows, err := readLines(filepath.Join(ownLabels, set, "texts.jsonl"), func(int, *struct{ ID, Text string }) error { return nil })
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			texts[row.ID] = row.Text
		}
	}
	return texts
}

// allQuotes stands for the text of an article that is not at hand.
func allQuotes(a *Article) (text string) {
	for _, o := range slices.Concat(a.Meetings, a.Events) {
		text += o.Quote + "\n"
	}
	return text
}

// TestPerfect scores labels against themselves: all is found and right.
func TestPerfect(t *testing.T) {
	texts := readTexts(t)
	for set, path := range labelFiles(t, sharedFolder()) {
		t.Run(set, func(t *testing.T) {
			labels, err := ReadLabels(path)
			if err != nil {
				t.Fatal(err)
			}
			var results []extract.Result
			for i := range labels {
				a := &labels[i]
				text, own := texts[a.ID]
				if !own {
					text = allQuotes(a)
				}
				for _, o := range slices.Concat(a.Meetings, a.Events) {
					if _, _, has := (&builder{text: text}).span(o.Quote); !has || o.Quote == "" {
						t.Errorf("%s: the quote is not in the text: %s", a.name(), o.Quote)
					}
				}
				results = append(results, perfect(a, text))
			}
			r, err := Compare(labels, results, Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, figure := range countFigures {
				if c, has := r.Counts(figure); has && (c.False != 0 || c.Missed != 0) {
					t.Errorf("%s: %+v", figure, c)
				}
			}
			for _, figure := range shareFigures {
				// A label's country may be in the text as a demonym alone, and topics here are no slices of it.
				if figure == "mention spans" || figure == "topic spans" || figure == "quotes in the source" {
					continue
				}
				if s, has := r.Share(figure); has && s.Right != s.Total {
					t.Errorf("%s: %d of %d", figure, s.Right, s.Total)
				}
			}
			if t.Failed() {
				for _, n := range r.Notes {
					if !strings.Contains(n.What, "spans") && n.What != "quote not in the source" {
						t.Logf("%+v", n)
					}
				}
			}
		})
	}
}

// TestSameAsTheGuidelinesScorer compares every figure with the scorer of the
// guidelines, where it lies beside the repository, on results with many faults.
func TestSameAsTheGuidelinesScorer(t *testing.T) {
	shared := sharedFolder()
	scorer := filepath.Join(shared, "gold", "score.py")
	if !exists(scorer) {
		t.Skipf("no %s; set WHOMET_SHARED to the folder that has gold/score.py", scorer)
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skipf("the guidelines' scorer needs Python: %v", err)
	}
	texts := readTexts(t)
	for set, path := range labelFiles(t, shared) {
		labels, err := ReadLabels(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(set, func(t *testing.T) {
			random := rand.New(rand.NewPCG(7, 11))
			const faults = 0.2
			var results []extract.Result
			for i := range labels {
				text, own := texts[labels[i].ID]
				if !own {
					text = allQuotes(&labels[i])
				}
				x := perfect(&labels[i], text)
				damage(&x, random, faults)
				if random.Float64() >= faults/4 {
					results = append(results, x)
				}
			}
			sameFigures(t, python, scorer, path, labels, results)
		})
	}
}

func sameFigures(t *testing.T, python, scorer, path string, labels []Article, results []extract.Result) {
	t.Helper()
	dir := t.TempDir()
	pred, report := filepath.Join(dir, "pred.jsonl"), filepath.Join(dir, "figures.json")
	file, err := os.Create(pred)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	enc := json.NewEncoder(file)
	for _, x := range results {
		if err := enc.Encode(x); err != nil {
			t.Fatal(err)
		}
	}
	if out, err := exec.Command(python, scorer, path, pred, "--json", report).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	wantJSON, err := os.ReadFile(report)
	if err != nil {
		t.Fatal(err)
	}
	read, err := ReadResults(pred)
	if err != nil {
		t.Fatal(err)
	}
	// The guidelines' scorer finds the seeds' texts by itself.
	r, err := Compare(labels, read, Options{Texts: []string{filepath.Join(filepath.Dir(path), "..", "articles", stem(path))}})
	if err != nil {
		t.Fatal(err)
	}
	gotJSON, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var got, want map[string]any
	for raw, into := range map[*[]byte]*map[string]any{&gotJSON: &got, &wantJSON: &want} {
		if err := json.Unmarshal(*raw, into); err != nil {
			t.Fatal(err)
		}
	}
	for _, part := range []string{"articles", "withoutPrediction", "prf", "accuracy", "confusion", "counts"} {
		sameJSON(t, part, got[part], want[part])
	}
}

// sameJSON compares to three decimals. Cells of a table that occur equally
// often may stand in either order.
func sameJSON(t *testing.T, where string, got, want any) {
	t.Helper()
	switch want := want.(type) {
	case map[string]any:
		got, _ := got.(map[string]any)
		for key := range want {
			sameJSON(t, where+" "+key, got[key], want[key])
		}
		for key := range got {
			if _, has := want[key]; !has {
				t.Errorf("%s has %q beyond", where, key)
			}
		}
	case []any:
		list, _ := got.([]any)
		a, b := lines(list), lines(want)
		if !slices.Equal(a, b) {
			t.Errorf("%s: %v, want %v", where, a, b)
		}
	case float64:
		if got, ok := got.(float64); !ok || math.Abs(got-want) >= 0.0005 {
			t.Errorf("%s: %v, want %v", where, got, want)
		}
	default:
		if got != want {
			t.Errorf("%s: %v, want %v", where, got, want)
		}
	}
}

func lines(list []any) []string {
	var out []string
	for _, x := range list {
		out = append(out, fmt.Sprint(x))
	}
	slices.Sort(out)
	return out
}

// damage makes the faults that extractors make, each with a chance.
func damage(x *extract.Result, r *rand.Rand, chance float64) {
	hit := func() bool { return r.Float64() < chance }
	date := "2001-02-03"
	for i := range x.Entities {
		e := &x.Entities[i]
		switch {
		case hit():
			e.Kind = kinds[r.IntN(len(kinds))]
		case hit() && len(e.Aliases) > 0:
			e.Name, e.Aliases = e.Aliases[0], nil
		case hit():
			e.Name = "Deputy Minister " + e.Name
		case hit():
			e.Name = "Xanadu"
		}
		if hit() {
			e.Positions = append(e.Positions, extract.Position{Title: "President", Of: &x.Entities[0].ID})
		}
		if hit() {
			e.Mentions = nil
		}
	}
	if len(x.Entities) > 0 && hit() {
		twin := x.Entities[r.IntN(len(x.Entities))]
		twin.ID = "twin"
		x.Entities = append(x.Entities, twin)
	}
	occurrence := func(o *extract.Occurrence) {
		if n := len(o.Participants); n > 0 && hit() {
			o.Participants = slices.Delete(o.Participants, n-1, n)
		}
		if hit() && len(x.Entities) > 0 {
			o.Participants = append(o.Participants, extract.Participant{Entity: x.Entities[r.IntN(len(x.Entities))].ID, Role: roles[r.IntN(len(roles))]})
		}
		if hit() {
			o.Status = statuses[r.IntN(len(statuses))]
		}
		if hit() {
			o.Date = &extract.Date{Start: &date}
		}
		if hit() {
			o.Place = nil
		}
		if hit() && len(o.Evidence) > 0 {
			o.Evidence[0].Start++
		}
		if hit() {
			o.Evidence = nil
		}
		if hit() {
			o.Topics = append(o.Topics, extract.Topic{Text: "the price of bread, and so on and so forth"})
		}
	}
	for i := range x.Meetings {
		occurrence(&x.Meetings[i].Occurrence)
		if hit() {
			x.Meetings[i].Mode = modes[r.IntN(len(modes))]
		}
	}
	for i := range x.Events {
		occurrence(&x.Events[i].Occurrence)
		if hit() {
			x.Events[i].Type = types[r.IntN(len(types))]
		}
	}
	if n := len(x.Meetings); n > 0 && hit() {
		more := x.Meetings[r.IntN(n)]
		more.Status = graph.StatusHeld
		x.Meetings = append(x.Meetings, more)
	}
	if n := len(x.Meetings); n > 0 && hit() {
		x.Meetings = slices.Delete(x.Meetings, n-1, n)
	}
	r.Shuffle(len(x.Entities), func(i, j int) { x.Entities[i], x.Entities[j] = x.Entities[j], x.Entities[i] })
}
