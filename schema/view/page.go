package view

import (
	"encoding/base64"
	"strconv"
	"strings"

	"github.com/whomet/whomet/graph"
)

// The sizes of pages.
const (
	// DefaultPage is the size of a page where first is null.
	DefaultPage = 20
	// MaxPage is the largest page, and the largest number of ids, that can be
	// asked for at a time.
	MaxPage = 100
)

// Connection is a page of a list (https://relay.dev/graphql/connections.htm).
type Connection[T any] struct {
	Edges      []*Edge[T]
	PageInfo   PageInfo
	TotalCount int
}

// Edge is one of a page, with the cursor to go on from it.
type Edge[T any] struct {
	Cursor string
	Node   T
}

// PageInfo tells where a page stands in the whole.
type PageInfo struct {
	HasNextPage, HasPreviousPage bool
	StartCursor, EndCursor       *string
}

// Nodes returns the page without the cursors.
func (c *Connection[T]) Nodes() []T {
	nodes := make([]T, len(c.Edges))
	for i, e := range c.Edges {
		nodes[i] = e.Node
	}
	return nodes
}

// The connections of the schema.
type (
	MeetingConnection      = Connection[*Meeting]
	MeetingEdge            = Edge[*Meeting]
	EventConnection        = Connection[*Event]
	EventEdge              = Edge[*Event]
	PersonConnection       = Connection[*Person]
	PersonEdge             = Edge[*Person]
	OrganizationConnection = Connection[*Organization]
	OrganizationEdge       = Edge[*Organization]
	PlaceConnection        = Connection[*Place]
	PlaceEdge              = Edge[*Place]
	TopicConnection        = Connection[*Topic]
	TopicEdge              = Edge[*Topic]
	ArticleConnection      = Connection[*Article]
	ArticleEdge            = Edge[*Article]
	MentionConnection      = Connection[*Mention]
	MentionEdge            = Edge[*Mention]
	ReportConnection       = Connection[*Report]
	ReportEdge             = Edge[*Report]
	RelatedConnection      = Connection[*Related]
	RelatedEdge            = Edge[*Related]
	CounterpartConnection  = Connection[*Counterpart]
	CounterpartEdge        = Edge[*Counterpart]
	CoMentionConnection    = Connection[*CoMention]
	CoMentionEdge          = Edge[*CoMention]
	JudgementConnection    = Connection[*Judgement]
	JudgementEdge          = Edge[*Judgement]
	SearchConnection       = Connection[*SearchHit]
	SearchEdge             = Edge[*SearchHit]
)

// connect makes the page of items that stand in the whole of total.
func connect[T any](items []T, page graph.Page, total int) *Connection[T] {
	c := &Connection[T]{Edges: make([]*Edge[T], len(items)), TotalCount: total}
	for i, item := range items {
		c.Edges[i] = &Edge[T]{Cursor: cursor(page.Offset + i + 1), Node: item}
	}
	c.PageInfo.HasPreviousPage = page.Offset > 0 && total > 0
	c.PageInfo.HasNextPage = page.Offset+len(items) < total
	if n := len(items); n > 0 {
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = &c.Edges[0].Cursor, &c.Edges[n-1].Cursor
	}
	return c
}

// connections makes the pages of all anchors; object makes what GraphQL shows
// of an item.
func connections[I, T any](lists map[graph.ID]graph.List[I], page graph.Page, object func(I) T) map[graph.ID]*Connection[T] {
	out := make(map[graph.ID]*Connection[T], len(lists))
	for anchor, list := range lists {
		items := make([]T, len(list.Items))
		for i, item := range list.Items {
			items[i] = object(item)
		}
		out[anchor] = connect(items, page, list.Total)
	}
	return out
}

// of returns an anchor's page: an empty one where the store brought none.
func of[T any](pages map[graph.ID]*Connection[T], anchor graph.ID, err error) (*Connection[T], error) {
	if err != nil {
		return nil, err
	}
	if c := pages[anchor]; c != nil {
		return c, nil
	}
	return &Connection[T]{}, nil
}

// cursorPrefix makes a cursor opaque, and tells another string from one.
const cursorPrefix = "whomet:"

// cursor marks the place after the first n of a list.
func cursor(n int) string {
	return base64.RawURLEncoding.EncodeToString([]byte(cursorPrefix + strconv.Itoa(n)))
}

// window reads first and after.
func window(first *int, after *string) (graph.Page, error) {
	page := graph.Page{Limit: DefaultPage}
	if first != nil {
		page.Limit = *first
	}
	switch {
	case page.Limit < 0:
		return page, badInputf("first is %d; it must not be negative", page.Limit)
	case page.Limit > MaxPage:
		return page, limitf("first is %d; ask for at most %d at a time and go on with after", page.Limit, MaxPage)
	}
	if after != nil && *after != "" {
		b, err := base64.RawURLEncoding.DecodeString(*after)
		digits, ok := strings.CutPrefix(string(b), cursorPrefix)
		n, nerr := strconv.ParseUint(digits, 10, 31)
		if err != nil || !ok || nerr != nil {
			return page, badInputf("after is %q, which is no cursor of this API; pass an endCursor or an edge's cursor", *after)
		}
		page.Offset = int(n)
	}
	return page, nil
}
