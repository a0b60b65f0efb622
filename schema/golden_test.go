package schema_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/graphtest"
	"github.com/whomet/whomet/schema"
)

var update = flag.Bool("update", false, "write the answers of testdata/golden anew, from SQLite")

// TestGolden asks the documents of testdata/golden of the sample graph (drawn
// in graph/graphtest). «ada» stands for the id of the node that the sample
// calls ada, «ada'» for an older id of it; in answers ids are named likewise.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatal("no documents", err)
	}
	onSample(t, func(t *testing.T, store graph.Store, sample graphtest.SampleGraph, _ func() int) {
		a := api(store)
		for _, file := range files {
			t.Run(strings.TrimSuffix(filepath.Base(file), ".graphql"), func(t *testing.T) {
				got := answer(t, a, sample, read(t, file))
				golden := strings.TrimSuffix(file, ".graphql") + ".json"
				if *update && strings.Contains(t.Name(), "/sqlite/") {
					if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				if want := read(t, golden); got != want {
					t.Errorf("got\n%s\nwant\n%s", got, want)
				}
			})
		}
	})
}

var (
	placeholder = regexp.MustCompile(`«([a-z0-9]+)('?)»`)
	uuids       = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}`)
	storeName   = regexp.MustCompile(`"(SQLite|Neo4j) [0-9.]+"`)
)

// answer asks a document with placeholders and returns the response, indented,
// with names in the place of ids.
func answer(t *testing.T, a *schema.API, sample graphtest.SampleGraph, doc string) string {
	t.Helper()
	doc = placeholder.ReplaceAllStringFunc(doc, func(s string) string {
		m := placeholder.FindStringSubmatch(s)
		if m[2] != "" {
			return string(sample.UnitID(m[1]))
		}
		return string(sample.ID(m[1]))
	})
	b, err := json.Marshal(a.Execute(t.Context(), schema.Request{Query: doc}))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, b, "", "  "); err != nil {
		t.Fatal(err)
	}
	text := uuids.ReplaceAllStringFunc(out.String(), func(id string) string {
		if name := sample.Name(graph.ID(id)); name != "" {
			return "«" + name + "»"
		}
		return id
	})
	return storeName.ReplaceAllString(text, `"…"`) + "\n"
}
