package nlp

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// affix finds prefixes, or suffixes, by a regular expression of many
// alternatives. Few of them can match at a given first or last character, so
// that each character has an expression of its own.
type affix struct {
	any  *pyRegexp // for characters beyond ASCII
	only [utf8.RuneSelf]*affixRule
}

// affixRule has the alternatives that matches of one character's can begin, or
// end, with.
type affixRule struct {
	literal bool // the character itself, and nothing else
	find    func() (*pyRegexp, error)
}

// newAffix reads a rule for prefixes, whose alternatives begin with ^, or for
// suffixes, whose alternatives end with $.
func newAffix(expr string, suffix bool) (*affix, error) {
	compile := func(alternatives []string) (*pyRegexp, error) {
		expr := strings.Join(alternatives, "|")
		if !suffix {
			expr = anchored(expr)
		}
		return compilePyRegexp(expr)
	}
	all := alternatives(expr)
	a := &affix{}
	var err error
	if a.any, err = compile(all); err != nil {
		return nil, err
	}
	var possible [utf8.RuneSelf][]string
	for _, alternative := range all {
		e := findEdges(alternative, suffix)
		for c := range possible {
			if e.has(rune(c)) {
				possible[c] = append(possible[c], alternative)
			}
		}
	}
	shared := map[string]*affixRule{}
	for c, alternatives := range possible {
		if len(alternatives) == 0 {
			continue
		}
		key := strings.Join(alternatives, "|")
		if shared[key] == nil {
			rule := &affixRule{literal: true}
			for _, alternative := range alternatives {
				rule.literal = rule.literal && isLiteral(alternative, byte(c))
			}
			rule.find = sync.OnceValues(func() (*pyRegexp, error) { return compile(alternatives) })
			shared[key] = rule
		}
		a.only[c] = shared[key]
	}
	return a, nil
}

// isLiteral says that an alternative, without its anchor, is the character c.
func isLiteral(alternative string, c byte) bool {
	s := strings.TrimSuffix(strings.TrimPrefix(alternative, "^"), "$")
	return s == string(c) || s == `\`+string(c)
}

// at returns the expression for matches that begin, or end, with r; it is nil
// if there are none. If literal is true, every match is r alone.
func (a *affix) at(r rune) (re *pyRegexp, literal bool) {
	if r >= utf8.RuneSelf {
		return a.any, false
	}
	rule := a.only[r]
	if rule == nil || rule.literal {
		return nil, rule != nil
	}
	re, err := rule.find()
	if err != nil {
		return a.any, false // some of these alternatives do not stand alone
	}
	return re, false
}
