package extract

import (
	"bufio"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/article"
	"github.com/whomet/whomet/loader/clean"
)

// floors are the least figures that this package may fall to on the labelled
// articles that lie beside the repository; raise them when the figures rise.
var floors = map[string]struct{ precision, recall float64 }{
	"PERSON":       {0.99, 0.99},
	"ORGANIZATION": {0.95, 0.97},
	"PLACE":        {0.97, 0.98},
	"positions":    {0.86, 0.79},

	"who met whom (held)": {0.94, 0.83},
	"who met whom (all)":  {0.92, 0.68},
	"events, typed":       {0.92, 0.70},
}

// shares are the least shares of attributes that must be right.
var shares = map[string]float64{
	"status*": 0.96, "mode": 0.87, "role": 0.88, "date": 0.91, "date, where gold has one": 0.86, "place": 0.90,
	"topic recall": 0.74, "topic precision": 0.86, "evidence spans": 1, "topic spans": 1, "quotes in the source": 1,
}

// sharedFolder is where labelled articles may lie, beside the repository.
func sharedFolder() string {
	if shared := os.Getenv("WHOMET_SHARED"); shared != "" {
		return shared
	}
	return filepath.Join("..", "..", "..", "shared")
}

// TestGold extracts the labelled articles and asks their own scorer.
func TestGold(t *testing.T) {
	if testing.Short() {
		t.Skip("reads all labelled articles; left out by -short")
	}
	shared := sharedFolder()
	scorer := filepath.Join(shared, "gold", "score.py")
	if _, err := os.Stat(scorer); err != nil {
		t.Skipf("no labelled articles: %v; set WHOMET_SHARED to their folder", err)
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skipf("the scorer needs Python: %v", err)
	}
	readText(t, "") // skips without a model

	seeds, err := filepath.Glob(filepath.Join(shared, "articles", "seeds", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	pred := filepath.Join(t.TempDir(), "pred.jsonl")
	out, err := os.Create(pred)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	enc := json.NewEncoder(out)
	put := func(raw article.Raw) {
		t.Helper()
		page, err := clean.Article(raw)
		if err != nil {
			t.Fatal(err)
		}
		p := parser(t)
		day, _ := graph.ParseDate(page.PublishedAt)
		if err := enc.Encode(Read(p.Parse(page.Text, SentenceStarts(page.Text)...), Meta{Path: raw.Path, SourceID: raw.SourceID, Title: page.Title, PublishedAt: day})); err != nil {
			t.Fatal(err)
		}
	}
	for _, path := range seeds {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		put(article.Raw{Path: path, Text: string(text)})
	}
	dev := filepath.Join(shared, "dev", "gold")
	in, err := os.Open(filepath.Join(dev, "articles-input.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var a struct{ ID, Text, Title, PublishedAt string }
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		put(article.Raw{Path: "articles-input.jsonl", SourceID: a.ID, Text: a.Text, Title: a.Title, PublishedAt: a.PublishedAt})
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}

	report := filepath.Join(t.TempDir(), "figures.json")
	table, err := exec.Command(python, scorer, "--gold", filepath.Join(shared, "gold", "seeds.jsonl"), filepath.Join(dev, "articles.jsonl"), "--pred", pred, "--json", report).CombinedOutput()
	if err != nil {
		t.Fatalf("score: %v\n%s", err, table)
	}
	raw, err := os.ReadFile(report)
	if err != nil {
		t.Fatal(err)
	}
	var figures struct {
		PRF      map[string]struct{ Precision, Recall *float64 } `json:"prf"`
		Accuracy map[string]struct{ Accuracy *float64 }          `json:"accuracy"`
	}
	if err := json.Unmarshal(raw, &figures); err != nil {
		t.Fatal(err)
	}
	for name, floor := range floors {
		got := figures.PRF[name]
		if got.Precision == nil || got.Recall == nil {
			t.Errorf("%s: not scored", name)
			continue
		}
		t.Logf("%s: precision %.3f, recall %.3f", name, *got.Precision, *got.Recall)
		if *got.Precision < floor.precision || *got.Recall < floor.recall {
			t.Errorf("%s: precision %.3f, recall %.3f; the floor is %.2f, %.2f", name, *got.Precision, *got.Recall, floor.precision, floor.recall)
		}
	}
	for name, floor := range shares {
		got := figures.Accuracy[name].Accuracy
		if got == nil {
			t.Errorf("%s: not scored", name)
			continue
		}
		t.Logf("%s: %.3f", name, *got)
		if *got < floor {
			t.Errorf("%s: %.3f, the floor is %.2f", name, *got, floor)
		}
	}
}
