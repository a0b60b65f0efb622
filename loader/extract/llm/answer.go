package llm

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// answer is what the model is asked to return, as schema describes it. A
// string is "" where the article does not say.
type answer struct {
	Entities []entity     `json:"entities"`
	Meetings []occurrence `json:"meetings"`
	Events   []occurrence `json:"events"`
}

type entity struct {
	Kind       graph.NodeKind `json:"kind"`
	Name       string         `json:"name"`
	OtherNames []string       `json:"other_names"`
	Positions  []position     `json:"positions"`
}

type position struct {
	Title string `json:"title"`
	Of    string `json:"of"`
}

type occurrence struct {
	Mode         graph.MeetingMode      `json:"mode"` // of a meeting
	Type         graph.EventType        `json:"type"` // of an event
	Status       graph.OccurrenceStatus `json:"status"`
	Participants []participant          `json:"participants"`
	Date         saidDate               `json:"date"`
	Place        string                 `json:"place"`
	Topics       []string               `json:"topics"`
	Quotes       []string               `json:"quotes"`
}

type participant struct {
	Name       string     `json:"name"`
	Role       graph.Role `json:"role"`
	Title      string     `json:"title"`
	OnBehalfOf string     `json:"on_behalf_of"`
}

type saidDate struct {
	Words string `json:"words"`
	Start string `json:"start"`
}

// The terms that an answer may use.
var (
	kinds = []graph.NodeKind{graph.KindPerson, graph.KindOrganization, graph.KindPlace}
	modes = []graph.MeetingMode{graph.ModeInPerson, graph.ModeVisit, graph.ModePhone, graph.ModeVideo, graph.ModeMultilateral,
		graph.ModeThirdParty, graph.ModeUnknown}
	statuses = []graph.OccurrenceStatus{graph.StatusHeld, graph.StatusPlanned, graph.StatusOffered, graph.StatusCancelled,
		graph.StatusPostponed, graph.StatusRefused, graph.StatusDenied, graph.StatusHypothetical}
	meetingRoles = []graph.Role{graph.RoleParticipant, graph.RoleHost, graph.RoleVisitor, graph.RoleMediator, graph.RoleChair, graph.RoleOrganizer}
	eventRoles   = []graph.Role{graph.RoleAgent, graph.RolePatient, graph.RoleInstrument, graph.RoleBeneficiary, graph.RoleParticipant}
	eventTypes   = []graph.EventType{graph.EventAgree, graph.EventConsult, graph.EventSupport, graph.EventCooperate, graph.EventAid,
		graph.EventConcede, graph.EventRetreat, graph.EventRequest, graph.EventAccuse, graph.EventReject, graph.EventThreaten,
		graph.EventProtest, graph.EventSanction, graph.EventMobilize, graph.EventCoerce, graph.EventAssault, graph.EventStatement,
		graph.EventAccident, graph.EventTravel, graph.EventElection, graph.EventAppointment, graph.EventOther}
)

// schema is the JSON schema of an answer, in the subset that strict structured
// output takes: every field required, none besides, no length or pattern.
var schema = object(
	"entities", list(object("kind", oneOf(kinds), "name", str, "other_names", list(str),
		"positions", list(object("title", str, "of", str)))),
	"meetings", list(object("mode", oneOf(modes), "status", oneOf(statuses), "participants", list(participantOf(meetingRoles)),
		"date", dateSchema, "place", str, "topics", list(str), "quotes", list(str))),
	"events", list(object("type", oneOf(eventTypes), "status", oneOf(statuses), "participants", list(participantOf(eventRoles)),
		"date", dateSchema, "place", str, "topics", list(str), "quotes", list(str))),
)

var (
	str        = map[string]any{"type": "string"}
	dateSchema = object("words", str, "start", str)
)

func participantOf(roles []graph.Role) map[string]any {
	return object("name", str, "role", oneOf(roles), "title", str, "on_behalf_of", str)
}

// object makes the schema of an object from names and schemas in turn.
func object(fields ...any) map[string]any {
	properties, required := map[string]any{}, []string{}
	for pair := range slices.Chunk(fields, 2) {
		name := pair[0].(string)
		properties[name] = pair[1]
		required = append(required, name)
	}
	return map[string]any{"type": "object", "properties": properties, "required": required, "additionalProperties": false}
}

func list(items any) map[string]any { return map[string]any{"type": "array", "items": items} }

func oneOf[T any](terms []T) map[string]any { return map[string]any{"type": "string", "enum": terms} }
