package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// How the later of two tellings may speak of what the earlier one told.

// apposed tells whether the later of two tellings of one sentence says more of
// the earlier: as its apposition, or as what it was.
func (n *narrative) apposed(a, b *occurrence) bool {
	if a.at > b.at {
		a, b = b, a
	}
	if a.sent != b.sent || b.trigger.pos != "noun" {
		return false
	}
	if n.firstOf(b) {
		return true
	}
	switch out := n.outer(b.at); n.Tokens[out].Dep {
	case "appos":
		return true
	case "attr":
		be := n.Tokens[out].Head
		if what := n.child(be, "nsubj"); n.Tokens[be].Dep == "pcomp" && what >= 0 && n.Tokens[what].Lower == "what" {
			return true // "will meet, in what would be their first talks in a year"
		}
		// "the call was the first talk between them"
		return n.Tokens[n.outer(a.at)].Head == n.Tokens[out].Head && n.Tokens[n.outer(a.at)].Dep == "nsubj"
	}
	return false
}

// firstOf tells "…, the first meeting of a president and a king", set off by a
// comma, which says of what was told before it how rare it is.
func (n *narrative) firstOf(o *occurrence) bool {
	i := n.Tokens[n.outer(o.at)].Left
	if i < 1 || n.Tokens[i-1].Text != "," || n.Tokens[i].Lower != "the" && n.Tokens[i].Lower != "their" {
		return false
	}
	return slices.ContainsFunc(n.Children(n.outer(o.at)), func(c int) bool {
		l := n.Tokens[c].Lower
		return n.Tokens[c].Dep == "amod" && (l == "first" || l == "second" || l == "third" || l == "last" || l == "latest" || l == "only")
	})
}

// heldAlready tells whether a meeting told as held is spoken of once more from
// a time before it: "they spoke to prepare for the summit".
func (n *narrative) heldAlready(a, b *occurrence) bool {
	if a.at > b.at {
		a, b = b, a
	}
	return a.status == graph.StatusHeld && b.status == graph.StatusPlanned && b.definite && b.trigger.pos == "noun" && !b.when.known() && (b.trigger.asks("one") || n.child(n.outer(b.at), "poss") >= 0) && n.allStand(b, a)
}

// taken tells whether an offer was taken up in the next sentence: "asked him for
// a meeting. They talked for an hour."
func (n *narrative) taken(a, b *occurrence) bool {
	if a.at > b.at {
		a, b = b, a
	}
	return a.status == graph.StatusOffered && b.status == graph.StatusHeld && b.sent-a.sent == 1 && !n.newParagraph(b.sent) && !b.when.known() && n.allStand(a, b) && n.allStand(b, a)
}
