package view

import (
	"cmp"
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/whomet/whomet/graph"
)

// Feed tells how news is brought to subscriptions.
type Feed struct {
	// Poll is how often the store is asked whether something came, for all
	// subscriptions together. Default 1 s.
	Poll time.Duration
	// Max is how many subscriptions there may be at a time.
	Max int
	// Time is how long one question to the store may take.
	Time time.Duration
	// Log hears when the store does not answer; the subscriptions go on.
	Log *slog.Logger
}

// Subscription answers the subscriptions. As long as there is one, a single
// goroutine asks the store how far it has come; a subscription that hears that
// it is behind asks for what came after its own mark, as fast as its client
// takes it. So nothing is kept for slow clients, and nothing is lost.
type Subscription struct {
	query *Query
	feed  Feed

	running sync.WaitGroup // all its goroutines

	mu   sync.Mutex
	open int
	end  context.CancelFunc // ends the goroutine that polls
	mark int                // how far the store has come
	tick chan struct{}      // is closed, and another made, whenever mark was read
}

// NewSubscription returns the subscriptions to a query's graph.
func NewSubscription(q *Query, f Feed) *Subscription {
	f.Poll = cmp.Or(f.Poll, time.Second)
	return &Subscription{query: q, feed: f, tick: make(chan struct{})}
}

// arrivalPage is how many reports are asked for at a time.
const arrivalPage = 50

// MeetingReported answers meetingReported: reports from when it returns on,
// until ctx ends.
func (s *Subscription) MeetingReported(ctx context.Context, filter *MeetingFilter) (<-chan *Report, error) {
	if err := s.join(); err != nil {
		return nil, err
	}
	began, err := s.arrivals(ctx, filter, 0, 0) // says, too, what is wrong with the filter
	if err != nil {
		s.leave()
		return nil, err
	}
	reports := make(chan *Report)
	s.running.Go(func() {
		defer s.leave()
		defer close(reports)
		for mark := began.Mark; s.further(ctx, mark); {
			came, err := s.arrivals(ctx, filter, mark, arrivalPage)
			if err != nil {
				if ctx.Err() == nil {
					s.feed.Log.ErrorContext(ctx, "a subscription is behind", "error", err)
				}
				s.wait(ctx) // and ask again
				continue
			}
			l := s.query.root() // one level for all that came together
			page := make([]*Report, len(came.Items))
			for i, r := range came.Items {
				page[i] = l.report(r)
			}
			for _, r := range page {
				select {
				case reports <- r:
				case <-ctx.Done():
					return
				}
			}
			mark = came.Mark
		}
	})
	return reports, nil
}

// Wait waits until nothing asks the store any more for subscriptions whose
// contexts have ended; all must have.
func (s *Subscription) Wait() { s.running.Wait() }

// arrivals asks the store for reports of such meetings. The names in the
// filter are looked up each time, since a meeting may be the first to tell of
// somebody.
func (s *Subscription) arrivals(ctx context.Context, filter *MeetingFilter, after, limit int) (graph.Arrivals, error) {
	ctx, cancel := context.WithTimeout(ctx, s.feed.Time)
	defer cancel()
	f, err := s.query.meetings(ctx, filter)
	if err != nil {
		return graph.Arrivals{}, err
	}
	return s.query.store.Arrivals(ctx, graph.ArrivalQuery{Kind: graph.KindMeeting, After: after, Filter: f, Limit: limit})
}

// join counts a subscription in; the first sets the polling off.
func (s *Subscription) join() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open == s.feed.Max {
		return limitf("there are %d subscriptions already, as many as this server takes; end one, or try again later", s.open)
	}
	if s.open++; s.open == 1 {
		ctx, end := context.WithCancel(context.Background())
		s.end = end
		s.running.Go(func() { s.poll(ctx) })
	}
	return nil
}

// leave counts a subscription out; the last ends the polling.
func (s *Subscription) leave() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open--; s.open == 0 {
		s.end()
	}
}

// poll asks again and again how far the store has come, until ctx ends.
func (s *Subscription) poll(ctx context.Context) {
	every := time.NewTicker(s.feed.Poll)
	defer every.Stop()
	silent := false
	for {
		select {
		case <-ctx.Done():
			return
		case <-every.C:
		}
		asked, cancel := context.WithTimeout(ctx, s.feed.Time)
		now, err := s.query.store.Arrivals(asked, graph.ArrivalQuery{Kind: graph.KindMeeting})
		cancel()
		if err != nil {
			if !silent && ctx.Err() == nil { // told once, not each second
				s.feed.Log.ErrorContext(ctx, "subscriptions wait for the store", "error", err)
			}
			silent = true
			continue
		}
		silent = false
		s.mu.Lock()
		s.mark = max(s.mark, now.Mark) // another member of a cluster may be behind
		close(s.tick)
		s.tick = make(chan struct{})
		s.mu.Unlock()
	}
}

// further waits until the store has come further than a mark, and tells
// whether ctx let it.
func (s *Subscription) further(ctx context.Context, mark int) bool {
	for {
		s.mu.Lock()
		ahead := s.mark > mark
		s.mu.Unlock()
		if ahead || !s.wait(ctx) {
			return ahead && ctx.Err() == nil
		}
	}
}

// wait waits until the store has been asked again, and tells whether ctx let
// it.
func (s *Subscription) wait(ctx context.Context) bool {
	s.mu.Lock()
	tick := s.tick
	s.mu.Unlock()
	select {
	case <-tick:
		return true
	case <-ctx.Done():
		return false
	}
}
