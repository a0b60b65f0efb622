//go:build (!amd64 && !arm64) || purego

package thinc

func gemmPanel(x []float32, stride, rows int, w, b, y []float32, cols int) {
	gemmPanelGo(x, stride, rows, w, b, y, cols)
}

func rowPanel(x, w, b, y []float32) { rowPanelGo(x, w, b, y) }

func maxoutNorm(y, out, g, b []float32, add bool) { maxoutNormGo(y, out, g, b, add) }

func sumMaxout(rows [][]float32, b, out []float32) { sumMaxoutGo(rows, b, out) }

func sumRows(rows [][]float32, b, y []float32) { sumRowsGo(rows, b, y) }

func filterInput(x, t []float32) { filterInputGo(x, t) }

func filterOutput(m, bias, y []float32) { filterOutputGo(m, bias, y) }
