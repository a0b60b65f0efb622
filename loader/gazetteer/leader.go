package gazetteer

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/datafile"
)

//go:embed leaders.txt
var leadersFile string

// Leader is someone who stands for one state in all news.
type Leader struct {
	State, Name string
	// Alone: the surname alone tells who is meant; InOffice: with the office of a
	// head of state or government it does.
	Alone, InOffice bool
}

// Surname returns the last word of the name, folded.
func (l Leader) Surname() string {
	return terms.Fold(l.Name[strings.LastIndexByte(l.Name, ' ')+1:])
}

// Leaders returns all of them, in the order of the file; the slice is the caller's
// to read only.
var Leaders = sync.OnceValue(func() []Leader {
	var out []Leader
	for _, line := range datafile.Lines(leadersFile) {
		state, names, _ := strings.Cut(line, ":")
		for _, n := range datafile.List(names, ";") {
			l := Leader{State: state}
			n, l.Alone = strings.CutSuffix(n, "*")
			l.Name, l.InOffice = strings.CutSuffix(n, "+")
			out = append(out, l)
		}
	}
	return out
})

// IsLeader tells whether a folded word is a surname that in all news is a leader's.
func IsLeader(folded string) bool { return leaderSurnames()[folded] }

var leaderSurnames = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, l := range Leaders() {
		if l.Alone || !strings.Contains(l.Name, " ") { // Tito goes by one name
			out[l.Surname()] = true
		}
	}
	return out
})
