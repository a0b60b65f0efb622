package score

import "math"

// match pairs a row with a column.
type match struct{ row, col int }

// assign matches rows and columns one to one so that the sum of weights is the
// greatest there is (the Hungarian method, after Kuhn 1955, with potentials, in
// cubic time). Pairs of weight 0 or less are not made. Matches stand by column.
func assign[R, C any](rows []R, cols []C, weight func(R, C) float64) []match {
	n := max(len(rows), len(cols))
	cost := make([][]float64, n)
	for i := range cost {
		cost[i] = make([]float64, n)
		for j := range cost[i] {
			if i < len(rows) && j < len(cols) {
				cost[i][j] = -max(0, weight(rows[i], cols[j]))
			}
		}
	}
	var out []match
	for j, i := range cheapest(cost) {
		if i < len(rows) && j < len(cols) && cost[i][j] < 0 {
			out = append(out, match{i, j})
		}
	}
	return out
}

// cheapest returns for each column of a square matrix the row that it goes to
// in an assignment of least cost.
func cheapest(cost [][]float64) []int {
	n := len(cost)
	// Rows and columns count from 1; row and column 0 stand for "none yet".
	rowCost, colCost := make([]float64, n+1), make([]float64, n+1)
	rowOf, before := make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		rowOf[0] = i
		least, done := make([]float64, n+1), make([]bool, n+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		at := 0
		for rowOf[at] != 0 { // grow the cheapest alternating path until it ends in a free column
			done[at] = true
			row, delta, next := rowOf[at], math.Inf(1), 0
			for j := 1; j <= n; j++ {
				if done[j] {
					continue
				}
				if c := cost[row-1][j-1] - rowCost[row] - colCost[j]; c < least[j] {
					least[j], before[j] = c, at
				}
				if least[j] < delta {
					delta, next = least[j], j
				}
			}
			for j := range least {
				if done[j] {
					rowCost[rowOf[j]] += delta
					colCost[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			at = next
		}
		for at != 0 { // turn the path over
			rowOf[at] = rowOf[before[at]]
			at = before[at]
		}
	}
	out := make([]int, n)
	for j := range out {
		out[j] = rowOf[j+1] - 1
	}
	return out
}
