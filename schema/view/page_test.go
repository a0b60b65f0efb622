package view

import (
	"testing"

	"github.com/whomet/whomet/graph"
)

func TestCursorsLeadOn(t *testing.T) {
	all := []string{"a", "b", "c", "d", "e"}
	var got []string
	var after *string
	for range 10 {
		page, err := window(new(2), after)
		if err != nil {
			t.Fatal(err)
		}
		c := connect(cut(all, page), page, len(all))
		got = append(got, c.Nodes()...)
		if c.PageInfo.HasPreviousPage != (after != nil) {
			t.Errorf("hasPreviousPage is %v after %v", c.PageInfo.HasPreviousPage, after)
		}
		if !c.PageInfo.HasNextPage {
			break
		}
		after = c.PageInfo.EndCursor
	}
	if len(got) != len(all) {
		t.Errorf("paged to %q, want %q", got, all)
	}
}

func FuzzWindow(f *testing.F) {
	f.Add(cursor(7))
	f.Add("")
	f.Add("d2hvbWV0Oi0x")
	f.Fuzz(func(t *testing.T, after string) {
		page, err := window(nil, &after)
		if err == nil && (page.Offset < 0 || page.Limit != DefaultPage) {
			t.Errorf("after %q gives %+v", after, page)
		}
	})
}

func TestLevelsKeepEachSiblingOnce(t *testing.T) {
	e := graph.Node{Kind: graph.KindPerson, Entity: &graph.Entity{ID: "a", Kind: graph.KindPerson}}
	l := New(nil, "").level([]graph.Node{e, e})
	if got := l.anchors(graph.AnchorEntity); len(got) != 1 {
		t.Errorf("anchors are %q, want one", got)
	}
	if got := l.anchors(graph.AnchorPlace); len(got) != 0 {
		t.Errorf("a person is an anchor for places: %q", got)
	}
}
