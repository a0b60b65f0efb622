package graph

// MeetingMode tells how the parties of a meeting met (after PLOVER's CONSULT
// modes).
type MeetingMode string

// The modes of a meeting.
const (
	ModeInPerson     MeetingMode = "IN_PERSON"
	ModeVisit        MeetingMode = "VISIT"
	ModePhone        MeetingMode = "PHONE"
	ModeVideo        MeetingMode = "VIDEO"
	ModeMultilateral MeetingMode = "MULTILATERAL"
	ModeThirdParty   MeetingMode = "THIRD_PARTY"
	ModeUnknown      MeetingMode = "UNKNOWN"
)

// OccurrenceStatus tells whether something happened, as articles assert it.
type OccurrenceStatus string

// The statuses of an occurrence.
const (
	StatusHeld         OccurrenceStatus = "HELD"
	StatusPlanned      OccurrenceStatus = "PLANNED"
	StatusOffered      OccurrenceStatus = "OFFERED"
	StatusCancelled    OccurrenceStatus = "CANCELLED"
	StatusPostponed    OccurrenceStatus = "POSTPONED"
	StatusRefused      OccurrenceStatus = "REFUSED"
	StatusDenied       OccurrenceStatus = "DENIED"
	StatusHypothetical OccurrenceStatus = "HYPOTHETICAL"
)

// Role is the part someone has in an occurrence.
type Role string

// The roles of participants.
const (
	RoleParticipant Role = "PARTICIPANT"
	RoleHost        Role = "HOST"
	RoleVisitor     Role = "VISITOR"
	RoleMediator    Role = "MEDIATOR"
	RoleChair       Role = "CHAIR"
	RoleOrganizer   Role = "ORGANIZER"
	RoleAgent       Role = "AGENT"
	RolePatient     Role = "PATIENT"
	RoleInstrument  Role = "INSTRUMENT"
	RoleBeneficiary Role = "BENEFICIARY"
)

// EventType is the type of an event other than a meeting: PLOVER's
// (Halterman et al. 2023) and whomet's additions from STATEMENT on.
type EventType string

// The types of events.
const (
	EventAgree       EventType = "AGREE"
	EventConsult     EventType = "CONSULT"
	EventSupport     EventType = "SUPPORT"
	EventCooperate   EventType = "COOPERATE"
	EventAid         EventType = "AID"
	EventConcede     EventType = "CONCEDE"
	EventRetreat     EventType = "RETREAT"
	EventRequest     EventType = "REQUEST"
	EventAccuse      EventType = "ACCUSE"
	EventReject      EventType = "REJECT"
	EventThreaten    EventType = "THREATEN"
	EventProtest     EventType = "PROTEST"
	EventSanction    EventType = "SANCTION"
	EventMobilize    EventType = "MOBILIZE"
	EventCoerce      EventType = "COERCE"
	EventAssault     EventType = "ASSAULT"
	EventStatement   EventType = "STATEMENT"
	EventAccident    EventType = "ACCIDENT"
	EventTravel      EventType = "TRAVEL"
	EventElection    EventType = "ELECTION"
	EventAppointment EventType = "APPOINTMENT"
	EventOther       EventType = "OTHER"
)

// Occurrence is something that happened, is planned or was called off: a
// meeting (Mode set) or another event (Type set). It carries its edges:
// participants, place, topics and
// relations to other occurrences.
type Occurrence struct {
	ID      ID               `json:"id"`
	Kind    NodeKind         `json:"kind"`
	Summary string           `json:"summary"`
	Status  OccurrenceStatus `json:"status"`
	Mode    MeetingMode      `json:"mode,omitempty"`
	Type    EventType        `json:"type,omitempty"`
	Date    *DateSpan        `json:"date"`
	Place   ID               `json:"place"`
	// Participants stand in the order articles name them.
	Participants []Participation `json:"participants,omitempty"`
	Topics       []ID            `json:"topics,omitempty"`
	// Relations lead to other occurrences, by kind and then id.
	Relations []Relation `json:"relations,omitempty"`
	// Disagreements are what its reports tell otherwise, by field.
	Disagreements []Disagreement `json:"disagreements,omitempty"`
	// Confidence is between 0 and 1.
	Confidence float64 `json:"confidence"`
	// ReportCount is the number of reports of it. The store counts it; what a
	// writer sets is ignored.
	ReportCount int `json:"reportCount"`
}

// Participation is one entity's part in an occurrence.
type Participation struct {
	Entity ID   `json:"entity"`
	Role   Role `json:"role"`
	// Title is as the article gives it: "Foreign Minister".
	Title      string `json:"title"`
	OnBehalfOf ID     `json:"onBehalfOf"`
}

// Topic is what meetings were about: one subject, in all its wordings.
type Topic struct {
	ID   ID     `json:"id"`
	Name string `json:"name"`
	// Wordings are the articles' own words, most used first, then by code point;
	// those that speak of more besides are left to their reports.
	Wordings []string `json:"wordings,omitempty"`
	// Concerns are the entities and occurrences the topic speaks of, by id.
	Concerns []ID `json:"concerns,omitempty"`
}
