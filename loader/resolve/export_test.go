package resolve

import (
	"math/rand/v2"

	"github.com/whomet/whomet/graph"
)

// MakeArticles makes the claims of n articles for tests outside the package.
func MakeArticles(r *rand.Rand, n int) ([]graph.Claims, error) {
	return world{r}.articles(n, "test/1")
}
