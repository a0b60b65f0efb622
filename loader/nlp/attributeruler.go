package nlp

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"

	"github.com/vmihailenco/msgpack/v5"
)

// attributeRuler sets attributes of tokens that match patterns over tag, lower
// case, dependency label and white space: most parts of speech and all
// morphology come from it. It is spaCy's attribute_ruler.
type attributeRuler struct {
	rules []attributeRule
	// Rules by what their first token must be; each rule is in one place.
	byLower, byTag map[string][]int32
	other          []int32 // asked of each word type, see forLexeme
}

// attributeRule sets attributes of token index of a run that matches pattern.
// A nil attribute is left alone.
type attributeRule struct {
	pattern                     []tokenPattern
	index                       int
	tag, pos, morph, lemma, dep *string
}

// tokenPattern is what a rule asks of one token.
type tokenPattern struct {
	tag, lower, dep stringPattern
	space           *bool
}

// stringPattern is what a rule asks of one attribute. The zero value asks
// nothing.
type stringPattern struct {
	in, notIn map[string]bool
	re        *regexp.Regexp
}

// readAttributeRuler reads attribute_ruler/patterns.
func readAttributeRuler(b []byte) (*attributeRuler, error) {
	var file []struct {
		Patterns [][]map[string]any `msgpack:"patterns"`
		Attrs    map[string]string  `msgpack:"attrs"`
		Index    int                `msgpack:"index"`
	}
	if err := msgpack.Unmarshal(b, &file); err != nil {
		return nil, err
	}
	r := &attributeRuler{byLower: map[string][]int32{}, byTag: map[string][]int32{}}
	for i, f := range file {
		rule := attributeRule{}
		for name, value := range f.Attrs {
			if err := rule.set(name, value); err != nil {
				return nil, fmt.Errorf("rule %d: %w", i, err)
			}
		}
		for _, tokens := range f.Patterns {
			rule.pattern = nil
			for _, conditions := range tokens {
				p, err := newTokenPattern(conditions)
				if err != nil {
					return nil, fmt.Errorf("rule %d: %w", i, err)
				}
				rule.pattern = append(rule.pattern, p)
			}
			rule.index = f.Index
			if rule.index < 0 {
				rule.index += len(rule.pattern)
			}
			if rule.index < 0 || rule.index >= len(rule.pattern) {
				return nil, fmt.Errorf("rule %d: index %d of %d tokens", i, f.Index, len(rule.pattern))
			}
			r.add(rule)
		}
	}
	return r, nil
}

func (r *attributeRule) set(name, value string) error {
	switch name {
	case "TAG":
		r.tag = &value
	case "POS":
		r.pos = &value
	case "MORPH":
		if value == "_" {
			value = ""
		}
		r.morph = &value
	case "LEMMA":
		r.lemma = &value
	case "DEP":
		r.dep = &value
	default:
		return fmt.Errorf("attribute %s is not supported", name)
	}
	return nil
}

func newTokenPattern(conditions map[string]any) (tokenPattern, error) {
	var p tokenPattern
	var err error
	for name, value := range conditions {
		switch name {
		case "TAG":
			p.tag, err = newStringPattern(value)
		case "LOWER":
			p.lower, err = newStringPattern(value)
		case "DEP":
			p.dep, err = newStringPattern(value)
		case "IS_SPACE":
			space, ok := value.(bool)
			if !ok {
				err = fmt.Errorf("%v is not true or false", value)
			}
			p.space = &space
		default:
			err = fmt.Errorf("not supported")
		}
		if err != nil {
			return p, fmt.Errorf("pattern %s: %w", name, err)
		}
	}
	return p, nil
}

// newStringPattern reads a string or one of {IN: list}, {NOT_IN: list} and
// {REGEX: expression}.
func newStringPattern(value any) (stringPattern, error) {
	if s, ok := value.(string); ok {
		return stringPattern{in: map[string]bool{s: true}}, nil
	}
	predicates, ok := value.(map[string]any)
	if !ok || len(predicates) != 1 {
		return stringPattern{}, fmt.Errorf("%v is neither text nor one predicate", value)
	}
	if expr, ok := predicates["REGEX"].(string); ok {
		re, err := regexp.Compile(expr)
		return stringPattern{re: re}, err
	}
	for name, value := range predicates {
		list, ok := value.([]any)
		set := map[string]bool{}
		for _, v := range list {
			s, isString := v.(string)
			ok = ok && isString
			set[s] = true
		}
		switch {
		case ok && name == "IN":
			return stringPattern{in: set}, nil
		case ok && name == "NOT_IN":
			return stringPattern{notIn: set}, nil
		}
	}
	return stringPattern{}, fmt.Errorf("predicate %v is not supported", predicates)
}

// add appends a rule, and files it under what its first token asks for.
func (r *attributeRuler) add(rule attributeRule) {
	id := int32(len(r.rules))
	r.rules = append(r.rules, rule)
	first := rule.pattern[0]
	switch {
	case first.lower.in != nil:
		for s := range first.lower.in {
			r.byLower[s] = append(r.byLower[s], id)
		}
	case first.tag.in != nil:
		for s := range first.tag.in {
			r.byTag[s] = append(r.byTag[s], id)
		}
	default:
		r.other = append(r.other, id)
	}
}

// forLexeme returns the rules, but those by tag, whose first token may be of
// the lexeme, going by its text alone.
func (r *attributeRuler) forLexeme(l *lexeme) []int32 {
	ids := slices.Clone(r.byLower[l.lower])
	for _, id := range r.other {
		if r.rules[id].pattern[0].matchLexeme(l) {
			ids = append(ids, id)
		}
	}
	return ids
}

func (p *stringPattern) match(s string) bool {
	return (p.in == nil || p.in[s]) && !p.notIn[s] && (p.re == nil || p.re.MatchString(s))
}

func (p *tokenPattern) match(t *Token, lex *lexeme) bool {
	return p.tag.match(t.Tag) && p.dep.match(t.Dep) && p.matchLexeme(lex)
}

func (p *tokenPattern) matchLexeme(l *lexeme) bool {
	return (p.space == nil || *p.space == l.space) && p.lower.match(l.lower)
}

// ruleHit says that a rule applies to a token.
type ruleHit struct{ token, rule int32 }

// apply matches all rules on the tokens as they are, then sets what the rules
// say, token by token; of two rules for one token, the later wins.
func (r *attributeRuler) apply(tokens []Token, spans []span, hits []ruleHit) []ruleHit {
	hits = hits[:0]
	for i := range tokens {
		hits = r.match(hits, spans[i].lex.rules, tokens, spans, i)
		hits = r.match(hits, r.byTag[tokens[i].Tag], tokens, spans, i)
	}
	slices.SortFunc(hits, func(a, b ruleHit) int {
		return cmp.Or(cmp.Compare(a.token, b.token), cmp.Compare(a.rule, b.rule))
	})
	for _, h := range hits {
		t, rule := &tokens[h.token], &r.rules[h.rule]
		assign(&t.Tag, rule.tag)
		assign(&t.POS, rule.pos)
		assign(&t.Morph, rule.morph)
		assign(&t.Lemma, rule.lemma)
		assign(&t.Dep, rule.dep)
	}
	return hits
}

// match appends the rules among ids that match at token i.
func (r *attributeRuler) match(hits []ruleHit, ids []int32, tokens []Token, spans []span, i int) []ruleHit {
next:
	for _, id := range ids {
		rule := &r.rules[id]
		if i+len(rule.pattern) > len(tokens) {
			continue
		}
		for k := range rule.pattern {
			if !rule.pattern[k].match(&tokens[i+k], spans[i+k].lex) {
				continue next
			}
		}
		hits = append(hits, ruleHit{int32(i + rule.index), id})
	}
	return hits
}

func assign(to, value *string) {
	if value != nil {
		*to = *value
	}
}
