package llm

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"

	"github.com/whomet/whomet/loader/extract"
)

// largest is how many bytes of an answer are read.
const largest = 16 << 20

// errTruncated is an answer that was cut off because it grew too long.
var errTruncated = errors.New("the model's answer was cut off")

// errBroken is an answer that is not what was asked for; the next may be.
var errBroken = errors.New("the model's answer is broken")

// ask puts one question, and puts it again, with growing pauses or when the
// server says, as often as Retries allows.
func (x *Extractor) ask(ctx context.Context, question string) (answer, error) {
	left, status := 1+x.Retries, 0
	each := option.WithMiddleware(func(r *http.Request, next option.MiddlewareNext) (*http.Response, error) {
		left, status = left-1, 0
		res, err := x.whole(r, next)
		if err == nil {
			status = res.StatusCode
		}
		return res, err
	})
	for {
		res, err := x.chat.New(ctx, x.params(question), each, option.WithMaxRetries(left-1))
		if err != nil {
			return answer{}, x.explain(ctx, status, err)
		}
		a, err := read(res)
		if !errors.Is(err, errBroken) || left == 0 {
			return a, err
		}
		x.Log.Debug("the model's answer is asked for again", "because", err)
	}
}

// whole makes one request and reads all of its answer, within Timeout: an
// answer that breaks off is asked for again like one that does not come.
func (x *Extractor) whole(r *http.Request, next option.MiddlewareNext) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(r.Context(), x.Timeout)
	defer cancel()
	res, err := next(r.WithContext(ctx))
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(io.LimitReader(res.Body, largest))
	res.Body.Close()
	if err != nil {
		return nil, err
	}
	res.Body = io.NopCloser(bytes.NewReader(body))
	return res, nil
}

func (x *Extractor) params(question string) openai.ChatCompletionNewParams {
	return openai.ChatCompletionNewParams{
		Model: x.Model,
		Messages: []openai.ChatCompletionMessageParamUnion{
			openai.SystemMessage(prompt),
			openai.UserMessage(question),
		},
		ResponseFormat: openai.ChatCompletionNewParamsResponseFormatUnion{
			OfJSONSchema: &openai.ResponseFormatJSONSchemaParam{JSONSchema: openai.ResponseFormatJSONSchemaJSONSchemaParam{
				Name: "article", Strict: openai.Bool(true), Schema: schema,
			}},
		},
	}
}

// read takes the answer out of a completion.
func read(res *openai.ChatCompletion) (answer, error) {
	if len(res.Choices) == 0 {
		return answer{}, fmt.Errorf("%w: it is empty", errBroken)
	}
	choice := res.Choices[0]
	switch {
	case choice.Message.Refusal != "":
		return answer{}, fmt.Errorf("the model refuses to answer: %s", short(choice.Message.Refusal))
	case choice.FinishReason == "content_filter":
		return answer{}, errors.New("the model server's content filter stopped the answer")
	case choice.FinishReason == "length":
		return answer{}, errTruncated
	}
	var a answer
	content := choice.Message.Content
	if from, to := strings.Index(content, "{"), strings.LastIndex(content, "}"); from >= 0 && to > from {
		content = content[from : to+1] // without a fence of ``` or words around it
	}
	if err := json.Unmarshal([]byte(content), &a); err != nil {
		return answer{}, fmt.Errorf("%w: %v", errBroken, err)
	}
	return a, nil
}

// explain says what to do about an error that is left after all retries;
// status is that of the last answer, 0 if there was none.
func (x *Extractor) explain(ctx context.Context, status int, err error) error {
	said := ""
	if api := (*openai.Error)(nil); errors.As(err, &api) && api.Message != "" {
		said = ": " + short(api.Message)
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("the model server %s gave no answer within %s; give it more with --llm-timeout or less to read with --llm-words", x.host, x.Timeout)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("the model server %s broke off its answer", x.host)
	case status == 0:
		if of := (*url.Error)(nil); errors.As(err, &of) {
			err = of.Err // without the address once more
		}
		return unavailable("the model server %s cannot be reached (%v); check --llm-url and whether it runs", x.host, err)
	case status < 400:
		return unavailable("%s answers, but with no chat completion; check --llm-url (it often ends in /v1)", x.URL)
	case status == http.StatusNotFound:
		return unavailable("%s has no chat completions or no model %q%s; check --llm-url (it often ends in /v1) and --llm-model", x.URL, x.Model, said)
	case status == http.StatusTooManyRequests:
		return fmt.Errorf("the model server %s takes no more requests now%s; give fewer at once with --llm-concurrency", x.host, said)
	case status != http.StatusUnauthorized && status != http.StatusForbidden:
		return fmt.Errorf("the model server %s failed: %d %s%s", x.host, status, http.StatusText(status), said)
	case x.Key == "":
		return unavailable("the model server %s asks for a key%s; give it in WHOMET_LLM_API_KEY", x.host, said)
	}
	return unavailable("the model server %s does not take the key in WHOMET_LLM_API_KEY%s", x.host, said)
}

// unavailable makes an error that is not about one article.
func unavailable(format string, args ...any) error {
	return &unavailableError{fmt.Sprintf(format, args...)}
}

type unavailableError struct{ message string }

func (e *unavailableError) Error() string   { return e.message }
func (e *unavailableError) Is(t error) bool { return t == extract.ErrUnavailable }

// short is one line of what a server said.
func short(s string) string {
	s = oneLine(s)
	if r := []rune(s); len(r) > 200 {
		s = string(r[:200]) + "…"
	}
	return s
}
