package nlp_test

import "testing"

// A phrase hung on another head leaves a tree whose children and subtrees agree
// with the heads, and hung back the tree it was.
func TestReattach(t *testing.T) {
	doc := pipeline(t).Parse("The envoy said the island would close its port during talks with the queen. She left.")
	during := -1
	for i, k := range doc.Tokens {
		if k.Text == "during" {
			during = i
		}
	}
	v := doc.Tokens[during].Head
	said := doc.Tokens[v].Head
	if doc.Tokens[v].Text != "close" || doc.Tokens[said].Text != "said" {
		t.Fatalf("%q hangs on %q and this on %q", doc.Tokens[during].Text, doc.Tokens[v].Text, doc.Tokens[said].Text)
	}
	was := doc.TextOf(doc.Subtree(v))
	doc.Reattach(map[int]int{during: said})
	checkTree(t, doc)
	if got := doc.TextOf(doc.Subtree(v)); got != "the island would close its port" {
		t.Errorf("the clause is %q", got)
	}
	doc.Reattach(map[int]int{during: v})
	checkTree(t, doc)
	if got := doc.TextOf(doc.Subtree(v)); got != was {
		t.Errorf("the clause is %q, was %q", got, was)
	}
}
