package extract

import (
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

func appendNew(list []int, x int) []int {
	for _, y := range list {
		if x == y {
			return list
		}
	}
	return append(list, x)
}
