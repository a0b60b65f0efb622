package graph

// Entity is a person, an organization or a place: whoever or whatever can
// take part.
type Entity struct {
	ID   ID       `json:"id"`
	Kind NodeKind `json:"kind"`
	Name string   `json:"name"`
	// Aliases are its other names, most used first, then by code point.
	Aliases []string `json:"aliases,omitempty"`
	// Names are the names that were found to be one, by id.
	Names []Name `json:"names,omitempty"`
	// MentionCount is the number of spans that name it.
	MentionCount int `json:"mentionCount"`
	// MeetingCount is the number of held meetings it took part in. The store
	// counts it; what a writer sets is ignored.
	MeetingCount int         `json:"meetingCount"`
	FirstSeen    PartialDate `json:"firstSeen"`
	LastSeen     PartialDate `json:"lastSeen"`
	// Positions are a person's offices, by title, then body.
	Positions []Position `json:"positions,omitempty"`
	// CountryCode (ISO 3166-1 alpha-2), coordinates (degrees, WGS 84) and
	// Within (the place that holds it) are set for places, where known.
	CountryCode string   `json:"countryCode,omitempty"`
	Latitude    *float64 `json:"latitude,omitempty"`
	Longitude   *float64 `json:"longitude,omitempty"`
	Within      ID       `json:"within,omitempty"`
}

// Position is an office that a person holds or held, as articles give it.
type Position struct {
	Title     string      `json:"title"`
	Of        ID          `json:"of"`
	FirstSeen PartialDate `json:"firstSeen"`
	LastSeen  PartialDate `json:"lastSeen"`
	// Mentions say so: at most [MaxPositionMentions], the earliest first.
	Mentions []ID `json:"mentions,omitempty"`
}

// MaxPositionMentions bounds [Position.Mentions].
const MaxPositionMentions = 20
