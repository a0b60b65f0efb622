package loader

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/article"
	"github.com/whomet/whomet/loader/resolve"
)

// WriteJudgements writes what people said of who is who and of what happened
// once as JSON Lines, earliest first: a and b are ids of names or of reports,
// which are the same in every store.
func (e *Editor) WriteJudgements(ctx context.Context, w io.Writer) error {
	said, err := e.Judgements(ctx)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, j := range said {
		if err := enc.Encode(j); err != nil {
			return fmt.Errorf("write judgements: %w", err)
		}
	}
	return nil
}

// importBatch is the number of judgements written in one transaction.
const importBatch = 256

// ReadJudgements adds the judgements of a file written by
// [Editor.WriteJudgements]; path names it in what is set aside. Those that are
// there already change nothing. It returns how many it read and the lines that
// it set aside.
func (e *Editor) ReadJudgements(ctx context.Context, path string, r io.Reader) (read int, setAside []*article.Rejected, err error) {
	var batch []graph.Judgement
	flush := func() error {
		if len(batch) == 0 {
			return nil
		}
		err := e.Store.Update(ctx, func(tx graph.Tx) error { return resolve.Judge(ctx, tx, batch) })
		if err != nil {
			return fmt.Errorf("write %d judgements to the store: %w", len(batch), err)
		}
		read += len(batch)
		batch = batch[:0]
		return nil
	}
	in := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, long, err := in.ReadLine()
		line = slices.Clone(line)
		for more := long; more && err == nil; {
			_, more, err = in.ReadLine()
		}
		switch {
		case errors.Is(err, io.EOF):
			return read, setAside, flush()
		case err != nil:
			return read, setAside, fmt.Errorf("read %s: %w", path, err)
		case len(bytes.TrimSpace(line)) == 0:
			continue
		}
		j, err := parseJudgement(line, long)
		if err != nil {
			setAside = append(setAside, &article.Rejected{Path: path, Line: n, Reason: err.Error()})
			continue
		}
		if batch = append(batch, j); len(batch) == importBatch {
			if err := flush(); err != nil {
				return read, setAside, err
			}
		}
	}
}

var uuidForm = regexp.MustCompile(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)

// parseJudgement reads one line. The error is a reason to set it aside.
func parseJudgement(line []byte, long bool) (graph.Judgement, error) {
	var j graph.Judgement
	switch {
	case long:
		return j, errors.New("is longer than 65536 bytes")
	case !utf8.Valid(line):
		return j, errors.New("is not UTF-8")
	}
	if err := json.Unmarshal(line, &j); err != nil {
		var at *time.ParseError
		if errors.As(err, &at) {
			return j, fmt.Errorf("has %q as its time; write 2020-01-03T21:45:00Z", at.Value)
		}
		return j, fmt.Errorf("is no judgement in JSON (%v)", err)
	}
	switch score, pair := scores[j.Verdict]; {
	case !pair && j.Verdict != graph.VerdictCalled:
		return j, fmt.Errorf("has %q as its verdict; write SAME, DIFFERENT, UNDECIDED or CALLED", j.Verdict)
	case !uuidForm.MatchString(string(j.A)):
		return j, fmt.Errorf("has %q as a, which is no id of a name", j.A)
	case pair && !uuidForm.MatchString(string(j.B)):
		return j, fmt.Errorf("has %q as b, which is no id of a name", j.B)
	case j.A == j.B:
		return j, errors.New("has the same name as a and b")
	case !pair && j.B != "":
		return j, errors.New("calls two names; only a has a meaning there")
	case pair && j.Name != "":
		return j, fmt.Errorf("has a name, which goes with the verdict %s only", graph.VerdictCalled)
	case j.Of != "" && (!pair || !j.Of.IsOccurrence()):
		return j, fmt.Errorf("is of %q; only judgements on two reports are of a kind, %s or %s", j.Of, graph.KindMeeting, graph.KindEvent)
	case j.At.IsZero():
		return j, errors.New("does not say when (at)")
	case !pair:
		j.Score = 1
	default:
		j.Score = score
	}
	return j.Identified(), checkWord(j)
}
