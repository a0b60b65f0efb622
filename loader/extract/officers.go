package extract

// Holders of an office whom the text does not name stand for their states: "their
// foreign ministers", "the two presidents".

// standFor notes the states that the noun at token i, holders of an office none
// of whom is named, stands for. Two of them may be of the two states that the
// sentences around speak of.
func (c *resolver) standFor(i int, two bool) {
	states := c.statesOf(i)
	if len(states) < 2 && two && c.isSeat(i) {
		if states = c.twoStates(i); states == nil {
			states = c.statesAhead(i)
		}
	}
	if len(states) > 1 {
		c.officers[i] = states
	}
}

// officersOf returns the states that a noun in the plural stands for so, nil if
// none.
func (c *resolver) officersOf(i int) []int {
	if states, ok := c.officers[i]; ok {
		return states
	}
	if states := c.statesOf(i); len(states) > 1 {
		return states
	}
	return nil
}

// isSeat tells nouns for those who act for a state.
func (c *resolver) isSeat(i int) bool {
	class := lex().titleHeads[c.Tokens[i].Lemma].class
	return stateOffices[class] || leaders[class] || class == "minister" || class == "foreign"
}

// statesOf returns the states whose office-holders a noun means by what stands
// with it: "its minister", "the Argentine minister", "the ministers of A and B".
func (c *resolver) statesOf(i int) []int {
	if !c.isSeat(i) {
		return nil
	}
	var states []int
	var take func(at, depth int)
	take = func(at, depth int) {
		refs := c.spoken[at]
		if k := c.at[at]; k >= 0 {
			refs = c.mentions[k].refs
		}
		for _, e := range refs {
			if c.clusters[e].state {
				states = appendNew(states, e)
			}
		}
		for _, k := range c.Children(at) {
			if c.Tokens[k].Dep == "conj" && depth < 8 {
				take(k, depth+1)
			}
		}
	}
	for _, k := range c.Children(i) {
		switch c.Tokens[k].Dep {
		case "poss", "amod", "compound", "nmod":
			take(k, 0)
		case "prep":
			if o := c.child(k, "pobj"); c.Tokens[k].Lower == "of" && o >= 0 {
				take(o, 0)
			}
		}
	}
	return states
}

// statesAhead returns the two states whose office-holders the sentence after the
// first names: "The meeting of the two presidents ... . The leaders of A and B".
func (c *resolver) statesAhead(i int) []int {
	s := c.Tokens[i].Sent
	if s > 0 || s+1 >= len(c.Sents) {
		return nil
	}
	for j := c.Sents[s+1].Start; j < c.Sents[s+1].End; j++ {
		if c.Tokens[j].Tag == "NNS" {
			if states := c.statesOf(j); len(states) == 2 {
				return states
			}
		}
	}
	return nil
}

// joinedStates returns the states that a list begins with at token i: "Peru and
// Chile".
func (c *resolver) joinedStates(i int) []int {
	var states []int
	for n := 0; i >= 0 && n < 8; n++ {
		k := c.at[i]
		if k < 0 || !c.clusters[c.mentions[k].refs[0]].state {
			break
		}
		states = appendNew(states, c.mentions[k].refs[0])
		i = c.child(i, "conj")
	}
	return states
}
