package main

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/open"
	"github.com/whomet/whomet/loader/nlp/model"
	"github.com/whomet/whomet/samples"
)

// TestKilledLoadGoesOn kills loads of the samples at random instants, without
// any warning, and loads again until one ends: the graph must be the one that
// a single load makes.
func TestKilledLoadGoesOn(t *testing.T) {
	needModel(t)
	folder := t.TempDir()
	articles := filepath.Join(folder, "samples")
	if err := os.CopyFS(articles, samples.Articles); err != nil {
		t.Fatal(err)
	}
	command := func(store string) *exec.Cmd {
		cmd := exec.Command("whomet", "load", articles, "--batch", "3", "--store", "sqlite:"+store)
		cmd.Env = append(os.Environ(), "WHOMET_MODEL="+model.Dir())
		return cmd
	}
	whole := filepath.Join(folder, "whole.db")
	if out, err := command(whole).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}

	killed := filepath.Join(folder, "killed.db")
	kills := 0
	for ended := false; !ended; {
		cmd := command(killed)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		done := make(chan error, 1)
		go func() { done <- cmd.Wait() }()
		select {
		case err := <-done:
			if err != nil {
				t.Fatalf("a load that was not killed: %v", err)
			}
			ended = true
		case <-time.After(time.Duration(kills*kills*20+rand.IntN(600)) * time.Millisecond):
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			kills++
			<-done
		}
	}
	t.Logf("killed %d times", kills)
	if got, want := holds(t, killed), holds(t, whole); got != want {
		t.Errorf("after kills the graph is\n%s\nand not\n%s", got, want)
	}
}

// holds returns all nodes of a store as JSON, load times aside.
func holds(t *testing.T, file string) string {
	t.Helper()
	ctx := t.Context()
	s, err := open.Store(ctx, "sqlite:"+file)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	page := graph.Page{Limit: 1 << 20}
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	entities, err := s.Entities(ctx, graph.EntityQuery{Page: page})
	must(err)
	meetings, err := s.Occurrences(ctx, graph.OccurrenceQuery{Kind: graph.KindMeeting, Page: page})
	must(err)
	events, err := s.Occurrences(ctx, graph.OccurrenceQuery{Kind: graph.KindEvent, Page: page})
	must(err)
	topics, err := s.Topics(ctx, graph.TopicQuery{Page: page})
	must(err)
	list, err := s.Articles(ctx, graph.ArticleQuery{Page: page})
	must(err)
	articles := list[""]
	for i := range articles.Items {
		articles.Items[i].LoadedAt = time.Time{}
	}
	if len(entities[""].Items) == 0 || len(meetings[""].Items) == 0 || len(articles.Items) == 0 {
		t.Fatalf("%s holds nothing", file)
	}
	out, err := json.MarshalIndent([]any{entities, meetings, events, topics, articles}, "", " ")
	must(err)
	return string(out)
}
