package resolve

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// occasion is a report's account as it is compared: told in nodes.
type occasion struct {
	*account
	unit    *unit
	when    when
	who     []graph.ID // nodes of the parties, in order
	role    map[graph.ID]graph.Role
	stands  map[graph.ID]bool // nodes of the parties and of whom they stand for
	where   []graph.ID        // nodes of the sites
	nations int               // how many of the last sites are countries
	killed  []graph.ID        // nodes of those killed
	// held and seated are, by state, the levels of those who took part for it:
	// named, and without a name; see levels.
	held, seated map[graph.ID]level
}

// occasion tells the account of a unit in nodes; the units it is told in must
// be loaded.
func (m *mender) occasion(u *unit) *occasion {
	o := &occasion{account: u.account, unit: u, when: whenOf(u.account), role: map[graph.ID]graph.Role{}, stands: map[graph.ID]bool{}}
	for _, p := range u.account.Parties {
		n := m.nodeOf(p.Unit)
		if _, ok := o.role[n]; !ok {
			o.who, o.role[n] = append(o.who, n), p.Role
		}
		o.stands[n] = true
		if p.OnBehalfOf != "" {
			o.stands[m.nodeOf(p.OnBehalfOf)] = true
		}
		if u.account.Killed && p.victim() {
			o.killed = append(o.killed, n)
		}
	}
	o.levels(m, u.account.Parties)
	for _, s := range u.account.Sites {
		o.where = append(o.where, m.nodeOf(s.Unit))
		if s.Nation != "" {
			o.nations++
		}
	}
	return o
}

// maxPairs bounds the participants whose pairs a report is found under.
const maxPairs = 8

// blocks are the keys that the report is found under: who was killed; each
// two of those who took part, stand behind them or tell the place; and for
// reports of hardly anyone the place alone.
func (o *occasion) blocks() []string {
	var out []string
	for _, v := range o.killed {
		out = append(out, "R1:"+string(v))
	}
	parties := slices.Clone(o.who[:min(len(o.who), maxPairs)])
	for _, n := range sortedKeys(o.stands) {
		if !slices.Contains(parties, n) && len(parties) < maxPairs+2 && !slices.Contains(o.who, n) {
			parties = append(parties, n)
		}
	}
	what := string(o.Kind) + " " + string(o.Type) + " "
	var keys []string
	for i, a := range parties {
		for _, b := range parties[i+1:] {
			keys = append(keys, what+string(min(a, b))+" "+string(max(a, b)))
		}
		for _, s := range o.sites() {
			keys = append(keys, what+string(a)+" at "+string(s))
		}
	}
	if len(o.who) < 2 || o.Type == graph.EventAccident {
		for _, s := range o.sites() {
			keys = append(keys, what+"at "+string(s))
		}
	}
	if o.Type == graph.EventAccident {
		for _, n := range o.who {
			keys = append(keys, what+string(n))
		}
	}
	when := o.when
	switch {
	case when.exact() && (len(o.who) > 2 || o.Status != graph.StatusHeld || remote(o.Mode)): // see crowd, moved and overnight
		when.first, when.last = when.first-maxGathering, when.last+maxGathering
		if o.Status == graph.StatusPostponed { // see putOff
			when.first -= maxDelay
		}
	case o.undated() && o.Published != "" && len(o.sites()) > 0:
		when.first = when.last - recalledMeeting
	}
	for _, k := range keys {
		for _, month := range when.months() {
			out = append(out, "R2:"+k+"|"+month)
		}
	}
	return slices.Concat(out, o.stayBlocks(), refBlocks(o.refs()))
}

// sites are the nodes of the place and its holders below the country.
func (o *occasion) sites() []graph.ID { return o.where[:len(o.where)-o.nations] }

// clashes tells whether two reports contradict each other, so that they can't
// be of one occurrence whatever else speaks for it.
func (o *occasion) clashes(p *occasion) bool { return o.contradicts(p) || o.others(p) }

// contradicts tells whether two reports can't be of one occurrence for when,
// where, how or whether it was, or for who did it to whom.
func (o *occasion) contradicts(p *occasion) bool {
	if o.Kind != p.Kind || o.Type != p.Type || !statusesFit(o.Status, p.Status) && !o.cameTrue(p) && !p.cameTrue(o) || !o.timesFit(p) || !o.placesFit(p) {
		return true
	}
	if o.Kind == graph.KindMeeting {
		if o.Article == p.Article || !modesFit(o, p) || o.outranks(p) || p.outranks(o) {
			return true
		}
		if o.crowd(p) {
			return false
		}
	}
	for n, r := range o.role {
		if s, ok := p.role[n]; ok && (r == graph.RoleAgent && s == graph.RolePatient || r == graph.RolePatient && s == graph.RoleAgent) {
			return true
		}
	}
	return false
}

// others tells whether each report names someone whom the other does not know
// of.
func (o *occasion) others(p *occasion) bool {
	if o.Kind == graph.KindMeeting && o.crowd(p) {
		return false
	}
	return !o.covers(p) && !p.covers(o) && !(o.Kind == graph.KindEvent && o.shares(p, graph.RoleAgent) && o.shares(p, graph.RolePatient))
}

// sameKilling tells whether both tell of the killing of one person: nobody is
// killed twice, whatever else the reports say.
func (o *occasion) sameKilling(p *occasion) bool {
	return slices.ContainsFunc(o.killed, func(n graph.ID) bool { return slices.Contains(p.killed, n) })
}

// same tells whether two reports may be of one occurrence: they do not clash,
// and enough speaks for it.
func (o *occasion) same(p *occasion) bool {
	if o.sameKilling(p) {
		return true
	}
	if o.clashes(p) || o.revived(p) && !o.when.sameDay(p.when) {
		return false
	}
	shared, implied := 0, 0
	for n := range o.stands {
		switch _, a := o.role[n]; {
		case !p.stands[n]:
		case a && p.hasParty(n):
			shared++
		default:
			implied++
		}
	}
	sameDay := o.when.sameDay(p.when)
	samePlace := o.sharesSite(p)
	if o.Kind == graph.KindMeeting {
		if shared == 0 && o.Status != p.Status { // what became of officials' talks says nothing of their leaders'
			return false
		}
		if o.few(p) || p.few(o) {
			return false
		}
		return shared >= 2 || shared+implied >= 2 && o.when.known() && p.when.known() || shared == 1 && samePlace && sameDay
	}
	switch o.Type {
	case graph.EventAccident:
		return shared >= 1 || samePlace
	case graph.EventAssault, graph.EventAgree, graph.EventSanction, graph.EventMobilize, graph.EventRetreat, graph.EventCoerce, graph.EventAid,
		graph.EventElection, graph.EventAppointment, graph.EventProtest, graph.EventConcede:
		return shared >= 2 || (shared == 1 || len(o.who)+len(p.who) == 0) && samePlace && o.when.known() && p.when.known() ||
			shared == 1 && sameDay && samePlace
	case graph.EventTravel:
		return shared >= 1 && samePlace && (sameDay || o.when.known() && p.when.known())
	}
	// Words are spoken every day: only the same day makes them the same.
	return sameDay && (shared >= 2 || shared == 1 && samePlace)
}

func (o *occasion) hasParty(n graph.ID) bool { _, ok := o.role[n]; return ok }

// covers tells whether all who took part by p did so, or stand behind someone
// who did, by o.
func (o *occasion) covers(p *occasion) bool {
	for _, n := range p.who {
		if !o.stands[n] {
			return false
		}
	}
	return true
}

// coversGuests tells whether by o all met whom one by p brought together.
func (o *occasion) coversGuests(p *occasion) bool {
	if len(p.who) != len(o.who)+1 {
		return false
	}
	for _, n := range p.who {
		switch p.role[n] {
		case graph.RoleHost, graph.RoleMediator, graph.RoleOrganizer, graph.RoleChair:
		default:
			if !o.stands[n] || p.role[n] == graph.RoleVisitor { // who received both met them too
				return false
			}
		}
	}
	return true
}

// shares tells whether both name one in the role.
func (o *occasion) shares(p *occasion, r graph.Role) bool {
	for n, s := range o.role {
		if s == r && p.role[n] == r {
			return true
		}
	}
	return false
}

// crowd tells whether both are of several who gathered at one site within the
// days of one gathering, of whom two or more are the same: each article names
// some of those who came, and dates the day it tells of.
func (o *occasion) crowd(p *occasion) bool {
	return len(o.who) > 2 && len(p.who) > 2 && o.when.exact() && p.when.exact() && o.when.apart(p.when) <= maxGathering && o.sharesSite(p) && o.common(p) > 1 &&
		(o.when.sameDay(p.when) || o.common(p) > 2)
}

// maxGathering is how many days may lie between the days that articles give a
// gathering of several.
const maxGathering = 3

// common is how many took part by both.
func (o *occasion) common(p *occasion) int {
	n := 0
	for id := range o.role {
		if p.hasParty(id) {
			n++
		}
	}
	return n
}

func (o *occasion) sharesSite(p *occasion) bool {
	return slices.ContainsFunc(o.sites(), func(n graph.ID) bool { return slices.Contains(p.sites(), n) })
}

// placesFit tells whether one place may hold the other. A place that the
// gazetteer does not know, a hotel or a house, may be in one that it knows, if
// the same met there; two that it does not know may be one, and of two cities
// of one country one may be where the article was written, if it was the same
// day too.
func (o *occasion) placesFit(p *occasion) bool {
	if len(o.where) == 0 || len(p.where) == 0 || slices.Contains(o.where, p.where[0]) || slices.Contains(p.where, o.where[0]) {
		return true
	}
	if o.when.sameDay(p.when) && o.disputes(p) {
		return true
	}
	land := o.nations > 0 && p.nations > 0
	if land && o.where[len(o.where)-1] != p.where[len(p.where)-1] {
		return false
	}
	if len(o.who) < 2 || len(o.who) != len(p.who) || !o.covers(p) {
		return false
	}
	switch meeting := o.Kind == graph.KindMeeting; {
	case o.Sites[0].Known != p.Sites[0].Known && (meeting || o.Sites[0].Nation+p.Sites[0].Nation != ""):
		return true // "Hotel Adria" may be in Vienna, and any town in Austria
	case !o.Sites[0].Known && !p.Sites[0].Known && (o.Status == graph.StatusPlanned) != (p.Status == graph.StatusPlanned):
		return true // where a plan puts it may change
	case !o.Sites[0].Known || !p.Sites[0].Known || land && meeting:
		return o.when.sameDay(p.when)
	}
	return false
}
