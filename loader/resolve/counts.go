package resolve

import (
	"cmp"
	"maps"
	"slices"

	"github.com/whomet/whomet/graph"
)

// add adds the counts of one map to the other's.
func add[M ~map[K]int, K comparable](to *M, from M) {
	if len(from) > 0 && *to == nil {
		*to = M{}
	}
	for k, v := range from {
		(*to)[k] += v
	}
}

// take is add's opposite; what is counted no more goes.
func take[M ~map[K]int, K comparable](from, what M) {
	for k, v := range what {
		if from[k] > v {
			from[k] -= v
		} else {
			delete(from, k)
		}
	}
}

// byCount returns the keys, most counted first, then in order.
func byCount[K cmp.Ordered](m map[K]int) []K {
	return slices.SortedFunc(maps.Keys(m), func(a, b K) int {
		return cmp.Or(cmp.Compare(m[b], m[a]), cmp.Compare(a, b))
	})
}

// counts counts ids.
type counts map[graph.ID]int

func countsOf(ids []graph.ID) counts {
	var c counts
	for _, id := range ids {
		add(&c, counts{id: 1})
	}
	return c
}

// bound keeps the least maxSpeaksOf ids.
func (c counts) bound() {
	if len(c) > maxSpeaksOf {
		for _, id := range sortedKeys(c)[maxSpeaksOf:] {
			delete(c, id)
		}
	}
}
