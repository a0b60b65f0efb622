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

	"github.com/whomet/whomet/loader/nlp/model"
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

// TestLoadThenServe goes the whole way as a user does: articles into a file,
// the file served, a question asked, the server told to stop.
func TestLoadThenServe(t *testing.T) {
	if _, err := model.Load(); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
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

	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var log said
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, []string{"serve", "--store", store, "--listen", "127.0.0.1:0"}, strings.NewReader(""), io.Discard, &log)
	}()
	var url string
	for deadline := time.Now().Add(20 * time.Second); url == ""; url = address.FindString(log.String()) {
		if time.Now().After(deadline) {
			t.Fatalf("serve tells no address: %s", log.String())
		}
		time.Sleep(10 * time.Millisecond)
	}

	query := `{ person(name: "Karen Holm") { met { nodes { entity { name } meetings { nodes { place { name } reports { nodes { quote } } } } } } } }`
	body, _ := json.Marshal(map[string]string{"query": query})
	resp, err := http.Post(url+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"Ingrid Solberg"`, `"Arendal"`, `met Danish Foreign Minister Karen Holm in Arendal on Monday`} {
		if !bytes.Contains(answer, []byte(want)) {
			t.Errorf("the answer lacks %s: %s", want, answer)
		}
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
			t.Errorf("serve ends with %d: %s", status, log.String())
		}
	case <-time.After(15 * time.Second):
		t.Error("serve does not end when it is told to")
	}
}
