// Command parsejson parses texts with loader/nlp and writes what it finds, in
// the form that compare.py reads.
//
//	parsejson [-model DIR] <texts.jsonl >docs.jsonl
//
// Each line of the input is a JSON string; each line of the output is an object
// with a list for each field of the tokens. The first line is the name of the
// instruction set in use.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/whomet/whomet/loader/nlp"
	"github.com/whomet/whomet/loader/nlp/model"
)

func main() {
	dir := flag.String("model", model.Dir(), "pipeline folder")
	flag.Parse()
	if err := run(*dir, os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "parsejson:", err)
		os.Exit(1)
	}
}

func run(dir string, in io.Reader, out io.Writer) error {
	p, err := nlp.Load(dir)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(nlp.Kernels()); err != nil {
		return err
	}
	for dec := json.NewDecoder(in); ; {
		var text string
		if err := dec.Decode(&text); err == io.EOF {
			return w.Flush()
		} else if err != nil {
			return fmt.Errorf("read texts: %w", err)
		}
		if err := enc.Encode(fields(p.Parse(text))); err != nil {
			return err
		}
	}
}

// doc has the fields that are compared, token by token.
type doc struct {
	Text  []string `json:"text"`
	Space []bool   `json:"space"`
	Norm  []string `json:"norm"`
	Shape []string `json:"shape"`
	Lower []string `json:"lower"`
	Tag   []string `json:"tag"`
	POS   []string `json:"pos"`
	Morph []string `json:"morph"`
	Lemma []string `json:"lemma"`
	Dep   []string `json:"dep"`
	Head  []int    `json:"head"`
	Start []bool   `json:"start"`
	Ent   []string `json:"ent"`
	Left  []int    `json:"left"`
	Right []int    `json:"right"`
	Chunk [][2]int `json:"chunk"`
}

func fields(d *nlp.Doc) doc {
	o := doc{Chunk: [][2]int{}}
	for i, t := range d.Tokens {
		o.Text = append(o.Text, t.Text)
		o.Space = append(o.Space, t.Space)
		o.Norm = append(o.Norm, t.Norm)
		o.Shape = append(o.Shape, t.Shape)
		o.Lower = append(o.Lower, t.Lower)
		o.Tag = append(o.Tag, t.Tag)
		o.POS = append(o.POS, t.POS)
		o.Morph = append(o.Morph, t.Morph)
		o.Lemma = append(o.Lemma, t.Lemma)
		o.Dep = append(o.Dep, t.Dep)
		o.Head = append(o.Head, t.Head)
		o.Start = append(o.Start, d.SentOf(i).Start == i)
		ent := string(t.EntIOB)
		if t.EntType != "" {
			ent += "-" + t.EntType
		}
		o.Ent = append(o.Ent, ent)
		o.Left = append(o.Left, t.Left)
		o.Right = append(o.Right, t.Right)
	}
	for _, c := range d.NounChunks() {
		o.Chunk = append(o.Chunk, [2]int{c.Start, c.End})
	}
	return o
}
