package graph

// Disagreement is what the reports of one occurrence tell otherwise. That one
// says more than another ("in January", "on January 3"; "in Iran", "in
// Tehran"), or told of a plan that another says was carried out, is none.
type Disagreement struct {
	Field DisagreementField `json:"field"`
	// Versions are two or more, those of most reports first, then by Value and
	// Place.
	Versions []Version `json:"versions"`
}

// DisagreementField is what is told otherwise.
type DisagreementField string

// The fields that reports can disagree on.
const (
	DisagreeDate         DisagreementField = "DATE"
	DisagreePlace        DisagreementField = "PLACE"
	DisagreeMode         DisagreementField = "MODE"
	DisagreeStatus       DisagreementField = "STATUS"
	DisagreeParticipants DisagreementField = "PARTICIPANTS"
)

// Version is one of the ways in which it is told.
type Version struct {
	// Value is the date ("2020-01-03", a span "2020-01-03/2020-01-05"), the
	// mode, the status, or the number of participants; "" of a place.
	Value string `json:"value,omitempty"`
	Place ID     `json:"place,omitempty"`
	// Reports is how many tell it so, Evidence the telling quotes of the first
	// few of them by article.
	Reports  int        `json:"reports"`
	Evidence []Citation `json:"evidence,omitempty"`
}
