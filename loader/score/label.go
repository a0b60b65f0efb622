package score

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/whomet/whomet/graph"
)

// Article is what a person labelled in one article. A nil list was not
// labelled and is not scored; an empty one says that there is nothing.
type Article struct {
	ID          string       `json:"id"`
	File        string       `json:"file"`
	Title       string       `json:"title"`
	PublishedAt string       `json:"publishedAt"`
	Entities    []Entity     `json:"entities"`
	Meetings    []Occurrence `json:"meetings"`
	Events      []Occurrence `json:"events"`
	// EventsComplete is false where only the main events are labelled: others
	// that are found are then not wrong. Unset is true.
	EventsComplete *bool `json:"eventsComplete"`
	// DemonymOnly are words ("French") whose country, if found, is not wrong.
	DemonymOnly []string `json:"demonymOnly"`

	folder string
}

// name returns what the article is called in reports.
func (a *Article) name() string {
	if a.ID != "" {
		return a.ID
	}
	return a.File
}

// Entity is someone or something that the article names.
type Entity struct {
	// Kind is the right kind, then others that are right too.
	Kind []graph.NodeKind
	Name string
	Also []string
	// Positions, where nil, were not labelled.
	Positions []Position
	Optional  bool
}

// Position is a post of a person.
type Position struct {
	Title    string `json:"title"`
	Of       string `json:"of"`
	Optional bool   `json:"optional"`
}

// Occurrence is a meeting or an event. Fields that are lists hold the label,
// then other values that are right too.
type Occurrence struct {
	Participants []Participant
	Mode         []graph.MeetingMode
	Status       []graph.OccurrenceStatus
	Type         []graph.EventType
	Date         []span
	// Place holds "" where no place is right.
	Place []string
	// Topics, where nil, were not labelled. MoreTopics may be found as well.
	Topics, MoreTopics []topic
	Quote              string
	Optional           bool
}

// Participant is one party's part in an occurrence.
type Participant struct {
	Name     string
	Also     []string
	Role     []graph.Role
	Optional bool
}

// span is when something was: partial dates of ISO 8601, "" where not known.
type span struct{ start, end string }

// topic is what was spoken of: items that must all be found in one topic, each
// in any of its wordings.
type topic [][]string

var (
	kinds = []graph.NodeKind{graph.KindPerson, graph.KindOrganization, graph.KindPlace}
	modes = []graph.MeetingMode{graph.ModeInPerson, graph.ModeVisit, graph.ModePhone, graph.ModeVideo,
		graph.ModeMultilateral, graph.ModeThirdParty, graph.ModeUnknown}
	statuses = []graph.OccurrenceStatus{graph.StatusHeld, graph.StatusPlanned, graph.StatusOffered, graph.StatusCancelled,
		graph.StatusPostponed, graph.StatusRefused, graph.StatusDenied, graph.StatusHypothetical}
	roles = []graph.Role{graph.RoleParticipant, graph.RoleHost, graph.RoleVisitor, graph.RoleMediator, graph.RoleChair,
		graph.RoleOrganizer, graph.RoleAgent, graph.RolePatient, graph.RoleInstrument, graph.RoleBeneficiary}
	types = []graph.EventType{graph.EventAgree, graph.EventConsult, graph.EventSupport, graph.EventCooperate, graph.EventAid,
		graph.EventConcede, graph.EventRetreat, graph.EventRequest, graph.EventAccuse, graph.EventReject, graph.EventThreaten,
		graph.EventProtest, graph.EventSanction, graph.EventMobilize, graph.EventCoerce, graph.EventAssault, graph.EventStatement,
		graph.EventAccident, graph.EventTravel, graph.EventElection, graph.EventAppointment, graph.EventOther}
)

// ReadLabels reads a file of labels: one JSON object a line, one for each
// article. Errors name the file and the line.
func ReadLabels(path string) ([]Article, error) {
	seen := map[string]int{}
	return readLines(path, func(line int, a *Article) error {
		if err := a.check(); err != nil {
			return err
		}
		if at, twice := seen[a.name()]; twice {
			return fmt.Errorf("%s is labelled on line %d too; join both", a.name(), at)
		}
		seen[a.name()] = line
		a.folder = filepath.Dir(path)
		return nil
	})
}

// check tells what a person would have to mend in an article's labels.
func (a *Article) check() error {
	if a.name() == "" {
		return errors.New(`has neither "id" nor "file"; give one, so that a result can be joined to it`)
	}
	if a.Entities == nil && a.Meetings == nil && a.Events == nil {
		return errors.New(`has none of "entities", "meetings", "events"; an empty list says that the article has none`)
	}
	for i, e := range a.Entities {
		if e.Name == "" || len(e.Kind) == 0 {
			return fmt.Errorf(`entity %d lacks its "name" or "kind"`, i+1)
		}
	}
	for i, m := range a.Meetings {
		if len(m.Status) == 0 {
			return fmt.Errorf(`meeting %d has no "status"`, i+1)
		}
	}
	for i, e := range a.Events {
		if len(e.Type) == 0 {
			return fmt.Errorf(`event %d has no "type"`, i+1)
		}
	}
	return nil
}

// readLines decodes the lines of a JSON Lines file and checks each.
func readLines[T any](path string, check func(line int, row *T) error) ([]T, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var out []T
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<27)
	for n := 1; lines.Scan(); n++ {
		line := bytes.TrimSpace(bytes.TrimPrefix(lines.Bytes(), []byte("\ufeff")))
		if len(line) == 0 {
			continue
		}
		var row T
		err := json.Unmarshal(line, &row)
		if err == nil {
			err = check(n, &row)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		out = append(out, row)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return out, nil
}
