package resolve

import "slices"

// tellSenses chooses for each token the sense that counts where no frame
// takes it. Words of one beat tell what the others mean ("one domain per
// discourse": Magnini et al. 2002): a strike of dockers is none on a town.
func tellSenses(tokens []token) {
	told := map[string]int{} // beat: the tokens that can be of no other
	elsewhere := false       // a beat is told
	for i := range tokens {
		t := &tokens[i]
		t.concepts = slices.DeleteFunc(t.concepts, func(c *concept) bool {
			return c.section == "beside" && !stands(tokens, i, c.beside) || c.section == "body" && !bare(tokens, i)
		})
		if beat := t.beat(); beat != "" {
			told[beat]++
			elsewhere = elsewhere || beat != common && beat != doings
		}
	}
	for i := range tokens {
		tokens[i].sense = tokens[i].choose(told, elsewhere)
	}
}

// stands tells whether another token than the i-th has one of the concepts.
func stands(tokens []token, i int, names []string) bool {
	for j, t := range tokens {
		if j != i && slices.ContainsFunc(t.concepts, func(c *concept) bool {
			return slices.ContainsFunc(names, c.is)
		}) {
			return true
		}
	}
	return false
}

// bare tells whether the i-th token stands for a body by itself: "the alliance",
// and not "the alliance of Chad and Niger" or "an alliance".
func bare(tokens []token, i int) bool {
	return i > 0 && tokens[i-1].word == "the" && !modifies(tokens, i) && (i+1 == len(tokens) || !completed[tokens[i+1].word])
}

// Words after which it is told whose a body is.
var completed = set("of between with against among")

// beat returns the beat of the token's senses, if they are all of one.
func (t *token) beat() string {
	beat := ""
	for _, c := range t.concepts {
		if c.section == "framed" || c.section == "carrier" || c.section == "body" || c.light() {
			continue
		}
		if beat != "" && beat != c.beat {
			return ""
		}
		beat = c.beat
	}
	return beat
}

// choose returns the sense of the beat that most other tokens are of; of
// equals the first. What is done in any beat stands behind that of a beat told,
// and before that of another: "firing a coach" is no fire. What a word says
// beside its own thing stands before all, what counts only in a frame behind.
func (t *token) choose(told map[string]int, elsewhere bool) *concept {
	var best *concept
	most := 0
	for _, c := range t.concepts {
		rank := 3 + 2*told[c.beat]
		switch {
		case c.section == "beside", c.section == "body":
			return c
		case c.section == "framed":
			rank = 0
		case c.light():
			rank = 1
		case c.section == "carrier":
			rank = 2
		case c.beat == doings && elsewhere:
			rank = 4
		case c.beat == doings:
			rank = 2
		}
		if best == nil || rank > most {
			best, most = c, rank
		}
	}
	return best
}
