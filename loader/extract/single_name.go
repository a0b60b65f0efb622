package extract

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// singleName returns the cluster of a surname or given name. Of several whose
// surname it is, a text keeps the bare name for one and gives the others in
// full: that is one whom the title before it fits and who is not just named as
// another's kin; of these the one it was used for before, else the one who has an
// office before the name, else the one named last.
func (r *reader) singleName(s *span, byForm map[string]int, bySurname, byFamily, given map[string][]int) int {
	sur := surname(s.form)
	if c, ok := r.calledOtherwise(s.form, byForm); ok {
		return c
	}
	best := -1
	title := r.titleBefore(s)
	pick := func(c int) {
		if r.isKinOf(c, s, title) {
			return
		}
		if best < 0 {
			best = c
			return
		}
		a, b := &r.clusters[c], &r.clusters[best]
		if n := cmp.Or(fits(a, title)-fits(b, title), cmp.Compare(a.bare, b.bare), cmp.Compare(a.titled, b.titled), cmp.Compare(a.last, b.last)); n > 0 {
			best = c
		}
	}
	for _, c := range bySurname[sur] {
		pick(c)
	}
	if sur == s.form {
		for _, c := range byFamily[sur] {
			pick(c)
		}
	}
	if best < 0 {
		for _, c := range given[s.form] {
			if !r.bySurname(c, s, title) {
				pick(c)
			}
		}
	}
	if best < 0 {
		best = r.amidst(s.form)
	}
	if best < 0 && len(sur) >= 6 {
		for c := range r.clusters {
			if forms := r.clusters[c].forms; len(forms) > 0 {
				if known := surname(forms[0]); known[0] == sur[0] && nearlySame(known, sur) {
					pick(c)
				}
			}
		}
	}
	if best < 0 {
		best = r.newCluster(graph.KindPerson, s.form)
		r.clusters[best].forms = []string{s.form}
	}
	bySurname[sur] = appendNew(bySurname[sur], best)
	return best
}

// amidst returns the cluster of the one person among whose names a name alone
// stands, neither first nor last: Lula is Luiz Inácio Lula da Silva, Sheinbaum
// Claudia Sheinbaum Pardo. It is -1 if there is none, or more than one.
func (r *reader) amidst(form string) int {
	found := -1
	for c := range r.clusters {
		if r.clusters[c].kind != graph.KindPerson || len(r.clusters[c].forms) == 0 {
			continue
		}
		words := strings.Fields(r.clusters[c].forms[0])
		if len(words) < 3 || isParticle(form) || !slices.Contains(words[1:len(words)-1], form) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = c
	}
	return found
}

// bySurname tells whether a name alone with a title before it cannot be the given
// name of person c: the text calls c by the surname. "Mr Howard" is not Howard
// Flight where Mr Flight is spoken of, but Sir Alex is Alex Moore.
func (r *reader) bySurname(c int, s *span, title titleClass) bool {
	return title.class != "" && !ofCrown[title.class] && !givenTitles[r.lowerAt(r.before(s.start))] && r.forms[surname(r.clusters[c].key)] != nil
}

// givenTitles are forms of address that stand before the given name.
var givenTitles = wordSet("sir dame lady sheikh shaikh father sister brother imam mullah ayatollah comrade")

// titleBefore returns the title right before a name, the zero class if none.
func (r *reader) titleBefore(s *span) titleClass {
	_, class, _ := r.titleWordsEndingAt(r.before(s.start))
	return class
}

// namedAsKin tells whether a full name is given to someone's kin, and of which
// sex: "his wife, X", "first lady X". The surname alone is then the other's, if
// it can be.
func (r *reader) namedAsKin(s *span) (bool, byte) {
	if r.titleBefore(s).class == "firstlady" {
		return true, 'f'
	}
	p := r.before(s.start)
	if p > 0 && r.Tokens[p].Text == "," {
		p--
	}
	if p <= 0 || r.Tokens[p-1].Tag != "PRP$" && r.Tokens[p-1].Tag != "POS" {
		return false, 0
	}
	switch sex := kin[r.Tokens[p].Lower]; sex {
	case 0:
		return false, 0
	case '?':
		return true, 0
	default:
		return true, sex
	}
}

// fits is how well a person suits a surname alone with that title: those of the
// sex that it tells best, those named only as someone's kin least.
func fits(p *cluster, title titleClass) int {
	switch {
	case title.gender != 0 && p.gender == title.gender:
		return 1
	case p.kin:
		return -1
	}
	return 0
}

// isKinOf tells whether a surname alone means another than person c, who has
// the same: c is of the other sex than its title says; or is named as that
// one's kin, and the surname has an office before it, or stands before c was
// named at all.
func (r *reader) isKinOf(c int, s *span, title titleClass) bool {
	p := &r.clusters[c]
	if title.gender != 0 && p.gender != 0 && title.gender != p.gender {
		return true
	}
	return p.kin && (title.isOffice() && title.class != "firstlady" || p.last < 0)
}
