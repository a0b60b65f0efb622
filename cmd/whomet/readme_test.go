package main

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/whomet/whomet/loader/nlp/model"
)

// The README's question, asked as it stands there, has the answer that it
// shows.
func TestReadmeQuestion(t *testing.T) {
	needModel(t)
	if _, err := exec.LookPath("curl"); err != nil {
		t.Skip(err)
	}
	command, shown := readmeCommand(t, "curl -s http://127.0.0.1:8080/graphql --get", "json")
	var want any
	if err := json.Unmarshal([]byte(shown), &want); err != nil {
		t.Fatalf("the answer in the README is no JSON: %v", err)
	}

	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	url, ended := started(ctx, t, "demo", "--listen", "127.0.0.1:0")
	got, err := exec.CommandContext(ctx, "sh", "-c", strings.ReplaceAll(command, "http://127.0.0.1:8080", url)).Output()
	if err != nil {
		t.Fatal(err)
	}
	var answer struct {
		Data struct{ Meetings struct{ Nodes []any } }
	}
	if err := json.Unmarshal(got, &answer); err != nil || len(answer.Data.Meetings.Nodes) != 2 {
		t.Fatalf("%v: %s", err, got)
	}
	same := false
	for _, n := range answer.Data.Meetings.Nodes {
		same = same || reflect.DeepEqual(n, want)
	}
	if !same {
		t.Errorf("the README shows\n%s\nthe answer is\n%s", shown, got)
	}
	stop()
	if status := <-ended; status != 0 {
		t.Errorf("demo ends with %d", status)
	}
}

// readmeCommand returns a command of the README, by how it begins, and the
// block of the language that follows it.
func readmeCommand(t *testing.T, begin, language string) (command, shown string) {
	t.Helper()
	b, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(b), "    "+begin)
	if !found {
		t.Fatalf("the README has no %q", begin)
	}
	command, rest, _ = strings.Cut(begin+rest, "\n\n")
	_, rest, _ = strings.Cut(rest, "```"+language+"\n")
	shown, _, _ = strings.Cut(rest, "```")
	return command, shown
}

// The README's subscription, run as it stands there, tells what another
// process loads, as it is shown, and ends with the server.
func TestReadmeSubscription(t *testing.T) {
	needModel(t)
	if _, err := exec.LookPath("curl"); err != nil {
		t.Skip(err)
	}
	command, shown := readmeCommand(t, "curl -sN http://127.0.0.1:8080/graphql", "")
	folder := t.TempDir()
	store := "sqlite:" + filepath.Join(folder, "t.db")
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	url, ended := started(ctx, t, "serve", "--store", store, "--listen", "127.0.0.1:0")
	curl := exec.CommandContext(t.Context(), "sh", "-c", strings.ReplaceAll(command, "http://127.0.0.1:8080", url))
	out, err := curl.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := curl.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	if !lines.Scan() || lines.Text() != ":" { // it has begun
		t.Fatalf("the stream begins with %q", lines.Text())
	}
	article := filepath.Join(folder, "article.txt")
	text := "OSLO, May 4, 2020 (North Wire) -- Norwegian Prime Minister Ingrid Solberg met Danish Foreign Minister Karen Holm in Oslo on Monday to discuss fishing rights.\n\n" +
		"In Lima, President Ana Quispe met Pedro Rojas on Sunday.\n"
	if err := os.WriteFile(article, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	load := exec.CommandContext(t.Context(), "whomet", "load", article, "--store", store)
	load.Env = append(os.Environ(), "WHOMET_MODEL="+model.Dir())
	if out, err := load.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	got := ""
	for got == "" || strings.Count(got, "\n") < strings.Count(shown, "\n") {
		if !lines.Scan() {
			t.Fatalf("the stream ends after %q", got)
		}
		if l := lines.Text(); l != "" && l != ":" {
			got += l + "\n"
		}
	}
	if got != shown {
		t.Errorf("the README shows\n%s\nthe answer is\n%s", shown, got)
	}
	stop()
	for lines.Scan() {
		if l := lines.Text(); l != "" && l != ":" {
			t.Errorf("then comes %s", l)
		}
	}
	if err := curl.Wait(); err != nil {
		t.Errorf("curl ends with %v", err)
	}
	if status := <-ended; status != 0 {
		t.Errorf("serve ends with %d", status)
	}
}
