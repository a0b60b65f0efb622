package schema_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/schema"
	"github.com/whomet/whomet/schema/view"
)

func TestEveryItemIsDocumented(t *testing.T) {
	for name, def := range editable(nil, nil).Schema().Types {
		if def.BuiltIn || strings.HasPrefix(name, "__") {
			continue
		}
		if def.Description == "" {
			t.Errorf("%s is not documented", name)
		}
		for _, v := range def.EnumValues {
			if v.Description == "" {
				t.Errorf("%s.%s is not documented", name, v.Name)
			}
		}
		for _, f := range def.Fields {
			if f.Description == "" && !strings.HasPrefix(f.Name, "__") {
				t.Errorf("%s.%s is not documented", name, f.Name)
			}
			for _, a := range f.Arguments {
				if a.Description == "" && !strings.HasPrefix(f.Name, "__") {
					t.Errorf("%s.%s(%s) is not documented", name, f.Name, a.Name)
				}
			}
		}
	}
}

func TestTheContractIsKept(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(shared(t), "design", "api.graphqls"))
	if err != nil {
		t.Fatal(err)
	}
	contract, err := gqlparser.LoadSchema(&ast.Source{Name: "api.graphqls", Input: string(b)})
	if err != nil {
		t.Fatal(err)
	}
	ours := editable(nil, nil).Schema()
	for name, want := range contract.Types {
		got := ours.Types[name]
		switch {
		case want.BuiltIn || strings.HasPrefix(name, "__"):
			continue
		case got == nil || got.Kind != want.Kind:
			t.Errorf("%s %s is missing", want.Kind, name)
			continue
		}
		for _, i := range want.Interfaces {
			if !contains(got.Interfaces, i) {
				t.Errorf("%s does not implement %s", name, i)
			}
		}
		for _, v := range want.EnumValues {
			if got.EnumValues.ForName(v.Name) == nil {
				t.Errorf("%s.%s is missing", name, v.Name)
			}
		}
		for _, f := range want.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			g := got.Fields.ForName(f.Name)
			if g == nil || g.Type.String() != f.Type.String() || g.DefaultValue.String() != f.DefaultValue.String() {
				t.Errorf("%s.%s is not as the contract says: %+v", name, f.Name, g)
				continue
			}
			for _, a := range f.Arguments {
				h := g.Arguments.ForName(a.Name)
				if h == nil || h.Type.String() != a.Type.String() || a.DefaultValue != nil && h.DefaultValue.String() != a.DefaultValue.String() {
					t.Errorf("%s.%s(%s) is not as the contract says: %+v", name, f.Name, a.Name, h)
				}
			}
		}
	}
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

func TestSDLIsTheWholeSchema(t *testing.T) {
	a := editable(nil, nil)
	printed, err := gqlparser.LoadSchema(&ast.Source{Name: "printed", Input: a.SDL()})
	if err != nil {
		t.Fatal(err)
	}
	for name, def := range a.Schema().Types {
		got := printed.Types[name]
		if got == nil || len(got.Fields) != len(def.Fields) || got.Description != def.Description {
			t.Errorf("%s is printed otherwise than it is", name)
		}
	}
}

func TestDocumentsAreValid(t *testing.T) {
	examples, err := fs.Glob(os.DirFS("."), "examples/*.graphql")
	if err != nil || len(examples) == 0 {
		t.Fatal("no examples", err)
	}
	seeds, err := fs.Glob(os.DirFS("."), "testdata/seeds/*.graphql")
	if err != nil || len(seeds) == 0 {
		t.Fatal("no questions", err)
	}
	for _, file := range append(examples, seeds...) {
		doc := read(t, file)
		if !strings.HasPrefix(doc, "#") {
			t.Errorf("%s does not open with a comment that says what it asks", file)
		}
		if _, err := gqlparser.LoadQueryWithRules(api(nil).Schema(), doc, rules.NewDefaultRules()); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// api returns the API over a store, which may be nil where nothing is asked.
func api(store graph.Reader) *schema.API {
	return schema.New(schema.Config{Store: store, Version: "test", Limits: schema.Limits{Time: 2 * time.Minute}})
}

// editable returns the API with mutations, which editor makes.
func editable(store graph.Reader, editor view.Editor) *schema.API {
	if editor == nil {
		editor = struct{ view.Editor }{}
	}
	return schema.New(schema.Config{Store: store, Editor: editor, Version: "test"})
}

func read(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// shared returns the folder of labelled material beside the repository, or
// skips the test.
func shared(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("WHOMET_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the labelled material is not here; set WHOMET_SHARED to its folder")
	}
	return dir
}

// broken is a store that answers as it is told to.
type broken struct {
	graph.Reader
	stats func(context.Context) (graph.Stats, error)
}

func (b broken) Stats(ctx context.Context) (graph.Stats, error) { return b.stats(ctx) }

func (b broken) Occurrences(context.Context, graph.OccurrenceQuery) (map[graph.ID]graph.List[graph.Occurrence], error) {
	return nil, errors.New("disk on fire at /var/db")
}
