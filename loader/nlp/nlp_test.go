package nlp_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/whomet/whomet/loader/nlp"
	"github.com/whomet/whomet/loader/nlp/model"
	"github.com/whomet/whomet/loader/nlp/model/modeltest"
)

// TestMain leaves out the examples where the model, which they load, is not
// installed; tests skip themselves.
func TestMain(m *testing.M) {
	flag.Parse()
	if _, err := model.Load(); errors.Is(err, model.ErrNotInstalled) && os.Getenv("CI") != "true" {
		if err := flag.Set("test.skip", "^Example"); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}

// pipeline returns the installed model, or skips the test.
var pipeline = modeltest.Load

// reference is what spaCy says about a text; testdata/reference.py wrote it.
type reference struct {
	text   string
	tokens [][]string // the fields of each token, as describe gives them
}

func references(t testing.TB) []reference {
	t.Helper()
	f, err := os.Open("testdata/spacy.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var refs []reference
	s := bufio.NewScanner(f)
	for s.Scan() {
		fields := strings.Split(s.Text(), "\t")
		for i := range fields {
			if strings.HasPrefix(fields[i], `"`) {
				if err := json.Unmarshal([]byte(fields[i]), &fields[i]); err != nil {
					t.Fatalf("testdata/spacy.tsv: %q: %v", fields[i], err)
				}
			}
		}
		if len(fields) == 1 {
			refs = append(refs, reference{text: fields[0]})
			continue
		}
		last := &refs[len(refs)-1]
		last.tokens = append(last.tokens, fields)
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	return refs
}

var fieldNames = []string{"text", "space", "norm", "shape", "lemma", "tag", "pos", "morph", "dep", "head", "sentence", "entity", "left", "right", "noun chunk"}

// describe gives the fields of a document's tokens as testdata/reference.py
// writes them.
func describe(d *nlp.Doc) [][]string {
	chunks := map[int]string{}
	for _, c := range d.NounChunks() {
		chunks[c.Start] = strconv.Itoa(c.End)
	}
	var tokens [][]string
	for i, t := range d.Tokens {
		space, start, ent := "", "", string(t.EntIOB)
		if t.Space {
			space = "_"
		}
		if d.SentOf(i).Start == i {
			start = "start"
		}
		if t.EntType != "" {
			ent += "-" + t.EntType
		}
		tokens = append(tokens, []string{
			t.Text, space, t.Norm, t.Shape, t.Lemma, t.Tag, t.POS, t.Morph, t.Dep, strconv.Itoa(t.Head),
			start, ent, strconv.Itoa(t.Left), strconv.Itoa(t.Right), chunks[i],
		})
	}
	return tokens
}

// TestSameAsSpaCy asks for spaCy's answer in every field of every token.
func TestSameAsSpaCy(t *testing.T) {
	p := pipeline(t)
	refs := references(t)
	if len(refs) < 300 {
		t.Fatalf("%d reference texts, want at least 300", len(refs))
	}
	for _, ref := range refs {
		got := describe(p.Parse(ref.text))
		if len(got) != len(ref.tokens) {
			t.Errorf("%.60q: %d tokens, spaCy has %d:\n%q\n%q", ref.text, len(got), len(ref.tokens), column(got, 0), column(ref.tokens, 0))
			continue
		}
		for i := range got {
			for k, name := range fieldNames {
				if got[i][k] != ref.tokens[i][k] {
					t.Errorf("%.60q: token %d %q: %s %q, spaCy has %q", ref.text, i, got[i][0], name, got[i][k], ref.tokens[i][k])
				}
			}
		}
	}
}

// TestSameAsSpaCyKernels asks for that in each instruction set that the
// processor has: Go leaves one out for GODEBUG.
func TestSameAsSpaCyKernels(t *testing.T) {
	pipeline(t)
	without := map[string]string{"AVX-512": "cpu.avx512f=off", "AVX2": "cpu.avx2=off"}
	test, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	left := ""
	for kernels := nlp.Kernels(); without[kernels] != ""; {
		left += without[kernels] + ","
		cmd := exec.Command(test, "-test.run=^Test(Kernels|SameAsSpaCy)$", "-test.v")
		cmd.Env = append(os.Environ(), "GODEBUG="+strings.TrimSuffix(left, ","))
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v:\n%s", err, out)
		}
		was := kernels
		_, kernels, _ = strings.Cut(string(out), "kernels: ")
		kernels, _, _ = strings.Cut(kernels, "\n")
		t.Logf("without %s: %s", was, kernels)
		if kernels == "" || kernels == was {
			t.Fatalf("without %s the kernels are %q", was, kernels)
		}
	}
}

// TestKernels says which kernels the other tests run.
func TestKernels(t *testing.T) { t.Log("kernels: " + nlp.Kernels()) }

func column(rows [][]string, k int) []string {
	var out []string
	for _, r := range rows {
		out = append(out, r[k])
	}
	return out
}

// TestConcurrent parses from several goroutines: all get what one alone gets.
func TestConcurrent(t *testing.T) {
	p := pipeline(t)
	refs := references(t)
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := range 100 {
				ref := refs[(i*7+g*31)%len(refs)]
				if got := describe(p.Parse(ref.text)); !slices.EqualFunc(got, ref.tokens, slices.Equal[[]string]) {
					t.Errorf("%.60q: another answer beside other goroutines", ref.text)
				}
			}
		})
	}
	wg.Wait()
}

// TestContextFree parses texts after other texts, and one after itself: what
// the caches hold must not change an answer.
func TestContextFree(t *testing.T) {
	p := pipeline(t)
	refs := references(t)
	for _, ref := range slices.Backward(refs) {
		if got := describe(p.Parse(ref.text)); !slices.EqualFunc(got, ref.tokens, slices.Equal[[]string]) {
			t.Errorf("%.60q: another answer in another order", ref.text)
		}
	}
}

// TestGivenStarts: what the caller says begins a sentence does, wherever in a
// word the offset falls, no arc crosses there, and its first word is not a
// sentence alone.
func TestGivenStarts(t *testing.T) {
	p := pipeline(t)
	for _, c := range []struct{ text, second string }{
		{"LISBON, June 1 - U.S. President Mary Doe arrived.", "U.S. President Mary Doe arrived."},
		{"LISBON, May 2 (Agency) -- The ministers of Norway and Chile met.", "The ministers of Norway and Chile met."},
		{"LISBON (Agency) -- ", ""},
		{"", ""},
	} {
		at := strings.LastIndex(c.text, "- ") + len("- ")
		d := p.Parse(c.text, at)
		found := c.second == ""
		for _, s := range d.Sents {
			found = found || d.TextOf(s) == c.second
		}
		if !found {
			t.Errorf("%q: no sentence %q", c.text, c.second)
		}
		for _, k := range d.Tokens {
			if c.second != "" && (k.Start < at) != (d.Tokens[k.Head].Start < at) {
				t.Errorf("%q: the arc to %q crosses the start", c.text, k.Text)
			}
		}
	}
}
