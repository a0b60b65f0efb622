package nlp_test

import (
	"fmt"
	"log"
	"os"

	"github.com/whomet/whomet/loader/nlp"
	"github.com/whomet/whomet/loader/nlp/model"
)

func Example() {
	p, err := model.Load()
	if err != nil {
		log.Fatal(err)
	}
	doc := p.Parse("Prime Minister Anna Berg met Luis Ortega in Geneva. They didn't agree.")
	for _, sent := range doc.Sents {
		fmt.Println(doc.TextOf(sent))
	}
	for _, ent := range doc.Ents {
		fmt.Println(ent.Label, doc.TextOf(ent.Span()))
	}
	// Output:
	// Prime Minister Anna Berg met Luis Ortega in Geneva.
	// They didn't agree.
	// PERSON Anna Berg
	// PERSON Luis Ortega
	// GPE Geneva
}

// A pipeline from a folder of its own: where spaCy's nlp.to_disk has put one, or
// the one inside a package such as en_core_web_md.
func ExampleLoad() {
	p, err := nlp.Load(model.Dir())
	if err != nil {
		log.Fatal(err)
	}
	for _, t := range p.Parse("Anna met Luis.").Tokens {
		fmt.Println(t.Start, t.Text, t.Lemma, t.Tag, t.POS, t.Dep)
	}
	// Output:
	// 0 Anna Anna NNP PROPN nsubj
	// 5 met meet VBD VERB ROOT
	// 9 Luis Luis NNP PROPN dobj
	// 13 . . . PUNCT punct
}

// The whole of what a word stands over: its subtree.
func ExampleDoc_Subtree() {
	p, err := model.Load()
	if err != nil {
		log.Fatal(err)
	}
	doc := p.Parse("The talks in the old town hall failed.")
	for i, t := range doc.Tokens {
		if t.Dep == "nsubj" {
			fmt.Println(doc.TextOf(doc.Subtree(i)))
		}
	}
	// Output:
	// The talks in the old town hall
}

// Who does what: walk from each verb to its subject and object.
func ExampleDoc_Children() {
	p, err := model.Load()
	if err != nil {
		log.Fatal(err)
	}
	doc := p.Parse("The king of Norland received two envoys of the emperor.")
	for i, t := range doc.Tokens {
		if t.POS != "VERB" {
			continue
		}
		for _, c := range doc.Children(i) {
			if dep := doc.Tokens[c].Dep; dep == "nsubj" || dep == "dobj" {
				fmt.Printf("%s %s: %s\n", t.Lemma, dep, doc.TextOf(doc.Subtree(c)))
			}
		}
	}
	// Output:
	// receive nsubj: The king of Norland
	// receive dobj: two envoys of the emperor
}

func ExampleDoc_NounChunks() {
	p, err := model.Load()
	if err != nil {
		log.Fatal(err)
	}
	doc := p.Parse("A long meeting with the new minister ended in Lisbon.")
	for _, chunk := range doc.NounChunks() {
		fmt.Println(doc.TextOf(chunk))
	}
	// Output:
	// A long meeting
	// the new minister
	// Lisbon
}

func ExampleDoc_WriteCoNLLU() {
	p, err := model.Load()
	if err != nil {
		log.Fatal(err)
	}
	doc := p.Parse("Anna Berg can't come.")
	if err := doc.WriteCoNLLU(os.Stdout, "1-"); err != nil {
		log.Fatal(err)
	}
	// Output:
	// # sent_id = 1-1
	// # text = Anna Berg can't come.
	// 1	Anna	Anna	PROPN	NNP	Number=Sing	2	compound	_	NE=B-PERSON|TokenRange=0:4
	// 2	Berg	Berg	PROPN	NNP	Number=Sing	5	nsubj	_	NE=I-PERSON|TokenRange=5:9
	// 3	ca	can	AUX	MD	VerbType=Mod	5	aux	_	SpaceAfter=No|TokenRange=10:12
	// 4	n't	not	PART	RB	Polarity=Neg	5	neg	_	TokenRange=12:15
	// 5	come	come	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No|TokenRange=16:20
	// 6	.	.	PUNCT	.	PunctType=Peri	5	punct	_	TokenRange=20:21
}
