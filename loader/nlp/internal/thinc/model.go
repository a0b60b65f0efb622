package thinc

import (
	"encoding/binary"
	"fmt"
	"math"

	"github.com/vmihailenco/msgpack/v5"
)

// Model is a file written by thinc's Model.to_bytes: the layers of a network,
// in breadth-first order from the outermost.
type Model struct{ Nodes []Node }

// Node is one layer with its weights and settings.
type Node struct {
	Name   string
	params map[string]*Array
	attrs  map[string][]byte
}

// Array is a float32 array of any rank, last index fastest.
type Array struct {
	Shape []int
	Data  []float32
}

// packed is an array as msgpack-numpy writes it.
type packed struct {
	Type  string `msgpack:"type"`
	Shape []int  `msgpack:"shape"`
	Data  []byte `msgpack:"data"`
}

// ReadModel reads the bytes of a thinc model.
func ReadModel(b []byte) (*Model, error) {
	var file struct {
		Nodes []struct {
			Name string `msgpack:"name"`
		} `msgpack:"nodes"`
		Attrs  []map[string][]byte  `msgpack:"attrs"`
		Params []map[string]*packed `msgpack:"params"`
	}
	if err := msgpack.Unmarshal(b, &file); err != nil {
		return nil, fmt.Errorf("read thinc model: %w", err)
	}
	if len(file.Attrs) != len(file.Nodes) || len(file.Params) != len(file.Nodes) {
		return nil, fmt.Errorf("read thinc model: %d nodes with %d attrs and %d params", len(file.Nodes), len(file.Attrs), len(file.Params))
	}
	m := &Model{Nodes: make([]Node, len(file.Nodes))}
	for i, n := range file.Nodes {
		node := Node{Name: n.Name, attrs: file.Attrs[i], params: map[string]*Array{}}
		for name, p := range file.Params[i] {
			if p == nil {
				continue
			}
			a, err := p.array()
			if err != nil {
				return nil, fmt.Errorf("read thinc model: layer %s: %s: %w", n.Name, name, err)
			}
			node.params[name] = a
		}
		m.Nodes[i] = node
	}
	return m, nil
}

func (p *packed) array() (*Array, error) {
	if p.Type != "<f4" {
		return nil, fmt.Errorf("element type %q, want <f4", p.Type)
	}
	n := 1
	for _, d := range p.Shape {
		if d < 0 || d > len(p.Data) {
			return nil, fmt.Errorf("shape %v with %d bytes", p.Shape, len(p.Data))
		}
		n *= d
	}
	if len(p.Data) != 4*n {
		return nil, fmt.Errorf("shape %v with %d bytes", p.Shape, len(p.Data))
	}
	a := &Array{Shape: p.Shape, Data: make([]float32, n)}
	for i := range a.Data {
		a.Data[i] = math.Float32frombits(binary.LittleEndian.Uint32(p.Data[4*i:]))
	}
	return a, nil
}

// All returns the layers of that name, in order.
func (m *Model) All(name string) []*Node {
	var nodes []*Node
	for i := range m.Nodes {
		if m.Nodes[i].Name == name {
			nodes = append(nodes, &m.Nodes[i])
		}
	}
	return nodes
}

// Exactly returns the layers of that name, or an error unless there are n.
func (m *Model) Exactly(n int, name string) ([]*Node, error) {
	nodes := m.All(name)
	if len(nodes) != n {
		return nil, fmt.Errorf("%d layers of %s, want %d", len(nodes), name, n)
	}
	return nodes, nil
}

// Param returns the weights of that name, or an error if their shape is not
// dims; a negative dim stands for any.
func (n *Node) Param(name string, dims ...int) (*Array, error) {
	a := n.params[name]
	if a == nil {
		return nil, fmt.Errorf("layer %s has no weights %s", n.Name, name)
	}
	ok := len(a.Shape) == len(dims)
	for i := 0; ok && i < len(dims); i++ {
		ok = dims[i] < 0 || a.Shape[i] == dims[i]
	}
	if !ok {
		return nil, fmt.Errorf("layer %s: %s has shape %v, want %v", n.Name, name, a.Shape, dims)
	}
	return a, nil
}

// Attr reads the setting of that name into v, a pointer.
func (n *Node) Attr(name string, v any) error {
	b, ok := n.attrs[name]
	if !ok {
		return fmt.Errorf("layer %s has no setting %s", n.Name, name)
	}
	if err := msgpack.Unmarshal(b, v); err != nil {
		return fmt.Errorf("layer %s: setting %s: %w", n.Name, name, err)
	}
	return nil
}
