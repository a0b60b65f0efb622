package nlp

// chunkDeps are the arcs under which a noun heads a base noun phrase.
var chunkDeps = map[string]bool{
	"oprd": true, "nsubj": true, "dobj": true, "nsubjpass": true, "pcomp": true,
	"pobj": true, "dative": true, "appos": true, "attr": true, "ROOT": true,
}

// NounChunks returns the base noun phrases in order: from the leftmost token
// of a noun's subtree to the noun, none inside another. It follows spaCy's
// lang/en/syntax_iterators.py.
func (d *Doc) NounChunks() []Span {
	var chunks []Span
	prev := -1
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.POS != "NOUN" && t.POS != "PROPN" && t.POS != "PRON" || t.Left <= prev {
			continue
		}
		chunk := chunkDeps[t.Dep]
		if t.Dep == "conj" {
			h := t.Head
			for d.Tokens[h].Dep == "conj" && d.Tokens[h].Head < h {
				h = d.Tokens[h].Head
			}
			chunk = chunkDeps[d.Tokens[h].Dep]
		}
		if chunk {
			prev = i
			chunks = append(chunks, Span{t.Left, i + 1})
		}
	}
	return chunks
}
