package main

import (
	"testing"
	"time"

	"github.com/whomet/whomet/loader"
)

func TestProgressLine(t *testing.T) {
	p := new(loader.Progress)
	p.Loaded.Store(12)
	p.SetAside.Store(1)
	p.Words.Store(9000)
	p.Bytes.Store(500)
	if got, want := progressLine(p, 1000, 2*time.Second), "[###############---------------]  50 %  12 articles loaded, 0 known, 1 set aside, 4500 words/s"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got, want := progressLine(p, 0, time.Second), "12 articles loaded, 0 known, 1 set aside, 9000 words/s"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
