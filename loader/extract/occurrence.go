package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract/date"
	"github.com/whomet/whomet/loader/nlp"
)

// narrative is a document while its occurrences are being read.
type narrative struct {
	*document
	dates    []date.Expr // expressions of time; Start and End are tokens
	dateAt   []int       // token -> index into dates, or -1
	here     int         // the entity that "here" means, or -1
	journeys []journey
	// triggered are the words for meetings that tell of none by themselves, and
	// so may speak of one told elsewhere.
	triggered []int
	// meets are the verbs by which people meet, and so do not say something:
	// "called on the queen".
	meets   map[int]bool
	said    map[int]bool      // sentences that tell what was said at a meeting
	lastDay graph.PartialDate // the day of the meeting told last
}

// occurrence is one telling of a meeting or event, and after merging all that
// the article tells of it. Entities and tokens are indexes; sentences too.
type occurrence struct {
	trigger *trigger
	event   *eventTrigger // set instead for other events
	at      int           // the trigger word
	sent    int

	parts      []part
	unnamed    bool // people without a name took part
	mode       graph.MeetingMode
	status     graph.OccurrenceStatus
	kind       graph.EventType
	anchors    []int // words whose adjuncts of time and place are its own
	when       when
	place      int // entity, -1 if none
	topics     []topic
	quotes     []int  // sentences, the telling one first
	lent       []int  // sentences that only give it a day or a place, quoted last
	unasked    bool   // denied only as not asked for: "had not requested a meeting"
	lone       bool   // names only who led it; counts when who came is told elsewhere
	presumed   bool   // held only as far as nothing says otherwise: "the summit worries Bonn"
	definite   bool   // "the talks": speaks of something told before
	word       string // the noun that names it, for a definite one to be found by: "strike"
	another    bool   // "a separate meeting", "had earlier met": not the one told before
	faces      []int  // verbs by which one party told another something
	references []int  // tokens of "the meeting", "the talks" that speak of it
	weight     float64
	id         string // in the result
	relations  []link
	dead       bool // merged into another

	why struct{ status, mode, place reason }
}

// topic is what was spoken of.
type topic struct {
	nlp.Span
	why reason
}

// link is what a sentence says of an occurrence's relation to another.
type link struct {
	kind graph.RelationKind
	to   *occurrence
	span nlp.Span // the words that say so
	why  reason
}

// part is one entity's part.
type part struct {
	entity int
	role   graph.Role
	token  int
	title  string
	behalf int    // entity, -1 if none
	slot   string // where it stood
	loose  bool   // in the clause around the trigger, not in its own phrase

	why struct{ part, role, title, behalf reason }
}

func (o *occurrence) has(entity int) bool { return o.partOf(entity) != nil }

func (o *occurrence) partOf(entity int) *part {
	for i := range o.parts {
		if o.parts[i].entity == entity {
			return &o.parts[i]
		}
	}
	return nil
}

// readOccurrences reads whom the article says met, and what else it says
// happened. Entities must have been read before.
func (d *document) readOccurrences() ([]Meeting, []Event) {
	n := d.narrate()
	meetings := n.findMeetings()
	n.findJourneys(meetings)
	meetings = n.mergeMeetings(meetings)
	n.findTopics(meetings)
	for _, o := range meetings {
		for _, s := range o.lent {
			if !slices.Contains(o.quotes, s) {
				o.quotes = append(o.quotes, s)
			}
		}
	}
	events := n.findEvents(meetings)
	n.relate(meetings, events)
	return n.reportMeetings(meetings), n.reportEvents(events)
}

// narrate prepares a document: it marks the expressions of time and finds
// where the article was written.
func (d *document) narrate() *narrative {
	n := &narrative{document: d, said: map[int]bool{}, here: d.dateline.place, dateAt: make([]int, len(d.Tokens))}
	for i := range n.dateAt {
		n.dateAt[i] = -1
	}
	var words []string
	for _, s := range d.Sents {
		words = words[:0]
		for i := s.Start; i < s.End; i++ {
			words = append(words, d.Tokens[i].Lower)
		}
		isDate := func(i int) bool { return d.Tokens[s.Start+i].EntType == "DATE" }
		for _, e := range date.Find(words, isDate) {
			e.Start += s.Start
			e.End += s.Start
			for i := e.Start; i < e.End; i++ {
				n.dateAt[i] = len(n.dates)
			}
			n.dates = append(n.dates, e)
		}
	}
	return n
}
