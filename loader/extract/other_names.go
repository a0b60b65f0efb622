package extract

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
)

// What stands between two names of one bearer, small and without commas,
// brackets and quotation marks, by which of the two is today's: "Meta,
// formerly known as Facebook", "Swaziland, now called Eswatini". The names of
// people need the verb as well: "Cole, formerly Reuters".
var (
	firstIsNow = regexp.MustCompile(`^` + whichIs + `(` +
		`(` + onceOrAlso + ` )?known (to many )?(as|by (its|his|her|their) (nom de guerre|stage name|pen name|initials))|` + onceOrAlso + ` (called|named)` +
		`|a k a|aka|a\.k\.a\.|alias|whose (real|birth|full|given|former|original) name (is|was)|real name|nom de guerre` +
		`)( the)?$`)
	secondIsNow = regexp.MustCompile(`^(` +
		whichIs + since + ` (been )?(known as|called|named)` +
		`|((which|who|that) )?` + is + ` (` + since + ` )?(been )?` + renamed + `( as| to)?` +
		`|((which|who|that) )?((has|have|had) )?(` + since + ` )?(` + renamed + ` (itself|themselves|himself|herself)( as| to)?|(changes|changed|changing) (its|his|her|their) name to)` +
		`)( the)?$`)
	bodyOnly   = regexp.MustCompile(`^` + whichIs + `(formerly|previously|originally)( the)?$`)
	personOnly = regexp.MustCompile(`^(who was )?(born|née|né|nee)$`)
	unsaidly   = strings.NewReplacer(",", "", "(", "", ")", "", `"`, "", "“", "", "”", "", "‘", "", "'", "", "’", "")
)

const (
	is         = `(was|were|is|are|has been|have been|had been|will be|would be|is being)`
	whichIs    = `((which|who|that) )?(` + is + ` )?`
	onceOrAlso = `(formerly|previously|originally|once|earlier|then|first|until recently|at the time|also|better|widely|commonly|popularly|sometimes)`
	since      = `(now|since|later|today|subsequently|recently|then)`
	renamed    = `(renamed|rebranded|rechristened)`
)

// longestGap is the most tokens that stand between two names of one bearer.
const longestGap = 12

// findOtherNames fills bearer: which names the text says are another's. Of two
// names one that nothing else tells the kind of is of the other's kind.
func (r *reader) findOtherNames() {
	r.bearer = map[string]string{}
	kinds := map[string]graph.NodeKind{}
	for k := 1; k < len(r.spans); k++ {
		a, b := &r.spans[k-1], &r.spans[k]
		if gap := b.start - a.end; gap < 1 || gap > longestGap || a.form == b.form || a.demonym() || b.demonym() {
			continue
		}
		kind := cmp.Or(a.kind, b.kind)
		if kind == "" || kind == graph.KindPlace {
			continue
		}
		between := r.wordsBetween(a.end, b.start)
		today, other := a, b
		switch {
		case firstIsNow.MatchString(between):
		case secondIsNow.MatchString(between):
			today, other = b, a
		case kind == graph.KindOrganization && bodyOnly.MatchString(between):
		case kind == graph.KindPerson && personOnly.MatchString(between):
		default:
			continue
		}
		if a.kind != b.kind && (a.entry.Kind != gazetteer.None || b.entry.Kind != gazetteer.None) || r.likened(b, kind, between) {
			continue
		}
		kinds[a.form], kinds[b.form] = kind, kind
		if at := r.bearerOf(today.form); at != other.form {
			r.bearer[other.form] = at
		}
	}
	for k := range r.spans {
		if s := &r.spans[k]; kinds[s.form] != "" {
			s.kind = kinds[s.form]
		}
	}
}

// likened tells whether a name is told for what its bearer is like or belongs
// to: "known as the Thatcher of X", "known as Thatcher's heir".
func (r *reader) likened(s *span, kind graph.NodeKind, between string) bool {
	if kind == graph.KindPerson && strings.HasSuffix(between, " the") {
		return true
	}
	return s.end < len(r.Tokens) && (r.Tokens[s.end].Tag == "POS" || r.Tokens[s.end].Lower == "of")
}

// bearerOf follows the names that a text gives of one bearer to today's.
func (r *reader) bearerOf(form string) string {
	for range len(r.bearer) {
		next, ok := r.bearer[form]
		if !ok {
			break
		}
		form = next
	}
	return form
}

// wordsBetween returns the words of [start, end), small, without commas and
// the like; "" where a sentence ends among them.
func (r *reader) wordsBetween(start, end int) string {
	var words []string
	for i := start; i < end; i++ {
		if r.Tokens[i].Sent != r.Tokens[start-1].Sent {
			return ""
		}
		if w := unsaidly.Replace(r.Tokens[i].Lower); w != "" {
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}
