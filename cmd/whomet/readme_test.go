package main

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"testing"
)

// The README's question, asked as it stands there, has the answer that it
// shows.
func TestReadmeQuestion(t *testing.T) {
	needModel(t)
	if _, err := exec.LookPath("curl"); err != nil {
		t.Skip(err)
	}
	b, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(b)
	const begin = "    curl -s http://127.0.0.1:8080/graphql --get"
	at := strings.Index(readme, begin)
	if at < 0 {
		t.Fatalf("the README has no %q", begin)
	}
	command, rest, _ := strings.Cut(readme[at:], "\n\n")
	_, rest, _ = strings.Cut(rest, "```json\n")
	shown, _, _ := strings.Cut(rest, "```")
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
