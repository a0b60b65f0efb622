package whomet_test

import (
	"go/build"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

const module = "github.com/whomet/whomet/"

// allowed names, for each part of whomet, which other parts its code (tests
// aside) may import. A package's part is the longest entry that it lies in.
// Imports run one way: cmd -> server -> schema -> graph; cmd -> loader ->
// graph; cmd -> graph/open.
var allowed = map[string][]string{
	"cmd/whomet":            {"explorer", "graph", "graph/jsonl", "graph/open", "loader", "loader/article", "loader/extract", "loader/extract/llm", "loader/nlp", "loader/nlp/model", "loader/resolve", "loader/score", "samples", "server"},
	"server":                {"graph", "schema"},
	"schema":                {"graph", "graph/terms"},
	"explorer":              {},
	"samples":               {},
	"graph":                 {},
	"graph/terms":           {"graph"},
	"graph/jsonl":           {"graph"},
	"graph/graphtest":       {"graph", "graph/terms"},
	"graph/sqlite":          {"graph", "graph/terms"},
	"graph/neo4j":           {"graph", "graph/terms"},
	"graph/neo4j/neo4jtest": {},
	"graph/open":            {"graph", "graph/sqlite", "graph/neo4j"},
	"loader":                {"graph", "loader/article", "loader/clean", "loader/extract", "loader/nlp", "loader/resolve"},
	"loader/article":        {},
	"loader/clean":          {"loader/article"},
	"loader/nlp":            {},
	"loader/nlp/model":      {"loader/nlp"},
	"loader/datafile":       {},
	"loader/gazetteer":      {"graph/terms", "loader/datafile"},
	"loader/bodies":         {"loader/datafile"},
	"loader/extract":        {"graph", "graph/terms", "loader/bodies", "loader/datafile", "loader/gazetteer", "loader/nlp"},
	"loader/extract/llm":    {"graph", "loader/extract", "loader/gazetteer"},
	"loader/resolve":        {"graph", "graph/terms", "loader/bodies", "loader/datafile", "loader/extract", "loader/gazetteer"},
	"loader/score":          {"graph", "loader/extract"},
	"bench":                 {"graph", "graph/open", "loader", "loader/nlp", "loader/nlp/model"},
}

// partOf returns the part that the package at path, below the module, lies in.
func partOf(path string) string {
	best := ""
	for part := range allowed {
		if (path == part || strings.HasPrefix(path, part+"/")) && len(part) > len(best) {
			best = part
		}
	}
	return best
}

func TestImportsRunOneWay(t *testing.T) {
	seen := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if name := d.Name(); path != "." && (strings.HasPrefix(name, ".") || name == "node_modules" || name == "testdata" || name == "dist" || name == "bin") {
			return fs.SkipDir
		}
		pkg, err := build.ImportDir(path, 0)
		if err != nil {
			return nil // no Go package here
		}
		from := partOf(filepath.ToSlash(path))
		if from == "" {
			if path != "." {
				t.Errorf("%s lies in no part; name it in this test with what it may import", path)
			}
			return nil
		}
		seen++
		for _, imported := range pkg.Imports {
			below, ours := strings.CutPrefix(imported, module)
			if !ours {
				if from == "graph" && strings.Contains(imported, ".") && imported != "github.com/google/uuid" {
					t.Errorf("%s imports %s; the domain imports the standard library and google/uuid only", path, imported)
				}
				continue
			}
			to := partOf(below)
			ok := to == from
			for _, a := range allowed[from] {
				ok = ok || a == to
			}
			if !ok {
				t.Errorf("%s imports %s; %s may import %v", path, below, from, allowed[from])
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 5 {
		t.Fatalf("only %d packages were looked at", seen)
	}
}
