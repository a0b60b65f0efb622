package thinc

import (
	"fmt"
	"math"
	"math/rand"
	"testing"

	"github.com/vmihailenco/msgpack/v5"
)

func node(t *testing.T, name string, attrs map[string]any, params map[string]*Array) Node {
	n := Node{Name: name, attrs: map[string][]byte{}, params: params}
	for k, v := range attrs {
		b, err := msgpack.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		n.attrs[k] = b
	}
	return n
}

func randomArray(r *rand.Rand, shape ...int) *Array {
	n := 1
	for _, d := range shape {
		n *= d
	}
	return &Array{shape, randomSlice(r, n)}
}

// sizes are those of a Tok2Vec.
type sizes struct{ attrs, width, depth, reach, mixPieces, pieces int }

// randomTok2Vec makes the nodes of a Tok2Vec, in thinc's order.
func randomTok2Vec(t *testing.T, r *rand.Rand, z sizes) *Model {
	columns := []string{"NORM", "PREFIX", "SUFFIX", "SHAPE"}[:z.attrs]
	m := &Model{Nodes: []Node{node(t, "extract_features", map[string]any{"columns": columns}, nil)}}
	for i := range columns {
		m.Nodes = append(m.Nodes, node(t, "hashembed", map[string]any{"seed": 8 + i}, map[string]*Array{"E": randomArray(r, 11+i, z.width)}))
	}
	for l := range 1 + z.depth {
		inputs, pieces := z.attrs*z.width, z.mixPieces
		if l > 0 {
			m.Nodes = append(m.Nodes, node(t, "expand_window", map[string]any{"window_size": z.reach}, nil))
			inputs, pieces = (2*z.reach+1)*z.width, z.pieces
		}
		m.Nodes = append(m.Nodes,
			node(t, "maxout", nil, map[string]*Array{"W": randomArray(r, z.width, pieces, inputs), "b": randomArray(r, z.width, pieces)}),
			node(t, "layernorm", nil, map[string]*Array{"G": randomArray(r, z.width), "b": randomArray(r, z.width)}))
	}
	return m
}

// plainMaxout computes a maxout layer and the norm after it as the formulas
// say, in float64.
func plainMaxout(layer, after Node, x []float64) []float64 {
	w, b := layer.params["W"], layer.params["b"].Data
	nO, nP, nI := w.Shape[0], w.Shape[1], w.Shape[2]
	out := make([]float64, nO)
	mean := 0.0
	for o := range out {
		out[o] = math.Inf(-1)
		for p := range nP {
			sum := float64(b[o*nP+p])
			for i, v := range x {
				sum += v * float64(w.Data[(o*nP+p)*nI+i])
			}
			out[o] = max(out[o], sum)
		}
		mean += out[o] / float64(nO)
	}
	variance := 0.0
	for _, v := range out {
		variance += (v - mean) * (v - mean) / float64(nO)
	}
	for o, v := range out {
		out[o] = (v-mean)/math.Sqrt(variance+normEpsilon)*float64(after.params["G"].Data[o]) + float64(after.params["b"].Data[o])
	}
	return out
}

// plainTok2Vec computes what a Tok2Vec gives for tokens with these keys, as
// thinc does, padding and all.
func plainTok2Vec(m *Model, z sizes, keys []uint64) [][]float64 {
	maxouts, norms := m.All("maxout"), m.All("layernorm")
	pad := z.reach * z.depth
	rows := make([][]float64, len(keys)/z.attrs+2*pad)
	for i := range rows {
		rows[i] = make([]float64, z.width)
	}
	for i := range len(keys) / z.attrs {
		var x []float64
		for j, n := range m.All("hashembed") {
			e := n.params["E"]
			v := make([]float64, z.width)
			for _, k := range hashKey(keys[i*z.attrs+j], uint32(8+j)) {
				for c := range v {
					v[c] += float64(e.Data[int(k)%e.Shape[0]*z.width+c])
				}
			}
			x = append(x, v...)
		}
		rows[pad+i] = plainMaxout(*maxouts[0], *norms[0], x)
	}
	for l := 1; l <= z.depth; l++ {
		next := make([][]float64, len(rows))
		for i := range rows {
			var x []float64
			for j := i - z.reach; j <= i+z.reach; j++ {
				if j < 0 || j >= len(rows) {
					x = append(x, make([]float64, z.width)...)
				} else {
					x = append(x, rows[j]...)
				}
			}
			next[i] = plainMaxout(*maxouts[l], *norms[l], x)
			for c := range next[i] {
				next[i][c] += rows[i][c]
			}
		}
		rows = next
	}
	return rows[pad : len(rows)-pad]
}

// TestTok2VecSizes compares networks of several sizes, the published and
// others, with the formulas, in each instruction set.
func TestTok2VecSizes(t *testing.T) {
	eachKernels(t, func(t *testing.T) {
		for _, z := range []sizes{
			{4, modelWidth, 4, 1, modelPieces, modelPieces}, {1, 64, 2, 1, 3, 2}, {3, 30, 3, 2, 3, 1}, {2, 7, 1, 1, 2, 4}, {2, 112, 2, 3, 3, 3},
		} {
			t.Run(fmt.Sprint(z), func(t *testing.T) {
				r := rand.New(rand.NewSource(9))
				m := randomTok2Vec(t, r, z)
				net, err := NewTok2Vec(m)
				if err != nil {
					t.Fatal(err)
				}
				var s Scratch
				for _, n := range []int{1, 2, 13, blockRows + 5} {
					keys := make([]uint64, n*z.attrs)
					to := make([]*Embedding, n)
					for i := range keys {
						keys[i] = r.Uint64()
					}
					for i := range to {
						to[i] = &Embedding{}
					}
					net.Embed(&s, keys, nil, to)
					got := net.Encode(&s, to)
					for i, row := range plainTok2Vec(m, z, keys) {
						for c, want := range row {
							if v := got[i*z.width+c]; math.Abs(want-float64(v)) > 1e-3 {
								t.Fatalf("%d tokens: number %d of token %d is %v, want %v", n, c, i, v, want)
							}
						}
					}
				}
			})
		}
	})
}

// TestNewTok2VecRefuses names what it cannot run.
func TestNewTok2VecRefuses(t *testing.T) {
	r := rand.New(rand.NewSource(10))
	usual := sizes{2, 8, 2, 1, 3, 3}
	for what, spoil := range map[string]func(m *Model){
		"no encoder":  func(m *Model) { m.Nodes = m.Nodes[:5] },
		"other table": func(m *Model) { m.Nodes[1].params["E"] = randomArray(r, 11, 9) },
		"other width": func(m *Model) { m.Nodes[6].params["W"] = randomArray(r, 8, 3, 16) },
		"two windows": func(m *Model) {
			m.Nodes[5] = node(t, "expand_window", map[string]any{"window_size": 2}, nil)
		},
	} {
		m := randomTok2Vec(t, r, usual)
		spoil(m)
		if _, err := NewTok2Vec(m); err == nil {
			t.Errorf("%s: no error", what)
		}
	}
}

// TestTransitionSizes compares scores with the formula, with and without an
// upper layer.
func TestTransitionSizes(t *testing.T) {
	eachKernels(t, func(t *testing.T) {
		for _, z := range []struct{ features, width, inner, hidden, pieces, actions int }{
			{8, modelWidth, modelState, modelState, 2, 106}, {13, 30, 33, 33, 3, 9}, {3, 64, 20, 17, 1, 0},
		} {
			r := rand.New(rand.NewSource(11))
			w, b, pad := randomArray(r, z.features, z.hidden, z.pieces, z.inner), randomArray(r, z.hidden, z.pieces), randomArray(r, 1, z.features, z.hidden, z.pieces)
			reduce, bias := randomArray(r, z.inner, z.width), randomArray(r, z.inner)
			upper, upperBias := randomArray(r, z.actions, z.hidden), randomArray(r, z.actions)
			m := &Model{Nodes: []Node{{Name: "precomputable_affine", params: map[string]*Array{"W": w, "b": b, "pad": pad}}}}
			if z.actions > 0 {
				m.Nodes = append(m.Nodes, Node{Name: "linear", params: map[string]*Array{"W": upper, "b": upperBias}})
			}
			m.Nodes = append(m.Nodes, Node{Name: "linear", params: map[string]*Array{"W": reduce, "b": bias}})
			net, err := NewTransition(m)
			if err != nil {
				t.Fatal(err)
			}
			const tokens = 130
			x := randomSlice(r, (tokens+blockRows)*z.width)
			inner := make([][]float64, tokens)
			for i := range inner {
				for k := range z.inner {
					inner[i] = append(inner[i], plainLinear(reduce, bias, k, x[i*z.width:]))
				}
			}
			var s State
			s.Begin(net, x, tokens)
			for range 40 {
				ids := make([]int32, z.features)
				for f := range ids {
					ids[f] = int32(r.Intn(tokens+1)) - 1
				}
				hidden := make([]float64, z.hidden)
				for o := range hidden {
					hidden[o] = math.Inf(-1)
					for p := range z.pieces {
						sum := float64(b.Data[o*z.pieces+p])
						for f, id := range ids {
							at := (f*z.hidden+o)*z.pieces + p
							if id < 0 {
								sum += float64(pad.Data[at])
								continue
							}
							for k, v := range inner[id] {
								sum += float64(w.Data[at*z.inner+k]) * v
							}
						}
						hidden[o] = max(hidden[o], sum)
					}
				}
				for a, got := range s.Score(ids) {
					want := hidden[min(a, z.hidden-1)]
					if z.actions > 0 {
						want = float64(upperBias.Data[a])
						for k, v := range hidden {
							want += v * float64(upper.Data[a*z.hidden+k])
						}
					}
					if math.Abs(want-float64(got)) > 1e-3 {
						t.Fatalf("%v: score %d is %v, want %v", z, a, got, want)
					}
				}
			}
		}
	})
}

// plainLinear computes output o of an affine layer.
func plainLinear(w, b *Array, o int, x []float32) float64 {
	sum := float64(b.Data[o])
	for i := range w.Shape[1] {
		sum += float64(w.Data[o*w.Shape[1]+i]) * float64(x[i])
	}
	return sum
}
