package extract

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// clusterPersons joins a person's names: full names that agree, then single
// names with the last of the full names that has them.
func (r *reader) clusterPersons() {
	bySurname := map[string][]int{}
	byForm := map[string]int{}
	byFamily := map[string][]int{}
	add := func(c int, form string) {
		byForm[form] = c
		if family := familyOf(form); family != "" {
			byFamily[family] = appendNew(byFamily[family], c)
		}
		r.clusters[c].forms = append(r.clusters[c].forms, form)
		sur := surname(form)
		for _, o := range bySurname[sur] {
			if o == c {
				return
			}
		}
		bySurname[sur] = append(bySurname[sur], c)
	}
	// "Juan Miguel" beside "Juan Miguel X" is no full name
	givens := map[string]bool{}
	for k := range r.spans {
		if form := r.spans[k].form; r.spans[k].kind == graph.KindPerson && strings.Count(form, " ") > 1 {
			givens[form[:strings.LastIndexByte(form, ' ')]] = true
		}
	}
	for k := range r.spans {
		s := &r.spans[k]
		if s.kind != graph.KindPerson || !fullName(s.form) || givens[s.form] {
			continue
		}
		c, ok := byForm[s.form]
		if !ok {
			if c, ok = r.calledOtherwise(s.form, byForm); ok {
				add(c, s.form)
			}
		}
		if !ok {
			c = r.sameFullName(s.form, bySurname)
			if c < 0 {
				c = r.newCluster(graph.KindPerson, s.form)
				r.clusters[c].kin, r.clusters[c].gender = r.namedAsKin(s)
			}
			add(c, s.form)
		}
		s.cluster = c
		r.clusters[c].gender = max(r.clusters[c].gender, r.titleBefore(s).gender)
	}
	given := map[string][]int{}
	for c := range r.clusters {
		if r.clusters[c].kind == graph.KindPerson {
			form := r.clusters[c].forms[0]
			g := firstOf(form)
			given[g] = append(given[g], c)
			if all := form[:strings.LastIndexByte(form, ' ')]; all != g {
				given[all] = append(given[all], c)
			}
		}
	}
	for k := range r.spans {
		s := &r.spans[k]
		if s.kind != graph.KindPerson {
			continue
		}
		if s.cluster < 0 {
			s.cluster = r.singleName(s, byForm, bySurname, byFamily, given)
		}
		c := &r.clusters[s.cluster]
		c.last = k
		if !fullName(s.form) {
			c.bare++
		}
		if p := r.before(s.start); p >= 0 && r.isTitle(p) {
			c.titled++
		}
	}
}

// calledOtherwise returns the cluster of a person whom the text gives the form
// as another name, if there is one.
func (r *reader) calledOtherwise(form string, byForm map[string]int) (int, bool) {
	if len(r.bearer) == 0 {
		return -1, false
	}
	today, found := r.bearerOf(form), -1
	for f, c := range byForm {
		if f != form && r.bearerOf(f) == today && (found < 0 || c < found) {
			found = c
		}
	}
	return found, found >= 0
}

// fullName tells whether a folded name has more than a surname: "de Mistura"
// and "al-Kadhimi" have not.
func fullName(form string) bool {
	words := strings.Fields(form)
	return len(words) > 1 && !(isParticle(words[0]) && words[0] != "abu" && words[0] != "ben" && len(words) == 2)
}

// sameFullName returns the cluster that a full name belongs to, -1 if none:
// same surname and agreeing given names, or one letter's difference.
func (r *reader) sameFullName(form string, bySurname map[string][]int) int {
	for _, c := range bySurname[surname(form)] {
		for _, f := range r.clusters[c].forms {
			if agree(strings.Fields(f), strings.Fields(form)) {
				return c
			}
		}
	}
	for c := range r.clusters {
		if r.clusters[c].kind != graph.KindPerson {
			continue
		}
		for _, f := range r.clusters[c].forms {
			if oneWordMisspelt(f, form) {
				return c
			}
		}
	}
	return -1
}

// agree tells whether two full names with one surname can be one person's: the
// given names of the shorter stand in the longer, as words or initials, or
// differ by one letter.
func agree(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	j := 0
	for _, w := range a[:len(a)-1] {
		ok := false
		for ; j < len(b)-1 && !ok; j++ {
			ok = w == b[j] || len(w) == 1 && w[0] == b[j][0] || len(b[j]) == 1 && w[0] == b[j][0] && (len(b) == 2 || len(b[1]) > 1) || len(w) >= 5 && nearlySame(w, b[j])
		}
		if !ok {
			return false
		}
	}
	return true
}

// oneWordMisspelt tells whether two names of as many words differ in one long
// word, by one letter.
func oneWordMisspelt(a, b string) bool {
	if d := len(a) - len(b); d > 1 || d < -1 || a[0] != b[0] {
		return false
	}
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) != len(y) {
		return false
	}
	differ := 0
	for i := range x {
		if x[i] != y[i] {
			if len(x[i]) < 6 || !nearlySame(x[i], y[i]) {
				return false
			}
			differ++
		}
	}
	return differ == 1
}

// familyOf returns the family name that a folded full name begins with, "" if
// it does not look like a name of that order.
func familyOf(form string) string {
	family, given, _ := strings.Cut(form, " ")
	if n := strings.Count(given, " "); given == "" || n > 2 || !lex().families[family] {
		return ""
	}
	return family
}

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

func appendNew(list []int, x int) []int {
	for _, y := range list {
		if x == y {
			return list
		}
	}
	return append(list, x)
}

// nearlySame tells whether two words differ by one letter put in, left out,
// changed, or by two swapped.
func nearlySame(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if i == len(a) {
		return true
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
