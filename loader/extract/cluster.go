package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract/gazetteer"
	"github.com/whomet/whomet/loader/nlp"
)

// cluster is all the names of one person, organization or place. Its index in
// reader.clusters is the index of its entity.
type cluster struct {
	kind  graph.NodeKind
	key   string // folded name that further names are compared with
	forms []string
	last  int  // index of the span that named it last
	state bool // a country
	named int  // mentions that are names, not demonyms or seats
}

// clusterNames puts every span into a cluster: full names first, then the
// shorter ones that may be theirs.
func (r *reader) clusterNames() {
	for k := range r.spans {
		r.spans[k].cluster = -1
	}
	r.clusterPlaces()
	r.clusterOrganizations()
	r.clusterPersons()
	for k := range r.spans {
		if c := r.spans[k].cluster; c >= 0 && !r.spans[k].demonym() {
			r.clusters[c].named++
		}
	}
}

func (r *reader) newCluster(kind graph.NodeKind, key string) int {
	r.clusters = append(r.clusters, cluster{kind: kind, key: key, last: -1})
	return len(r.clusters) - 1
}

// ---- places

// clusterPlaces joins the names of a country with its people and, where the
// sentence means the government, with its seat; other places by their name.
func (r *reader) clusterPlaces() {
	by := map[string]int{}
	get := func(kind graph.NodeKind, key string) int {
		c, ok := by[key]
		if !ok {
			c = r.newCluster(kind, key)
			by[key] = c
		}
		return c
	}
	state := func(country string) int {
		c := get(graph.KindPlace, fold(country))
		r.clusters[c].state = true
		return c
	}
	seats := r.governmentSeats()
	for k := range r.spans {
		s := &r.spans[k]
		if s.kind != graph.KindPlace {
			continue
		}
		switch e := s.entry; {
		case e.Kind == gazetteer.Country || e.Kind == gazetteer.Demonym:
			s.cluster = state(e.Name)
		case e.Kind == gazetteer.Region || e.Kind == gazetteer.Regional:
			s.cluster = get(graph.KindPlace, fold(e.Name))
		case e.Seat && seats[k]:
			s.cluster = state(e.Country)
		case lex().bodySeats[e.Name] != "" && seats[k]:
			s.known, s.kind, s.entry = lex().bodySeats[e.Name], graph.KindOrganization, gazetteer.Entry{}
		case e.Kind == gazetteer.City:
			s.cluster = get(graph.KindPlace, fold(e.Name)+" ,city")
		}
	}
	for k := range r.spans {
		s := &r.spans[k]
		if s.kind != graph.KindPlace || s.cluster >= 0 {
			continue
		}
		key := s.form
		if first, rest, ok := strings.Cut(key, " "); ok && lex().directions[first] && (by[rest] > 0 || r.forms[rest] != nil && r.forms[rest].place >= 1) {
			key = rest // "Eastern Ghouta"
		}
		if i := strings.LastIndexByte(key, ' '); i > 0 && lex().placeHeads[key[i+1:]] {
			// "Anbar Province" is Anbar where the text has that too
			if _, ok := by[key[:i]]; ok || r.forms[key[:i]] != nil && r.forms[key[:i]].place >= 1 {
				key = key[:i]
			}
		}
		if c, ok := by[key+" ,city"]; ok {
			s.cluster = c
			continue
		}
		s.cluster = get(graph.KindPlace, key)
	}
}

// What a capital may stand for in its sentence.
const (
	cityItself  = -1
	eitherSense = 0
	government  = 1
)

// seatSense tells whether a capital stands for its government here: as the
// subject that does something, as the owner of a policy, as a party between,
// with or against another; or for the city, as where something is.
func (r *reader) seatSense(s *span) int {
	l := lex()
	i := s.end - 1
	t := &r.Tokens[i]
	if text := s.text(r); isUpper(text) && len(text) > 3 {
		return cityItself // a dateline
	}
	if p := r.before(s.start); p >= 0 && (l.placeKinds[r.Tokens[p].Lower] || r.lowerAt(p) == "of" && p > 0 && l.placeKinds[r.Tokens[p-1].Lower] || l.directions[r.Tokens[p].Lower] || r.Tokens[p].Lower == "downtown") {
		return cityItself
	}
	if s.end < len(r.Tokens) {
		next := &r.Tokens[s.end]
		if next.Text == "-" && !t.Space && s.end+1 < len(r.Tokens) {
			switch r.Tokens[s.end+1].Lower {
			case "based", "born", "area", "bound":
				return cityItself
			case "backed", "led", "brokered", "sponsored", "controlled", "allied", "friendly", "supported", "run", "aligned", "mediated":
				return government
			}
		}
		if next.Tag == "POS" {
			return r.ownerSense(s.end)
		}
		if governmentNoun[next.Lower] {
			return government
		}
		// "Tehran-Baghdad cooperation": both stand before the noun
		if noun := r.compoundNoun(i); noun > i {
			if l.stateNouns[r.Tokens[noun].Lemma] && r.pairedSeat(s) || governmentNoun[r.Tokens[noun].Lower] {
				return government
			}
			if l.cityOwns[r.Tokens[noun].Lower] {
				return cityItself
			}
		}
	}
	for t.Dep == "conj" && t.Head != i || t.Dep == "appos" && t.Head < i {
		i = t.Head
		t = &r.Tokens[i]
	}
	head := &r.Tokens[t.Head]
	switch t.Dep {
	case "nsubj":
		if r.isLocative(i) {
			return cityItself
		}
		if head.Lemma == "be" {
			return r.copulaSense(t.Head)
		}
		if head.POS == "VERB" && !l.cityVerbs[head.Lemma] {
			return government
		}
	case "nsubjpass":
		if l.partyObjects[head.Lemma] || head.Lemma == "force" || head.Lemma == "represent" {
			return government
		}
	case "poss":
		if i != s.end-1 { // "Moscow and Tehran's might"
			return eitherSense
		}
	case "dobj", "dative":
		if l.partyObjects[head.Lemma] {
			return government
		}
		switch head.Lemma {
		case "visit", "leave", "reach", "enter", "bomb", "shell", "besiege", "capture", "tour", "hit":
			return cityItself
		}
	case "agent":
		return government
	case "pobj":
		return r.prepositionSense(head, &r.Tokens[head.Head])
	}
	return eitherSense
}

// ownerSense reads a capital in the genitive by what it owns: the first noun
// after the "'s" at token i.
func (r *reader) ownerSense(i int) int {
	l := lex()
	for j := i + 1; j < len(r.Tokens) && j < i+18 && r.Tokens[j].Sent == r.Tokens[i].Sent; j++ {
		t := &r.Tokens[j]
		switch t.POS {
		case "NOUN":
			if n := j + 1; n < len(r.Tokens) && (r.Tokens[n].POS == "NOUN" || r.Tokens[j].Dep == "oprd") {
				continue // its head follows
			}
			if l.cityOwns[t.Lower] {
				return cityItself
			}
			return government
		case "PROPN":
			if r.in[j] >= 0 && r.spans[r.in[j]].demonym() {
				continue
			}
			if _, ok := l.titleHeads[t.Lower]; ok {
				return eitherSense
			}
			if !isCapital(t.Text) {
				return government
			}
			if t.Dep == "compound" || t.Dep == "amod" || t.Dep == "nmod" {
				continue
			}
			return cityItself
		case "VERB", "AUX":
			if t.Tag != "VBG" && t.Tag != "VBN" {
				return eitherSense
			}
		}
	}
	return eitherSense
}

// copulaSense reads "Washington is …": a city when that is a place.
func (r *reader) copulaSense(verb int) int {
	for _, c := range r.Children(verb) {
		t := &r.Tokens[c]
		switch t.Dep {
		case "attr":
			if lex().placeKinds[t.Lemma] || t.Lemma == "home" || t.Lemma == "scene" || t.Lemma == "site" || t.Lemma == "hub" || t.Lemma == "venue" {
				return cityItself
			}
			return government
		case "acomp":
			return government
		}
	}
	return eitherSense
}

// prepositionSense reads a capital after a preposition and what that hangs on.
func (r *reader) prepositionSense(prep, governor *nlp.Token) int {
	l := lex()
	state := governor.POS == "NOUN" && l.stateNouns[governor.Lemma] || governor.POS == "VERB" && l.partyVerbs[governor.Lemma]
	switch prep.Lower {
	case "in":
		switch governor.Lemma {
		case "government", "regime", "ruler", "leadership", "change", "junta", "administration":
			return government
		}
		return cityItself
	case "at", "near", "outside", "around", "across", "through", "inside", "into", "within", "throughout", "via", "over":
		return cityItself
	case "between", "with":
		if state || governor.POS == "VERB" && !strings.Contains(" travel fly drive run link connect shuttle ", " "+governor.Lemma+" ") {
			return government
		}
	case "against", "toward", "towards":
		return government
	case "by":
		if prep.Dep == "agent" || governor.POS == "NOUN" && !isCapital(governor.Text) {
			return government
		}
	case "to", "from", "of":
		if governor.Lemma == "come" && prep.Lower == "from" {
			return eitherSense
		}
		switch governor.Lemma {
		case "summit", "talk", "negotiation", "trade", "border", "exchange":
			return eitherSense
		case "visit", "trip", "travel", "go", "fly", "return", "come", "journey", "flight", "arrive", "drive", "move", "head", "outskirts", "suburb", "streets", "centre", "center", "south", "north", "east", "west", "city", "capital", "send", "arrival", "invite", "tour":
			return cityItself
		}
		if state {
			return government
		}
	case "for":
		switch governor.Lemma {
		case "victory", "setback", "defeat", "support", "blow", "embarrassment":
			return government
		case "leave", "depart", "bind":
			return cityItself
		}
	}
	return eitherSense
}

// governmentSeats tells of each span whether it is a capital that stands for
// its government. What its own sentence leaves open follows the rest of the
// text: the city where that is clearly meant somewhere, else the government.
func (r *reader) governmentSeats() []bool {
	out := make([]bool, len(r.spans))
	sense := make([]int, len(r.spans))
	asCity, asState := map[string]bool{}, map[string]bool{}
	for k := range r.spans {
		s := &r.spans[k]
		if s.kind != graph.KindPlace || s.entry.Kind != gazetteer.City || !s.entry.Seat && lex().bodySeats[s.entry.Name] == "" {
			continue
		}
		sense[k] = r.seatSense(s)
		asCity[s.entry.Name] = asCity[s.entry.Name] || sense[k] == cityItself
		asState[s.entry.Name] = asState[s.entry.Name] || sense[k] == government
	}
	for k := range r.spans {
		name := r.spans[k].entry.Name
		out[k] = sense[k] == government || sense[k] == eitherSense && asState[name] && !asCity[name]
	}
	return out
}

// isLocative is for parses that make a place the subject: "Tehran, where …".
func (r *reader) isLocative(i int) bool {
	p := r.before(i)
	return p >= 0 && r.Tokens[p].POS == "ADP"
}

// compoundNoun follows compound arcs from token i to the noun they modify.
func (r *reader) compoundNoun(i int) int {
	for n := 0; n < 4 && (r.Tokens[i].Dep == "compound" || r.Tokens[i].Dep == "nmod" || r.Tokens[i].Dep == "amod" || r.Tokens[i].Dep == "npadvmod" || r.Tokens[i].Dep == "punct") && r.Tokens[i].Head > i; n++ {
		i = r.Tokens[i].Head
	}
	return i
}

// pairedSeat tells whether another place stands beside s with a hyphen between.
func (r *reader) pairedSeat(s *span) bool {
	dash := func(i int) bool {
		return i >= 0 && i < len(r.Tokens) && (r.Tokens[i].Text == "-" || r.Tokens[i].Text == "–")
	}
	if dash(s.end) && s.end+1 < len(r.Tokens) && r.in[s.end+1] >= 0 {
		return true
	}
	return dash(s.start-1) && s.start >= 2 && r.in[s.start-2] >= 0
}

// ---- organizations

// corporate are the words at the end of a company's name that it is often
// called without.
var corporate = set{"corp": true, "corporation": true, "co": true, "company": true, "inc": true, "ltd": true, "plc": true, "llc": true, "group": true, "holdings": true, "ag": true, "sa": true, "nv": true, "gmbh": true, "spa": true}

func stem(form string) string {
	for {
		i := strings.LastIndexByte(form, ' ')
		if i < 0 || !corporate[form[i+1:]] {
			return form
		}
		form = form[:i]
	}
}

// clusterOrganizations joins an organization's names: known ones, acronyms
// given or made of initials, names without "Corp", and a name's own end or
// beginning where only one longer name has it.
func (r *reader) clusterOrganizations() {
	by := map[string]int{}
	var order []string // forms in order of the text, longest names first below
	first := map[string]*span{}
	for k := range r.spans {
		s := &r.spans[k]
		if s.kind == graph.KindOrganization && first[s.form] == nil {
			first[s.form] = s
			order = append(order, s.form)
		}
	}
	ends, begins := map[string][]string{}, map[string][]string{} // last, first word -> longer forms
	acronym := map[string]string{}
	var short []string
	for _, f := range order {
		words := strings.Fields(stem(f))
		if len(words) == 0 {
			words = []string{f}
		}
		if len(words) > 1 {
			acronym[initialsOf(words)] = f
			ends[words[len(words)-1]] = append(ends[words[len(words)-1]], f)
		}
		if len(strings.Fields(f)) > 1 {
			begins[words[0]] = append(begins[words[0]], f)
		}
		short = append(short, f)
	}
	parent := map[string]string{}
	for _, f := range short {
		s := first[f]
		switch long, ok := r.acronyms[f]; {
		case ok && first[long] != nil && long != f:
			parent[f] = long
			continue
		case s.known != "" && fold(s.known) != f && first[fold(s.known)] != nil:
			parent[f] = fold(s.known)
			continue
		case s.known != "":
			parent[f] = "=" + fold(s.known) // all forms of one known name meet here
			continue
		}
		if long, ok := acronym[strings.ReplaceAll(f, " ", "")]; ok && long != f && isAcronym(s.text(r)) {
			parent[f] = long
			continue
		}
		base := stem(f)
		words := strings.Fields(base)
		var longer []string
		if lex().orgHeads[words[len(words)-1]] {
			for _, g := range ends[words[len(words)-1]] {
				if gs := stem(g); len(gs) > len(base) && strings.HasSuffix(gs, " "+base) && !ofOther(gs[:len(gs)-len(base)-1]) {
					longer = append(longer, g)
				}
			}
		}
		for _, g := range begins[words[0]] {
			if gs := stem(g); g != f && (gs == base && len(g) > len(f) || strings.HasPrefix(gs, base+" ") && !(len(words) == 1 && lex().orgHeads[words[0]]) && s.known == "") {
				longer = append(longer, g)
			}
		}
		if len(longer) == 1 {
			parent[f] = longer[0]
		} else if len(longer) > 1 {
			parent[f] = r.latest(longer, first, s)
		}
	}
	root := func(f string) string {
		for n := 0; n < 8; n++ {
			p, ok := parent[f]
			if !ok {
				return f
			}
			f = p
		}
		return f
	}
	for k := range r.spans {
		s := &r.spans[k]
		if s.kind != graph.KindOrganization {
			continue
		}
		key := root(s.form)
		if key == s.form && s.known == "" && lex().orgHeads[s.form] && !lex().bodies[s.form] {
			continue // "Group", "Council" and nothing longer
		}
		c, ok := by[key]
		if !ok {
			c = r.newCluster(graph.KindOrganization, strings.TrimPrefix(key, "="))
			by[key] = c
		}
		s.cluster = c
	}
}

// ofOther tells whether the beginning of a name makes its end another body:
// the General Staff of the Armed Forces is not the Armed Forces.
func ofOther(begin string) bool {
	begin = strings.TrimSuffix(begin, " the")
	return strings.HasSuffix(begin, " of") || strings.HasSuffix(begin, " for")
}

// latest returns the form among longer that was first named last before s, or
// the first of them.
func (r *reader) latest(longer []string, first map[string]*span, s *span) string {
	best := longer[0]
	for _, g := range longer[1:] {
		if first[g].start < s.start && first[g].start > first[best].start {
			best = g
		}
	}
	return best
}

// initialsOf returns the initials of words, small ones left out.
func initialsOf(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if !lex().small[w] {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// ---- persons

// clusterPersons joins a person's names: full names that agree, then single
// names with the last of the full names that has them.
func (r *reader) clusterPersons() {
	bySurname := map[string][]int{}
	byForm := map[string]int{}
	add := func(c int, form string) {
		byForm[form] = c
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
			c = r.sameFullName(s.form, bySurname)
			if c < 0 {
				c = r.newCluster(graph.KindPerson, s.form)
			}
			add(c, s.form)
		}
		s.cluster = c
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
			s.cluster = r.singleName(s, bySurname, given, byForm)
		}
		r.clusters[s.cluster].last = k
	}
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

// singleName returns the cluster of a surname or given name.
func (r *reader) singleName(s *span, bySurname, given map[string][]int, byForm map[string]int) int {
	sur := surname(s.form)
	best := -1
	pick := func(c int) {
		if best < 0 || r.clusters[c].last > r.clusters[best].last {
			best = c
		}
	}
	for _, c := range bySurname[sur] {
		pick(c)
	}
	if best < 0 {
		for _, c := range given[s.form] {
			pick(c)
		}
	}
	if best < 0 && len(sur) >= 6 {
		for known, cs := range bySurname {
			if known[0] == sur[0] && nearlySame(known, sur) {
				for _, c := range cs {
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
