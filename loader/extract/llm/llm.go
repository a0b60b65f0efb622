// Package llm reads an article by asking a language model on a server that
// speaks OpenAI's chat completions with structured output: OpenAI's own, or
// any that is compatible (vLLM, llama.cpp, Ollama, LM Studio and others).
//
// The model says what the article tells, in names and exact quotes; it gives
// no offsets. Every name, date, place, topic and quote is then looked up in
// the text: what does not stand there is dropped and counted in
// [extract.Result.Dropped]. So a claim can be a misreading, but never an
// invention. Days are worked out here from the words and the article's own
// day, not by the model.
//
// It reads as: part (cut a long article), client (ask, and ask again), text
// (find what was said), check (claims that the text bears out), when (dates),
// join (one article again).
package llm

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"time"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
)

// version names what this package asks and how it checks; articles read by
// another are read again.
const version = "llm/1"

// Config tells which model to ask, and how.
type Config struct {
	// URL is the server's base address, to which /chat/completions is added:
	// http://127.0.0.1:11434/v1.
	URL   string
	Model string
	// Key is sent as a bearer token; "" sends none.
	Key string
	// Timeout is how long one answer may take; 0 means 2 minutes.
	Timeout time.Duration
	// Retries is how often a request is made again after no, a broken or a
	// refused-for-now answer.
	Retries int
	// Words is how many words of an article are sent at once; 0 means 2000.
	Words int
	// Log tells what is dropped and asked again; nil is silent.
	Log *slog.Logger
}

// Extractor reads articles by a model. It is safe for concurrent use.
type Extractor struct {
	Config
	chat openai.ChatCompletionService
	host string
}

// New checks the configuration; it asks nothing yet. The errors name the flags
// of the command.
func New(c Config) (*Extractor, error) {
	if c.URL == "" {
		return nil, errors.New("the model server is not given; name it with --llm-url, for instance http://127.0.0.1:11434/v1")
	}
	u, err := url.Parse(c.URL)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, fmt.Errorf("--llm-url %q is no address of a server; it looks like http://127.0.0.1:11434/v1", c.URL)
	}
	if u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return nil, errors.New("--llm-url has a password, query or fragment; give the key in WHOMET_LLM_API_KEY and the plain address")
	}
	if c.Model == "" {
		return nil, errors.New("the model is not given; name it with --llm-model as the server calls it")
	}
	if c.Timeout == 0 {
		c.Timeout = 2 * time.Minute
	}
	if c.Words == 0 {
		c.Words = 2000
	}
	switch {
	case c.Timeout < 0:
		return nil, fmt.Errorf("--llm-timeout is %s; give more than 0", c.Timeout)
	case c.Retries < 0:
		return nil, fmt.Errorf("--llm-retries is %d; give 0 or more", c.Retries)
	case c.Words < minWords:
		return nil, fmt.Errorf("--llm-words is %d; give %d or more", c.Words, minWords)
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if ip := net.ParseIP(u.Hostname()); c.Key != "" && u.Scheme == "http" && u.Hostname() != "localhost" && (ip == nil || !ip.IsLoopback()) {
		c.Log.Warn("the key is sent without encryption; use https", "to", u.Host)
	}
	// The service alone, not openai.NewClient, which would read the
	// environment and send OPENAI_API_KEY to whatever server this is.
	options := []option.RequestOption{option.WithBaseURL(c.URL)}
	if c.Key != "" {
		options = append(options, option.WithAPIKey(c.Key))
	}
	return &Extractor{Config: c, chat: openai.NewChatCompletionService(options...), host: u.Host}, nil
}

// Version names this package and the model.
func (x *Extractor) Version() string { return version + " " + x.Model }

// Extract asks the model about the text, part by part, and returns what the
// text bears out. The error says why there is no answer; it is an
// [extract.ErrUnavailable] where the server would not answer about any article.
func (x *Extractor) Extract(ctx context.Context, text string, meta extract.Meta) (extract.Result, error) {
	c := newChecker(text, meta, x.Log)
	for _, p := range cut(c.text, x.Words) {
		if err := x.read(ctx, c, p, meta); err != nil {
			return extract.Result{}, err
		}
	}
	c.finish()
	r := extract.Result{Article: extract.Head(text, meta), Entities: c.reportEntities(), Meetings: c.meetings, Events: c.events}
	if len(c.dropped) > 0 {
		r.Dropped = c.dropped
		x.Log.Info("dropped what the text does not bear out", "article", meta.Path, "dropped", c.dropped)
	}
	return r, nil
}

// read asks about one part. Where the answer is cut off because it grew too
// long, it asks about each half.
func (x *Extractor) read(ctx context.Context, c *checker, p graph.Span, meta extract.Meta) error {
	a, err := x.ask(ctx, c.question(p, meta))
	if errors.Is(err, errTruncated) {
		halves := cut2(c.text, p)
		if halves == nil {
			return fmt.Errorf("%w; let the server give longer answers", err)
		}
		for _, half := range halves {
			if err := x.read(ctx, c, half, meta); err != nil {
				return err
			}
		}
		return nil
	}
	if err != nil {
		return err
	}
	c.take(a, p)
	return nil
}
