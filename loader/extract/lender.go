package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// lender is a verb that a telling shares its time and place with.
type lender struct {
	verb int
	// front is the token before which an adjunct must stand to be shared, or
	// anywhere.
	front int
}

// anywhere is the front of a lender all of whose adjuncts are shared.
const anywhere = 1 << 30

// lenders returns the verbs beside or above a telling whose time and place are
// its own too: what stands before the subject of two verbs ("On Monday in Rome X
// met Y and called a session"), what is said of a journey that ended in the
// meeting, or of whatever else the subject did before ("arrived on Monday and met X"), what the main clause says of a participle
// ("arrived on Monday, meeting X"), of the place of "where they met", of a journey
// made to meet, of what was said or signed right after.
func (n *narrative) lenders(o *occurrence) []lender {
	var out []lender
	for _, c := range n.Children(o.at) { // "talked about it when X visited Oslo on Monday"
		if t := &n.Tokens[c]; t.Dep == "advcl" && t.POS == "VERB" {
			if slices.ContainsFunc(n.Children(c), func(k int) bool {
				return n.Tokens[k].Lower == "when"
			}) && !n.hasAux(c, "have") &&
				(facing[t.Lemma] || going[t.Lemma] || t.Lemma == "visit" || t.Lemma == "be") {
				out = append(out, lender{c, anywhere})
			}
		}
	}
	for _, a := range o.anchors {
		h := n.Tokens[a].Head
		switch n.Tokens[a].Dep {
		case "pobj", "pcomp":
			v := n.Tokens[h].Head
			days, _, _ := n.measureBefore(h)
			switch l := n.Tokens[h].Lower; {
			case days != 0, n.Tokens[v].POS != "VERB" || n.Tokens[v].Tag == "VBG":
			case (l == "after" || l == "following") && (n.speaks(v) || closing[n.lemma(v)] || o.trigger != nil && o.trigger.ofTime()),
				l == "with" && running[n.lemma(v)]: // "opened on Monday with a call"
				out = append(out, lender{v, anywhere})
			}
		case "conj":
			if s := n.child(h, "nsubj", "nsubjpass"); s >= 0 && n.child(a, "nsubj", "nsubjpass") < 0 {
				front := n.Tokens[s].Left
				if n.Tokens[h].Tag == "VBD" && n.Tokens[a].Tag == "VBD" && n.followsOn(o, h, a) || n.Tokens[h].Tag == "VBZ" && o.status == graph.StatusPlanned && arriving[n.lemma(h)] {
					front = anywhere // who flew in on Friday and met X met X then
				}
				out = append(out, lender{h, front})
			}
		case "advcl":
			along := n.Tokens[a].Tag == "VBG" && n.child(a, "nsubj", "mark", "advmod") < 0 && !n.hasAux(a, "have")
			if along || n.whereClause(a) || n.isForm(a, "inf") && (going[n.lemma(h)] || n.lemma(h) == "visit") {
				out = append(out, lender{h, anywhere})
			}
		case "relcl":
			if n.Tokens[a].Tag == "VBD" && n.hasWord(a, "also", "then") { // "met X, who also received Y"
				v := n.verbAt(h)
				if n.Tokens[v].Tag == "VBD" {
					out = append(out, lender{v, anywhere})
				}
			}
			if n.whereClause(a) || n.dateAt[h] >= 0 && n.hasWord(a, "when") { // "was agreed in Rome on Monday, when they met"
				h = n.verbAt(h)
				out = append(out, lender{h, anywhere})
			}
		}
	}
	return out
}

// followsOn tells whether verb a, joined to h, goes on with its day: "toured the
// port on Friday and met X". What is of a day only because people did it together
// asks for a day of its own, unless they came for it.
func (n *narrative) followsOn(o *occurrence, h, a int) bool {
	if going[n.lemma(h)] || arriving[n.lemma(h)] {
		return n.child(a, "advmod") < 0
	}
	return o.trigger != nil && !o.trigger.asks("joint") && !slices.ContainsFunc(n.Children(a), func(c int) bool {
		return n.Tokens[c].Dep == "advmod" && afterwards[n.Tokens[c].Lower]
	})
}

// afterwards are adverbs by which time goes on, by how much nobody says.
var afterwards = wordSet("later subsequently eventually since finally again once previously earlier")

// lends returns how far below the lender token t hangs, -1 if it is not an
// adjunct to share.
func (l lender) lends(n *narrative, t int) int {
	if t >= l.front {
		return -1
	}
	return n.distance(&occurrence{at: l.verb, sent: n.Tokens[l.verb].Sent, anchors: []int{l.verb}}, t)
}
