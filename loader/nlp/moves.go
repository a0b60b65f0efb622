package nlp

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/vmihailenco/msgpack/v5"
)

// action is one output of a transition model: a kind of move, and a label.
type action struct {
	move  int8
	label int16 // index into labels.names
}

// actions are the outputs of a transition model, by kind of move.
type actions struct {
	all  []action
	from []int // of each kind, the first; of the kind after the last, how many
}

// best returns the action with the greatest of scores among at and those of a
// move; of equals, the first. at comes before these, or is -1 for none.
func (a *actions) best(scores []float32, move, at int) int {
	from, to := a.from[move], a.from[move+1]
	if at < 0 && from < to {
		at = from
	}
	for i, v := range scores[from:to] {
		if v > scores[at] {
			at = from + i
		}
	}
	return at
}

// labels numbers the labels of a component; 0 is "".
type labels struct {
	names []string
	ids   map[string]int16
}

func newLabels() *labels { return &labels{names: []string{""}, ids: map[string]int16{"": 0}} }

// id returns the number of name, a new one if need be.
func (l *labels) id(name string) int16 {
	if id, ok := l.ids[name]; ok {
		return id
	}
	id := int16(len(l.names))
	l.names = append(l.names, name)
	l.ids[name] = id
	return id
}

// readMoves reads the moves file of a parser: for each kind of move, its labels
// and how often they came in training. Actions follow each other by kind, then
// from the most frequent label to the least, of equals the last in the
// alphabet first. keep says which become actions.
func readMoves(b []byte, kinds int, keep func(move int8, label string) bool) (*actions, *labels, error) {
	var file struct {
		Moves string `msgpack:"moves"`
	}
	if err := msgpack.Unmarshal(b, &file); err != nil {
		return nil, nil, err
	}
	var byMove map[string]map[string]int
	if err := json.Unmarshal([]byte(file.Moves), &byMove); err != nil {
		return nil, nil, err
	}
	type counted struct {
		move  int8
		label string
		freq  int
	}
	var all []counted
	for key, freqs := range byMove {
		move, err := strconv.Atoi(key)
		if err != nil || move < 0 || move >= kinds {
			return nil, nil, fmt.Errorf("move %q is not supported", key)
		}
		for label, freq := range freqs {
			if keep(int8(move), label) {
				all = append(all, counted{int8(move), label, freq})
			}
		}
	}
	slices.SortFunc(all, func(a, b counted) int {
		return cmp.Or(cmp.Compare(a.move, b.move), cmp.Compare(b.freq, a.freq), cmp.Compare(b.label, a.label))
	})
	names := newLabels()
	as := &actions{from: make([]int, kinds+1)}
	for _, c := range all {
		as.all = append(as.all, action{c.move, names.id(c.label)})
		for k := int(c.move) + 1; k <= kinds; k++ {
			as.from[k]++
		}
	}
	return as, names, nil
}
