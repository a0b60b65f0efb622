package extract

// broughtTopic reads what is brought before the meeting that noun tells of, or
// takes it up: "X will be discussed at the meeting", "will present X at the
// meeting", "X was announced after the meeting", "X topped the agenda of the
// meeting".
func (n *narrative) broughtTopic(o *occurrence, noun int) {
	l := &lex().topics
	add := func(t, v int) {
		if t >= 0 && !n.contains(t, o) {
			n.addTopic(o, n.phrase(t), o.because("brought before it", v))
		}
	}
	prep := ""
	for range 3 {
		v := n.Tokens[noun].Head
		switch n.Tokens[noun].Dep {
		case "pobj":
			prep = n.Tokens[v].Lower
			v = n.Tokens[v].Head
		case "dobj":
			prep = ""
		default:
			return
		}
		if n.Tokens[v].POS != "VERB" {
			if t := n.issueIn(v); prep != "" && t >= 0 {
				add(t, v)
				return
			}
			if !l.agenda[n.lemma(v)] {
				return
			}
			noun = n.outer(v)
			continue
		}
		if n.Tokens[v].Dep == "acl" {
			add(n.oneOf(n.Tokens[v].Head), v)
			return
		}
		word := n.lemma(v)
		switch prep {
		case "", "on", "in", "at", "during":
			switch {
			case l.dominate[word]:
				add(n.child(v, "nsubj", "nsubjpass"), v)
			case prep == "" || prep == "on":
			case n.passive(v) && (l.present[word] || l.aim[word] || l.result[word]):
				add(n.child(v, "nsubjpass"), v)
			case l.present[word]:
				add(n.child(v, "dobj"), v)
			}
		case "to":
			if l.present[word] && !n.passive(v) {
				add(n.child(v, "dobj"), v)
			}
		case "after", "following":
			if l.result[word] && n.passive(v) && n.child(v, "agent") < 0 {
				add(n.child(v, "nsubjpass"), v)
			}
		}
		return
	}
}

// issueIn returns what noun t, a word such as "issue", is said to be: "Fishing was
// the main issue in the talks", "The main issue in the talks is fishing"; -1 if t
// is no such noun.
func (n *narrative) issueIn(t int) int {
	be := n.Tokens[t].Head
	if !lex().topics.issue[n.lemma(t)] || n.Tokens[be].Lemma != "be" {
		return -1
	}
	switch n.Tokens[t].Dep {
	case "attr":
		return n.child(be, "nsubj", "csubj")
	case "nsubj":
		return n.child(be, "attr", "ccomp", "xcomp")
	}
	return -1
}

// onAgenda returns what verb v, a form of be, tells to be on the agenda: "On the
// agenda were fishing rights", "Fishing is high on the agenda"; -1 if nothing.
func (n *narrative) onAgenda(v int) int {
	if n.Tokens[v].Lemma != "be" {
		return -1
	}
	for _, above := range []int{v, n.child(v, "acomp", "advmod")} {
		if above < 0 {
			continue
		}
		for _, c := range n.Children(above) {
			if p := n.child(c, "pobj"); n.Tokens[c].Lower == "on" && p >= 0 && n.lemma(p) == "agenda" {
				if t := n.child(v, "nsubj"); t >= 0 {
					return t
				}
				return n.child(v, "attr")
			}
		}
	}
	return -1
}

// oneOf returns the subject that is told to be one of the outcomes that noun
// names, -1 if none is: "The ferry was one of the plans announced at the
// summit".
func (n *narrative) oneOf(noun int) int {
	if !lex().topics.outcome[n.lemma(noun)] {
		return -1
	}
	if p := n.Tokens[noun].Head; n.Tokens[noun].Dep == "pobj" && n.Tokens[p].Lower == "of" {
		noun = n.Tokens[p].Head
	}
	if n.Tokens[noun].Dep != "attr" {
		return -1
	}
	return n.child(n.Tokens[noun].Head, "nsubj")
}
