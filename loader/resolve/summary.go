package resolve

import (
	"strings"

	"github.com/whomet/whomet/graph"
)

// What an agent does in an event, with and without one it is done to.
var verbs = map[graph.EventType][2]string{
	graph.EventAgree:       {"agreed with", "reached an agreement"},
	graph.EventConsult:     {"consulted", "held consultations"},
	graph.EventSupport:     {"supported", "gave support"},
	graph.EventCooperate:   {"cooperated with", "cooperated"},
	graph.EventAid:         {"aided", "gave aid"},
	graph.EventConcede:     {"conceded to", "conceded"},
	graph.EventRetreat:     {"withdrew from", "withdrew"},
	graph.EventRequest:     {"made a request to", "made a request"},
	graph.EventAccuse:      {"accused", "made an accusation"},
	graph.EventReject:      {"rejected", "refused"},
	graph.EventThreaten:    {"threatened", "made a threat"},
	graph.EventProtest:     {"protested against", "protested"},
	graph.EventSanction:    {"imposed sanctions on", "imposed sanctions"},
	graph.EventMobilize:    {"mobilized against", "mobilized"},
	graph.EventCoerce:      {"coerced", "used coercion"},
	graph.EventAssault:     {"attacked", "attacked"},
	graph.EventStatement:   {"made a statement to", "made a statement"},
	graph.EventTravel:      {"travelled to", "travelled"},
	graph.EventElection:    {"elected", "held an election"},
	graph.EventAppointment: {"appointed", "made an appointment"},
}

// What the event is called where nobody is known to have done it.
var nouns = map[graph.EventType]string{
	graph.EventAgree: "Agreement", graph.EventConsult: "Consultation", graph.EventSupport: "Support", graph.EventCooperate: "Cooperation",
	graph.EventAid: "Aid", graph.EventConcede: "Concession", graph.EventRetreat: "Withdrawal", graph.EventRequest: "Request",
	graph.EventAccuse: "Accusation", graph.EventReject: "Rejection", graph.EventThreaten: "Threat", graph.EventProtest: "Protest",
	graph.EventSanction: "Sanctions", graph.EventMobilize: "Mobilization", graph.EventCoerce: "Coercion", graph.EventAssault: "Attack",
	graph.EventStatement: "Statement", graph.EventAccident: "Accident", graph.EventTravel: "Travel", graph.EventElection: "Election",
	graph.EventAppointment: "Appointment", graph.EventOther: "Event",
}

// maxNames bounds the names a summary lists.
const maxNames = 4

// summary says in one line what happened: "Hassan Rouhani met Imad Khamis in
// Tehran", "Planned: meeting of A and B".
func summary(o *graph.Occurrence, killed bool, named func(graph.ID) string) string {
	var agents, patients, others []string
	for _, p := range o.Participants {
		name := named(p.Entity)
		switch p.Role {
		case graph.RoleAgent, graph.RoleHost, graph.RoleOrganizer, graph.RoleChair:
			agents = append(agents, name)
		case graph.RolePatient, graph.RoleBeneficiary, graph.RoleVisitor:
			patients = append(patients, name)
		case graph.RoleInstrument:
		default:
			others = append(others, name)
		}
	}
	place := ""
	if o.Place != "" {
		place = placeOfSummary(named(o.Place))
	}
	var s string
	if o.Kind == graph.KindMeeting {
		s = meetingSummary(o, append(append(agents, others...), patients...), place, named)
	} else {
		s = eventSummary(o, killed, agents, patients, others, place, named)
	}
	if o.Status != graph.StatusHeld {
		status := strings.ToLower(string(o.Status))
		s = strings.ToUpper(status[:1]) + status[1:] + ": " + s
	}
	return s
}

func meetingSummary(o *graph.Occurrence, who []string, place string, named func(graph.ID) string) string {
	if o.Status != graph.StatusHeld || len(who) < 2 && o.Mode != graph.ModeVisit {
		noun := map[graph.MeetingMode]string{graph.ModePhone: "phone call", graph.ModeVideo: "video call", graph.ModeVisit: "visit"}[o.Mode]
		if noun == "" {
			noun = "meeting"
		}
		if len(who) > 0 {
			noun += " of " + list(who)
		}
		if o.Status == graph.StatusHeld {
			noun = strings.ToUpper(noun[:1]) + noun[1:]
		}
		return noun + place
	}
	switch o.Mode {
	case graph.ModePhone:
		return list(who) + " spoke by phone"
	case graph.ModeVideo:
		return list(who) + " spoke by video"
	case graph.ModeVisit:
		var visitors, hosts []string
		for _, p := range o.Participants {
			if p.Role == graph.RoleVisitor {
				visitors = append(visitors, named(p.Entity))
			} else {
				hosts = append(hosts, named(p.Entity))
			}
		}
		switch {
		case len(visitors) == 0 && place != "":
			return list(hosts) + " visited " + named(o.Place)
		case len(visitors) == 0:
			return "Visit of " + list(hosts)
		case len(hosts) > 0:
			return list(visitors) + " visited " + list(hosts) + place
		case place != "":
			return list(visitors) + " visited " + named(o.Place)
		}
		return "Visit of " + list(visitors)
	}
	if len(who) == 2 {
		return who[0] + " met " + who[1] + place
	}
	return list(who) + " met" + place
}

func eventSummary(o *graph.Occurrence, killed bool, agents, patients, others []string, place string, named func(graph.ID) string) string {
	if len(agents) == 0 {
		switch {
		case killed:
			return list(patients) + plural(patients, " was killed", " were killed") + place
		case o.Type == graph.EventAppointment && len(patients) > 0:
			return list(patients) + plural(patients, " was appointed", " were appointed") + place
		}
		s := nouns[o.Type]
		if s == "" {
			s = "Event"
		}
		switch {
		case len(patients) > 0 && o.Type == graph.EventAssault:
			s += " on " + list(patients)
		case len(patients)+len(others) > 0:
			s += ": " + list(append(patients, others...))
		}
		return s + place
	}
	v, ok := verbs[o.Type]
	switch {
	case killed:
		return list(agents) + " killed " + list(patients) + place
	case o.Type == graph.EventTravel && o.Place != "":
		return list(agents) + " travelled to " + named(o.Place)
	case o.Type == graph.EventAgree && len(agents) > 1 && len(patients) == 0:
		return list(agents) + " agreed" + place
	case !ok:
		s := nouns[o.Type]
		if s == "" {
			s = "Event"
		}
		return s + ": " + list(append(append(agents, patients...), others...)) + place
	}
	if to := append(patients, others...); len(to) > 0 {
		return list(agents) + " " + v[0] + " " + list(to) + place
	}
	return list(agents) + " " + v[1] + place
}

func plural(names []string, one, many string) string {
	if len(names) == 1 {
		return one
	}
	return many
}

// list writes names as English does: "A, B and C".
func list(names []string) string {
	rest := ""
	if len(names) > maxNames {
		names, rest = names[:maxNames-1], "others"
	}
	names = append([]string(nil), names...)
	if rest != "" {
		names = append(names, rest)
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// placeOfSummary writes " in Tehran", " at Mehrabad Airport".
func placeOfSummary(name string) string {
	words := strings.Fields(strings.ToLower(name))
	if len(words) > 1 && (facilities[words[len(words)-1]] || posts[words[len(words)-1]] || words[0] == "camp" || words[len(words)-1] == "house") {
		return " at " + name
	}
	return " in " + name
}
