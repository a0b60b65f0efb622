package resolve

import (
	"math/rand/v2"
	"testing"

	"github.com/whomet/whomet/graph"
)

// MakeArticles makes the claims of n articles for tests outside the package.
func MakeArticles(r *rand.Rand, n int) ([]graph.Claims, error) {
	return world{r}.articles(n, "test/1")
}

// MakeTopics makes the claims of articles about one meeting, each with its own
// wording of what it was about.
func MakeTopics(t *testing.T, wordings ...string) []graph.Claims {
	var out []graph.Claims
	for i, w := range wordings {
		out = append(out, wording{text: w}.claims(t, i))
	}
	return out
}

// MakeJudgements makes n judgements on names of the claims.
func MakeJudgements(r *rand.Rand, claims []graph.Claims, n int) []graph.Judgement {
	return gossip(r, claims, n)
}

// Rounds returns how many rounds a property is tested for.
func Rounds(usual int) int { return rounds(usual) }
