package extract

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// toldFloor is the least share of the lines of testdata/told that must be read
// right; raise it when it rises.
const toldFloor = 0.98

// TestTold reads the texts of testdata/told and compares the meetings they
// tell with those that stand after "=>", as its README says.
func TestTold(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "told", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no files in testdata/told", err)
	}
	right, all := 0, 0
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for n, line := range strings.Split(string(raw), "\n") {
			text, want, ok := strings.Cut(line, " => ")
			if !ok || strings.HasPrefix(line, "#") {
				continue
			}
			all++
			if got := told(t, text); sameMeetings(got, want) {
				right++
			} else {
				t.Logf("%s:%d: %s\n\twant %s\n\tgot  %q", filepath.Base(file), n+1, text, want, got)
			}
		}
	}
	t.Logf("%d of %d right", right, all)
	if float64(right) < toldFloor*float64(all) {
		t.Errorf("%d of %d texts read right; the floor is %.2f", right, all, toldFloor)
	}
}

// sameMeetings tells whether the meetings described are those wanted, in any
// order: as many, with as many participants, and each word of it.
func sameMeetings(got []string, want string) bool {
	if want == "-" {
		return len(got) == 0
	}
	rest := slices.Clone(got)
	for _, w := range strings.Split(want, " | ") {
		i := slices.IndexFunc(rest, func(g string) bool { return isTold(g, w) })
		if i < 0 {
			return false
		}
		rest = slices.Delete(rest, i, i+1)
	}
	return len(rest) == 0
}

// isTold compares one meeting: words with a capital at their beginning alone
// are participants.
func isTold(got, want string) bool {
	parts := 0
	for _, w := range strings.Fields(want) {
		name, role, _ := strings.Cut(w, ":")
		if name != strings.ToUpper(name) && w[0] != '@' && w[0] != '"' {
			parts++
			if !slices.ContainsFunc(strings.Fields(got), func(g string) bool {
				who, as, ok := strings.Cut(g, ":")
				return ok && strings.Contains(who, name) && (role == "" || as == role)
			}) {
				return false
			}
		} else if !strings.Contains(" "+got+" ", " "+w+" ") {
			return false
		}
	}
	return strings.Count(got, ":") == parts
}
