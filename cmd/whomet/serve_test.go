package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// said is a writer that another goroutine may read from.
type said struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.buf.Write(p)
}

func (s *said) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.buf.String()
}

var address = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// started runs a command that serves until ctx ends, and returns its address
// and where its exit status will be told.
func started(ctx context.Context, t *testing.T, args ...string) (url string, ended chan int) {
	t.Helper()
	var log said
	ended = make(chan int, 1)
	go func() { ended <- run(ctx, args, strings.NewReader(""), io.Discard, &log) }()
	for deadline := time.Now().Add(60 * time.Second); url == ""; url = address.FindString(log.String()) {
		if time.Now().After(deadline) {
			t.Fatalf("%s tells no address: %s", args[0], log.String())
		}
		time.Sleep(10 * time.Millisecond)
	}
	return url, ended
}

// TestLoadThenServe goes the whole way as a user does: articles into a file,
// the file served, questions asked, an article loaded and judged by whoever
// has the token, the server told to stop.
func TestLoadThenServe(t *testing.T) {
	needModel(t)
	folder := t.TempDir()
	article := filepath.Join(folder, "article.txt")
	text := "OSLO, May 4, 2020 (North Wire) -- Norwegian Prime Minister Ingrid Solberg met Danish Foreign Minister Karen Holm in Arendal on Monday to discuss fishing rights.\n\n" +
		"Solberg said after the meeting that new quotas would be published before the summer.\n"
	if err := os.WriteFile(article, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	store := "sqlite:" + filepath.Join(folder, "t.db")
	var out, errs said
	if status := run(t.Context(), []string{"load", article, "--store", store}, strings.NewReader(""), &out, &errs); status != 0 {
		t.Fatalf("load ends with %d: %s", status, errs.String())
	}

	token := filepath.Join(folder, "token")
	if err := os.WriteFile(token, []byte("a secret\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	url, ended := started(ctx, t, "serve", "--store", store, "--listen", "127.0.0.1:0", "--token-file", token)

	ask := func(query string, variables map[string]any) string {
		t.Helper()
		body, _ := json.Marshal(map[string]any{"query": query, "variables": variables})
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url+"/graphql", bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Authorization", "Bearer a secret")
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		answer, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		return string(answer)
	}
	query := `{ person(name: "Karen Holm") { met { nodes { entity { name } meetings { nodes { place { name } reports { nodes { quote } } } } } } } }`
	answer := ask(query, nil)
	for _, want := range []string{`"Ingrid Solberg"`, `"Arendal"`, `met Danish Foreign Minister Karen Holm in Arendal on Monday`} {
		if !strings.Contains(answer, want) {
			t.Errorf("the answer lacks %s: %s", want, answer)
		}
	}

	loaded := ask(`mutation($text: String!) { loadArticle(input: {text: $text, title: "Talks", publishedAt: "2019-05-13"}) { article { id title } people meetings alreadyLoaded } }`,
		map[string]any{"text": "Swedish Prime Minister Lars Ek met K. Anders Holm in Stockholm on 12 May 2019. The two discussed the ferry strike."})
	var load struct {
		Data struct {
			LoadArticle struct{ Article struct{ ID string } }
		}
	}
	if err := json.Unmarshal([]byte(loaded), &load); err != nil || !strings.Contains(loaded, `"people":2,"meetings":1,"alreadyLoaded":false`) {
		t.Fatalf("loadArticle says %s (%v)", loaded, err)
	}
	var pairs struct {
		Data struct {
			Candidates struct {
				Nodes []struct{ A, B struct{ ID string } }
			}
		}
	}
	waiting := ask(`{candidates{nodes{score reason by a{id name} b{id name}}}}`, nil)
	if err := json.Unmarshal([]byte(waiting), &pairs); err != nil || len(pairs.Data.Candidates.Nodes) != 1 {
		t.Fatalf("candidates are %s (%v)", waiting, err)
	}
	pair := map[string]any{"a": pairs.Data.Candidates.Nodes[0].A.ID, "b": pairs.Data.Candidates.Nodes[0].B.ID}
	judged := ask(`mutation($a: ID!, $b: ID!) { judge(a: $a, b: $b, verdict: SAME, reason: "one minister", by: "ann") { verdict by names { text } a { names { text } judgements { verdict reason } } }
		rename(id: $a, name: "Karen A. Holm", by: "ann") { name aliases } }`, pair)
	for _, want := range []string{`"verdict":"SAME","by":"ann"`, `"judgements":[{"verdict":"SAME","reason":"one minister"}]`, `"rename":{"name":"Karen A. Holm","aliases":["K. Anders Holm","Karen Holm"]}`} {
		if !strings.Contains(judged, want) {
			t.Errorf("judge and rename lack %s: %s", want, judged)
		}
	}
	if waiting := ask(`{candidates{totalCount}}`, nil); !strings.Contains(waiting, `{"totalCount":0}`) {
		t.Errorf("what was judged waits: %s", waiting)
	}
	if removed := ask(`mutation($id: ID!) { removeArticle(id: $id) }`, map[string]any{"id": load.Data.LoadArticle.Article.ID}); !strings.Contains(removed, load.Data.LoadArticle.Article.ID) {
		t.Errorf("removeArticle says %s", removed)
	}
	if left := ask(`{person(name: "Lars Ek") {name} stats {articles}}`, nil); left != `{"data":{"person":null,"stats":{"articles":1}}}`+"\n" {
		t.Errorf("left is %s", left)
	}
	for _, path := range []string{"/healthz", "/readyz", "/schema.graphqls", "/metrics"} {
		resp, err := http.Get(url + path)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != http.StatusOK {
			t.Errorf("%s answers %s", path, resp.Status)
		}
	}

	stop()
	select {
	case status := <-ended:
		if status != 0 {
			t.Errorf("serve ends with %d", status)
		}
	case <-time.After(15 * time.Second):
		t.Error("serve does not end when it is told to")
	}
}
